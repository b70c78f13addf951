#include "ui/text/warning_text.h"

#include <QCoreApplication>

namespace skiagraph::ui {

QString warning_title(const Remark& remark) {
  return QCoreApplication::translate("Warnings", remark.title.c_str());
}

QString warning_sentence(const Remark& remark) {
  const QString sentence = QCoreApplication::translate("Warnings", remark.sentence.c_str());
  return QString::fromStdString(filled_in(sentence.toStdString(), remark.arguments));
}

}  // namespace skiagraph::ui
