#include "ui/scan_loader.h"

#include <QFileInfo>
#include <exception>
#include <span>

#include "core/anatomy/built_in_person.h"
#include "core/io/mesh_file.h"

namespace skiagraph {
namespace {

std::shared_ptr<const LoadedScan> load_scan(const QString& path, const QString& name,
                                            const CanonicalFrame& frame) {
  auto loaded = std::make_shared<LoadedScan>();
  loaded->name = name;
  loaded->scan = align_scan(path.isEmpty() ? built_in_person() : read_mesh(path.toStdString()));
  loaded->surface = std::make_shared<const SurfaceImage>(
      rasterise_surface(std::span(&loaded->scan.mesh, 1), loaded->scan.placement(frame)));
  loaded->skin = body_geometry(loaded->scan.mesh);
  return loaded;
}

}  // namespace

ScanLoader::ScanLoader(QObject* parent) : QObject(parent) {
  pool_.setMaxThreadCount(1);
}

ScanLoader::~ScanLoader() {
  pool_.waitForDone();
}

void ScanLoader::load(const QString& path, const CanonicalFrame& frame) {
  const int number = ++newest_;
  const QString name = path.isEmpty() ? tr("Built-in person") : QFileInfo(path).fileName();
  pool_.start([this, path, name, frame, number] {
    std::shared_ptr<const LoadedScan> scan;
    QString sentence;
    try {
      scan = load_scan(path, name, frame);
    } catch (const std::exception& error) {
      sentence = QString::fromUtf8(error.what());
    }
    QMetaObject::invokeMethod(this, [this, scan, sentence, number] {
      if (number != newest_) return;
      if (scan) {
        Q_EMIT loaded(scan);
      } else {
        Q_EMIT failed(sentence);
      }
    });
  });
}

}  // namespace skiagraph
