#include "ui/app/event_watch.h"

#include <QAbstractEventDispatcher>
#include <QEvent>
#include <QMetaEnum>
#include <QThread>
#include <utility>

namespace skiagraph::ui {
namespace {

/// "Paint of XrayView xray"; the receiver may be gone when the event is over, so this is asked before.
struct Subject {
  const char* class_name;
  QString object_name;
  QEvent::Type type;

  [[nodiscard]] QString text() const {
    const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return QStringLiteral("%1 of %2 %3")
        .arg(name != nullptr ? QString::fromLatin1(name) : QString::number(type),
             QString::fromLatin1(class_name), object_name)
        .trimmed();
  }
};

}  // namespace

void WatchedApplication::watch_events(Report report) {
  report_ = std::move(report);
  const auto* dispatcher = QAbstractEventDispatcher::instance();
  connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { idle_.start(); });
  connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
    if (!idle_.isValid()) return;
    nested_ms_ += static_cast<double>(idle_.nsecsElapsed()) / 1e6;
    idle_.invalidate();
  });
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
  // Other threads send their events through here as well; they may take their time.
  if (!report_ || QThread::currentThread() != thread()) return QApplication::notify(receiver, event);
  const Subject subject{receiver->metaObject()->className(), receiver->objectName(), event->type()};
  const double outer_nested = std::exchange(nested_ms_, 0);
  QElapsedTimer timer;
  timer.start();
  const bool taken = QApplication::notify(receiver, event);
  const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6, own = ms - nested_ms_;
  nested_ms_ = outer_nested + ms;
  if (own > kFrameMs) report_(subject.text(), own);
  return taken;
}

}  // namespace skiagraph::ui
