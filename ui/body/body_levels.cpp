#include "ui/body/body_levels.h"

#include <QCoreApplication>
#include <algorithm>
#include <variant>

#include "core/geometry/extent.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("BodyLevels", text);
}

std::optional<double>& fixed_level(geometry::AlignmentOverrides& overrides, Level level) {
  return level == Level::kNeck ? overrides.neck_level_mm : overrides.symphysis_level_mm;
}

const std::optional<double>& fixed_level(const geometry::AlignmentOverrides& overrides, Level level) {
  return level == Level::kNeck ? overrides.neck_level_mm : overrides.symphysis_level_mm;
}

double found_mm(const geometry::ScanAlignment& scan, Level level) {
  return level == Level::kNeck ? scan.found_neck_mm : scan.found_symphysis_mm;
}

double height_of(const session::ScanSource& source, const geometry::ScanAlignment& scan, Level level) {
  return fixed_level(source.overrides, level).value_or(found_mm(scan, level));
}

/// The document's scan when it is the one that is shown, with other levels or not.
const session::ScanSource* shown_scan(const App& app) {
  const auto* now = std::get_if<session::ScanSource>(&app.document.session().body);
  const auto& body = app.engine.body();
  const auto* shown = body && !body->substitute ? std::get_if<session::ScanSource>(&body->source) : nullptr;
  if (now == nullptr || shown == nullptr) return nullptr;
  const bool same = now->path == shown->path && now->sha256 == shown->sha256 &&
                    now->overrides.axes == shown->overrides.axes &&
                    now->overrides.unit_mm == shown->overrides.unit_mm;
  return same ? now : nullptr;
}

geometry::CanonicalPlacement placement(const session::ScanSource& source, const LoadedBody& body) {
  Vec3 neck = body.scan.neck, symphysis = body.scan.symphysis;
  neck.z = height_of(source, body.scan, Level::kNeck);
  symphysis.z = height_of(source, body.scan, Level::kSymphysis);
  return {body.surface->placement.frame(), neck, symphysis};
}

}  // namespace

QString level_name(Level level) {
  return level == Level::kNeck ? translated("Neck") : translated("Pubic symphysis");
}

std::optional<double> level_mm(const App& app, Level level) {
  const auto& body = app.engine.body();
  if (!body) return std::nullopt;
  if (const auto* source = shown_scan(app)) return height_of(*source, body->scan, level);
  return level == Level::kNeck ? body->scan.neck.z : body->scan.symphysis.z;
}

QString why_levels_are_fixed(const App& app) {
  if (std::holds_alternative<bodies::SizeTargets>(app.document.session().body))
    return translated("The levels of a body made to measure are those of the body model.");
  if (shown_scan(app) == nullptr) return translated("The scan is still being read.");
  if (!app.engine.body()->scan.levels_found)
    return translated("The levels of a part of a body are those that it was opened with.");
  return {};
}

LevelLimits level_limits(const App& app, Level level) {
  constexpr double kEdgeMm = 1, kLeastTorsoMm = 100;
  const LoadedBody& body = *app.engine.body();
  const double found = found_mm(body.scan, level),
               reach = geometry::kLevelReach * (body.scan.found_neck_mm - body.scan.found_symphysis_mm);
  const geometry::Extent height = geometry::extent(*body.coarse, {0, 0, 1});
  LevelLimits limits{std::max(found - reach, height.low + kEdgeMm),
                     std::min(found + reach, height.high - kEdgeMm)};
  const double other = *level_mm(app, level == Level::kNeck ? Level::kSymphysis : Level::kNeck);
  if (level == Level::kNeck) {
    limits.low = std::max(limits.low, other + kLeastTorsoMm);
  } else {
    limits.high = std::min(limits.high, other - kLeastTorsoMm);
  }
  return limits;
}

void set_level(session::Session& session, const LoadedBody& body, Level level, std::optional<double> mm) {
  auto* source = std::get_if<session::ScanSource>(&session.body);
  if (source == nullptr) return;
  const geometry::CanonicalPlacement before = placement(*source, body);
  fixed_level(source->overrides, level) = mm;
  const geometry::CanonicalPlacement after = placement(*source, body);
  const geometry::CanonicalFrame& frame = after.frame();
  for (auto& pin : session.pins) {
    if (!pin) continue;
    const Pixel place = after.to_pixel(before.to_patient(*pin, 0));
    pin = {std::clamp(place.row, 0.0, frame.rows - 1.0), std::clamp(place.column, 0.0, frame.columns - 1.0)};
  }
}

void reset_levels(const App& app) {
  if (!can_reset_levels(app)) return;
  const auto body = app.engine.body();
  app.document.edit(translated("Reset the levels"), [&](session::Session& session) {
    for (const Level level : kLevels) set_level(session, *body, level, std::nullopt);
  });
}

bool can_reset_levels(const App& app) {
  const auto* source = shown_scan(app);
  return source != nullptr && why_levels_are_fixed(app).isEmpty() &&
         (source->overrides.neck_level_mm || source->overrides.symphysis_level_mm);
}

}  // namespace skiagraph::ui
