#pragma once

#include <optional>

#include "core/applications/anomalies/anomaly_search.h"
#include "ui/app/app.h"

namespace skiagraph::ui {

/// What panels, tools and commands do with the real X-ray of part of the body; each is one undo step.

[[nodiscard]] bool has_partial_xray(const App& app);
void remove_partial_xray(const App& app);
/// Nothing: as its file says.
void set_xray_spacing(const App& app, std::optional<double> mm, const QString& merge_key = {});
void set_xray_negative(const App& app, bool negative);
void set_xray_magnification(const App& app, double magnification, const QString& merge_key = {});
/// Of the picture's centre; patient frame, mm.
void set_xray_place(const App& app, Vec3 place, const QString& merge_key = {});
/// The program looks for the place.
void find_xray_place(const App& app);
[[nodiscard]] bool is_xray_placed_by_hand(const App& app);
/// All markers are held where the completion has them.
void keep_completed_markers(const App& app);
/// A completion that is complete.
[[nodiscard]] std::shared_ptr<const CompletionResult> completion_now(const App& app);

/// Where the real X-ray lies on the body: its centre and size, mm.
struct XrayPlace {
  Vec3 centre;
  double width_mm = 0, height_mm = 0;
};
/// As the hand has it, or as it was found; nothing while neither is known.
std::optional<XrayPlace> xray_place(const App& app);

/// What differs from a healthy person's X-ray by the session's criterion.
struct ShownAnomalies {
  bool plain = false;  ///< differences, as there are no scores or none are wanted
  double threshold = 0, calibrated_threshold = 0;
  std::vector<applications::AnomalyRegion> regions;
};
/// Nothing before a completion is complete.
std::optional<ShownAnomalies> shown_anomalies(const App& app);
/// Nothing: as calibrated.
void set_anomaly_threshold(const App& app, std::optional<double> threshold, const QString& merge_key = {});
void set_plain_anomalies(const App& app, bool plain);

}  // namespace skiagraph::ui
