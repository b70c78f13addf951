#include "app/commands.h"

// What skiagraph-cli loads when one of these is wanted (torch_commands.h).
extern "C" void skiagraph_add_torch_commands(CLI::App& app) {
  skiagraph::app::add_population_command(app);
  skiagraph::app::add_ingest_command(app);
  skiagraph::app::add_skin_command(app);
  skiagraph::app::add_body_model_command(app);
  skiagraph::app::add_train_command(app);
  skiagraph::app::add_evaluate_command(app);
  skiagraph::app::add_calibrate_command(app);
  skiagraph::app::add_bench_command(app);
}
