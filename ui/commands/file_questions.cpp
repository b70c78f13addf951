#include "ui/commands/file_questions.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Commands", text);
}

}  // namespace

QString ask_for_file(const CommandContext& context, const QString& title, const QString& name,
                     const QString& type, const QString& extension) {
  QFileDialog dialog(&context.window, title, {}, QStringLiteral("%1 (*.%2)").arg(type, extension));
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(extension);
  dialog.selectFile(name);
  if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return {};
  const QString path = dialog.selectedFiles().front();
  if (path.endsWith("." + extension, Qt::CaseInsensitive)) return path;
  QMessageBox::warning(
      &context.window, title,
      translated("This is saved as %1 alone; choose a name that ends in .%2.").arg(type, extension));
  return {};
}

bool may_replace(const CommandContext& context, const QString& title, const QString& path) {
  if (!QFileInfo::exists(path)) return true;
  QMessageBox question(QMessageBox::Question, title,
                       translated("“%1” is there already. Replace it?").arg(QFileInfo(path).fileName()),
                       QMessageBox::Yes | QMessageBox::No, &context.window);
  question.setTextFormat(Qt::PlainText);
  return question.exec() == QMessageBox::Yes;
}

}  // namespace skiagraph::ui
