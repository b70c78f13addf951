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
  make(std::move(work), [this, path] { Q_EMIT saved(path); });
}

void FileWriter::make(std::function<void()> work, std::function<void()> then) {
  ++under_way_;
  pool_.start([this, work = std::move(work), then = std::move(then)]() mutable {
    std::shared_ptr<const Error> error;
    try {
      work();
    } catch (const std::exception& exception) {
      error = std::make_shared<const Error>(readable_error(exception));
    }
    QMetaObject::invokeMethod(this, [this, error, finished = std::move(work), then = std::move(then)] {
      --under_way_;
      if (error) {
        Q_EMIT failed(error);
      } else {
        then();
      }
    });
  });
}

}  // namespace skiagraph::ui
