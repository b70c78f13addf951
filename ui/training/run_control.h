#pragma once

#include <QString>
#include <QStringList>
#include <filesystem>

#include "ui/training/run_state.h"

namespace skiagraph::ui {

/// What a new run is made of.
struct RunPlan {
  std::filesystem::path recipe, data, folder;
  std::filesystem::path from;  ///< networks that the recipe continues; empty: none
  QString model;               ///< name of the model
  QString device = QStringLiteral("auto");
};

/// Words of skiagraph-cli.
[[nodiscard]] QStringList start_words(const RunPlan& plan);
/// prolong: steps that are added; 0: none.
[[nodiscard]] QStringList resume_words(const std::filesystem::path& folder, int prolong = 0);
/// One command line for each of `machines` machines, with the variables that torchrun sets.
[[nodiscard]] QStringList machine_lines(const QStringList& words, int machines, const QString& address,
                                        int port);

/// Starts skiagraph-cli so that it outlives this program; what it prints goes to messages.txt of the folder,
/// which is made where it is not there. Throws Error when it cannot be started. Any thread.
void launch(const std::filesystem::path& folder, const QStringList& words);
/// By a signal where its process is on this machine, else by a file in its folder. Throws Error when that
/// cannot be written. Any thread.
void ask_to_stop(const RunState& run);
void ask_to_pause(const RunState& run);
void ask_to_go_on(const RunState& run);

}  // namespace skiagraph::ui
