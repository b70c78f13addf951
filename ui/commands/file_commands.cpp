#include <QBuffer>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

#include "core/base/write_file.h"
#include "core/io/mesh_file.h"
#include "core/io/png.h"
#include "ui/app/edits.h"
#include "ui/body/body_view.h"
#include "ui/commands/commands.h"
#include "ui/text/file_text.h"
#include "ui/text/format_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

/// Asks for a file to write. The suffix is added before the dialog asks whether to replace a file. Empty: the
/// person changed their mind.
QString ask_for_file(const CommandContext& context, const QString& title, const QString& name,
                     const QString& filter, const QString& suffix) {
  QFileDialog dialog(&context.window, title, {}, filter);
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(suffix);
  dialog.selectFile(name);
  if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return {};
  const QString path = dialog.selectedFiles().front();
  if (QFileInfo(path).suffix().compare(suffix, Qt::CaseInsensitive) == 0) return path;
  QMessageBox::warning(
      &context.window, title,
      translated("This is saved as %1 alone; choose a name that ends in .%2.").arg(suffix.toUpper(), suffix));
  return {};
}

bool may_replace(const CommandContext& context, const QString& path) {
  if (!QFileInfo::exists(path)) return true;
  QMessageBox question(QMessageBox::Question, translated("Save picture"),
                       translated("“%1” is there already. Replace it?").arg(QFileInfo(path).fileName()),
                       QMessageBox::Yes | QMessageBox::No, &context.window);
  question.setTextFormat(Qt::PlainText);
  return question.exec() == QMessageBox::Yes;
}

void write_image(const QString& path, const QImage& image) {
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

void save_body(const CommandContext& context) {
  const QString path =
      ask_for_file(context, translated("Save body"), "body.ply", translated("PLY (*.ply)"), "ply");
  if (!path.isEmpty()) write_body(context, path);
}

QString xray_path(const QString& picture_path) {
  const QFileInfo info(picture_path);
  return info.path() + "/" + info.completeBaseName() + "_xray.png";
}

void write_pictures(const CommandContext& context, const QString& path) {
  context.app.engine.when_settled(
      [window = &context.window, files = &context.files, path](const Result& result) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);  // texts may just have changed
        window->findChild<BodyView*>()->catch_up();
        const QImage picture = window->grab().toImage();
        files->write(path, [path, picture, xray = result.xray] {
          write_image(path, picture);
          io::write_png16(to_path(xray_path(path)), xray.frame.rows, xray.frame.columns, xray.pixels);
        });
      });
}

void save_picture(const CommandContext& context) {
  const QString path =
      ask_for_file(context, translated("Save picture"), "skiagraph.png", translated("PNG (*.png)"), "png");
  if (!path.isEmpty() && may_replace(context, xray_path(path))) write_pictures(context, path);
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
