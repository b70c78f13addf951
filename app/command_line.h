#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace skiagraph::app {

/// The program called `name` with the subcommands that `add` gives it: reads the command line and runs what
/// was chosen. Returns the exit status. Throws what the subcommand throws.
int run_command_line(const std::string& name, const std::function<void(CLI::App&)>& add, int argc,
                     char** argv);

}  // namespace skiagraph::app
