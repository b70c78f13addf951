#pragma once

#include <QDir>
#include <QFile>
#include <QString>
#include <filesystem>

namespace skiagraph::ui {

/// File names between Qt, which holds them as Unicode, and core, which holds them as bytes.
inline std::filesystem::path to_path(const QString& name) {
  return QFile::encodeName(name).toStdString();
}
inline QString path_text(const std::filesystem::path& path) {
  return QFile::decodeName(path.string().c_str());
}
/// With ~ for the person's own folder.
inline QString short_path_text(const std::filesystem::path& path) {
  const QString text = path_text(path), home = QDir::homePath();
  return text.startsWith(home + '/') ? '~' + text.mid(home.size()) : text;
}
/// Without the folder.
inline QString file_name_text(const std::filesystem::path& path) {
  return path_text(path.filename());
}

}  // namespace skiagraph::ui
