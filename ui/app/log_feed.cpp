#include "ui/app/log_feed.h"

#include <QCoreApplication>

#include "ui/text/error_text.h"
#include "ui/text/warning_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Log", text);
}

/// How the loop ended, and what is doubtful about the result.
void log_result(Log& log, const Result& result) {
  if (!result.complete || result.precision == inference::Precision::kDraft) return;
  log.add(Log::Kind::kNote, (result.converged ? translated("At rest; iterations: %1")
                                              : translated("Not at rest; iterations: %1"))
                                .arg(result.iterations));
  for (const Remark& remark : result.warnings)
    log.add(remark.doubtful ? Log::Kind::kWarning : Log::Kind::kNote, warning_sentence(remark));
}

void log_body(Log& log, const Engine& engine) {
  if (engine.body_error())
    log.add(Log::Kind::kError, error_text(*engine.body_error()));
  else if (engine.body())
    log.add(Log::Kind::kNote, translated("Body: %1").arg(engine.body()->name));
}

}  // namespace

void feed_log(const App& app, FileWriter& files, QObject* parent) {
  Log& log = app.log;
  const auto fail = [&log](const std::shared_ptr<const Error>& error) {
    log.add(Log::Kind::kError, error_text(*error));
  };
  Engine& engine = app.engine;
  QObject::connect(&engine, &Engine::failed, parent, fail);
  QObject::connect(&engine, &Engine::ready, parent, [&log](const QString& device, const QString& model) {
    log.add(Log::Kind::kNote, translated("Networks: %1, model %2").arg(device, model));
  });
  QObject::connect(&engine, &Engine::body_changed, parent, [&log, &engine] { log_body(log, engine); });
  QObject::connect(&engine, &Engine::result_changed, parent,
                   [&log, &engine] { log_result(log, *engine.result()); });
  QObject::connect(&files, &FileWriter::failed, parent, fail);
  QObject::connect(&files, &FileWriter::saved, parent, [&log](const QString& path) {
    log.add(Log::Kind::kNote, translated("Saved %1").arg(path));
  });
}

}  // namespace skiagraph::ui
