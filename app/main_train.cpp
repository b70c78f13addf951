// Making people and training alone, for machines with a GPU that have little else than LibTorch.
#include <exception>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/failure.h"

namespace {

void add_commands(CLI::App& app) {
  skiagraph::app::add_population_command(app);
  skiagraph::app::add_train_command(app);
}

}  // namespace

int main(int argc, char** argv) try {
  return skiagraph::app::run_command_line("skiagraph-train", add_commands, argc, argv);
} catch (const std::exception& exception) {
  return skiagraph::app::report_failure(exception);
}
