#include "ui/training/model_choice.h"

#include <utility>
#include <vector>

#include "ui/text/file_text.h"

namespace skiagraph::ui {
namespace {

struct Entry {
  QString name;
  QString folder;

  friend bool operator==(const Entry&, const Entry&) = default;
};

}  // namespace

ModelChoice::ModelChoice(TrainingHub& hub, QWidget* parent) : QComboBox(parent), hub_(hub) {
  setAccessibleName(tr("Model"));
  connect(&hub, &TrainingHub::models_changed, this, &ModelChoice::refresh);
  connect(&hub.watcher(), &RunWatcher::changed, this, &ModelChoice::refresh);
  refresh();
}

std::filesystem::path ModelChoice::folder() const {
  return to_path(currentData().toString());
}

void ModelChoice::refresh() {
  if (background_.busy()) return;
  std::vector<std::filesystem::path> runs;
  for (const RunState& run : hub_.watcher().runs())
    if (run.has_networks) runs.push_back(run.folder);
  background_.run(
      [runs, shipped = hub_.shipped()] {
        std::vector<Entry> entries;
        if (!shipped.empty()) entries.push_back({tr("shipped model"), path_text(shipped)});
        const inference::ModelLibrary library;
        for (const std::string& name : library.names())
          entries.push_back(
              {tr("installed: %1").arg(QString::fromStdString(name)), path_text(library.folder_of(name))});
        for (const auto& folder : runs)
          entries.push_back({tr("run: %1").arg(file_name_text(folder)), path_text(folder)});
        return entries;
      },
      [this](const std::vector<Entry>& entries) {
        std::vector<Entry> now;
        for (int n = 0; n < count(); ++n) now.push_back({itemText(n), itemData(n).toString()});
        if (now == entries) return;  // an open list stays open
        const QString before = currentData().toString();
        clear();
        for (const Entry& entry : entries) addItem(entry.name, entry.folder);
        setCurrentIndex(std::max(0, findData(before)));
      });
}

}  // namespace skiagraph::ui
