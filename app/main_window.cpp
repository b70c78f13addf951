#include "ui/window/main_window.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QStandardPaths>
#include <QSurfaceFormat>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/models_folder.h"
#include "core/base/error.h"
#include "core/bodies/body_model_file.h"
#include "core/io/session_file.h"
#include "core/io/surface_formats.h"
#include "ui/app/event_watch.h"
#include "ui/app/view_settings.h"
#include "ui/commands/commands.h"
#include "ui/demo/demo_window.h"
#include "ui/text/file_text.h"
#include "ui/text/language.h"
#include "ui/window/theme.h"

namespace {

using namespace skiagraph;
using namespace skiagraph::app;

enum ExitCode { kFault = 1, kBadInput = 2 };

struct Arguments {
  std::string scan, screenshot;
  std::optional<std::filesystem::path> models;
  bool until_first_xray = false, demo = false, training = false;
  double demo_pause = ui::DemoPlayer::kPauseSeconds;
};

/// Ends the program when there will be no X-ray.
void end_on_failure(const ui::App& app, ui::MainWindow& window) {
  app.engine.ask_about_scans({});  // nobody is there to answer
  const auto end = [](const std::shared_ptr<const Error>& error) {
    std::cerr << error->what() << '\n';
    QApplication::exit(error->caused_by_input() ? kBadInput : kFault);
  };
  QObject::connect(&app.engine, &ui::Engine::failed, &window, end);
  QObject::connect(&app.sessions, &ui::SessionFiles::failed, &window, end);
  QObject::connect(&window.files(), &ui::FileWriter::failed, &window, end);
}

/// Ends the program as soon as its first X-ray is on the screen.
void end_with_first_xray(const ui::App& app, ui::MainWindow& window) {
  end_on_failure(app, window);
  QObject::connect(&app.engine, &ui::Engine::result_changed, &window, [&window] {
    window.repaint();
    QApplication::exit(0);
  });
}

/// Saves pictures as soon as the loop has come to rest, and ends the program.
void end_with_pictures(const ui::App& app, ui::MainWindow& window, const QString& path) {
  end_on_failure(app, window);
  QObject::connect(&window.files(), &ui::FileWriter::saved, &window, [] { QApplication::exit(0); });
  ui::write_pictures(window.commands(), path);
}

/// With a session the networks come when it is there, so that nothing else is shown first.
void start(const ui::App& app, const std::string& file) {
  if (io::is_session_name(file)) {
    app.sessions.open(file);
    app.sessions.when_idle([app] { app.engine.start(); });
  } else {
    app.engine.start(file);
  }
}

/// Debug builds tell what keeps the window from answering; others where SKIAGRAPH_WATCH_EVENTS is set.
void watch_events(ui::WatchedApplication& application, ui::Log& log) {
#ifdef NDEBUG
  if (!qEnvironmentVariableIsSet("SKIAGRAPH_WATCH_EVENTS")) return;
#endif
  application.watch_events([&log](const QString& what, double ms) {
    const QString line = QStringLiteral("%1 took %2 ms").arg(what).arg(ms, 0, 'f', 1);
    std::cerr << line.toStdString() << '\n';
    log.add(ui::Log::Kind::kWarning, line);
  });
}

/// Programs that the window starts take the same models.
void hand_models_on(const Arguments& arguments) {
  if (!arguments.models) return;
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::absolute(*arguments.models, error);
  if (!error) qputenv("SKIAGRAPH_MODELS", folder.string().c_str());
}

ui::PredictorFactory networks_of(const Arguments& arguments) {
  return
      [models = arguments.models] { return std::make_unique<inference::Predictor>(models_folder(models)); };
}

ui::BodyModelSource bodies_of(const Arguments& arguments) {
  return [models = arguments.models](bodies::Sex sex) {
    return bodies::read_body_model(body_model_path(sex, models));
  };
}

/// A stand that cannot begin ends, so that whoever sets it up hears why. From its first X-ray on it stays.
void end_unless_it_begins(const ui::App& app, ui::DemoWindow& window) {
  auto* beginning = new QObject(&window);
  QObject::connect(&app.engine, &ui::Engine::failed, beginning,
                   [](const std::shared_ptr<const Error>& error) {
                     QApplication::exit(error->caused_by_input() ? kBadInput : kFault);
                   });
  QObject::connect(&app.engine, &ui::Engine::result_changed, beginning, &QObject::deleteLater);
}

/// Without a folder of its own, so that nothing is saved.
int run_stand(ui::WatchedApplication& application, const Arguments& arguments) {
  ui::apply_theme(application, ui::Theme::kDark);
  ui::AppParts parts(networks_of(arguments), bodies_of(arguments));
  const ui::App app = parts.app();
  ui::DemoWindow window(app);
  window.player().set_pause(arguments.demo_pause);
  watch_events(application, app.log);
  end_unless_it_begins(app, window);
  window.fill_screen();
  window.start();
  return QApplication::exec();
}

int run(ui::WatchedApplication& application, const Arguments& arguments) {
  hand_models_on(arguments);
  ui::apply_theme(application, ui::preferred_theme());
  const bool for_somebody = arguments.screenshot.empty() && !arguments.until_first_xray;
  const QString state = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
  ui::AppParts parts(networks_of(arguments), bodies_of(arguments), ui::to_path(state),
                     for_somebody ? ui::remembered_view() : session::View{});
  const ui::App app = parts.app();
  ui::MainWindow window(app);
  watch_events(application, app.log);
  if (!arguments.screenshot.empty()) end_with_pictures(app, window, ui::path_text(arguments.screenshot));
  if (arguments.until_first_xray) end_with_first_xray(app, window);
  start(app, arguments.scan);
  if (for_somebody) app.autosave.look_for_lost();
  window.show();
  if (arguments.training) ui::show_training(window.commands());
  std::optional<ui::ViewMemory> memory;
  if (for_somebody) memory.emplace(app.document);
  return QApplication::exec();
}

/// They are answered without a display.
bool asks_for_text(int argc, char** argv) {
  return std::any_of(argv, argv + argc, [](std::string_view word) {
    return word == "--help" || word == "-h" || word == "--version";
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (asks_for_text(argc, argv)) qputenv("QT_QPA_PLATFORM", "offscreen");
  QSurfaceFormat format;
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  format.setDepthBufferSize(24);
  QSurfaceFormat::setDefaultFormat(format);
  ui::WatchedApplication application(argc, argv);
  QApplication::setApplicationName("Skiagraph");
  QApplication::setOrganizationName("Skiagraph");
  QApplication::setDesktopFileName("org.skiagraph.Skiagraph");  // the icon, on Wayland
  ui::install_language(application, ui::preferred_language());

  Arguments arguments;
  CLI::App options{"Skiagraph: the X-ray inside a body surface. Research software, not for diagnosis.",
                   "skiagraph"};
  options.set_version_flag("--version", "skiagraph " SKIAGRAPH_VERSION);
  auto* scan =
      options.add_option("scan", arguments.scan,
                         "A session (.skiagraph) or a scan: " + skiagraph::io::surface_format_names() +
                             ", or CT; else a built-in person");
  options.add_option("--models", arguments.models, "Folder of the networks and body models");
  auto* screenshot =
      options.add_option("--screenshot", arguments.screenshot,
                         "Save the window as PNG, and the X-ray beside it, and end; replaces both files");
  options.add_flag("--training", arguments.training, "Open the training window as well (Ctrl+Shift+T)");
  options.add_flag("--until-first-xray", arguments.until_first_xray,
                   "End as soon as the first X-ray is shown; to time the start");
  auto* demo =
      options.add_flag("--demo", arguments.demo,
                       "The stand: plays in full screen until somebody touches it; Ctrl+Alt+Q leaves");
  demo->excludes(scan)->excludes(screenshot);
  options
      .add_option("--demo-pause", arguments.demo_pause,
                  "Seconds without a touch after which the stand plays again")
      ->needs(demo)
      ->check(CLI::Range(5.0, 3600.0))
      ->capture_default_str();
  try {
    options.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return options.exit(success);
  } catch (const CLI::ParseError& error) {
    options.exit(error);
    return kBadInput;
  }
  try {
    return arguments.demo ? run_stand(application, arguments) : run(application, arguments);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return kFault;
  }
}
