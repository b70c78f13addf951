#include "app/commands.h"
#include "app/version_text.h"

namespace skiagraph::app {

void add_commands_without_torch(CLI::App& app) {
  app.set_version_flag("--version", version_text,
                       "Versions of the program and its libraries, and the models' checksums");
  add_predict_command(app);
  add_augment_command(app);
  add_complete_command(app);
  add_anomalies_command(app);
  add_scan_range_command(app);
  add_body_command(app);
}

}  // namespace skiagraph::app
