#pragma once

#include <array>
#include <string>
#include <string_view>

namespace skiagraph::app {

/// The subcommands of skiagraph-cli that compute with LibTorch: making people, training, measuring. The
/// program with these as well is a module of its own, so that the others start without LibTorch and where it
/// is not installed.
inline constexpr std::array<std::string_view, 9> kTorchCommands{
    "population", "ingest",    "skin", "body-model", "train", "train-super-resolution",
    "evaluate",   "calibrate", "bench"};

/// Names of the module's file and of the one function that it exports, (int argc, char** argv) -> exit
/// status: the whole program.
inline constexpr const char *kTorchCommandsFile = "skiagraph_torch_commands.so",
                            *kTorchCommandsFunction = "skiagraph_cli_with_torch";

/// Runs the whole program, which loads LibTorch, and returns its exit status. Throws Error when LibTorch is
/// not installed.
int run_with_torch(int argc, char** argv);

/// What the help says where LibTorch is not installed.
std::string missing_commands(std::string_view why);

}  // namespace skiagraph::app
