#include <exception>
#include <iostream>
#include <string>

#include "app/commands.h"
#include "core/base/error.h"

namespace {

enum ExitCode { kSuccess = 0, kFault = 1, kBadInput = 2 };

int run(int argc, char** argv) {
  CLI::App app{"Skiagraph: the X-ray inside a body surface. Research software, not for diagnosis.",
               "skiagraph-cli"};
  app.require_subcommand(1);
  // One line, like every other error.
  app.failure_message(
      [](const CLI::App*, const CLI::Error& error) { return std::string(error.what()) + "; see --help.\n"; });
  skiagraph::app::add_predict_command(app);
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
  } catch (const CLI::ParseError& error) {
    app.exit(error);
    return kBadInput;
  }
  return kSuccess;
}

}  // namespace

int main(int argc, char** argv) try { return run(argc, argv); } catch (const skiagraph::InputError& error) {
  std::cerr << error.what() << '\n';
  return kBadInput;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return kFault;
}
