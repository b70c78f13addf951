#pragma once

#include "ui/app/app.h"
#include "ui/xray/tools/tool.h"

namespace skiagraph::ui {

inline constexpr double kWipeHandle = 6;  ///< pixels of the screen

/// Where the line between prediction and CT stands in a pane of this width.
[[nodiscard]] double wipe_x(const session::View& view, double pane_width);

/// Left drag at the line between prediction and CT moves it.
class WipeTool : public Tool {
 public:
  explicit WipeTool(const App& app) : app_(app) {}

  bool press(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void move(const QMouseEvent& event, const XrayGeometry& geometry) override;

 private:
  App app_;
};

}  // namespace skiagraph::ui
