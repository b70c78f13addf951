#include <exception>
#include <string>

#include "app/commands.h"
#include "app/failure.h"

namespace {

using skiagraph::app::ExitCode;

int run(int argc, char** argv) {
  CLI::App app{"Skiagraph: the X-ray inside a body surface. Research software, not for diagnosis.",
               "skiagraph-cli"};
  app.require_subcommand(1);
  // One line, like every other error.
  app.failure_message(
      [](const CLI::App*, const CLI::Error& error) { return std::string(error.what()) + "; see --help.\n"; });
  skiagraph::app::add_predict_command(app);
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
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::RuntimeError& ended) {
    return ended.get_exit_code();
  } catch (const CLI::ParseError& error) {
    app.exit(error);
    return ExitCode::kBadInput;
  }
  return ExitCode::kSuccess;
}

}  // namespace

int main(int argc, char** argv) try { return run(argc, argv); } catch (const std::exception& exception) {
  return skiagraph::app::report_failure(exception);
}
