#include "ui/engine/scan_loader.h"

#include <QFileInfo>
#include <exception>
#include <span>
#include <utility>

#include "core/bodies/built_in_person.h"
#include "core/io/mesh_file.h"
#include "ui/text/body_words.h"

namespace skiagraph::ui {
namespace {

std::shared_ptr<LoadedScan> ready_scan(const QString& name, geometry::AlignedScan scan,
                                       const geometry::CanonicalFrame& frame) {
  auto loaded = std::make_shared<LoadedScan>();
  loaded->name = name;
  loaded->scan = std::move(scan);
  loaded->surface = std::make_shared<const geometry::SurfaceImage>(
      geometry::rasterise_surface(std::span(&loaded->scan.mesh, 1), loaded->scan.placement(frame)));
  loaded->skin = body_geometry(loaded->scan.mesh);
  return loaded;
}

/// The body lies in the patient frame already, and its levels are known.
std::shared_ptr<const LoadedScan> made_scan(const QString& name, const bodies::BodyModel& model,
                                            const bodies::SizeTargets& targets,
                                            const geometry::CanonicalFrame& frame) {
  bodies::Body body = bodies::make_body(model, targets);
  geometry::AlignedScan scan;
  scan.mesh = std::move(body.skin);
  scan.neck = body.neck;
  scan.symphysis = body.symphysis;
  auto loaded = ready_scan(name, std::move(scan), frame);
  loaded->made = {targets, body.sizes};
  return loaded;
}

}  // namespace

ScanLoader::ScanLoader(BodyModelSource source, QObject* parent)
    : QObject(parent), models_(std::move(source)) {
  pool_.setMaxThreadCount(1);
}

ScanLoader::~ScanLoader() {
  drop();
  pool_.waitForDone();
}

void ScanLoader::read_models() {
  pool_.start([this] {
    QMetaObject::invokeMethod(this, [this, offers = models_.offers()] { Q_EMIT offered(offers); });
  });
}

void ScanLoader::load(const QString& path, const geometry::CanonicalFrame& frame) {
  drop();
  const QString name = path.isEmpty() ? tr("Person made in code") : QFileInfo(path).fileName();
  queue(
      [path, name, frame] {
        return ready_scan(name,
                          geometry::align_scan(path.isEmpty() ? bodies::built_in_person()
                                                              : io::read_mesh(path.toStdString())),
                          frame);
      },
      &ScanLoader::failed);
}

void ScanLoader::make(const bodies::SizeTargets& targets, const geometry::CanonicalFrame& frame) {
  if (!making_) drop();
  making_ = true;
  const bodies::BuiltInPerson* person = person_of(targets);
  const QString name = person != nullptr ? person_title(*person) : tr("Body made to measure");
  queue([this, targets, name, frame] { return made_scan(name, models_.of(targets.sex), targets, frame); },
        &ScanLoader::refused);
}

void ScanLoader::drop() {
  ++series_;
  ++newest_;
  making_ = false;
}

void ScanLoader::queue(Job job, Complaint complain) {
  pool_.start([this, job = std::move(job), complain, series = series_, number = ++newest_] {
    if (number != newest_) return;  // a newer one waits
    std::shared_ptr<const LoadedScan> scan;
    QString sentence;
    try {
      scan = job();
    } catch (const std::exception& error) {
      sentence = QString::fromUtf8(error.what());
    }
    // Moved, so that it never ends on this thread.
    QMetaObject::invokeMethod(this, [this, scan = std::move(scan), sentence, complain, series] {
      if (series != series_) return;
      if (scan) {
        Q_EMIT loaded(scan);
      } else {
        Q_EMIT(this->*complain)(sentence);
      }
    });
  });
}

void ScanLoader::save(std::shared_ptr<const LoadedScan> scan, const QString& path) {
  pool_.start([this, scan = std::move(scan), path] {
    QString sentence;
    try {
      io::write_ply(path.toStdString(), scan->scan.mesh);
    } catch (const std::exception& error) {
      sentence = QString::fromUtf8(error.what());
    }
    QMetaObject::invokeMethod(this, [this, path, sentence] {
      if (sentence.isEmpty()) {
        Q_EMIT saved(path);
      } else {
        Q_EMIT failed(sentence);
      }
    });
  });
}

}  // namespace skiagraph::ui
