#pragma once

#include <QWidget>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "ui/app/app.h"
#include "ui/app/touch.h"
#include "ui/xray/comparison_bar.h"
#include "ui/xray/layers/layer.h"
#include "ui/xray/tools/tool.h"
#include "ui/xray/xray_geometry.h"
#include "ui/xray/xray_picture.h"

namespace skiagraph::ui {

/// The pane of the X-ray. It shows the engine's newest result, beside the state before editing where that is
/// wanted, with layers over it, and hands mouse and keys to its tools. Wheel zooms at the cursor, double
/// click shows the whole X-ray, Tab walks the markers. A finger drags as the mouse does, two zoom and move
/// the X-ray.
class XrayView : public QWidget, private TouchTarget {
  Q_OBJECT

 public:
  /// The rulers at its edges and the hint for newcomers.
  enum class Extras : std::uint8_t { kShown, kHidden };
  explicit XrayView(const App& app, QWidget* parent = nullptr, Extras extras = Extras::kShown);

  [[nodiscard]] XrayGeometry geometry_now() const;

 Q_SIGNALS:
  /// What is under the cursor; empty outside.
  void pointed_at(const QString& text);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void leaveEvent(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  void withdraw_finger() override;
  void two_fingers(const TwoFingers& now) override;
  void follow_document();
  /// What is shown may be another.
  void refresh();
  void release_tool();
  void show_cursor(QPointF at);
  /// Null before the first result.
  [[nodiscard]] PictureSource picture() const;
  void tell_place();
  [[nodiscard]] QString place_text(QPointF at) const;

  App app_;
  Extras extras_;
  TouchReader touch_;
  std::vector<std::unique_ptr<Layer>> layers_;
  std::vector<std::unique_ptr<Tool>> tools_;
  Tool* active_ = nullptr;  ///< has the mouse
  Qt::MouseButton button_ = Qt::NoButton;
  std::optional<QPointF> mouse_;  ///< while it is over the pane
  XrayPicture picture_;
  ComparisonBar* comparison_bar_;
};

}  // namespace skiagraph::ui
