#pragma once

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

#include "core/base/progress.h"
#include "core/io/scan_reader.h"
#include "ui/engine/body_models.h"
#include "ui/engine/import_question.h"
#include "ui/engine/loaded_body.h"

namespace skiagraph::ui {

using SharedError = std::shared_ptr<const Error>;

/// Reads and aligns scans and CT and makes bodies to measure, on a thread of its own. Each request has an id,
/// which comes back with the answer; requests that a newer one overtakes before their turn are left out. GUI
/// thread.
class BodyLoader : public QObject {
  Q_OBJECT

 public:
  explicit BodyLoader(BodyModelSource source, QObject* parent = nullptr);
  ~BodyLoader() override;

  /// Reads the body models; answers with models_read().
  void read_models();
  /// Reads a scan or CT; its checksum is that of the file as it is now. Tells of its progress, and ends
  /// without an answer when another scan is asked for or stop() is called.
  void read_scan(std::uint64_t id, const session::ScanSource& source, const geometry::CanonicalFrame& frame);
  /// The same to look at it: answers with tried(), whether the scan can be used or not, unless another trial
  /// or stop_trying() comes before. What is wanted of the document goes its own way.
  void try_scan(std::uint64_t id, const session::ScanSource& source, const geometry::CanonicalFrame& frame);
  /// The same surface with the levels of `source`, which differs in them alone; no file is needed. A draft is
  /// made from the coarse mesh.
  void move_levels(std::uint64_t id, const std::shared_ptr<const LoadedBody>& scan,
                   const session::ScanSource& source, bool draft, const geometry::CanonicalFrame& frame);
  void make(std::uint64_t id, const bodies::SizeTargets& targets, const geometry::CanonicalFrame& frame);
  /// The person made in code, for which no file is needed, in place of a body that could not be made.
  void make_substitute(std::uint64_t id, const session::BodySource& source,
                       const geometry::CanonicalFrame& frame);
  /// The scan that is being read is not wanted any more.
  void stop() { reading_->cancel(); }
  void stop_trying() { trying_->cancel(); }

 Q_SIGNALS:
  void progressed(std::uint64_t id, double done);  ///< from 0 to 1
  void models_read(const skiagraph::ui::SizeLimitsBySex& limits);
  void loaded(std::uint64_t id, const std::shared_ptr<const skiagraph::ui::LoadedBody>& body);
  void tried(std::uint64_t id, const std::shared_ptr<const skiagraph::ui::ImportTrial>& trial);
  void failed(std::uint64_t id, const skiagraph::ui::SharedError& error);

 private:
  using Job = std::function<std::shared_ptr<const LoadedBody>()>;
  void queue(std::uint64_t id, Job job);
  std::shared_ptr<const LoadedBody> read(const session::ScanSource& source, const QString& name,
                                         const geometry::CanonicalFrame& frame,
                                         const ProgressFunction& progress, const CancelToken& cancel);
  std::shared_ptr<ImportTrial> trial(const session::ScanSource& source, const QString& name,
                                     const geometry::CanonicalFrame& frame, const ProgressFunction& progress,
                                     const CancelToken& cancel);
  [[nodiscard]] ProgressFunction progress_of(std::uint64_t id);

  BodyModels models_;  ///< used on the pool's one thread, as the next
  io::ScanReader reader_;
  std::atomic<std::uint64_t> newest_ = 0;
  std::shared_ptr<CancelToken> reading_ = std::make_shared<CancelToken>();  ///< of the newest scan
  std::shared_ptr<CancelToken> trying_ = std::make_shared<CancelToken>();   ///< of the newest trial
  QThreadPool pool_;  // last: its thread uses the others
};

}  // namespace skiagraph::ui
