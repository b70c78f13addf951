#include "ui/text/format_text.h"

#include <QCoreApplication>

#include "core/io/surface_formats.h"

namespace skiagraph::ui {

QString surface_file_filter() {
  return QCoreApplication::translate("Commands", "Body surfaces (%1)")
      .arg(QString::fromStdString(io::surface_format_patterns()));
}

QString session_file_filter() {
  return QCoreApplication::translate("Commands", "Sessions (*.skiagraph)");
}

QString open_filter() {
  return QCoreApplication::translate("Commands", "Scans and sessions (%1 *.skiagraph)")
             .arg(QString::fromStdString(io::surface_format_patterns())) +
         ";;" + surface_file_filter() + ";;" + session_file_filter();
}

}  // namespace skiagraph::ui
