#include "ui/text/format_text.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/io/surface_formats.h"
#include "core/io/volume_formats.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

/// DICOM often has no extension at all: then "All files" shows it.
QString ct_patterns() {
  QStringList patterns{"*.dcm", "*.ima", "DICOMDIR", "*.zip", "*.tar", "*.7z"};
  for (const io::VolumeFormat& format : io::volume_formats())
    patterns +=
        "*" + QString::fromUtf8(format.extension.data(), static_cast<qsizetype>(format.extension.size()));
  return patterns.join(' ');
}

}  // namespace

QString open_filter() {
  const QString surfaces = QString::fromStdString(io::surface_format_patterns()), ct = ct_patterns();
  return QStringList{translated("Scans, CT and sessions (%1)").arg(surfaces + ' ' + ct + " *.skiagraph"),
                     translated("Body surfaces (%1)").arg(surfaces), translated("CT (%1)").arg(ct),
                     session_file_filter(), translated("All files (*)")}
      .join(";;");
}

QString session_file_filter() {
  return translated("Sessions (*.skiagraph)");
}

}  // namespace skiagraph::ui
