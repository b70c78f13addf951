#pragma once

#include <memory>

#include "ui/app/app.h"

namespace skiagraph::ui {

/// The X-rays of the newest result and of the state before editing, as fine as they are shown.
struct ShownXrays {
  std::shared_ptr<const imaging::XrayImage> now;     ///< null before the first
  std::shared_ptr<const imaging::XrayImage> before;  ///< of the same frame; null: not known
};

/// GUI thread. Of two of which one has a real part, neither is finer than what the loop found.
[[nodiscard]] ShownXrays shown_xrays(const App& app);

}  // namespace skiagraph::ui
