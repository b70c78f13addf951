#pragma once

#include <QApplication>

namespace skiagraph {

/// The one of the program. Never deleted: OpenGL outlives no application.
inline QApplication& application() {
  static int count = 1;
  static char name[] = "skiagraph_benchmark";
  static char* arguments[] = {name, nullptr};
  static auto* instance = new QApplication(count, arguments);
  return *instance;
}

}  // namespace skiagraph
