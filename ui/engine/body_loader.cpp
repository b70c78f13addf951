#include "ui/engine/body_loader.h"

#include <QFileInfo>
#include <exception>
#include <span>
#include <utility>

#include "core/bodies/body_scan.h"
#include "core/bodies/built_in_person.h"
#include "core/io/scan_file.h"
#include "ui/engine/body_geometry.h"
#include "ui/text/body_text.h"
#include "ui/text/file_text.h"

namespace skiagraph::ui {
namespace {

std::shared_ptr<LoadedBody> ready_body(const QString& name, geometry::AlignedScan scan,
                                       const geometry::CanonicalFrame& frame) {
  auto body = std::make_shared<LoadedBody>();
  body->name = name;
  body->scan = std::move(scan);
  body->surface = std::make_shared<const geometry::SurfaceImage>(
      geometry::rasterise_surface(std::span(&body->scan.mesh, 1), body->scan.placement(frame)));
  body->skin = body_geometry(body->scan.mesh);
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

}  // namespace

BodyLoader::BodyLoader(BodyModelSource source, QObject* parent)
    : QObject(parent), models_(std::move(source)) {
  pool_.setMaxThreadCount(1);
}

BodyLoader::~BodyLoader() {
  newest_ = ~std::uint64_t{0};  // nothing that waits is wanted any more
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
  queue(id, [source, name, frame] {
    io::CheckedScan read = io::read_checked_scan(source);
    auto body = ready_body(name, std::move(read.scan), frame);
    body->source = session::ScanSource{source.path, read.sha256, source.overrides};
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

void BodyLoader::queue(std::uint64_t id, Job job) {
  newest_ = id;
  pool_.start([this, id, job = std::move(job)] {
    if (id < newest_) return;
    std::shared_ptr<const LoadedBody> body;
    SharedError error;
    try {
      body = job();
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
