#include "ui/text/error_text.h"

#include <QCoreApplication>

namespace skiagraph::ui {

/// The sentence is translated before its arguments are filled in; core names arguments by {}.
QString error_text(const Error& error) {
  const QString sentence = QCoreApplication::translate("Errors", error.sentence().c_str());
  const std::string filled = filled_in(sentence.toStdString(), error.arguments());
  return QString::fromUtf8(filled.c_str());
}

}  // namespace skiagraph::ui
