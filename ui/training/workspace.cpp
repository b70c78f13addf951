#include "ui/training/workspace.h"

#include <QSettings>
#include <QStandardPaths>
#include <algorithm>
#include <functional>
#include <system_error>

#include "core/base/error.h"
#include "core/training/run_folder.h"
#include "ui/text/file_text.h"

namespace skiagraph::ui {
namespace {

using Path = std::filesystem::path;

constexpr const char *kFolder = "training/folder", *kRuns = "training/runs", *kData = "training/data";

void remember(const char* key, const Path& path) {
  QSettings settings;
  QStringList all = settings.value(key).toStringList();
  if (all.contains(path_text(path))) return;
  all << path_text(path);
  settings.setValue(key, all);
}

std::vector<Path> entries(const Path& folder, const std::function<bool(const Path&)>& wanted) {
  std::vector<Path> found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (wanted(entry.path())) found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

void add_missing(std::vector<Path>& paths, const QStringList& others) {
  for (const QString& other : others)
    if (std::ranges::find(paths, to_path(other)) == paths.end()) paths.push_back(to_path(other));
}

bool has_extension(const Path& path, const char* extension) {
  return path.extension() == extension;
}

}  // namespace

Workspace remembered_workspace() {
  const QSettings settings;
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  return {to_path(settings.value(kFolder, documents + "/Skiagraph").toString()),
          settings.value(kRuns).toStringList(), settings.value(kData).toStringList()};
}

void remember_workspace_folder(const Path& folder) {
  QSettings().setValue(kFolder, path_text(folder));
}

void remember_run(const Path& folder) {
  if (folder.parent_path() != remembered_workspace().runs()) remember(kRuns, folder);
}

void remember_data(const Path& file) {
  if (file.parent_path() != remembered_workspace().data()) remember(kData, file);
}

void forget_run(const Path& folder) {
  QSettings settings;
  QStringList all = settings.value(kRuns).toStringList();
  all.removeAll(path_text(folder));
  settings.setValue(kRuns, all);
}

std::vector<Path> run_folders(const Workspace& workspace) {
  auto found = entries(workspace.runs(), [](const Path& path) {
    std::error_code error;
    return std::filesystem::exists(training::run_status_path(path), error) ||
           std::filesystem::exists(training::run_messages_path(path), error) ||
           std::filesystem::exists(training::run_checkpoint_path(path), error);
  });
  add_missing(found, workspace.other_runs);
  return found;
}

std::vector<Path> data_files(const Workspace& workspace) {
  auto found =
      entries(workspace.data(), [](const Path& path) { return has_extension(path, ".safetensors"); });
  add_missing(found, workspace.other_data);
  return found;
}

std::vector<Path> recipe_files(const Workspace& workspace, const Path& shipped_models) {
  const auto is_recipe = [](const Path& path) { return has_extension(path, ".json"); };
  auto found = entries(shipped_models / "recipes", is_recipe);
  // The one that ends within minutes comes first.
  std::ranges::stable_partition(found, [](const Path& path) { return path.stem() == "tiny"; });
  for (const Path& own : entries(workspace.recipes(), is_recipe)) found.push_back(own);
  return found;
}

void make_workspace(const Workspace& workspace) {
  for (const Path& folder : {workspace.data(), workspace.recipes(), workspace.runs()}) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
      throw InputError("output.make_folder", "The folder \"{}\" cannot be made: {}.", folder,
                       error.message());
  }
}

Path free_path(const Path& folder, const QString& name, const QString& extension) {
  QString safe = name.trimmed();
  for (const QChar letter : QStringLiteral("/\\:*?\"<>|")) safe.replace(letter, '-');
  while (safe.startsWith('.')) safe.remove(0, 1);
  if (safe.isEmpty()) safe = QStringLiteral("run");
  std::error_code error;
  Path path = folder / to_path(safe + extension);
  for (int number = 2; std::filesystem::exists(path, error); ++number)
    path = folder / to_path(QStringLiteral("%1 %2%3").arg(safe).arg(number).arg(extension));
  return path;
}

}  // namespace skiagraph::ui
