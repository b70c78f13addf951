#pragma once

#include "ui/document/document.h"
#include "ui/xray/tools/tool.h"

namespace skiagraph::ui {

/// Middle drag moves the X-ray in its pane.
class PanTool : public Tool {
 public:
  explicit PanTool(Document& document) : document_(document) {}

  bool press(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void move(const QMouseEvent& event, const XrayGeometry& geometry) override;

 private:
  Document& document_;
  QPointF last_;
};

/// Right drag changes window (sideways) and level (up and down).
class WindowLevelTool : public Tool {
 public:
  explicit WindowLevelTool(Document& document) : document_(document) {}

  bool press(const QMouseEvent& event, const XrayGeometry& geometry) override;
  void move(const QMouseEvent& event, const XrayGeometry& geometry) override;

 private:
  Document& document_;
  QPointF last_;
};

/// What is shown moves by so much of the pane.
void pan_by(Document& document, const XrayGeometry& geometry, QPointF way);

/// Zooms by `factor`; the place at `at` stays under the mouse.
void zoom_at(Document& document, const XrayGeometry& geometry, QPointF at, double factor);

}  // namespace skiagraph::ui
