#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "core/scan_range/table_position.h"
#include "ui/app/range_edits.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/panel_table.h"
#include "ui/text/marker_text.h"
#include "ui/text/number_text.h"
#include "ui/text/range_text.h"

namespace skiagraph::ui {
namespace {

using scan_range::Line;

constexpr double kFarthestMm = 5000;

}  // namespace

/// The scan range in numbers: region, start, end, sides, length and margin in mm, where the scanner's table
/// has them, and what the range promises.
class RangePanel : public QWidget {
  Q_OBJECT

 public:
  RangePanel(const App& app, QWidget* parent);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* regions();
  QLayout* numbers();
  QLayout* buttons();
  QDoubleSpinBox* number(const char* name, const QString& spoken, const QString& tip);
  void connect_numbers();
  void take_line(Line line, double mm);
  [[nodiscard]] QString merge_key(const QString& what) const;
  void refresh();
  void show_numbers(const ShownRange& range);
  [[nodiscard]] QString origin(const ShownRange& range, Line line) const;
  [[nodiscard]] QString promise(const ShownRange& range) const;
  [[nodiscard]] QString table(const ShownRange& range) const;
  [[nodiscard]] QString in_file(const ShownRange& range) const;

  App app_;
  QComboBox* region_;
  QLabel *meaning_, *promise_, *table_, *file_;
  std::array<QDoubleSpinBox*, 4> lines_{};  ///< by Line
  std::array<QLabel*, 2> origins_{};        ///< of top and bottom
  QDoubleSpinBox *length_ = nullptr, *width_ = nullptr, *margin_ = nullptr;
  QCheckBox* calibrated_ = nullptr;
  QPushButton* reset_ = nullptr;
  QWidget* body_ = nullptr;  ///< all that needs a range
  bool refreshing_ = false;  ///< signals of our own are not edits
  int gesture_ = 0;
};

RangePanel::RangePanel(const App& app, QWidget* parent)
    : QWidget(parent),
      app_(app),
      region_(new QComboBox(this)),
      meaning_(text_label(this, "range_meaning")),
      promise_(text_label(this, "range_promise")),
      table_(text_label(this, "range_table")),
      file_(text_label(this, "range_file")) {
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(8);
  layout->addWidget(regions());
  layout->addWidget(meaning_);
  body_ = new QWidget(this);
  auto* inner = new QVBoxLayout(body_);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(8);
  inner->addLayout(numbers());
  for (QLabel* label : {promise_, table_, file_}) inner->addWidget(label);
  inner->addLayout(buttons());
  layout->addWidget(body_);
  auto* notice = new QLabel(planning_notice(), this);
  notice->setObjectName("heading");
  layout->addWidget(notice);
  layout->addStretch(1);
  connect_numbers();
  connect(&app.document, &Document::changed, this, &RangePanel::refresh);
  connect(&app.engine, &Engine::result_changed, this, &RangePanel::refresh);
  connect(&app.engine, &Engine::body_changed, this, &RangePanel::refresh);
  refresh();
}

QWidget* RangePanel::regions() {
  region_->setObjectName("range_region");
  region_->setAccessibleName(tr("Region of the scan"));
  region_->setToolTip(tr("From where to where a CT is to be taken: proposed from the markers"));
  region_->addItem(tr("No scan range"));
  for (const scan_range::RegionInfo& info : scan_range::region_table())
    region_->addItem(region_label(info.region));
  connect(region_, &QComboBox::activated, this, [this](int index) {
    if (index == 0) return remove_range(app_);
    plan_range(app_, scan_range::region_table()[static_cast<std::size_t>(index - 1)].region);
  });
  return region_;
}

QDoubleSpinBox* RangePanel::number(const char* name, const QString& spoken, const QString& tip) {
  auto* box = new QDoubleSpinBox(body_);
  box->setObjectName(name);
  box->setAccessibleName(spoken);
  box->setToolTip(tip);
  box->setDecimals(0);
  box->setSuffix(tr(" mm"));
  box->setAlignment(Qt::AlignRight);
  box->setRange(-kFarthestMm, kFarthestMm);
  box->setKeyboardTracking(false);  // not at 1 and 13 on the way to 1300
  box->installEventFilter(this);
  return box;
}

QLayout* RangePanel::numbers() {
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(6);
  grid->setColumnStretch(2, 1);
  int row = 0;
  const auto add = [&](const QString& title, QDoubleSpinBox* box, QWidget* beside = nullptr) {
    auto* label = new QLabel(title, body_);
    label->setBuddy(box);
    grid->addWidget(label, row, 0);
    grid->addWidget(box, row, 1);
    if (beside != nullptr) grid->addWidget(beside, row, 2);
    ++row;
  };
  const QString height = tr("Height as in the list of markers; up and down keys move it by 1 mm");
  const auto line = [this](Line which) -> QDoubleSpinBox*& {
    return lines_[static_cast<std::size_t>(which)];
  };
  line(Line::kTop) = number("range_top", tr("Start of the scan range, mm"), height);
  line(Line::kBottom) = number("range_bottom", tr("End of the scan range, mm"), height);
  length_ = number("range_length", tr("Length of the scan range, mm"), tr("Moves the end"));
  line(Line::kRight) = number("range_right", tr("Right side of the scan range, mm"),
                              tr("The patient's right side; minus is right of the middle"));
  line(Line::kLeft) = number("range_left", tr("Left side of the scan range, mm"),
                             tr("The patient's left side; plus is left of the middle"));
  width_ = number("range_width", tr("Width of the scan range, mm"),
                  tr("Field of view: moves both sides away from the middle"));
  margin_ = number("range_margin", tr("Margin of the scan range, mm"), tr("Beyond the markers at both ends"));
  margin_->setRange(0, scan_range::kMostMarginMm);
  calibrated_ = new QCheckBox(tr("As calibrated"), body_);
  calibrated_->setObjectName("range_calibrated");
  calibrated_->setAccessibleName(calibrated_->text());
  calibrated_->setToolTip(tr(
      "As much at each end as it takes to hold both true ends in 95 of 100 people; wider where the markers "
      "are less sure"));
  for (QLabel*& label : origins_) {
    label = new QLabel(body_);
    label->setTextFormat(Qt::PlainText);
  }
  origins_[0]->setObjectName("range_top_origin");
  origins_[1]->setObjectName("range_bottom_origin");
  add(tr("Start"), line(Line::kTop), origins_[0]);
  add(tr("End"), line(Line::kBottom), origins_[1]);
  add(tr("Length"), length_);
  add(tr("Margin"), margin_, calibrated_);
  add(tr("Right side"), line(Line::kRight));
  add(tr("Left side"), line(Line::kLeft));
  add(tr("Width"), width_);
  return grid;
}

QLayout* RangePanel::buttons() {
  reset_ = command_button(body_, tr("Reset to automatic"), "reset_range");
  reset_->setToolTip(tr("All lines where the program has them, with the calibrated margin"));
  auto* row = new QHBoxLayout;
  row->addWidget(reset_);
  row->addWidget(command_button(body_, tr("Copy"), "copy_range"));
  row->addWidget(command_button(body_, tr("Export…"), "export_range"));
  return row;
}

bool RangePanel::eventFilter(QObject* watched, QEvent* event) {
  const bool key = event->type() == QEvent::KeyPress && !static_cast<QKeyEvent*>(event)->isAutoRepeat();
  if (key || event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel) ++gesture_;
  return QObject::eventFilter(watched, event);
}

/// What one press of a key or button does is one undo step.
QString RangePanel::merge_key(const QString& what) const {
  return QStringLiteral("range %1 %2").arg(what).arg(gesture_);
}

void RangePanel::take_line(Line line, double mm) {
  set_range_line(app_, line, mm, merge_key(QString::number(static_cast<int>(line))));
}

void RangePanel::connect_numbers() {
  for (const Line line : scan_range::kLines)
    connect(lines_[static_cast<std::size_t>(line)], &QDoubleSpinBox::valueChanged, this,
            [this, line](double mm) {
              if (!refreshing_) take_line(line, mm);
            });
  connect(length_, &QDoubleSpinBox::valueChanged, this, [this](double mm) {
    const auto range = shown_range(app_);
    if (!refreshing_ && range) take_line(Line::kBottom, range->box.top_mm - mm);
  });
  connect(width_, &QDoubleSpinBox::valueChanged, this, [this](double mm) {
    if (!refreshing_) set_range_width(app_, mm, merge_key("width"));
  });
  connect(margin_, &QDoubleSpinBox::valueChanged, this, [this](double mm) {
    if (!refreshing_) set_range_margin(app_, mm, merge_key("margin"));
  });
  connect(calibrated_, &QCheckBox::clicked, this,
          [this](bool on) { set_range_margin(app_, on ? std::nullopt : std::optional(margin_->value())); });
}

void RangePanel::refresh() {
  const auto& plan = app_.document.session().scan_range;
  const auto range = shown_range(app_);
  refreshing_ = true;
  region_->setCurrentIndex(plan ? 1 + static_cast<int>(plan->region) : 0);
  meaning_->setText(
      plan ? region_meaning(plan->region)
           : tr("Choose a region: the program proposes from where to where to scan, and shows it "
                "on X-ray and body."));
  body_->setVisible(plan.has_value());
  body_->setEnabled(range.has_value());
  reset_->setEnabled(can_reset_range(app_));
  if (range) show_numbers(*range);
  refreshing_ = false;
}

void RangePanel::show_numbers(const ShownRange& range) {
  for (const Line line : scan_range::kLines)
    lines_[static_cast<std::size_t>(line)]->setValue(scan_range::line_mm(range.box, line));
  length_->setRange(scan_range::kLeastLengthMm, kFarthestMm);
  length_->setValue(range.box.length_mm());
  width_->setRange(scan_range::kLeastLengthMm, kFarthestMm);
  width_->setValue(range.box.width_mm());
  calibrated_->setChecked(!range.plan.margin_mm);
  margin_->setValue(
      range.plan.margin_mm.value_or(std::max(range.proposal.top.margin_mm, range.proposal.bottom.margin_mm)));
  origins_[0]->setText(origin(range, Line::kTop));
  origins_[1]->setText(origin(range, Line::kBottom));
  promise_->setText(promise(range));
  table_->setText(table(range));
  file_->setText(in_file(range));
}

QString RangePanel::origin(const ShownRange& range, Line line) const {
  const bool top = line == Line::kTop;
  if (top ? range.plan.top_mm.has_value() : range.plan.bottom_mm.has_value()) return tr("set by hand");
  const scan_range::RangeEnd& end = top ? range.proposal.top : range.proposal.bottom;
  if (!end.marker) return tr("top of the head");
  return tr("%1 and %2 mm").arg(marker_label(static_cast<int>(*end.marker)), number_text(end.margin_mm, 0));
}

QString RangePanel::promise(const ShownRange& range) const {
  if (range.plan.top_mm || range.plan.bottom_mm)
    return tr("A line was moved by hand: no share of people is promised.");
  if (range.plan.margin_mm) return tr("The margin was set by hand: no share of people is promised.");
  return tr("Both ends hold the true ones in 95 of 100 people.");
}

QString RangePanel::table(const ShownRange& range) const {
  return tr("From the landmark %1 (± %2 mm): start %3, end %4.")
      .arg(marker_label(static_cast<int>(range.landmark)), number_text(range.landmark_margin_mm, 0),
           table_text(range.box.top_mm - range.landmark_mm),
           table_text(range.box.bottom_mm - range.landmark_mm));
}

QString RangePanel::in_file(const ShownRange& range) const {
  const scan_range::TableAxis axis(app_.engine.body()->scan);
  return tr("In the scan's own coordinates, along %1: from %2 to %3 mm.")
      .arg(QString::fromStdString(axis.name()), number_text(axis.position_mm(range.box.top_mm), 1),
           number_text(axis.position_mm(range.box.bottom_mm), 1));
}

QWidget* make_range_panel(const App& app, QWidget* parent) {
  return new RangePanel(app, parent);
}

}  // namespace skiagraph::ui

#include "range_panel.moc"
