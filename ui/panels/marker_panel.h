#pragma once

#include <QTableWidget>
#include <QWidget>
#include <memory>

#include "core/geometry/surface_image.h"
#include "ui/document/marker_model.h"

namespace skiagraph::ui {

/// The markers as a table: place in mm, confidence, pin.
class MarkerPanel : public QWidget {
  Q_OBJECT

 public:
  explicit MarkerPanel(MarkerModel& model, QWidget* parent = nullptr);

  void set_surface(std::shared_ptr<const geometry::SurfaceImage> surface);

 private:
  void refresh();
  void show_row(int index);

  MarkerModel& model_;
  std::shared_ptr<const geometry::SurfaceImage> surface_;
  QTableWidget* table_;
  bool refreshing_ = false;  ///< the table's own signals are not edits
};

}  // namespace skiagraph::ui
