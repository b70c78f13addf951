#pragma once

#include <QString>
#include <QStringList>
#include <filesystem>
#include <vector>

namespace skiagraph::ui {

/// Where a person keeps data sets, recipes and runs: a folder with data/, recipes/ and runs/, and what was
/// opened from elsewhere. The disk says what there is.
struct Workspace {
  std::filesystem::path folder;
  QStringList other_runs, other_data;  ///< paths

  [[nodiscard]] std::filesystem::path data() const { return folder / "data"; }
  [[nodiscard]] std::filesystem::path recipes() const { return folder / "recipes"; }
  [[nodiscard]] std::filesystem::path runs() const { return folder / "runs"; }
};

/// What QSettings keeps; at first a folder among the person's documents. GUI thread.
[[nodiscard]] Workspace remembered_workspace();
void remember_workspace_folder(const std::filesystem::path& folder);
void remember_run(const std::filesystem::path& folder);
void remember_data(const std::filesystem::path& file);
/// Runs that were opened from elsewhere are no longer listed; nothing is deleted.
void forget_run(const std::filesystem::path& folder);

/// The following look at the disk; any thread.
[[nodiscard]] std::vector<std::filesystem::path> run_folders(const Workspace& workspace);
[[nodiscard]] std::vector<std::filesystem::path> data_files(const Workspace& workspace);
/// The shipped recipes, seen from the folder of the shipped models, and the person's own.
[[nodiscard]] std::vector<std::filesystem::path> recipe_files(const Workspace& workspace,
                                                              const std::filesystem::path& shipped_models);
/// Throws Error when the folders cannot be made.
void make_workspace(const Workspace& workspace);
/// `name`, with a number where there is a file or folder of that name already.
[[nodiscard]] std::filesystem::path free_path(const std::filesystem::path& folder, const QString& name,
                                              const QString& extension = {});

}  // namespace skiagraph::ui
