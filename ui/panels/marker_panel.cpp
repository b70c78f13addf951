#include "ui/panels/marker_panel.h"

#include <QHeaderView>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

enum Column { kName, kLeft, kHeight, kConfidence, kPinned, kColumnCount };

QTableWidgetItem* number_item() {
  auto* item = new QTableWidgetItem;
  item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
  return item;
}

QIcon colour_icon(int index) {
  QPixmap dot(12, 12);
  dot.fill(marker_colour(index));
  return QIcon(dot);
}

}  // namespace

MarkerPanel::MarkerPanel(MarkerModel& model, QWidget* parent)
    : QWidget(parent), model_(model), table_(new QTableWidget(kMarkerCount, kColumnCount, this)) {
  table_->setHorizontalHeaderLabels({tr("Marker"), tr("Left, mm"), tr("Height, mm"), tr("± mm"), tr("Pin")});
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setAlternatingRowColors(true);
  table_->setShowGrid(false);
  table_->setMinimumWidth(390);
  table_->setAccessibleName(tr("Markers"));
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(23);
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(kName, QHeaderView::Stretch);
  for (int row = 0; row < kMarkerCount; ++row) {
    auto* name = new QTableWidgetItem(colour_icon(row), marker_label(row));
    name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    table_->setItem(row, kName, name);
    for (const int column : {kLeft, kHeight, kConfidence}) table_->setItem(row, column, number_item());
    auto* pin = new QTableWidgetItem;
    pin->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    pin->setToolTip(tr("Held where it is; the other markers answer"));
    table_->setItem(row, kPinned, pin);
  }
  auto* release = new QPushButton(tr("Release all"), this);
  release->setToolTip(tr("Lets every marker go where the networks put it"));
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(table_);
  layout->addWidget(release);

  connect(release, &QPushButton::clicked, &model_, &MarkerModel::unpin_all);
  connect(table_, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) {
    if (!refreshing_ && item->column() == kPinned)
      model_.set_pinned(item->row(), item->checkState() == Qt::Checked);
  });
  connect(table_, &QTableWidget::currentCellChanged, this, [this](int row) {
    if (!refreshing_) model_.select(row);
  });
  connect(&model_, &MarkerModel::changed, this, &MarkerPanel::refresh);
  refresh();
}

void MarkerPanel::set_surface(std::shared_ptr<const geometry::SurfaceImage> surface) {
  surface_ = std::move(surface);
  refresh();
}

void MarkerPanel::show_row(int index) {
  const bool known = model_.valid() && surface_;
  const inference::MarkerEstimate& marker = model_.marker(index);
  const Vec3 place = known ? surface_->placement.to_patient(marker.position, 0) : Vec3{};
  const auto text = [&](double value) {
    return known ? QString::number(std::lround(value)) : QStringLiteral("–");
  };
  table_->item(index, kLeft)->setText(text(place.x));
  table_->item(index, kHeight)->setText(text(place.z));
  table_->item(index, kConfidence)->setText(text(marker.confidence_mm));
  table_->item(index, kPinned)->setCheckState(marker.pinned ? Qt::Checked : Qt::Unchecked);
}

void MarkerPanel::refresh() {
  refreshing_ = true;
  for (int row = 0; row < kMarkerCount; ++row) show_row(row);
  if (model_.selected() == MarkerModel::kNone) {
    table_->clearSelection();
  } else if (table_->currentRow() != model_.selected()) {
    table_->selectRow(model_.selected());
  }
  refreshing_ = false;
}

}  // namespace skiagraph::ui
