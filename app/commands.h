#pragma once

#include <CLI/CLI.hpp>

namespace skiagraph::app {

/// Each adds one subcommand of skiagraph-cli and binds what runs when it is chosen.
void add_predict_command(CLI::App& app);
void add_augment_command(CLI::App& app);
void add_complete_command(CLI::App& app);
void add_anomalies_command(CLI::App& app);
void add_scan_range_command(CLI::App& app);
void add_population_command(CLI::App& app);
void add_ingest_command(CLI::App& app);
void add_skin_command(CLI::App& app);
void add_body_command(CLI::App& app);
void add_body_model_command(CLI::App& app);
void add_train_command(CLI::App& app);
void add_train_super_resolution_command(CLI::App& app);
void add_evaluate_command(CLI::App& app);
void add_calibrate_command(CLI::App& app);
void add_bench_command(CLI::App& app);

/// Those that run without LibTorch, and --version.
void add_commands_without_torch(CLI::App& app);

}  // namespace skiagraph::app
