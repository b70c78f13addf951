#include <QBuffer>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

#include "core/base/write_file.h"
#include "core/io/mesh_file.h"
#include "core/io/picture_files.h"
#include "core/io/synthetic_notice.h"
#include "ui/app/edits.h"
#include "ui/body/body_view.h"
#include "ui/commands/commands.h"
#include "ui/commands/file_questions.h"
#include "ui/text/file_text.h"
#include "ui/text/format_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

void write_image(const QString& path, QImage image) {
  const std::string_view notice = io::kSyntheticNotice;
  image.setText("Disclaimer", QString::fromUtf8(notice.data(), static_cast<qsizetype>(notice.size())));
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!image.save(&buffer, "PNG")) throw Error("picture.empty", "The window's picture could not be made.");
  write_file(to_path(path), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

}  // namespace

void open_ct_folder(const CommandContext& context) {
  const QString path =
      QFileDialog::getExistingDirectory(&context.window, translated("Open a folder with a CT"));
  if (!path.isEmpty()) open_file(context.app, context.window, to_path(path));
}

void show_built_in(const CommandContext& context) {
  const bodies::BuiltInPerson& first = bodies::built_in_people().front();
  context.app.engine.cancel_open();
  context.app.document.edit(translated("Show the built-in person"), [&first](session::Session& session) {
    session.body = first.targets;
    session::clear_edits(session);
  });
}

void write_body(const CommandContext& context, const QString& path) {
  context.app.engine.when_body_ready(
      [files = &context.files, path](const std::shared_ptr<const LoadedBody>& body) {
        files->write(path, [body, file = to_path(path)] { io::write_ply(file, *body->mesh); });
      });
}

QString xray_path(const QString& picture_path) {
  const QFileInfo info(picture_path);
  return info.path() + "/" + info.completeBaseName() + "_xray.png";
}

QImage window_picture(const CommandContext& context) {
  QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);  // texts may just have changed
  context.window.findChild<BodyView*>()->catch_up();
  return context.window.grab().toImage();
}

void write_pictures(const CommandContext& context, const QString& path) {
  context.app.engine.when_settled([context, path](const Result& result) {
    context.files.write(path, [path, picture = window_picture(context), xray = result.fine_xray,
                               mm_per_px = io::mm_per_px(result.fine_xray, *result.body->surface)] {
      write_image(path, picture);
      io::write_xray_values(to_path(xray_path(path)), xray, mm_per_px);
    });
  });
}

void save_picture(const CommandContext& context) {
  const QString title = translated("Save picture");
  const QString path = ask_for_file(context, title, "skiagraph.png", translated("PNG"), "png");
  if (!path.isEmpty() && may_replace(context, title, xray_path(path))) write_pictures(context, path);
}

void quit(const CommandContext& context) {
  context.window.close();
}

bool has_body(const App& app) {
  return app.engine.body() != nullptr;
}

bool has_xray(const App& app) {
  return app.engine.result() != nullptr;
}

}  // namespace skiagraph::ui
