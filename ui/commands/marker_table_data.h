#pragma once

#include <QMimeData>
#include <memory>

#include "ui/engine/result.h"

namespace skiagraph::ui {

/// The markers as a spreadsheet takes them from the clipboard, as text with tabs and as HTML: name, place in
/// the patient frame in mm, 95 % margin, and whether it is pinned. Numbers are as the person's language
/// writes them. The last row says that they are synthetic.
std::unique_ptr<QMimeData> marker_table_data(const Result& result);

}  // namespace skiagraph::ui
