#include "ui/engine/body_loader.h"

#include <QFileInfo>
#include <exception>
#include <span>
#include <utility>

#include "core/bodies/built_in_person.h"
#include "core/io/checksum.h"
#include "core/io/scan_file.h"
#include "ui/engine/body_geometry.h"
#include "ui/text/body_text.h"
#include "ui/text/file_text.h"

namespace skiagraph::ui {
namespace {

void make_surface(LoadedBody& body, const geometry::CanonicalFrame& frame) {
  const geometry::TriangleMesh& mesh = body.draft ? *body.coarse : *body.mesh;
  body.surface = std::make_shared<const geometry::SurfaceImage>(
      geometry::rasterise_surface(std::span(&mesh, 1), body.scan.placement(frame)));
}

std::shared_ptr<LoadedBody> ready_body(const QString& name, geometry::AlignedScan scan,
                                       const geometry::CanonicalFrame& frame) {
  auto body = std::make_shared<LoadedBody>();
  body->name = name;
  body->mesh = std::make_shared<const geometry::TriangleMesh>(std::move(scan.mesh));
  body->scan = std::move(scan);
  make_surface(*body, frame);
  DrawnBody drawn = drawn_body(body->mesh);
  body->coarse = std::move(drawn.mesh);
  body->skin = std::move(drawn.skin);
  return body;
}

/// The body lies in the patient frame already, and its levels are known.
std::shared_ptr<const LoadedBody> made_body(const QString& name, const bodies::BodyModel& model,
                                            const bodies::SizeTargets& targets,
                                            const geometry::CanonicalFrame& frame) {
  bodies::Body made = bodies::make_body(model, targets);
  geometry::AlignedScan scan;
  scan.mesh = std::move(made.skin);
  scan.neck = made.neck;
  scan.symphysis = made.symphysis;
  auto body = ready_body(name, std::move(scan), frame);
  body->source = targets;
  body->sizes = made.sizes;
  return body;
}

}  // namespace

BodyLoader::BodyLoader(BodyModelSource source, QObject* parent)
    : QObject(parent), models_(std::move(source)) {
  pool_.setMaxThreadCount(1);
}

BodyLoader::~BodyLoader() {
  newest_ = ~std::uint64_t{0};  // nothing that waits is wanted any more
  stop();
  pool_.waitForDone();
}

void BodyLoader::read_models() {
  pool_.start([this] {
    QMetaObject::invokeMethod(this, [this, limits = models_.limits()] { Q_EMIT models_read(limits); });
  });
}

void BodyLoader::read_scan(std::uint64_t id, const session::ScanSource& source,
                           const geometry::CanonicalFrame& frame) {
  const QString name = file_name_text(source.path);
  stop();
  reading_ = std::make_shared<CancelToken>();
  queue(id, [source, name, frame, progress = progress_of(id), cancel = reading_] {
    constexpr double kReading = 0.5, kAligning = 0.85;  // of the time that a large file takes
    const auto begin = [&](double done) {
      if (cancel->cancelled()) throw Cancelled();
      progress(done, {});
    };
    const auto reading = [&](double done, const std::string&) { progress(kReading * done, {}); };
    // The reader goes first: of a missing or damaged file it says more than the checksum does.
    geometry::AlignedScan scan = io::read_scan(source.path, source.overrides, reading, cancel.get());
    begin(kAligning);
    const std::string checksum = io::sha256(source.path);
    if (!source.sha256.empty() && checksum != source.sha256)
      throw InputError("scan.changed", "The scan \"{}\" has changed since it was opened; open it again.",
                       source.path);
    begin((1 + kAligning) / 2);
    auto body = ready_body(name, std::move(scan), frame);
    body->source = session::ScanSource{source.path, checksum, source.overrides};
    return body;
  });
}

void BodyLoader::move_levels(std::uint64_t id, const std::shared_ptr<const LoadedBody>& scan,
                             const session::ScanSource& source, bool draft,
                             const geometry::CanonicalFrame& frame) {
  queue(id, [scan, source, draft, frame] {
    auto body = std::make_shared<LoadedBody>(*scan);
    body->source = source;
    body->draft = draft && scan->coarse != scan->mesh;
    body->scan =
        geometry::with_levels(scan->scan, body->draft ? *scan->coarse : *scan->mesh, source.overrides);
    make_surface(*body, frame);
    return body;
  });
}

void BodyLoader::make(std::uint64_t id, const bodies::SizeTargets& targets,
                      const geometry::CanonicalFrame& frame) {
  const bodies::BuiltInPerson* person = built_in_person_with(targets);
  const QString name = person != nullptr ? person_title(*person) : tr("Body made to measure");
  queue(id,
        [this, targets, name, frame] { return made_body(name, models_.of(targets.sex), targets, frame); });
}

void BodyLoader::make_substitute(std::uint64_t id, const session::BodySource& source,
                                 const geometry::CanonicalFrame& frame) {
  queue(id, [source, frame, name = tr("Person made in code")] {
    auto body = ready_body(name, geometry::align_scan(bodies::built_in_person()), frame);
    body->source = source;
    body->substitute = true;
    return body;
  });
}

/// Tells the GUI thread, not oftener than anybody sees.
ProgressFunction BodyLoader::progress_of(std::uint64_t id) {
  constexpr double kStep = 0.01;
  return [this, id, told = -1.0](double done, const std::string&) mutable {
    if (done < told + kStep) return;
    told = done;
    QMetaObject::invokeMethod(this, [this, id, done] { Q_EMIT progressed(id, done); });
  };
}

void BodyLoader::queue(std::uint64_t id, Job job) {
  newest_ = id;
  pool_.start([this, id, job = std::move(job)] {
    if (id < newest_) return;
    std::shared_ptr<const LoadedBody> body;
    SharedError error;
    try {
      body = job();
    } catch (const Cancelled&) {
      return;
    } catch (const std::exception& exception) {
      error = std::make_shared<const Error>(readable_error(exception));
    }
    // The body is moved to the GUI thread, where its last reference is to be dropped.
    QMetaObject::invokeMethod(this, [this, id, body = std::move(body), error = std::move(error)] {
      if (body) {
        Q_EMIT loaded(id, body);
      } else {
        Q_EMIT failed(id, error);
      }
    });
  });
}

}  // namespace skiagraph::ui
