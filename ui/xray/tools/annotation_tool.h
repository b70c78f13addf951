#pragma once

#include <string>

#include "ui/app/app.h"
#include "ui/xray/tools/tool.h"

namespace skiagraph::ui {

/// While marking is chosen, a left press marks a point or takes one that is there, and a drag moves it. Esc
/// takes the drag back; else it ends marking.
class AnnotationTool : public Tool {
 public:
  explicit AnnotationTool(const App& app) : app_(app) {}

  bool press(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void move(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void release() override;
  bool key(const QKeyEvent& event) override;
  [[nodiscard]] std::optional<Qt::CursorShape> cursor(QPointF at,
                                                      const XrayGeometry& geometry) const override;

 private:
  [[nodiscard]] bool chosen() const { return app_.selection.tool() == Selection::Tool::kAnnotate; }
  /// Empty: none is near.
  [[nodiscard]] std::string annotation_near(QPointF at, const XrayGeometry& geometry, double reach) const;
  void put(Pixel place);

  App app_;
  Document::PreviewId drag_ = 0;
  std::string name_;
  bool new_ = false;
  Pixel grip_;  ///< from the mouse to the point
};

}  // namespace skiagraph::ui
