#include "ui/text/marker_text.h"

#include <QCoreApplication>
#include <string>

namespace skiagraph::ui {

QString marker_label(int index) {
  const std::string label(marker_table()[static_cast<std::size_t>(index)].label);
  return QCoreApplication::translate("Markers", label.c_str());
}

QString group_label(MarkerGroup group) {
  const std::string label(marker_group_table()[static_cast<std::size_t>(group)].label);
  return QCoreApplication::translate("Markers", label.c_str());
}

}  // namespace skiagraph::ui
