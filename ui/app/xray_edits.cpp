#include "ui/app/xray_edits.h"

#include <QCoreApplication>

#include "ui/text/number_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Completion", text);
}

/// One undo step on the real X-ray, where there is one.
void edit_xray(const App& app, const QString& text, const std::function<void(session::PartialXray&)>& change,
               const QString& merge_key = {}) {
  app.document.edit(
      text,
      [&](session::Session& session) {
        if (session.partial_xray) change(*session.partial_xray);
      },
      merge_key);
}

}  // namespace

bool has_partial_xray(const App& app) {
  return app.document.session().partial_xray.has_value();
}

void remove_partial_xray(const App& app) {
  app.document.edit(translated("Remove the real X-ray"),
                    [](session::Session& session) { session.partial_xray.reset(); });
}

void set_xray_spacing(const App& app, std::optional<double> mm, const QString& merge_key) {
  edit_xray(
      app,
      mm ? translated("Set the real X-ray's pixels to %1 mm").arg(number_text(*mm, 3))
         : translated("Take the size of the real X-ray's pixels from its file"),
      [&](session::PartialXray& xray) { xray.spacing_mm = mm; }, merge_key);
}

void set_xray_negative(const App& app, bool negative) {
  edit_xray(app,
            negative ? translated("Bone is dark in the real X-ray")
                     : translated("Bone is bright in the real X-ray"),
            [&](session::PartialXray& xray) { xray.negative = negative; });
}

void set_xray_magnification(const App& app, double magnification, const QString& merge_key) {
  edit_xray(
      app, translated("Set the real X-ray's magnification to %1").arg(number_text(magnification, 2)),
      [&](session::PartialXray& xray) { xray.magnification = magnification; }, merge_key);
}

void set_xray_place(const App& app, Vec3 place, const QString& merge_key) {
  edit_xray(
      app, translated("Move the real X-ray"), [&](session::PartialXray& xray) { xray.place = place; },
      merge_key);
}

void find_xray_place(const App& app) {
  edit_xray(app, translated("Find the real X-ray's place"),
            [](session::PartialXray& xray) { xray.place.reset(); });
}

bool is_xray_placed_by_hand(const App& app) {
  const auto& xray = app.document.session().partial_xray;
  return xray && xray->place;
}

std::shared_ptr<const CompletionResult> completion_now(const App& app) {
  const auto& result = app.engine.result();
  const bool usable =
      result && result->complete && result->body == app.engine.body() && has_partial_xray(app);
  return usable ? result->completion : nullptr;
}

void keep_completed_markers(const App& app) {
  const auto completion = completion_now(app);
  if (!completion) return;
  app.document.edit(translated("Hold all markers where the completion has them"),
                    [&](session::Session& session) {
                      for (std::size_t n = 0; n < session.pins.size(); ++n)
                        session.pins[n] = completion->completion.markers[n].position;
                    });
}

std::optional<XrayPlace> xray_place(const App& app) {
  const auto xray = app.engine.real_xray();
  const auto& result = app.engine.result();
  if (!xray || !app.engine.body()) return std::nullopt;
  const session::PartialXray& wanted = *app.document.session().partial_xray;
  XrayPlace place;
  place.width_mm = xray->picture->columns * xray->picture->column_mm / wanted.magnification;
  place.height_mm = xray->picture->rows * xray->picture->row_mm / wanted.magnification;
  if (wanted.place) {
    place.centre = *wanted.place;
  } else if (result && result->completion && result->body == app.engine.body()) {
    place.centre =
        result->body->surface->placement.to_patient(result->completion->completion.fit.placement.centre, 0);
  } else {
    return std::nullopt;
  }
  return place;
}

std::optional<ShownAnomalies> shown_anomalies(const App& app) {
  const auto completion = completion_now(app);
  if (!completion || !completion->scores) return std::nullopt;
  const session::AnomalyCriterion& criterion = app.document.session().anomalies;
  const applications::AnomalyScores& scores = *completion->scores;
  ShownAnomalies shown;
  shown.plain = criterion.plain || scores.score.empty();
  shown.calibrated_threshold =
      shown.plain ? applications::kPaperThreshold : completion->score_threshold.value_or(0);
  shown.threshold = criterion.threshold.value_or(shown.calibrated_threshold);
  shown.regions = applications::anomaly_regions(scores, shown.plain ? scores.difference : scores.score,
                                                shown.threshold, completion->completion.fit.markers,
                                                app.engine.body()->surface->placement.mm_per_px());
  return shown;
}

void set_anomaly_threshold(const App& app, std::optional<double> threshold, const QString& merge_key) {
  app.document.edit(
      threshold ? translated("Set the threshold of what differs to %1").arg(number_text(*threshold, 2))
                : translated("Use the calibrated threshold of what differs"),
      [&](session::Session& session) { session.anomalies.threshold = threshold; }, merge_key);
}

void set_plain_anomalies(const App& app, bool plain) {
  app.document.edit(
      plain ? translated("Take plain differences") : translated("Take scores against healthy people"),
      [&](session::Session& session) {
        session.anomalies = {plain, {}};
      });
}

}  // namespace skiagraph::ui
