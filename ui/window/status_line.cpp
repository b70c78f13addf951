#include "ui/window/status_line.h"

#include "ui/text/number_text.h"
#include "ui/text/warning_text.h"
#include "ui/window/loading_bar.h"

namespace skiagraph::ui {

StatusLine::StatusLine(Engine& engine, QWidget* parent)
    : QStatusBar(parent),
      engine_(engine),
      place_(new QLabel),
      warning_(new QLabel),
      loop_(new QLabel),
      device_(new QLabel) {
  constexpr int kSlowMs = 300;
  for (QLabel* label : {place_, warning_, loop_, device_}) label->setTextFormat(Qt::PlainText);
  loop_->setObjectName("loop_state");
  loop_->setText(tr("Loading the networks"));
  addWidget(place_, 1);
  addPermanentWidget(new LoadingBar(engine));
  warning_->setObjectName("warning");
  addPermanentWidget(warning_);
  addPermanentWidget(loop_);
  addPermanentWidget(device_);
  slow_.setSingleShot(true);
  slow_.setInterval(kSlowMs);
  connect(&slow_, &QTimer::timeout, this, [this] { loop_->setText(tr("Computing")); });
  connect(&engine_, &Engine::ready, this, [this](const QString& device, const QString& model) {
    device_->setText(tr("%1, model %2").arg(device, model));
  });
  connect(&engine_, &Engine::state_changed, this, &StatusLine::refresh);
  connect(&engine_, &Engine::result_changed, this, &StatusLine::refresh);
}

void StatusLine::tell_saved(const QString& path) {
  tell(tr("Saved %1").arg(path));
}

void StatusLine::tell(const QString& sentence) {
  constexpr int kShownMs = 8000;
  showMessage(sentence, kShownMs);
}

/// While something is under the hand: the time of a picture. At rest: how the loop ended.
QString StatusLine::loop_text() const {
  const Result& result = *engine_.result();
  const QString ms = number_text(result.ms_per_iteration, 0);
  if (engine_.state() == EngineState::kDrafting) return tr("%1 ms a frame").arg(ms);
  return (result.converged ? tr("At rest; iterations: %1, %2 ms each")
                           : tr("Not at rest; iterations: %1, %2 ms each"))
      .arg(result.iterations)
      .arg(ms);
}

/// Titles in the line, sentences when asked for. Those of the last final result stay while the next is
/// computed.
void StatusLine::show_warnings() {
  const auto& result = engine_.result();
  if (result && (!result->complete || result->precision == inference::Precision::kDraft)) return;
  QStringList titles, sentences;
  if (result)
    for (const Remark& warning : result->warnings) {
      titles += warning_title(warning);
      sentences += warning_sentence(warning);
    }
  warning_->setText(titles.isEmpty() ? QString() : QStringLiteral("⚠ ") + titles.join(", "));
  warning_->setToolTip(sentences.join("\n"));
}

void StatusLine::refresh() {
  show_warnings();
  const EngineState state = engine_.state();
  const bool drafted = state == EngineState::kDrafting && engine_.result() && engine_.result()->complete &&
                       engine_.result()->precision == inference::Precision::kDraft;
  if (state == EngineState::kSettled || drafted) {
    slow_.stop();
    loop_->setText(loop_text());
  } else if (state == EngineState::kFailed) {
    slow_.stop();
    loop_->clear();
  } else if (!slow_.isActive() && engine_.body()) {
    slow_.start();
  }
}

}  // namespace skiagraph::ui
