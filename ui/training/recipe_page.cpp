#include "ui/training/recipe_page.h"

#include <QFile>
#include <QFontDatabase>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>
#include <utility>

#include "core/base/write_file.h"
#include "core/training/recipe.h"
#include "ui/text/error_text.h"
#include "ui/text/file_text.h"
#include "ui/training/recipe_fields.h"
#include "ui/training/workspace.h"

namespace skiagraph::ui {
namespace {

constexpr int kTypedMs = 250;
constexpr qint64 kLargestRecipe = 1'000'000;

QString content_of(const std::filesystem::path& path) {
  QFile file(path_text(path));
  if (!file.open(QIODevice::ReadOnly)) throw InputError("file.missing", "There is no recipe \"{}\".", path);
  return QString::fromUtf8(file.read(kLargestRecipe));
}

}  // namespace

RecipePage::RecipePage(TrainingHub& hub, QWidget* parent)
    : QWidget(parent),
      hub_(hub),
      files_(new QListWidget(this)),
      text_(new QPlainTextEdit(this)),
      meaning_(new QTextBrowser(this)),
      verdict_(new QLabel(this)),
      save_name_(new QLineEdit(this)),
      save_(new QPushButton(tr("&Save"), this)),
      start_(new StartForm(this)) {
  auto* panes = new QSplitter(Qt::Horizontal);
  panes->addWidget(list());
  panes->addWidget(editor());
  panes->setStretchFactor(1, 1);
  panes->setSizes({300, 930});
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(panes);
  typed_.setSingleShot(true);
  typed_.setInterval(kTypedMs);
  connect(&typed_, &QTimer::timeout, this, &RecipePage::check);
  connect(text_, &QPlainTextEdit::textChanged, &typed_, qOverload<>(&QTimer::start));
  connect(text_, &QPlainTextEdit::cursorPositionChanged, this, [this] {
    meaning_->setHtml(recipe_field_text(text_->toPlainText(), text_->textCursor().position()));
  });
  connect(files_, &QListWidget::currentRowChanged, this, &RecipePage::read_chosen);
  connect(save_, &QPushButton::clicked, this, &RecipePage::save);
  connect(start_, &StartForm::wanted, this, &RecipePage::start);
  connect(&background_, &Background::failed, &hub_, &TrainingHub::failed);
  connect(&hub_, &TrainingHub::files_changed, this, &RecipePage::refresh);
}

QWidget* RecipePage::list() {
  files_->setObjectName("recipes");
  files_->setAccessibleName(tr("Recipes"));
  auto* box = new QGroupBox(tr("Train with this recipe"));
  auto* box_layout = new QVBoxLayout(box);
  box_layout->addWidget(start_);
  auto* column = new QWidget;
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(files_, 1);
  layout->addWidget(box);
  return column;
}

QWidget* RecipePage::editor() {
  text_->setObjectName("recipe_text");
  text_->setAccessibleName(tr("Recipe, as JSON"));
  text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  text_->setLineWrapMode(QPlainTextEdit::NoWrap);
  text_->setTabChangesFocus(true);
  meaning_->setObjectName("recipe_meaning");
  meaning_->setAccessibleName(tr("What the field means"));
  meaning_->setHtml(recipe_fields_page());
  verdict_->setObjectName("recipe_verdict");
  verdict_->setWordWrap(true);
  verdict_->setTextFormat(Qt::PlainText);
  save_name_->setPlaceholderText(tr("Name of a recipe of your own"));
  save_name_->setAccessibleName(save_name_->placeholderText());
  save_name_->setObjectName("recipe_name");
  save_->setObjectName("save_recipe");
  auto* panes = new QSplitter(Qt::Vertical);
  panes->addWidget(text_);
  panes->addWidget(meaning_);
  panes->setSizes({430, 150});
  auto* row = new QHBoxLayout;
  row->addWidget(save_name_, 1);
  row->addWidget(save_);
  auto* column = new QWidget;
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(panes, 1);
  layout->addWidget(verdict_);
  layout->addLayout(row);
  return column;
}

void RecipePage::refresh() {
  struct Files {
    std::vector<std::filesystem::path> recipes, data;
  };
  background_.run(
      [workspace = remembered_workspace(), shipped = hub_.shipped()] {
        return Files{recipe_files(workspace, shipped), data_files(workspace)};
      },
      [this](const Files& files) {
        show_files(files.recipes);
        start_->show_data(files.data);
      });
}

void RecipePage::show_files(const std::vector<std::filesystem::path>& files) {
  const QListWidgetItem* now = files_->currentItem();
  const QString before = wanted_.empty() ? (now == nullptr ? QString() : now->data(Qt::UserRole).toString())
                                         : path_text(std::exchange(wanted_, {}));
  const bool same = now != nullptr && before == now->data(Qt::UserRole).toString();
  {
    const QSignalBlocker blocker(files_);
    files_->clear();
    for (const auto& file : files) {
      auto* item = new QListWidgetItem(file_name_text(file.stem()), files_);
      item->setData(Qt::UserRole, path_text(file));
      item->setToolTip(path_text(file));
      if (path_text(file) == before) files_->setCurrentItem(item);
    }
    if (files_->currentRow() < 0 && files_->count() > 0) files_->setCurrentRow(0);
  }
  if (!same) read_chosen();  // what was typed stays where the list alone has changed
}

void RecipePage::read_chosen() {
  const QListWidgetItem* item = files_->currentItem();
  if (item == nullptr) return;
  background_.run([path = to_path(item->data(Qt::UserRole).toString())] { return content_of(path); },
                  [this](const QString& content) {
                    text_->setPlainText(content);
                    check();
                  });
}

void RecipePage::check() {
  const QListWidgetItem* item = files_->currentItem();
  const auto path = item == nullptr ? std::filesystem::path("recipe") : to_path(item->text());
  try {
    const training::Recipe recipe = training::recipe_in(text_->toPlainText().toStdString(), path);
    std::int64_t steps = 0;
    for (const training::Stage& stage : recipe.stages) steps += stage.steps;
    verdict_->setText(
        tr("This recipe can be used: %1 stages with %2 steps.").arg(recipe.stages.size()).arg(steps));
    start_->set_recipe(QString::fromStdString(recipe.name), QString::fromStdString(recipe.continues), true);
  } catch (const Error& error) {
    verdict_->setText(error_text(error));
    start_->set_recipe({}, {}, false);
  }
}

void RecipePage::save() {
  const QString name = save_name_->text().trimmed();
  if (name.isEmpty()) return save_name_->setFocus();
  const auto work = [workspace = remembered_workspace(), name, text = text_->toPlainText().toStdString()] {
    make_workspace(workspace);
    const auto path = free_path(workspace.recipes(), name, ".json");
    write_file(path, text);
    return path;
  };
  background_.run(work, [this](const std::filesystem::path& path) {
    wanted_ = path;
    Q_EMIT hub_.files_changed();
    Q_EMIT hub_.told(tr("Saved as \"%1\".").arg(file_name_text(path)));
  });
}

/// What stands in the editor is trained with, whether it was saved or not: the run keeps it.
void RecipePage::start() {
  const auto work = [workspace = remembered_workspace(), plan = start_->plan(), name = start_->name(),
                     text = text_->toPlainText().toStdString()]() mutable {
    make_workspace(workspace);
    plan.folder = free_path(workspace.runs(), name);
    plan.recipe = training::run_recipe_path(plan.folder);
    std::filesystem::create_directories(plan.folder);
    write_file(plan.recipe, text);
    launch(plan.folder, start_words(plan));
    return plan.folder;
  };
  background_.run(work, [this](const std::filesystem::path& folder) { Q_EMIT hub_.run_started(folder); });
}

}  // namespace skiagraph::ui
