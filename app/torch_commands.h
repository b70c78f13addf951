#pragma once

#include <CLI/CLI.hpp>
#include <array>
#include <string_view>

namespace skiagraph::app {

/// The subcommands of skiagraph-cli that compute with LibTorch: making people, training, measuring. They are
/// in a module of their own, so that the others start without LibTorch and where it is not installed.
inline constexpr std::array<std::string_view, 8> kTorchCommands{
    "population", "ingest", "skin", "body-model", "train", "evaluate", "calibrate", "bench"};

/// Names of the module's file and of the one function that it exports, (CLI::App&) -> void.
inline constexpr const char *kTorchCommandsFile = "skiagraph_torch_commands.so",
                            *kTorchCommandsFunction = "skiagraph_add_torch_commands";

/// Adds them where the command line names none of the subcommands that `app` has already, and loads LibTorch
/// for that. Throws Error when one of them is named and LibTorch is not installed; else, then, the help says
/// what is missing.
void add_torch_commands(CLI::App& app, int argc, const char* const* argv);

}  // namespace skiagraph::app
