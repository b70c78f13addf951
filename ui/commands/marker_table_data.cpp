#include "ui/commands/marker_table_data.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/io/markers_file.h"
#include "ui/text/export_text.h"
#include "ui/text/marker_text.h"
#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

QStringList titles() {
  return {translated("Marker"),       translated("Left (x), mm"), translated("Back (y), mm"),
          translated("Head (z), mm"), translated("± mm"),         translated("Pinned")};
}

QStringList cells(const Result& result, int index) {
  constexpr int kDecimals = 1;
  const inference::MarkerEstimate& marker = result.markers[static_cast<std::size_t>(index)];
  const Vec3 place = io::marker_position(*result.body->surface, marker.position);
  QStringList row{marker_label(index)};
  for (const double number : {place.x, place.y, place.z, inference::margin_mm(marker)})
    row += number_text(number, kDecimals);
  row += marker.pinned ? translated("yes") : translated("no");
  return row;
}

QString html_row(const QStringList& cells, const char* tag) {
  QString row;
  for (const QString& cell : cells)
    row += QStringLiteral("<%1>%2</%1>").arg(QLatin1String(tag), cell.toHtmlEscaped());
  return "<tr>" + row + "</tr>";
}

}  // namespace

std::unique_ptr<QMimeData> marker_table_data(const Result& result) {
  QString text = titles().join('\t') + '\n', html = "<table>" + html_row(titles(), "th");
  for (int n = 0; n < kMarkerCount; ++n) {
    const QStringList row = cells(result, n);
    text += row.join('\t') + '\n';
    html += html_row(row, "td");
  }
  auto data = std::make_unique<QMimeData>();
  data->setText(text + synthetic_notice() + '\n');
  data->setHtml(html + html_row({synthetic_notice()}, "td") + "</table>");
  return data;
}

}  // namespace skiagraph::ui
