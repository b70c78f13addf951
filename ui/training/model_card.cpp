#include "ui/training/model_card.h"

#include "core/base/number_text.h"
#include "ui/training/curve_view.h"

namespace skiagraph::ui {
namespace {

std::string row(const std::string& title, const std::string& value) {
  return "| " + title + " | " + value + " |\n";
}

std::string or_unknown(const std::string& text) {
  return text.empty() ? "not known" : text;
}

}  // namespace

std::string model_card(const RunState& run, const inference::ModelFacts& facts) {
  std::string card =
      "# Model card: " + facts.name +
      "\n\nWeights of the three networks of Skiagraph, trained with its training window. Research "
      "software, not a medical device: every picture that they make is synthetic and must not be "
      "used for diagnosis.\n\n| fact | value |\n|---|---|\n";
  card += row("recipe", or_unknown(facts.recipe));
  card += row("data set", or_unknown(run.status.data.filename().string()));
  card += row("people to learn from", or_unknown(facts.training_people));
  card += row("minutes of training", or_unknown(facts.training_minutes));
  card += row("steps", std::to_string(run.status.total_steps));
  card += row("pictures", std::to_string(facts.frame.rows) + " x " + std::to_string(facts.frame.columns));
  if (run.status.device != "auto") card += row("device", run.status.device);
  if (!run.validation.empty()) {
    card +=
        "\nThe last validation, on people whom the networks did not learn from (X-rays: mean absolute error "
        "inside the body, full scale 1; markers: pixels):\n\n| figure | value |\n|---|---|\n";
    for (const RunCurve& curve : run.validation)
      card += row(plain_curve_name(curve.name), fixed(curve.points.back().y(), 4));
  }
  card +=
      "\nMargins of markers are known after `skiagraph-cli calibrate`, which the training window offers. "
      "Where "
      "people are unlike those of the data set, answers are worth nothing.\n";
  return card;
}

}  // namespace skiagraph::ui
