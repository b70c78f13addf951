#include "ui/engine/file_writer.h"

#include <exception>
#include <utility>

namespace skiagraph::ui {

FileWriter::FileWriter(QObject* parent) : QObject(parent) {
  pool_.setMaxThreadCount(1);
}

FileWriter::~FileWriter() {
  pool_.waitForDone();
}

void FileWriter::write(const QString& path, std::function<void()> work) {
  ++under_way_;
  pool_.start([this, path, work = std::move(work)]() mutable {
    std::shared_ptr<const Error> error;
    try {
      work();
    } catch (const std::exception& exception) {
      error = std::make_shared<const Error>(readable_error(exception));
    }
    QMetaObject::invokeMethod(this, [this, path, error, finished = std::move(work)] {
      --under_way_;
      if (error) {
        Q_EMIT failed(error);
      } else {
        Q_EMIT saved(path);
      }
    });
  });
}

}  // namespace skiagraph::ui
