#include "ui/app/recent_files.h"

#include <QFileInfo>
#include <QSettings>
#include <algorithm>

#include "ui/text/file_text.h"

namespace skiagraph::ui {
namespace {

constexpr const char* kKey = "recent_files";

}  // namespace

RecentFiles::RecentFiles(QObject* parent) : QObject(parent) {
  pool_.setMaxThreadCount(1);
  for (const QString& path : QSettings().value(kKey).toStringList()) entries_.push_back({path});
}

RecentFiles::~RecentFiles() {
  pool_.waitForDone();
}

void RecentFiles::add(const std::filesystem::path& path) {
  const QString text = path_text(std::filesystem::absolute(path));
  std::erase_if(entries_, [&](const Entry& entry) { return entry.path == text; });
  entries_.insert(entries_.begin(), {text});
  if (entries_.size() > kMost) entries_.resize(kMost);
  remember();
}

void RecentFiles::clear() {
  entries_.clear();
  remember();
}

/// Another window may have opened others meanwhile; the last one that opens something wins.
void RecentFiles::remember() {
  QStringList paths;
  for (const Entry& entry : entries_) paths << entry.path;
  QSettings().setValue(kKey, paths);
  Q_EMIT changed();
}

void RecentFiles::look() {
  pool_.start([this, entries = entries_]() mutable {
    for (Entry& entry : entries) entry.there = QFileInfo::exists(entry.path);
    QMetaObject::invokeMethod(this, [this, entries] {
      for (Entry& mine : entries_)
        for (const Entry& seen : entries)
          if (mine.path == seen.path) mine.there = seen.there;
      Q_EMIT changed();
    });
  });
}

}  // namespace skiagraph::ui
