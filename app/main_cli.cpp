#include <exception>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/failure.h"
#include "app/torch_commands.h"
#include "app/version_text.h"

int main(int argc, char** argv) try {
  const auto add_commands = [&](CLI::App& app) {
    app.set_version_flag("--version", skiagraph::app::version_text,
                         "Versions of the program and its libraries, and the models' checksums");
    skiagraph::app::add_predict_command(app);
    skiagraph::app::add_augment_command(app);
    skiagraph::app::add_scan_range_command(app);
    skiagraph::app::add_body_command(app);
    skiagraph::app::add_torch_commands(app, argc, argv);
  };
  return skiagraph::app::run_command_line("skiagraph-cli", add_commands, argc, argv);
} catch (const std::exception& exception) {
  return skiagraph::app::report_failure(exception);
}
