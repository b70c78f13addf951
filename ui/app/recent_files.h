#pragma once

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <filesystem>
#include <vector>

namespace skiagraph::ui {

/// The scans and sessions that were opened or saved last, the newest first; remembered in the user's
/// settings. GUI thread.
class RecentFiles : public QObject {
  Q_OBJECT

 public:
  static constexpr int kMost = 10;
  struct Entry {
    QString path;
    bool there = true;  ///< as far as is known; see look()
  };

  explicit RecentFiles(QObject* parent = nullptr);
  ~RecentFiles() override;

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  void add(const std::filesystem::path& path);
  void clear();
  /// Looks which files are still there, behind the window: a disk of the network may take its time.
  void look();

 Q_SIGNALS:
  void changed();

 private:
  void remember();

  std::vector<Entry> entries_;
  QThreadPool pool_;
};

}  // namespace skiagraph::ui
