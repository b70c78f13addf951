#include "tests/ui/album.h"

#include <QDir>
#include <QTest>
#include <catch2/catch.hpp>

#include "core/base/environment.h"
#include "tests/ui/window.h"
#include "ui/body/body_view.h"
#include "ui/text/language.h"

namespace skiagraph::ui {
namespace {

QString wanted(const char* variable, const char* otherwise) {
  return QString::fromStdString(environment_variable(variable).value_or(otherwise));
}

Theme wanted_theme() {
  return wanted("SKIAGRAPH_PICTURES_THEME", "light") == "dark" ? Theme::kDark : Theme::kLight;
}

}  // namespace

Album::Album() : Album(wanted_theme()) {}

Album::Album(Theme theme)
    : folder_(wanted("SKIAGRAPH_PICTURES", "")), variant_(wanted("SKIAGRAPH_PICTURES_VARIANT", "")) {
  start_application();
  install_language(*qApp, wanted("SKIAGRAPH_PICTURES_LANGUAGE", "en"));
  apply_theme(*qobject_cast<QApplication*>(qApp), theme);
  REQUIRE_FALSE(folder_.isEmpty());
  REQUIRE(QDir().mkpath(folder_));
}

void Album::add(QWidget& widget, const QString& name) const {
  if (auto* body = widget.findChild<BodyView*>()) body->catch_up();
  constexpr int kPaintedMs = 100, kQuality = 88;
  QTest::qWait(kPaintedMs);
  REQUIRE(widget.grab().save(QStringLiteral("%1/%2%3.jpg").arg(folder_, name, variant_), nullptr, kQuality));
}

}  // namespace skiagraph::ui
