#include "ui/engine/body_loader.h"

#include <QFileInfo>
#include <exception>
#include <span>
#include <utility>

#include "core/bodies/body_scan.h"
#include "core/bodies/built_in_person.h"
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
  body->head_top_mm = scan_range::head_top(*body->mesh, body->scan.neck);
  make_surface(*body, frame);
  DrawnBody drawn = drawn_body(body->mesh);
  body->coarse = std::move(drawn.mesh);
  body->skin = std::move(drawn.skin);
  return body;
}

std::shared_ptr<const LoadedBody> made_body(const QString& name, const bodies::BodyModel& model,
                                            const bodies::SizeTargets& targets,
                                            const geometry::CanonicalFrame& frame) {
  bodies::Body made = bodies::make_body(model, targets);
  const bodies::BodySizes sizes = made.sizes;
  auto body = ready_body(name, bodies::as_scan(std::move(made)), frame);
  body->source = targets;
  body->sizes = sizes;
  return body;
}

/// In the file's axes, from the rows of the alignment.
geometry::BodyAxes axes_of(const geometry::ScanAlignment& scan) {
  const auto& m = scan.to_patient.m;
  return {{m[0][0], m[0][1], m[0][2]}, {m[1][0], m[1][1], m[1][2]}, {m[2][0], m[2][1], m[2][2]}};
}

}  // namespace

BodyLoader::BodyLoader(BodyModelSource source, QObject* parent)
    : QObject(parent), models_(std::move(source)) {
  pool_.setMaxThreadCount(1);
}

BodyLoader::~BodyLoader() {
  newest_ = ~std::uint64_t{0};  // nothing that waits is wanted any more
  stop();
  stop_trying();
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
  queue(id, [this, source, name, frame, progress = progress_of(id), cancel = reading_] {
    return this->read(source, name, frame, progress, *cancel);
  });
}

std::shared_ptr<const LoadedBody> BodyLoader::read(const session::ScanSource& source, const QString& name,
                                                   const geometry::CanonicalFrame& frame,
                                                   const ProgressFunction& progress,
                                                   const CancelToken& cancel) {
  if (cancel.cancelled()) throw Cancelled();
  io::ReadScan scan = reader_.read(source, frame, progress, &cancel);
  if (cancel.cancelled()) throw Cancelled();
  auto body = ready_body(name, std::move(scan.scan), frame);
  body->source = std::move(scan.source);
  body->ct = std::move(scan.ct);
  return body;
}

std::shared_ptr<ImportTrial> BodyLoader::trial(const session::ScanSource& source, const QString& name,
                                               const geometry::CanonicalFrame& frame,
                                               const ProgressFunction& progress, const CancelToken& cancel) {
  auto trial = std::make_shared<ImportTrial>();
  trial->source = io::with_kind(source);
  const auto show = [&](const geometry::TriangleMesh& mesh) {
    try {
      trial->front = reader_.ct() != nullptr ? xray_picture(*reader_.ct()) : picture_from_front(mesh);
      trial->left = picture_from_left(mesh);
    } catch (const InputError&) {  // what cannot be shown does not hide why a scan is refused
      trial->front.reset();
    }
  };
  try {
    trial->body = read(source, name, frame, progress, cancel);
    show(*trial->body->coarse);
    if (!trial->body->ct) trial->axes = axes_of(trial->body->scan);
  } catch (const InputError& error) {
    trial->error = std::make_shared<const Error>(error);
    if (const auto shown = reader_.unaligned(source)) {
      show(shown->mesh);
      trial->axes = shown->axes;
    }
  }
  return trial;
}

void BodyLoader::try_scan(std::uint64_t id, const session::ScanSource& source,
                          const geometry::CanonicalFrame& frame) {
  const QString name = file_name_text(source.path);
  stop_trying();
  trying_ = std::make_shared<CancelToken>();
  pool_.start([this, id, source, name, frame, progress = progress_of(id), cancel = trying_] {
    std::shared_ptr<const ImportTrial> tried_scan;
    try {
      tried_scan = trial(source, name, frame, progress, *cancel);
    } catch (const Cancelled&) {
      return;
    } catch (const std::exception& exception) {
      auto failed_trial = std::make_shared<ImportTrial>();
      failed_trial->source = source;
      failed_trial->error = std::make_shared<const Error>(readable_error(exception));
      tried_scan = std::move(failed_trial);
    }
    QMetaObject::invokeMethod(this, [this, id, answer = std::move(tried_scan)] { Q_EMIT tried(id, answer); });
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
