#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <variant>

#include "core/io/session_file.h"
#include "ui/commands/commands.h"
#include "ui/text/error_text.h"
#include "ui/text/file_text.h"
#include "ui/text/format_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

QString document_name(const Document& document) {
  return document.file().empty() ? translated("this session") : file_name_text(document.file());
}

/// A question whose texts may name files.
QMessageBox& plain(QMessageBox& box) {
  box.setTextFormat(Qt::PlainText);
  return box;
}

/// The session is called as its scan; of a body without one any name will do.
QString proposed_name(const App& app) {
  const auto* scan = std::get_if<session::ScanSource>(&app.document.session().body);
  if (scan == nullptr) return translated("session.skiagraph");
  return QFileInfo(path_text(scan->path)).completeBaseName() + QStringLiteral(".skiagraph");
}

void save_as(const App& app, QWidget& window, std::function<void()> then) {
  QFileDialog dialog(&window, translated("Save session"), {}, session_file_filter());
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix("skiagraph");
  const std::filesystem::path& file = app.document.file();
  dialog.selectFile(file.empty() ? proposed_name(app) : path_text(file));
  if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return;
  const std::filesystem::path chosen = to_path(dialog.selectedFiles().front());
  if (!io::is_session_name(chosen)) {
    QMessageBox::warning(&window, translated("Save session"),
                         translated("A session is saved under a name that ends in .skiagraph."));
    return;
  }
  app.sessions.save(chosen, SessionFiles::Replace::kAnything, std::move(then));
}

void save(const App& app, QWidget& window, std::function<void()> then) {
  if (app.document.file().empty()) {
    save_as(app, window, std::move(then));
  } else {
    app.sessions.save(app.document.file(), SessionFiles::Replace::kWhatWasRead, std::move(then));
  }
}

void ask_to_save(const App& app, QWidget& window, const std::function<void()>& then) {
  QMessageBox question(QMessageBox::Question, translated("Skiagraph"),
                       translated("Save the changes in %1?").arg(document_name(app.document)),
                       QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &window);
  question.setDefaultButton(QMessageBox::Save);
  switch (plain(question).exec()) {
    case QMessageBox::Save:
      return save(app, window, then);
    case QMessageBox::Discard:
      return then();
    default:
      return;
  }
}

}  // namespace

void unless_unsaved(const App& app, QWidget& window, const std::function<void()>& then) {
  app.sessions.when_idle([app, window = &window, then] {
    if (app.document.modified()) {
      ask_to_save(app, *window, then);
    } else {
      then();
    }
  });
}

void open_file(const App& app, QWidget& window, const std::filesystem::path& path) {
  if (io::is_session_name(path)) {
    unless_unsaved(app, window, [app, path] { app.sessions.open(path); });
  } else {
    app.engine.open(path);
  }
}

void open_any(const CommandContext& context) {
  const QString path = QFileDialog::getOpenFileName(&context.window, translated("Open a scan or a session"),
                                                    {}, open_filter());
  if (!path.isEmpty()) open_file(context.app, context.window, to_path(path));
}

void save_session(const CommandContext& context) {
  save(context.app, context.window, {});
}

void save_session_as(const CommandContext& context) {
  save_as(context.app, context.window, {});
}

void ask_about_changed_file(const App& app, QWidget& window, const std::filesystem::path& path,
                            const std::function<void()>& then) {
  QMessageBox question(QMessageBox::Warning, translated("Save session"),
                       translated("Another program has changed “%1” since it was opened. Replace it?")
                           .arg(file_name_text(path)),
                       QMessageBox::Cancel, &window);
  const auto* replace = question.addButton(translated("Replace"), QMessageBox::DestructiveRole);
  const auto* other = question.addButton(translated("Save as…"), QMessageBox::AcceptRole);
  plain(question).exec();
  if (question.clickedButton() == replace) {
    app.sessions.save(path, SessionFiles::Replace::kAnything, then);
  } else if (question.clickedButton() == other) {
    save_as(app, window, then);
  }
}

void locate_scan(const CommandContext& context) {
  if (!can_locate_scan(context.app)) return;
  const auto& scan = std::get<session::ScanSource>(context.app.document.session().body);
  const QString path =
      QFileDialog::getOpenFileName(&context.window, translated("Where is %1?").arg(file_name_text(scan.path)),
                                   path_text(scan.path.parent_path()), open_filter());
  if (!path.isEmpty()) context.app.engine.locate(to_path(path));
}

bool can_locate_scan(const App& app) {
  return app.engine.body_error() && std::holds_alternative<session::ScanSource>(app.document.session().body);
}

void ask_about_another_scan(const App& app, QWidget& window, const std::shared_ptr<const LoadedBody>& body) {
  QMessageBox question(
      QMessageBox::Question, translated("Locate scan"),
      translated("“%1” is not the scan that this session was made with. Use it all the same? The pins stay.")
          .arg(body->name),
      QMessageBox::Yes | QMessageBox::No, &window);
  question.setDefaultButton(QMessageBox::No);
  if (plain(question).exec() == QMessageBox::Yes) app.engine.use_scan(body);
}

}  // namespace skiagraph::ui
