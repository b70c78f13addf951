#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QImage>
#include <QStatusBar>
#include <memory>
#include <string>
#include <variant>

#include "core/io/picture_files.h"
#include "ui/commands/commands.h"
#include "ui/commands/file_questions.h"
#include "ui/commands/marker_table_data.h"
#include "ui/text/export_text.h"
#include "ui/text/file_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

io::PredictionSource source_of(const LoadedBody& body, const QString& model) {
  io::PredictionSource source{{}, {}, model.toStdString()};
  if (const auto* scan = std::get_if<session::ScanSource>(&body.source); scan != nullptr && !body.substitute)
    source.scan = scan->path, source.sha256 = scan->sha256;
  return source;
}

inference::LoopResult loop_result(const Result& result) {
  inference::LoopResult loop;
  loop.markers = result.markers;
  loop.converged = result.converged;
  loop.iterations = result.iterations;
  loop.milliseconds = result.iterations * result.ms_per_iteration;
  loop.max_move_px = result.max_move_px;
  loop.range_share = result.range_share;
  return loop;
}

void tell(QMainWindow& window, const QString& text) {
  constexpr int kShownMs = 8000;
  window.statusBar()->showMessage(text, kShownMs);
}

QImage to_image(const io::GreyPicture& picture) {
  const QImage shared(picture.values.data(), picture.columns, picture.rows, picture.columns,
                      QImage::Format_Grayscale8);
  return shared.copy();
}

bool is_possible(const io::ExportFormat& format, const App& app) {
  if (format.name == "range" && !has_range(app)) return false;
  return format.needs_xray ? has_xray(app) : has_body(app);
}

}  // namespace

void write_export(const CommandContext& context, const io::ExportFormat& format, const QString& path) {
  if (!format.needs_xray) return write_body(context, path);
  context.app.engine.when_settled([context, &format, path](const Result& result) {
    context.files.write(path, [result, &format, file = to_path(path),
                               source = source_of(*result.body, context.app.engine.model()),
                               window_level = context.app.document.session().view.window_level,
                               range = context.app.document.session().scan_range] {
      const inference::LoopResult loop = loop_result(result);
      format.write(file, {source, result.body->scan, *result.body->mesh, *result.body->surface, loop,
                          result.fine_xray, result.warnings, window_level, range});
    });
  });
}

void save_export(const CommandContext& context, const io::ExportFormat& format) {
  const QString name = QString::fromUtf8(format.file_name.data(),
                                         static_cast<qsizetype>(format.file_name.size())),
                extension = name.mid(name.indexOf('.') + 1);
  const QString path = ask_for_file(context, export_title(format), name, export_file_type(format), extension);
  if (!path.isEmpty()) write_export(context, format, path);
}

QMenu* make_export_menu(const CommandContext& context) {
  auto* menu = new QMenu(&context.window);
  menu->setToolTipsVisible(true);
  for (const io::ExportFormat& format : io::export_formats()) {
    QAction* action = menu->addAction(export_title(format) + QStringLiteral("…"));
    action->setObjectName("export_" + QString::fromStdString(std::string(format.name)));
    action->setToolTip(export_meaning(format));
    action->setStatusTip(export_meaning(format));
    QObject::connect(action, &QAction::triggered, menu, [context, &format] { save_export(context, format); });
  }
  const auto refresh = [menu, app = context.app] {
    const auto formats = io::export_formats();
    for (std::size_t n = 0; n < formats.size(); ++n)
      menu->actions()[static_cast<qsizetype>(n)]->setEnabled(is_possible(formats[n], app));
  };
  QObject::connect(&context.app.engine, &Engine::body_changed, menu, refresh);
  QObject::connect(&context.app.engine, &Engine::result_changed, menu, refresh);
  QObject::connect(&context.app.document, &Document::changed, menu, refresh);
  refresh();
  return menu;
}

void copy_xray(const CommandContext& context) {
  context.app.engine.when_settled([context](const Result& result) {
    auto picture = std::make_shared<QImage>();
    const auto window_level = context.app.document.session().view.window_level;
    context.files.make(
        [result, window_level, picture] {
          *picture = to_image(io::shown_xray(result.fine_xray, window_level,
                                             io::mm_per_px(result.fine_xray, *result.body->surface)));
        },
        [window = &context.window, picture] {
          QGuiApplication::clipboard()->setImage(*picture);
          tell(*window, translated("The X-ray is in the clipboard"));
        });
  });
}

void copy_window(const CommandContext& context) {
  context.app.engine.when_settled([context](const Result&) {
    QGuiApplication::clipboard()->setImage(window_picture(context));
    tell(context.window, translated("The window's picture is in the clipboard"));
  });
}

void copy_markers(const CommandContext& context) {
  context.app.engine.when_settled([context](const Result& result) {
    QGuiApplication::clipboard()->setMimeData(marker_table_data(result).release());
    tell(context.window, translated("The markers are in the clipboard as a table"));
  });
}

}  // namespace skiagraph::ui
