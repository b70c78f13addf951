#include "ui/training/import_model_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "ui/text/number_text.h"

namespace skiagraph::ui {

QString model_facts_text(const inference::ModelFacts& facts) {
  const auto translated = [](const char* text) {
    return QCoreApplication::translate("TrainingModels", text);
  };
  QStringList parts{translated(QT_TRANSLATE_NOOP("TrainingModels", "%1: pictures of %2 x %3."))
                        .arg(QString::fromStdString(facts.name))
                        .arg(facts.frame.rows)
                        .arg(facts.frame.columns)};
  if (facts.finer)
    parts << translated(QT_TRANSLATE_NOOP("TrainingModels", "X-rays are shown at %1 x %2."))
                 .arg(facts.finer->rows)
                 .arg(facts.finer->columns);
  if (!facts.recipe.empty())
    parts << translated(QT_TRANSLATE_NOOP("TrainingModels", "Recipe %1."))
                 .arg(QString::fromStdString(facts.recipe));
  if (!facts.training_people.empty())
    parts << translated(QT_TRANSLATE_NOOP("TrainingModels", "Learned from %1 people."))
                 .arg(QString::fromStdString(facts.training_people));
  if (!facts.training_minutes.empty())
    parts << translated(QT_TRANSLATE_NOOP("TrainingModels", "Trained for %1 minutes."))
                 .arg(number_text(QString::fromStdString(facts.training_minutes).toDouble(), 1));
  parts << (facts.calibrated ? translated(QT_TRANSLATE_NOOP("TrainingModels", "Its margins were measured."))
                             : translated(QT_TRANSLATE_NOOP(
                                   "TrainingModels", "Its margins were not measured yet: calibrate it.")));
  return parts.join(' ');
}

ImportModelDialog::ImportModelDialog(const inference::ModelFacts& facts, QWidget* parent) : QDialog(parent) {
  setObjectName("import_model_dialog");
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Import a model"));
  resize(720, 560);
  auto* told = new QLabel(
      tr("The networks are whole, finite and of the right shape.") + " " + model_facts_text(facts) + " " +
      tr("What a model is worth, its card must tell: it cannot be seen from its weights."));
  told->setWordWrap(true);
  told->setTextFormat(Qt::PlainText);
  auto* card = new QTextBrowser;
  card->setOpenLinks(false);
  card->setMarkdown(facts.card.empty() ? tr("This model has no card.") : QString::fromStdString(facts.card));
  auto* licence = new QPlainTextEdit(
      facts.licence.empty() ? tr("No licence came with this model: ask whoever made it what you may do "
                                 "with it.")
                            : QString::fromStdString(facts.licence));
  licence->setObjectName("licence");
  licence->setReadOnly(true);
  auto* tabs = new QTabWidget;
  tabs->addTab(licence, tr("Licence"));
  tabs->addTab(card, tr("Card"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole)->setObjectName("accept_import");
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(told);
  layout->addWidget(tabs, 1);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

}  // namespace skiagraph::ui
