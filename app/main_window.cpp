#include "ui/window/main_window.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QSurfaceFormat>
#include <QTimer>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

#include "app/models_folder.h"
#include "core/base/error.h"
#include "core/bodies/body_model_file.h"
#include "ui/window/theme.h"

namespace {

using namespace skiagraph;
using namespace skiagraph::app;

enum ExitCode { kFault = 1, kBadInput = 2 };

struct Arguments {
  std::string scan, screenshot;
  std::optional<std::filesystem::path> models;
  bool until_first_xray = false;
};

void end_without_xray(ui::MainWindow& window) {
  QObject::connect(&window, &ui::MainWindow::gave_up, &window, [](const QString& sentence) {
    std::cerr << sentence.toStdString() << '\n';
    QApplication::exit(kBadInput);
  });
}

/// Ends the program as soon as its first X-ray is on the screen.
void end_with_first_xray(ui::MainWindow& window) {
  QObject::connect(&window, &ui::MainWindow::xray_came, &window, [&window] {
    window.repaint();
    QApplication::exit(0);
  });
  end_without_xray(window);
}

/// Saves pictures as soon as the loop has come to rest, and ends the program.
void save_when_settled(ui::MainWindow& window, const QString& path) {
  constexpr int kPaintMs = 400;  // the 3D view gathers changes before it draws them
  QObject::connect(&window, &ui::MainWindow::settled, &window, [&window, path] {
    QTimer::singleShot(kPaintMs, &window, [&window, path] {
      try {
        window.save_pictures(path);
        QApplication::exit(0);
      } catch (const Error& error) {
        std::cerr << error.what() << '\n';
        QApplication::exit(kFault);
      }
    });
  });
  end_without_xray(window);
}

int run(QApplication& application, const Arguments& arguments) {
  const auto factory = [models = arguments.models] {
    return std::make_unique<inference::Predictor>(models_folder(models));
  };
  const auto bodies = [models = arguments.models](bodies::Sex sex) {
    return bodies::read_body_model(body_model_path(sex, models));
  };
  ui::apply_dark_theme(application);
  ui::MainWindow window(factory, bodies, QString::fromStdString(arguments.scan));
  if (!arguments.screenshot.empty()) save_when_settled(window, QString::fromStdString(arguments.screenshot));
  if (arguments.until_first_xray) end_with_first_xray(window);
  window.show();
  return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
  QSurfaceFormat format;
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  format.setDepthBufferSize(24);
  QSurfaceFormat::setDefaultFormat(format);
  QApplication application(argc, argv);
  QApplication::setApplicationName("Skiagraph");

  Arguments arguments;
  CLI::App options{"Skiagraph: the X-ray inside a body surface. Research software, not for diagnosis.",
                   "skiagraph"};
  options.add_option("scan", arguments.scan, "PLY, OBJ, STL, glTF, GLB or FBX; else a built-in person");
  options.add_option("--models", arguments.models, "Folder of the networks and body models");
  options.add_option("--screenshot", arguments.screenshot,
                     "Save the window as PNG, and the X-ray beside it, and end");
  options.add_flag("--until-first-xray", arguments.until_first_xray,
                   "End as soon as the first X-ray is shown; to time the start");
  try {
    options.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return options.exit(success);
  } catch (const CLI::ParseError& error) {
    options.exit(error);
    return kBadInput;
  }
  try {
    return run(application, arguments);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return kFault;
  }
}
