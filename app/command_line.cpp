#include "app/command_line.h"

#include "app/failure.h"

namespace skiagraph::app {

int run_command_line(const std::string& name, const std::function<void(CLI::App&)>& add, int argc,
                     char** argv) {
  CLI::App app{"Skiagraph: the X-ray inside a body surface. Research software, not for diagnosis.", name};
  app.require_subcommand(1);
  // One line, like every other error.
  app.failure_message(
      [](const CLI::App*, const CLI::Error& error) { return std::string(error.what()) + "; see --help.\n"; });
  add(app);
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

}  // namespace skiagraph::app
