#include "ui/text/marker_text.h"

#include <QCoreApplication>
#include <string>

#include "core/markers/marker_table.h"

namespace skiagraph::ui {

QString marker_label(int index) {
  const std::string label(marker_table()[static_cast<std::size_t>(index)].label);
  return QCoreApplication::translate("Markers", label.c_str());
}

}  // namespace skiagraph::ui
