#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <memory>

#include "core/geometry/scan_alignment.h"
#include "core/geometry/surface_image.h"
#include "ui/body_geometry.h"

namespace skiagraph {

struct LoadedScan {
  QString name;  ///< for the title
  AlignedScan scan;
  std::shared_ptr<const SurfaceImage> surface;
  std::shared_ptr<vtkPolyData> skin;  ///< of the scan, for the 3D view alone
};

/// Reads and aligns scans behind the window. The newest request wins.
class ScanLoader : public QObject {
  Q_OBJECT

 public:
  explicit ScanLoader(QObject* parent = nullptr);
  ~ScanLoader() override;

  /// An empty path means the built-in person.
  void load(const QString& path, const CanonicalFrame& frame);

 Q_SIGNALS:
  void loaded(const std::shared_ptr<const LoadedScan>& scan);
  void failed(const QString& sentence);

 private:
  QThreadPool pool_;
  int newest_ = 0;
};

}  // namespace skiagraph
