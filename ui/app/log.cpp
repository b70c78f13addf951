#include "ui/app/log.h"

namespace skiagraph::ui {

void Log::add(Kind kind, const QString& text) {
  constexpr std::size_t kMostLines = 2000;
  lines_.push_back({QDateTime::currentDateTime(), kind, text});
  if (lines_.size() > kMostLines) lines_.pop_front();
  Q_EMIT added(lines_.back());
}

QString Log::text_of(const Line& line) {
  const QString kind = line.kind == Kind::kError     ? tr("error")
                       : line.kind == Kind::kWarning ? tr("warning")
                                                     : tr("note");
  return QStringLiteral("%1  %2  %3")
      .arg(line.time.toString(QStringLiteral("HH:mm:ss.zzz")), kind, line.text);
}

}  // namespace skiagraph::ui
