#include <exception>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/failure.h"

// What skiagraph-cli loads when a command is wanted that it has not itself (torch_commands.h).
extern "C" int skiagraph_cli_with_torch(int argc, char** argv) try {
  return skiagraph::app::run_command_line(
      "skiagraph-cli",
      [](CLI::App& app) {
        skiagraph::app::add_commands_without_torch(app);
        skiagraph::app::add_population_command(app);
        skiagraph::app::add_ingest_command(app);
        skiagraph::app::add_skin_command(app);
        skiagraph::app::add_body_model_command(app);
        skiagraph::app::add_train_command(app);
        skiagraph::app::add_evaluate_command(app);
        skiagraph::app::add_train_super_resolution_command(app);
        skiagraph::app::add_calibrate_command(app);
        skiagraph::app::add_bench_command(app);
      },
      argc, argv);
} catch (const std::exception& exception) {
  return skiagraph::app::report_failure(exception);
}
