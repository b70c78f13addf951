#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

#include "ui/app/edits.h"
#include "ui/panels/panel_table.h"
#include "ui/text/marker_text.h"
#include "ui/text/number_text.h"
#include "ui/xray/marker_painter.h"

namespace skiagraph::ui {
namespace {

enum Column { kName, kLeft, kHeight, kConfidence, kReached, kPinned, kLocked, kColumnCount };

QTableWidgetItem* number_item() {
  auto* item = new QTableWidgetItem;
  item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
  return item;
}

QTableWidgetItem* tick_item(const QString& tip) {
  auto* item = new QTableWidgetItem;
  item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
  item->setToolTip(tip);
  return item;
}

}  // namespace

/// The markers as a table: place in mm, 95 % margin, how far from its pin a marker is, pin and lock; and
/// which groups of them are shown.
class MarkerPanel : public QWidget {
  Q_OBJECT

 public:
  MarkerPanel(const App& app, QWidget* parent);

 private:
  QLayout* group_boxes();
  QLayout* buttons();
  void fill_table();
  void set_widths();
  void connect_table();
  void take_tick(const QTableWidgetItem& item);
  void refresh();
  void refresh_selection();
  void refresh_groups();
  void show_row(int index, const inference::MarkerEstimate* marker);

  App app_;
  QTableWidget* table_;
  std::array<QCheckBox*, kMarkerGroupCount> groups_{};
  QPushButton *release_, *release_all_;
  bool refreshing_ = false;  ///< signals of our own are not edits
};

MarkerPanel::MarkerPanel(const App& app, QWidget* parent)
    : QWidget(parent), app_(app), table_(new QTableWidget(kMarkerCount, kColumnCount, this)) {
  fill_table();
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(group_boxes());
  layout->addWidget(table_);
  layout->addLayout(buttons());
  connect_table();
  connect(&app.document, &Document::changed, this, [this](const session::Session& before) {
    const session::Session& now = app_.document.session();
    if (before.pins != now.pins || before.locks != now.locks ||
        before.view.hidden_groups != now.view.hidden_groups)
      refresh();
  });
  connect(&app.engine, &Engine::result_changed, this, &MarkerPanel::refresh);
  connect(&app.engine, &Engine::body_changed, this, &MarkerPanel::refresh);
  connect(&app.selection, &Selection::changed, this, &MarkerPanel::refresh_selection);
  refresh();
}

QLayout* MarkerPanel::group_boxes() {
  constexpr int kColumns = 3;
  auto* grid = new QGridLayout;
  grid->setVerticalSpacing(2);
  for (int n = 0; n < kMarkerGroupCount; ++n) {
    const auto group = static_cast<MarkerGroup>(n);
    auto* box = new QCheckBox(group_label(group), this);
    box->setIcon(group_icon(group));
    box->setObjectName("group_" +
                       QString::fromLatin1(marker_group_table()[static_cast<std::size_t>(n)].name));
    box->setAccessibleName(tr("Show the markers of %1").arg(group_label(group)));
    box->setToolTip(tr("Show these markers; hidden ones cannot be moved"));
    connect(box, &QCheckBox::clicked, this, [this, group](bool shown) { show_group(app_, group, shown); });
    groups_[static_cast<std::size_t>(n)] = box;
    grid->addWidget(box, n / kColumns, n % kColumns);
  }
  return grid;
}

QLayout* MarkerPanel::buttons() {
  release_ = new QPushButton(tr("Release"), this);
  release_->setObjectName("release_button");
  release_->setToolTip(tr("Lets the selected marker go where the networks put it"));
  release_all_ = new QPushButton(tr("Release all"), this);
  release_all_->setToolTip(tr("Lets every marker go where the networks put it, but for locked ones"));
  connect(release_, &QPushButton::clicked, this,
          [this] { set_pinned(app_, app_.selection.selected(), false); });
  connect(release_all_, &QPushButton::clicked, this, [this] { release_all_markers(app_.document); });
  auto* row = new QHBoxLayout;
  row->addWidget(release_);
  row->addWidget(release_all_);
  return row;
}

void MarkerPanel::fill_table() {
  table_->setHorizontalHeaderLabels(
      {tr("Marker"), tr("Left\nmm"), tr("Height\nmm"), tr("±\nmm"), tr("Δ\nmm"), tr("Pin"), tr("Lock")});
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setAlternatingRowColors(true);
  table_->setShowGrid(false);
  table_->setMinimumWidth(400);
  table_->setObjectName("marker_table");
  table_->setAccessibleName(tr("Markers"));
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(23);
  table_->horizontalHeader()->setHighlightSections(false);
  for (int row = 0; row < kMarkerCount; ++row) {
    auto* name = new QTableWidgetItem(marker_icon(row), marker_label(row));
    name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    table_->setItem(row, kName, name);
    for (const int column : {kLeft, kHeight, kConfidence, kReached})
      table_->setItem(row, column, number_item());
    table_->item(row, kConfidence)
        ->setToolTip(tr("The true place is expected within this distance in 95 of 100 people"));
    table_->item(row, kReached)
        ->setToolTip(tr("How far from its pin the network reads the marker in the picture"));
    table_->setItem(row, kPinned, tick_item(tr("Held where it is; the other markers answer")));
    table_->setItem(row, kLocked, tick_item(tr("Cannot be moved or released by hand")));
  }
  set_widths();
}

/// Once, for the longest numbers: a header that measured its cells did so anew with each of 119, at every
/// move of a hand.
void MarkerPanel::set_widths() {
  constexpr int kAround = 12;
  constexpr std::array<std::pair<Column, const char*>, 6> kLongest{{{kLeft, "-888"},
                                                                    {kHeight, "8888"},
                                                                    {kConfidence, "8888"},
                                                                    {kReached, "888"},
                                                                    {kPinned, ""},
                                                                    {kLocked, ""}}};
  QHeaderView& header = *table_->horizontalHeader();
  header.setSectionResizeMode(QHeaderView::Fixed);
  header.setSectionResizeMode(kName, QHeaderView::Stretch);
  for (const auto& [column, text] : kLongest) {
    const int needed = table_->fontMetrics().horizontalAdvance(text) + kAround;
    header.resizeSection(column, std::max(needed, header.sectionSizeHint(column)));
  }
}

void MarkerPanel::connect_table() {
  connect(table_, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) {
    if (!refreshing_) take_tick(*item);
  });
  connect(table_, &QTableWidget::itemSelectionChanged, this, [this] {
    if (refreshing_) return;
    const auto rows = table_->selectionModel()->selectedRows();
    app_.selection.select(rows.isEmpty() ? Selection::kNone : rows.front().row());
  });
}

void MarkerPanel::take_tick(const QTableWidgetItem& item) {
  const bool set = item.checkState() == Qt::Checked;
  if (item.column() == kPinned) set_pinned(app_, item.row(), set);
  if (item.column() == kLocked) set_locked(app_, item.row(), set);
  refresh();  // the click has turned the tick, even where nothing changes
}

void MarkerPanel::show_row(int index, const inference::MarkerEstimate* marker) {
  const auto text = [marker](double value) {
    return marker != nullptr ? number_text(value, 0) : QStringLiteral("–");
  };
  const bool pinned = marker != nullptr && marker->pinned;
  const geometry::CanonicalPlacement* placement =
      marker != nullptr ? &app_.engine.body()->surface->placement : nullptr;
  const Vec3 place = marker != nullptr ? placement->to_patient(marker->position, 0) : Vec3{};
  table_->item(index, kLeft)->setText(text(place.x));
  table_->item(index, kHeight)->setText(text(place.z));
  table_->item(index, kConfidence)->setText(text(marker != nullptr ? inference::margin_mm(*marker) : 0));
  table_->item(index, kReached)
      ->setText(pinned ? text(norm(marker->answer - marker->position) * placement->mm_per_px()) : QString());
  table_->item(index, kPinned)->setCheckState(pinned ? Qt::Checked : Qt::Unchecked);
  const bool locked = app_.document.session().locks[static_cast<std::size_t>(index)];
  table_->item(index, kLocked)->setCheckState(locked ? Qt::Checked : Qt::Unchecked);
  const bool shown = session::is_shown(app_.document.session().view, index);
  for (int column = 0; column < kColumnCount; ++column) {
    QTableWidgetItem* item = table_->item(index, column);
    // Tells of a change even where there is none.
    if (item->flags().testFlag(Qt::ItemIsEnabled) != shown)
      item->setFlags(item->flags().setFlag(Qt::ItemIsEnabled, shown));
  }
}

void MarkerPanel::refresh_groups() {
  const session::HiddenGroups& hidden = app_.document.session().view.hidden_groups;
  for (std::size_t n = 0; n < groups_.size(); ++n) groups_[n]->setChecked(!hidden[n]);
}

void MarkerPanel::refresh() {
  const auto& result = app_.engine.result();
  inference::MarkerEstimates markers{};
  if (result) markers = shown_markers(app_.document.session(), *result);
  refreshing_ = true;
  for (int row = 0; row < kMarkerCount; ++row)
    show_row(row, result ? &markers[static_cast<std::size_t>(row)] : nullptr);
  refresh_groups();
  release_all_->setEnabled(any_to_release(app_.document.session()));
  refreshing_ = false;
  refresh_selection();
}

void MarkerPanel::refresh_selection() {
  const int selected = app_.selection.selected();
  release_->setEnabled(can_release_selected(app_));
  refreshing_ = true;
  if (selected == Selection::kNone) {
    table_->setCurrentCell(-1, -1);  // else a click on the same row would select nothing
    table_->clearSelection();
  } else if (table_->currentRow() != selected || table_->selectedItems().isEmpty()) {
    table_->selectRow(selected);  // else the current column would be lost
  }
  refreshing_ = false;
}

QWidget* make_marker_panel(const App& app, QWidget* parent) {
  return new MarkerPanel(app, parent);
}

}  // namespace skiagraph::ui

#include "marker_panel.moc"
