#pragma once

#include <QObject>
#include <QThreadPool>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "core/base/error.h"

namespace skiagraph::ui {

/// Does work on a thread of its own, one thing after the other, and answers on the GUI thread. Waits for what
/// is under way when it ends. GUI thread.
class Background : public QObject {
  Q_OBJECT

 public:
  explicit Background(QObject* parent = nullptr) : QObject(parent) { pool_.setMaxThreadCount(1); }
  ~Background() override { pool_.waitForDone(); }

  /// `then` gets what `work` returns; failed() what it throws.
  template <class Work, class Then>
  void run(Work work, Then then) {
    using Value = decltype(work());
    ++under_way_;
    pool_.start([this, work = std::move(work), then = std::move(then)]() mutable {
      auto value = std::make_shared<std::optional<Value>>();
      std::shared_ptr<const Error> error;
      try {
        *value = work();
      } catch (const std::exception& exception) {
        error = std::make_shared<const Error>(readable_error(exception));
      }
      QMetaObject::invokeMethod(this, [this, value, error, then = std::move(then)]() mutable {
        --under_way_;
        if (error) {
          Q_EMIT failed(error);
        } else {
          then(std::move(**value));
        }
      });
    });
  }
  [[nodiscard]] bool busy() const { return under_way_ > 0; }

 Q_SIGNALS:
  void failed(const std::shared_ptr<const skiagraph::Error>& error);

 private:
  int under_way_ = 0;
  QThreadPool pool_;
};

}  // namespace skiagraph::ui
