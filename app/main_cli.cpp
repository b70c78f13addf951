#include <exception>

#include "app/command_line.h"
#include "app/commands.h"
#include "app/failure.h"

namespace {

void add_commands(CLI::App& app) {
  skiagraph::app::add_predict_command(app);
  skiagraph::app::add_augment_command(app);
  skiagraph::app::add_complete_command(app);
  skiagraph::app::add_anomalies_command(app);
  skiagraph::app::add_scan_range_command(app);
  skiagraph::app::add_population_command(app);
  skiagraph::app::add_ingest_command(app);
  skiagraph::app::add_skin_command(app);
  skiagraph::app::add_body_command(app);
  skiagraph::app::add_body_model_command(app);
  skiagraph::app::add_train_command(app);
  skiagraph::app::add_evaluate_command(app);
  skiagraph::app::add_calibrate_command(app);
  skiagraph::app::add_bench_command(app);
}

}  // namespace

int main(int argc, char** argv) try {
  return skiagraph::app::run_command_line("skiagraph-cli", add_commands, argc, argv);
} catch (const std::exception& exception) {
  return skiagraph::app::report_failure(exception);
}
