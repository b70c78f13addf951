#include "ui/text/language.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace skiagraph::ui {
namespace {

void install(QCoreApplication& application, const QLocale& locale, const QString& file,
             const QString& folder) {
  auto* translator = new QTranslator(&application);
  if (translator->load(locale, file, QStringLiteral("_"), folder)) application.installTranslator(translator);
}

}  // namespace

const std::vector<Language>& languages() {
  static const std::vector<Language> all{{QStringLiteral("en"), QStringLiteral("English")},
                                         {QStringLiteral("de"), QStringLiteral("Deutsch")}};
  return all;
}

void install_language(QCoreApplication& application, const QString& code) {
  const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
  QLocale::setDefault(locale);
  // Qt's own texts, as on the buttons of its dialogs.
  install(application, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  install(application, locale, QStringLiteral("skiagraph"), QStringLiteral(":/translations"));
}

}  // namespace skiagraph::ui
