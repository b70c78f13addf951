#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "core/geometry/scan_alignment.h"
#include "core/geometry/surface_image.h"
#include "ui/body/body_geometry.h"
#include "ui/engine/body_models.h"

namespace skiagraph::ui {

/// How a body came out of the body model.
struct MadeBody {
  bodies::SizeTargets targets;
  bodies::BodySizes sizes{};  ///< measured
};

struct LoadedScan {
  QString name;  ///< for the title
  geometry::AlignedScan scan;
  std::shared_ptr<const geometry::SurfaceImage> surface;
  std::shared_ptr<vtkPolyData> skin;  ///< of the scan, for the 3D view alone
  std::optional<MadeBody> made;       ///< none for a scan
};

/// Reads and aligns scans, makes bodies to measure and saves them, behind the window. The newest request
/// wins.
class ScanLoader : public QObject {
  Q_OBJECT

 public:
  explicit ScanLoader(BodyModelSource source, QObject* parent = nullptr);
  ~ScanLoader() override;

  /// Reads the body models; answers with offered().
  void read_models();
  /// An empty path means the person made in code.
  void load(const QString& path, const geometry::CanonicalFrame& frame);
  /// A body for each call, as fast as they can be made; those that a newer call overtakes are left out.
  void make(const bodies::SizeTargets& targets, const geometry::CanonicalFrame& frame);
  /// What is under way is not wanted any more.
  void drop();
  /// Writes the surface as PLY, mm, patient frame; answers with saved() or failed().
  void save(std::shared_ptr<const LoadedScan> scan, const QString& path);

 Q_SIGNALS:
  void offered(const skiagraph::ui::BodyOffers& offers);
  void loaded(const std::shared_ptr<const LoadedScan>& scan);
  void failed(const QString& sentence);
  /// There is no body of the targets.
  void refused(const QString& sentence);
  void saved(const QString& path);

 private:
  using Job = std::function<std::shared_ptr<const LoadedScan>()>;
  using Complaint = void (ScanLoader::*)(const QString&);
  void queue(Job job, Complaint complain);

  BodyModels models_;  ///< of the pool's one thread
  std::atomic<int> newest_ = 0;
  int series_ = 0;  ///< results of an earlier one come too late
  bool making_ = false;
  QThreadPool pool_;  // last: its thread uses the others
};

}  // namespace skiagraph::ui
