#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/app/xray_edits.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/panel_table.h"
#include "ui/text/anomaly_text.h"
#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

constexpr int kSteps = 200;
/// The slider's ends.
constexpr double kMostScore = 12, kMostDifference = 0.4;

double most_of(const ShownAnomalies& shown) {
  return shown.plain ? kMostDifference : kMostScore;
}

}  // namespace

/// What differs from a healthy person's X-ray: by which measure and from which threshold on, and the regions;
/// a click on one shows it large.
class AnomalyPanel : public QWidget {
  Q_OBJECT

 public:
  AnomalyPanel(const App& app, QWidget* parent);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QLayout* threshold_row();
  void make_table();
  void take_threshold(int step);
  void show_region(int row);
  void refresh();
  void show_regions();

  App app_;
  QLabel* words_;
  QWidget* details_;  ///< all that needs a completion
  QCheckBox* shown_;
  QComboBox* measure_;
  QSlider* threshold_ = nullptr;
  QLabel* value_ = nullptr;
  QPushButton* calibrated_ = nullptr;
  QTableWidget* table_;
  std::vector<applications::AnomalyRegion> regions_;  ///< of the table's rows
  bool refreshing_ = false;                           ///< signals of our own are not edits
  int gesture_ = 0;
};

AnomalyPanel::AnomalyPanel(const App& app, QWidget* parent)
    : QWidget(parent),
      app_(app),
      words_(text_label(this, "anomaly_words")),
      details_(new QWidget(this)),
      shown_(new QCheckBox(tr("Colour what differs"), details_)),
      measure_(new QComboBox(details_)),
      table_(new QTableWidget(details_)) {
  shown_->setObjectName("anomalies_shown");
  shown_->setAccessibleName(shown_->text());
  shown_->setToolTip(tr("Orange: denser than in a healthy person, blue: thinner"));
  measure_->setObjectName("anomaly_measure");
  measure_->setAccessibleName(tr("Measure of what differs"));
  measure_->addItem(tr("Score against healthy people"));
  measure_->addItem(tr("Plain difference"));
  measure_->setToolTip(
      tr("The score knows how far healthy people differ at each place; the plain difference "
         "does not"));
  make_table();
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(8);
  auto* inner = new QVBoxLayout(details_);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(8);
  inner->addWidget(shown_);
  inner->addWidget(measure_);
  inner->addLayout(threshold_row());
  inner->addWidget(table_, 1);
  inner->addWidget(command_button(details_, tr("Copy"), "copy_anomalies"), 0, Qt::AlignLeft);
  layout->addWidget(details_, 1);
  layout->addWidget(words_);
  layout->addStretch(0);
  connect(shown_, &QCheckBox::clicked, this,
          [this](bool on) { app_.document.set_view([on](session::View& view) { view.anomalies = on; }); });
  connect(measure_, &QComboBox::activated, this,
          [this](int index) { set_plain_anomalies(app_, index == 1); });
  connect(&app.document, &Document::changed, this, [this](const session::Session& before) {
    const session::Session& now = app_.document.session();
    if (before.anomalies != now.anomalies || before.view.anomalies != now.view.anomalies ||
        before.partial_xray != now.partial_xray)
      refresh();
  });
  connect(&app.engine, &Engine::result_changed, this, &AnomalyPanel::refresh);
  refresh();
}

QLayout* AnomalyPanel::threshold_row() {
  threshold_ = new QSlider(Qt::Horizontal, details_);
  threshold_->setObjectName("anomaly_threshold");
  threshold_->setAccessibleName(tr("Threshold of what differs"));
  threshold_->setToolTip(tr("From which value on a region is told"));
  threshold_->setRange(1, kSteps);
  threshold_->installEventFilter(this);
  value_ = new QLabel(details_);
  value_->setObjectName("anomaly_threshold_value");
  calibrated_ = new QPushButton(tr("As calibrated"), details_);
  calibrated_->setObjectName("anomaly_calibrated");
  calibrated_->setToolTip(tr("The threshold at which a healthy person has one region on average"));
  connect(threshold_, &QSlider::valueChanged, this, &AnomalyPanel::take_threshold);
  connect(calibrated_, &QPushButton::clicked, this, [this] { set_anomaly_threshold(app_, std::nullopt); });
  auto* row = new QHBoxLayout;
  row->addWidget(threshold_, 1);
  row->addWidget(value_);
  row->addWidget(calibrated_);
  return row;
}

void AnomalyPanel::make_table() {
  table_->setObjectName("anomaly_table");
  table_->setAccessibleName(tr("Regions that differ"));
  table_->setToolTip(tr("Click a region to see it large"));
  table_->setColumnCount(4);
  table_->setHorizontalHeaderLabels({tr("Place"), tr("Density"), tr("Size, mm"), tr("Peak")});
  table_->verticalHeader()->hide();
  table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  connect(table_, &QTableWidget::cellClicked, this, [this](int row) { show_region(row); });
  connect(table_, &QTableWidget::cellActivated, this, [this](int row) { show_region(row); });
}

bool AnomalyPanel::eventFilter(QObject* watched, QEvent* event) {
  const bool key = event->type() == QEvent::KeyPress && !static_cast<QKeyEvent*>(event)->isAutoRepeat();
  if (key || event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel) ++gesture_;
  return QObject::eventFilter(watched, event);
}

void AnomalyPanel::take_threshold(int step) {
  const auto shown = shown_anomalies(app_);
  if (refreshing_ || !shown) return;
  set_anomaly_threshold(app_, step * most_of(*shown) / kSteps, QStringLiteral("anomalies %1").arg(gesture_));
}

/// A third of the pane's height, with its surroundings.
void AnomalyPanel::show_region(int row) {
  if (row < 0 || row >= static_cast<int>(regions_.size())) return;
  const applications::AnomalyRegion& region = regions_[static_cast<std::size_t>(row)];
  constexpr double kPanePx = 700, kAround = 3, kLeastPx = 60;
  const double extent =
      std::max({kLeastPx, kAround * (region.bottom - region.top), kAround * (region.right - region.left)});
  app_.document.set_view([&](session::View& view) {
    view.xray = session::XrayViewport{kPanePx / extent, region.centre};
    view.anomalies = true;
  });
}

void AnomalyPanel::refresh() {
  const auto shown = shown_anomalies(app_);
  details_->setVisible(shown.has_value());
  words_->setText(
      shown
          ? tr("No diagnosis. It cannot find what is smaller than a few pixels (a pixel is about 4 mm), what "
               "lies at the skin, and what looks like another healthy person.")
          : tr("Lay a real X-ray on, in the tab Completion: regions where it differs from a healthy person "
               "of "
               "this shape are listed here."));
  regions_ = shown ? shown->regions : std::vector<applications::AnomalyRegion>();
  if (!shown) return;
  refreshing_ = true;
  shown_->setChecked(app_.document.session().view.anomalies);
  measure_->setCurrentIndex(shown->plain ? 1 : 0);
  measure_->setEnabled(shown->plain == app_.document.session().anomalies.plain);
  threshold_->setValue(static_cast<int>(std::lround(shown->threshold / most_of(*shown) * kSteps)));
  value_->setText(shown->plain ? tr("%1 %").arg(number_text(100 * shown->threshold, 0))
                               : number_text(shown->threshold, 1));
  calibrated_->setEnabled(app_.document.session().anomalies.threshold.has_value());
  show_regions();
  refreshing_ = false;
}

void AnomalyPanel::show_regions() {
  table_->setRowCount(static_cast<int>(regions_.size()));
  for (int row = 0; row < table_->rowCount(); ++row) {
    const applications::AnomalyRegion& region = regions_[static_cast<std::size_t>(row)];
    const QString size = tr("%1 × %2").arg(number_text(region.width_mm, 0), number_text(region.height_mm, 0));
    int column = 0;
    for (const QString& text :
         {place_text(region.place), density_text(region), size, number_text(region.peak, 2)})
      table_->setItem(row, column++, new QTableWidgetItem(text));
  }
}

QWidget* make_anomaly_panel(const App& app, QWidget* parent) {
  return new AnomalyPanel(app, parent);
}

}  // namespace skiagraph::ui

#include "anomaly_panel.moc"
