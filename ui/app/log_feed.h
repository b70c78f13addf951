#pragma once

#include "ui/app/app.h"
#include "ui/engine/file_writer.h"

namespace skiagraph::ui {

/// Writes into the application's log what the engine, the document and the files tell, as long as `parent`
/// lives.
void feed_log(const App& app, FileWriter& files, QObject* parent);

}  // namespace skiagraph::ui
