#include "ui/training/population_view.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/markers/marker_table.h"
#include "ui/text/marker_text.h"
#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

QString value_text(const QJsonValue& value, int decimals) {
  return value.isDouble() ? number_text(value.toDouble(), decimals) : QStringLiteral("–");
}

/// "12.3 (11.0, +12 %)": found, published, difference.
QString beside_text(const QJsonValue& found, const QJsonValue& published) {
  const QString text = value_text(found, 1);
  if (!found.isDouble() || !published.isDouble()) return text;
  const double percent = (found.toDouble() / published.toDouble() - 1) * 100;
  return QStringLiteral("%1 (%2; %3%4 %)")
      .arg(text, value_text(published, 1), percent < 0 ? QStringLiteral("−") : QStringLiteral("+"),
           number_text(std::abs(percent), 0));
}

QString interval_text(const QJsonValue& interval) {
  if (!interval.isArray()) return value_text(interval, 2);
  return QStringLiteral("%1–%2").arg(value_text(interval[0], 2), value_text(interval[1], 2));
}

/// As it is where the window has no words for it.
QString measure_text(const QString& name) {
  struct Row {
    const char *name, *text;
  };
  constexpr Row kRows[] = {
      {"stature", QT_TRANSLATE_NOOP("Measures", "Stature, mm")},
      {"mass", QT_TRANSLATE_NOOP("Measures", "Mass, kg")},
      {"sitting_height", QT_TRANSLATE_NOOP("Measures", "Sitting height, mm")},
      {"chest_girth", QT_TRANSLATE_NOOP("Measures", "Girth of the chest, mm")},
      {"waist_girth", QT_TRANSLATE_NOOP("Measures", "Girth of the waist, mm")},
      {"hip_girth", QT_TRANSLATE_NOOP("Measures", "Girth of the hips, mm")},
      {"chest_depth", QT_TRANSLATE_NOOP("Measures", "Depth of the chest, mm")},
      {"hip_breadth", QT_TRANSLATE_NOOP("Measures", "Breadth of the hips, mm")},
      {"right_lung_height", QT_TRANSLATE_NOOP("Measures", "Height of the right lung, mm")},
      {"left_lung_height", QT_TRANSLATE_NOOP("Measures", "Height of the left lung, mm")},
      {"right_kidney_length", QT_TRANSLATE_NOOP("Measures", "Length of the right kidney, mm")},
      {"left_kidney_length", QT_TRANSLATE_NOOP("Measures", "Length of the left kidney, mm")},
      {"liver_right_edge", QT_TRANSLATE_NOOP("Measures", "Right edge of the liver from the midline, mm")}};
  for (const Row& row : kRows)
    if (name == QLatin1String(row.name)) return QCoreApplication::translate("Measures", row.text);
  return name;
}

/// `names`: how many columns hold no figures.
QTableWidget* table(const char* name, const QString& accessible, const QStringList& columns, int names) {
  auto* table = new QTableWidget(0, static_cast<int>(columns.size()));
  table->setObjectName(name);
  table->setAccessibleName(accessible);
  table->setHorizontalHeaderLabels(columns);
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table->horizontalHeader()->setSectionResizeMode(names - 1, QHeaderView::Stretch);
  table->verticalHeader()->hide();
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  return table;
}

void fill_row(QTableWidget& table, int row, const QStringList& cells, int names) {
  for (int column = 0; column < cells.size(); ++column) {
    auto* item = new QTableWidgetItem(cells[column]);
    if (column >= names) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table.setItem(row, column, item);
  }
}

QWidget* with_note(QTableWidget* table, const QString& note) {
  auto* label = new QLabel(note);
  label->setWordWrap(true);
  auto* column = new QWidget;
  auto* layout = new QVBoxLayout(column);
  layout->addWidget(table, 1);
  layout->addWidget(label);
  return column;
}

}  // namespace

PopulationView::PopulationView(QWidget* parent)
    : QWidget(parent),
      sentence_(new QLabel),
      landmarks_(table("landmark_spreads", tr("Spread of landmarks"),
                       {tr("Landmark"), tr("Total SD, mm"), tr("Unexplained SD, mm"),
                        tr("Unexplained sideways, mm"), tr("Floor, cm"), tr("Floor, 95 %")},
                       1)),
      measures_(table("measure_spreads", tr("Spread of measures"),
                      {tr("Base"), tr("Measure"), tr("Mean"), tr("SD")}, 2)) {
  sentence_->setObjectName("population_sentence");
  sentence_->setWordWrap(true);
  auto* tabs = new QTabWidget;
  tabs->addTab(
      with_note(
          landmarks_,
          tr("Head-feet positions on a scanner's table beside those of NAKO MRI (Kats et al. 2025), and "
             "what their network leaves. Unexplained: the interior drawn again under one skin. Floor: "
             "mean distance from the mean of such draws. A dash: not measured.")),
      tr("Landmarks"));
  tabs->addTab(
      with_note(measures_, tr("Stature to hips beside Gordon et al., 2012 Anthropometric Survey of U.S. Army "
                              "Personnel; lungs and kidneys beside published values.")),
      tr("Measures"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(sentence_);
  layout->addWidget(tabs, 1);
}

void PopulationView::show_report(const QByteArray& json) {
  const QJsonObject report = QJsonDocument::fromJson(json).object();
  sentence_->setText(tr("%1 people. In brackets: the published figure, and how far ours is from it.")
                         .arg(report["people"].toInt()));
  show_landmarks(report["landmarks"].toArray());
  show_measures(report["measures"].toArray());
}

/// In the order of the table of markers.
void PopulationView::show_landmarks(const QJsonArray& landmarks) {
  const auto count = std::min(landmarks.size(), qsizetype(marker_table().size()));
  landmarks_->setRowCount(static_cast<int>(count));
  for (int n = 0; n < count; ++n) {
    const QJsonObject row = landmarks[n].toObject();
    fill_row(*landmarks_, n,
             {marker_label(n), beside_text(row["total_mm"], row["published_total_mm"]),
              beside_text(row["unexplained_mm"], row["published_unexplained_mm"]),
              beside_text(row["unexplained_sideways_mm"], row["published_unexplained_sideways_mm"]),
              value_text(row["floor_cm"], 2), interval_text(row["floor_95_cm"])},
             1);
  }
}

void PopulationView::show_measures(const QJsonArray& measures) {
  measures_->setRowCount(static_cast<int>(measures.size()));
  for (int n = 0; n < measures.size(); ++n) {
    const QJsonObject row = measures[n].toObject();
    fill_row(*measures_, n,
             {row["base"].toString(), measure_text(row["measure"].toString()),
              beside_text(row["mean"], row["published_mean"]), beside_text(row["sd"], row["published_sd"])},
             2);
  }
}

}  // namespace skiagraph::ui
