#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <deque>

namespace skiagraph::ui {

/// What the program has told and done since its start, the newest last; the oldest lines go. GUI thread.
class Log : public QObject {
  Q_OBJECT

 public:
  enum class Kind : std::uint8_t { kNote, kWarning, kError };
  struct Line {
    QDateTime time;
    Kind kind;
    QString text;
  };

  void add(Kind kind, const QString& text);
  [[nodiscard]] const std::deque<Line>& lines() const { return lines_; }
  /// One line as text, with its time.
  [[nodiscard]] static QString text_of(const Line& line);

 Q_SIGNALS:
  void added(const skiagraph::ui::Log::Line& line);

 private:
  std::deque<Line> lines_;
};

}  // namespace skiagraph::ui
