#include "ui/panels/body_panel.h"

#include <QAccessible>
#include <QButtonGroup>
#include <QVBoxLayout>

#include "ui/text/body_words.h"

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

BodyPanel::BodyPanel(BodyChoice& choice, QWidget* parent)
    : QWidget(parent),
      choice_(choice),
      source_(new QLabel(this)),
      people_(new QListWidget(this)),
      refusal_(new QLabel(this)) {
  source_->setObjectName("body_source");
  source_->setWordWrap(true);
  refusal_->setObjectName("body_refusal");
  refusal_->setWordWrap(true);
  refusal_->setAlignment(Qt::AlignTop);
  refusal_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  refusal_->setMinimumHeight(4 * refusal_->fontMetrics().lineSpacing());  // so that it moves nothing
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(8);
  layout->addWidget(source_);
  layout->addWidget(heading(tr("Built-in people"), this));
  layout->addWidget(people());
  layout->addLayout(sexes());
  layout->addLayout(sizes());
  reset_ = new QPushButton(tr("Reset sizes"), this);  // now, as Tab goes in the order of making
  reset_->setObjectName("reset_sizes");
  reset_->setToolTip(tr("Leaves every size open: the mean body of this sex"));
  layout->addWidget(reset_);
  layout->addWidget(refusal_);
  layout->addStretch(1);
  connect(reset_, &QPushButton::clicked, &choice_, &BodyChoice::leave_all_open);
  connect(&choice_, &BodyChoice::changed, this, &BodyPanel::refresh);
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
  const auto choose = [this](QListWidgetItem* item) { choice_.choose(person_in(*people_, item)); };
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
    connect(button, &QRadioButton::clicked, this, [this, sex] { choice_.set_sex(sex); });
  }
  row->addStretch(1);
  return row;
}

QLayout* BodyPanel::sizes() {
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(6);
  grid->setColumnStretch(1, 1);
  auto* asked = heading(tr("Asked for"), this);
  asked->setToolTip(tr("A size without a tick follows from the others"));
  auto* measured = heading(tr("Measured"), this);
  measured->setAlignment(Qt::AlignRight);
  measured->setToolTip(tr("On the body that is shown"));
  grid->addWidget(asked, 0, 0, 1, 2);
  grid->addWidget(measured, 0, 2, 1, 2);
  for (std::size_t n = 0; n < bodies::kBodySizeCount; ++n)
    rows_[n] = new SizeRow(choice_, static_cast<bodies::BodySize>(n), *grid, static_cast<int>(n) + 1, this);
  return grid;
}

QString BodyPanel::source() const {
  if (choice_.scan())
    return tr("The body is a scan, %1. Choose a person or move a slider for a body made to measure.")
        .arg(choice_.scan()->name);
  return choice_.targets().sex == bodies::Sex::kFemale ? tr("Made to measure, from the body model of women.")
                                                       : tr("Made to measure, from the body model of men.");
}

void BodyPanel::refresh() {
  source_->setText(source());
  refresh_person();
  const bool usable = choice_.usable(choice_.targets().sex);
  for (SizeRow* row : rows_) row->refresh(usable);
  reset_->setEnabled(usable);
  show_refusal();
}

void BodyPanel::refresh_person() {
  const bodies::BuiltInPerson* chosen = choice_.scan() ? nullptr : person_of(choice_.targets());
  for (int row = 0; row < people_->count(); ++row) {
    QListWidgetItem* item = people_->item(row);
    const bodies::BuiltInPerson& person = person_in(*people_, item);
    const bool usable = choice_.usable(person.targets.sex);
    item->setFlags(usable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
    item->setToolTip(choice_.offer(person.targets.sex).trouble);
    item->setSelected(&person == chosen);
  }
  for (const bodies::Sex sex : kSexes) {
    QRadioButton& button = *sexes_[static_cast<std::size_t>(sex)];
    button.setEnabled(choice_.usable(sex));
    button.setChecked(choice_.targets().sex == sex);
  }
}

void BodyPanel::show_refusal() {
  if (refusal_->text() == choice_.refusal()) return;
  refusal_->setText(choice_.refusal());
  if (choice_.refusal().isEmpty()) return;
  QAccessibleEvent alert(refusal_, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

}  // namespace skiagraph::ui
