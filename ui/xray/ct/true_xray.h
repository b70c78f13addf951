#pragma once

#include <memory>

#include "ui/app/app.h"

namespace skiagraph::ui {

/// A true X-ray of the body that is shown, on the frame of the predicted one.
struct TrueXray {
  std::shared_ptr<const imaging::CtXray> xray;  ///< null: there is none
  bool partial = false;                         ///< a real X-ray that was laid on; else that of a CT
};

/// The real X-ray of part of the body where there is one, or else that of the CT.
[[nodiscard]] TrueXray true_xray(const App& app);

/// What is predicted, without the real part in it; null before the first.
[[nodiscard]] std::shared_ptr<const imaging::XrayImage> predicted_xray(const App& app);

/// Whether both are there and of one frame.
[[nodiscard]] bool has_comparison(const App& app);

}  // namespace skiagraph::ui
