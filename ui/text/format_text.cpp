#include "ui/text/format_text.h"

#include <QCoreApplication>

#include "core/io/surface_formats.h"

namespace skiagraph::ui {

QString surface_file_filter() {
  return QCoreApplication::translate("Commands", "Body surfaces (%1)")
      .arg(QString::fromStdString(io::surface_format_patterns()));
}

}  // namespace skiagraph::ui
