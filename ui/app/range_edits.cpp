#include "ui/app/range_edits.h"

#include <QCoreApplication>

#include "core/inference/range_heights.h"
#include "ui/text/number_text.h"
#include "ui/text/range_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("ScanRange", text);
}

}  // namespace

std::optional<ShownRange> shown_range(const App& app, const session::Session& session) {
  const auto& result = app.engine.result();
  const auto& body = app.engine.body();
  if (!session.scan_range || !result || !body) return std::nullopt;
  const scan_range::Plan& plan = *session.scan_range;
  const inference::MarkerEstimates markers = shown_markers(session, *result);
  ShownRange range{
      plan, inference::proposed_range(plan, markers, result->range_share, *body->surface, body->head_top_mm)};
  range.box = scan_range::planned(plan, range.proposal);
  range.landmark = scan_range::info(plan.region).landmark;
  const auto& landmark = markers[static_cast<std::size_t>(range.landmark)];
  range.landmark_mm = body->surface->placement.to_patient(landmark.position, 0).z;
  range.landmark_margin_mm = inference::margin_mm(landmark);
  return range;
}

void plan_range(const App& app, scan_range::Region region) {
  const auto& now = app.document.session().scan_range;
  if (now && now->region == region) return;
  app.document.edit(translated("Plan a scan range: %1").arg(region_label(region)),
                    [&](session::Session& session) {
                      const auto margin = session.scan_range ? session.scan_range->margin_mm : std::nullopt;
                      session.scan_range = scan_range::Plan{region, margin, {}, {}, {}, {}};
                    });
}

void remove_range(const App& app) {
  app.document.edit(translated("Remove the scan range"),
                    [](session::Session& session) { session.scan_range.reset(); });
}

void set_range_margin(const App& app, std::optional<double> mm, const QString& merge_key) {
  const QString text = mm ? translated("Set the margin of the scan range to %1 mm").arg(number_text(*mm, 0))
                          : translated("Use the calibrated margin of the scan range");
  app.document.edit(
      text,
      [&](session::Session& session) {
        if (session.scan_range) session.scan_range->margin_mm = mm;
      },
      merge_key);
}

void set_range_line(const App& app, scan_range::Line line, double mm, const QString& merge_key) {
  const auto range = shown_range(app);
  if (!range) return;
  const QString text = moved_line_text(line, mm - scan_range::line_mm(range->box, line));
  app.document.edit(
      text,
      [&](session::Session& session) {
        if (session.scan_range) scan_range::move_line(*session.scan_range, range->box, line, mm);
      },
      merge_key);
}

void set_range_width(const App& app, double mm, const QString& merge_key) {
  const auto range = shown_range(app);
  if (!range) return;
  const double middle = (range->box.right_mm + range->box.left_mm) / 2;
  app.document.edit(
      translated("Set the width of the scan range to %1 mm").arg(number_text(mm, 0)),
      [&](session::Session& session) {
        if (!session.scan_range) return;
        session.scan_range->right_mm = middle - mm / 2;
        session.scan_range->left_mm = middle + mm / 2;
      },
      merge_key);
}

void reset_range(const App& app) {
  app.document.edit(translated("Reset the scan range"), [](session::Session& session) {
    if (session.scan_range) scan_range::reset(*session.scan_range);
  });
}

bool can_reset_range(const App& app) {
  const auto& plan = app.document.session().scan_range;
  return plan && (!plan->automatic() || plan->margin_mm);
}

}  // namespace skiagraph::ui
