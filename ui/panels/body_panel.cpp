#include <QAccessible>
#include <QButtonGroup>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "ui/app/edits.h"
#include "ui/panels/panel_table.h"
#include "ui/panels/size_row.h"
#include "ui/text/body_text.h"
#include "ui/text/error_text.h"
#include "ui/text/file_text.h"

namespace skiagraph::ui {
namespace {

constexpr std::array kSexes{bodies::Sex::kFemale, bodies::Sex::kMale};

QLabel* heading(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setObjectName("heading");
  return label;
}

const bodies::BuiltInPerson& person_in(const QListWidget& list, const QListWidgetItem* item) {
  return bodies::built_in_people()[static_cast<std::size_t>(list.row(item))];
}

}  // namespace

/// A body made to measure: built-in people, sex, sizes, and why a body cannot be.
class BodyPanel : public QWidget {
  Q_OBJECT

 public:
  BodyPanel(const App& app, QWidget* parent);

 private:
  QWidget* people();
  QLayout* sexes();
  QLayout* sizes();
  void set_sex(bodies::Sex sex);
  void leave_all_open();
  void refresh();
  void refresh_person();
  void show_refusal();
  [[nodiscard]] QString source() const;

  App app_;
  QLabel* source_;
  QListWidget* people_;
  std::array<QRadioButton*, 2> sexes_{};  ///< in the order of Sex
  std::array<SizeRow*, bodies::kBodySizeCount> rows_{};
  QPushButton* reset_ = nullptr;
  QLabel* refusal_;
};

BodyPanel::BodyPanel(const App& app, QWidget* parent)
    : QWidget(parent),
      app_(app),
      source_(new QLabel(this)),
      people_(new QListWidget(this)),
      refusal_(new QLabel(this)) {
  source_->setObjectName("body_source");
  source_->setWordWrap(true);
  source_->setTextFormat(Qt::PlainText);  // it names files
  refusal_->setObjectName("body_refusal");
  refusal_->setWordWrap(true);
  refusal_->setTextFormat(Qt::PlainText);
  refusal_->setAlignment(Qt::AlignTop);
  refusal_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  refusal_->setMinimumHeight(
      4 * refusal_->fontMetrics()
              .lineSpacing());  // room for four lines: the panel stays still when a sentence appears
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(8);
  layout->addWidget(source_);
  layout->addWidget(heading(tr("Built-in people"), this));
  layout->addWidget(people());
  layout->addLayout(sexes());
  layout->addLayout(sizes());
  reset_ = new QPushButton(tr("Reset sizes"), this);  // after the rows: Tab follows the order of creation
  reset_->setObjectName("reset_sizes");
  reset_->setToolTip(tr("Leaves every size open: the mean body of this sex"));
  layout->addWidget(reset_);
  layout->addWidget(refusal_);
  layout->addStretch(1);
  connect(reset_, &QPushButton::clicked, this, &BodyPanel::leave_all_open);
  connect(&app.document, &Document::changed, this, [this](const session::Session& before) {
    if (before.body != app_.document.session().body) refresh();
  });
  connect(&app.engine, &Engine::body_changed, this, &BodyPanel::refresh);
  connect(&app.engine, &Engine::limits_changed, this, &BodyPanel::refresh);
  refresh();
}

QWidget* BodyPanel::people() {
  people_->setObjectName("people");
  people_->setAccessibleName(tr("Built-in people"));
  people_->setToolTip(tr("Click, or press Enter, to show this person"));
  for (const bodies::BuiltInPerson& person : bodies::built_in_people())
    people_->addItem(person_title(person));
  people_->setMinimumHeight(80);
  people_->setMaximumHeight(people_->sizeHintForRow(0) * people_->count() + 2 * people_->frameWidth() + 2);
  const auto choose = [this](QListWidgetItem* item) { choose_person(app_, person_in(*people_, item)); };
  connect(people_, &QListWidget::itemClicked, this, choose);
  connect(people_, &QListWidget::itemActivated, this, choose);
  return people_;
}

QLayout* BodyPanel::sexes() {
  auto* row = new QHBoxLayout;
  auto* group = new QButtonGroup(this);
  const std::array names{tr("Woman"), tr("Man")};
  const std::array keys{"sex_female", "sex_male"};
  for (const bodies::Sex sex : kSexes) {
    const auto n = static_cast<std::size_t>(sex);
    auto* button = sexes_[n] = new QRadioButton(names[n], this);
    button->setObjectName(keys[n]);
    button->setAccessibleName(tr("Sex: %1").arg(names[n]));
    button->setToolTip(tr("Keeps the sizes that are asked for"));
    group->addButton(button);
    row->addWidget(button);
    connect(button, &QRadioButton::clicked, this, [this, sex] { set_sex(sex); });
  }
  row->addStretch(1);
  return row;
}

QLayout* BodyPanel::sizes() {
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(6);
  grid->setColumnStretch(1, 1);
  auto* asked = heading(tr("Given"), this);
  asked->setToolTip(tr("A size without a tick follows from the others"));
  auto* measured = heading(tr("Measured"), this);
  measured->setAlignment(Qt::AlignRight);
  measured->setToolTip(tr("On the body that is shown"));
  grid->addWidget(asked, 0, 0, 1, 2);
  grid->addWidget(measured, 0, 2, 1, 2);
  for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n)
    rows_[n] = new SizeRow(app_, static_cast<bodies::BodySize>(n), *grid, static_cast<int>(n) + 1, this);
  return grid;
}

/// The sizes that are given stay, as far as the other body model reaches.
void BodyPanel::set_sex(bodies::Sex sex) {
  if (!app_.engine.usable(sex)) return;
  const auto& ranges = (*app_.engine.limits())[static_cast<std::size_t>(sex)].ranges;
  const QString text = sex == bodies::Sex::kFemale ? tr("Make a woman") : tr("Make a man");
  app_.document.edit(text, [&](session::Session& session) {
    bodies::SizeTargets targets = size_targets(session);
    if (targets.sex == sex && std::holds_alternative<bodies::SizeTargets>(session.body)) return;
    targets.sex = sex;
    for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n)
      if (auto& value = targets.values[n]; value) value = std::clamp(*value, ranges[n].least, ranges[n].most);
    session.body = targets;
    session::clear_edits(session);
  });
}

void BodyPanel::leave_all_open() {
  app_.document.edit(tr("Reset sizes"), [](session::Session& session) {
    if (std::holds_alternative<session::ScanSource>(session.body)) session::clear_edits(session);
    session.body = bodies::SizeTargets{size_targets(session).sex, {}};
  });
}

QString BodyPanel::source() const {
  const session::Session& session = app_.document.session();
  if (std::holds_alternative<session::ScanSource>(session.body))
    return tr("The body is a scan, %1. Choose a person or move a slider for a body made to measure.")
        .arg(file_name_text(std::get<session::ScanSource>(session.body).path));
  return size_targets(session).sex == bodies::Sex::kFemale
             ? tr("Made to measure, from the body model of women.")
             : tr("Made to measure, from the body model of men.");
}

void BodyPanel::refresh() {
  source_->setText(source());
  refresh_person();
  for (SizeRow* row : rows_) row->refresh();
  reset_->setEnabled(app_.engine.usable(size_targets(app_.document.session()).sex));
  show_refusal();
}

void BodyPanel::refresh_person() {
  const session::Session& session = app_.document.session();
  const bodies::BuiltInPerson* chosen = chosen_person(session);
  for (int row = 0; row < people_->count(); ++row) {
    QListWidgetItem* item = people_->item(row);
    const bodies::BuiltInPerson& person = person_in(*people_, item);
    const auto sex = static_cast<std::size_t>(person.targets.sex);
    const bool known = app_.engine.limits().has_value();
    item->setFlags(app_.engine.usable(person.targets.sex) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                                          : Qt::NoItemFlags);
    const auto& error = known ? (*app_.engine.limits())[sex].error : std::nullopt;
    item->setToolTip(error ? Qt::convertFromPlainText(error_text(*error)) : QString());
    item->setSelected(&person == chosen);
  }
  for (const bodies::Sex sex : kSexes) {
    QRadioButton& button = *sexes_[static_cast<std::size_t>(sex)];
    button.setEnabled(app_.engine.usable(sex));
    button.setChecked(size_targets(session).sex == sex);
  }
}

void BodyPanel::show_refusal() {
  const auto& error = app_.engine.body_error();
  const bool made = std::holds_alternative<bodies::SizeTargets>(app_.document.session().body);
  const QString text = made && error ? error_text(*error) : QString();
  if (refusal_->text() == text) return;
  refusal_->setText(text);
  if (text.isEmpty()) return;
  QAccessibleEvent alert(refusal_, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

QWidget* make_body_panel(const App& app, QWidget* parent) {
  return new BodyPanel(app, parent);
}

}  // namespace skiagraph::ui

#include "body_panel.moc"
