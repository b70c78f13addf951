#pragma once

#include <QLocale>
#include <QString>

namespace skiagraph::ui {

/// A number in the person's language, without signs between groups of digits.
inline QString number_text(double value, int decimals) {
  QLocale locale;
  locale.setNumberOptions(QLocale::OmitGroupSeparator);
  return locale.toString(value, 'f', decimals);
}

}  // namespace skiagraph::ui
