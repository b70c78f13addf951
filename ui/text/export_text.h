#pragma once

#include <QString>

#include "core/io/export_formats.h"

namespace skiagraph::ui {

/// What core's table of exports says, translated.
QString export_title(const io::ExportFormat& format);
QString export_meaning(const io::ExportFormat& format);
QString export_file_type(const io::ExportFormat& format);

/// That everything which leaves the program is synthetic.
QString synthetic_notice();

}  // namespace skiagraph::ui
