#include "ui/text/export_text.h"

#include <QCoreApplication>
#include <string>

#include "core/io/synthetic_notice.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* context, std::string_view text) {
  return QCoreApplication::translate(context, std::string(text).c_str());
}

}  // namespace

QString export_title(const io::ExportFormat& format) {
  return translated("Exports", format.title);
}

QString export_meaning(const io::ExportFormat& format) {
  return translated("Exports", format.meaning);
}

QString export_file_type(const io::ExportFormat& format) {
  return translated("Exports", format.file_type);
}

QString synthetic_notice() {
  return translated("XrayView", io::kSyntheticNotice);
}

}  // namespace skiagraph::ui
