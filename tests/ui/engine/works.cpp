#include "tests/ui/engine/works.h"

#include <QCoreApplication>

namespace skiagraph::ui {

void start_core_application() {
  static int count = 1;
  static char name[] = "test_engine";
  static char* arguments[] = {name, nullptr};
  static const QCoreApplication instance(count, arguments);
}

}  // namespace skiagraph::ui
