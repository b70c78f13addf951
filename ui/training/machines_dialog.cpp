#include "ui/training/machines_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/training/run_control.h"

namespace skiagraph::ui {
namespace {

class MachinesDialog : public QDialog {
  Q_OBJECT

 public:
  MachinesDialog(QStringList words, QWidget* parent);

 private:
  void refresh();

  QStringList words_;
  QSpinBox *machines_, *port_;
  QLineEdit* address_;
  QPlainTextEdit* lines_;
};

MachinesDialog::MachinesDialog(QStringList words, QWidget* parent)
    : QDialog(parent),
      words_(std::move(words)),
      machines_(new QSpinBox),
      port_(new QSpinBox),
      address_(new QLineEdit("192.168.0.1")),
      lines_(new QPlainTextEdit) {
  setObjectName("machines_dialog");
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Train on several machines"));
  resize(820, 420);
  machines_->setRange(2, 64);
  machines_->setObjectName("machine_count");
  port_->setRange(1024, 65535);
  port_->setValue(29500);
  lines_->setReadOnly(true);
  lines_->setObjectName("machine_lines");
  lines_->setAccessibleName(tr("One command for each machine"));
  auto* help = new QLabel(tr(
      "All machines must see the run's folder, the recipe and the data set under the same names, and the "
      "batches "
      "of the recipe must be divisible by their number. Start each line on one machine, the first one on the "
      "machine with this address. The window watches the folder."));
  help->setWordWrap(true);
  auto* form = new QFormLayout;
  form->addRow(tr("&Machines"), machines_);
  form->addRow(tr("&Address of the first"), address_);
  form->addRow(tr("&Port"), port_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  QPushButton* copy = buttons->addButton(tr("&Copy all"), QDialogButtonBox::ActionRole);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(help);
  layout->addLayout(form);
  layout->addWidget(lines_, 1);
  layout->addWidget(buttons);
  connect(copy, &QPushButton::clicked, this,
          [this] { QApplication::clipboard()->setText(lines_->toPlainText()); });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(machines_, &QSpinBox::valueChanged, this, &MachinesDialog::refresh);
  connect(port_, &QSpinBox::valueChanged, this, &MachinesDialog::refresh);
  connect(address_, &QLineEdit::textChanged, this, &MachinesDialog::refresh);
  refresh();
}

void MachinesDialog::refresh() {
  lines_->setPlainText(
      machine_lines(words_, machines_->value(), address_->text().trimmed(), port_->value()).join('\n') +
      "\n");
}

}  // namespace

void show_machines_dialog(const QStringList& words, QWidget* parent) {
  auto* dialog = new MachinesDialog(words, parent);
  dialog->show();
}

}  // namespace skiagraph::ui

#include "machines_dialog.moc"
