#include "ui/text/warning_text.h"

#include <QCoreApplication>

namespace skiagraph::ui {

QString warning_title(const inference::ResultWarning& warning) {
  return QCoreApplication::translate("Warnings", warning.title.data());
}

QString warning_sentence(const inference::ResultWarning& warning) {
  return QCoreApplication::translate("Warnings", warning.text.data());
}

}  // namespace skiagraph::ui
