#pragma once

#include <QTableWidget>
#include <QWidget>
#include <memory>

#include "core/geometry/surface_image.h"
#include "ui/marker_model.h"

namespace skiagraph {

/// The markers as a table: place in mm, confidence, pin.
class MarkerPanel : public QWidget {
  Q_OBJECT

 public:
  explicit MarkerPanel(MarkerModel& model, QWidget* parent = nullptr);

  void set_surface(std::shared_ptr<const SurfaceImage> surface);

 private:
  void refresh();
  void show_row(int index);

  MarkerModel& model_;
  std::shared_ptr<const SurfaceImage> surface_;
  QTableWidget* table_;
  bool refreshing_ = false;  ///< the table's own signals are not edits
};

}  // namespace skiagraph
