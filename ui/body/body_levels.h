#pragma once

#include <cstdint>
#include <optional>

#include "ui/app/app.h"

namespace skiagraph::ui {

/// The two levels of a scan that fix the canonical frame.
enum class Level : std::uint8_t { kNeck, kSymphysis };
inline constexpr Level kLevels[] = {Level::kNeck, Level::kSymphysis};

/// "Neck" or "Pubic symphysis".
QString level_name(Level level);

/// Height of a level of the document's body as it is to be shown: of a scan where the session has it, which
/// may be newer than the body. mm; nothing before there is a body.
std::optional<double> level_mm(const App& app, Level level);

/// Why the levels of the document's body cannot be moved, in a sentence; empty when they can.
QString why_levels_are_fixed(const App& app);

/// How far a level may be moved: within the body, at a distance from the other level, and not out of reach of
/// where it was found. Only when levels can be moved.
struct LevelLimits {
  double low, high;
};
LevelLimits level_limits(const App& app, Level level);

/// Fixes a level of the session's scan, or with nothing lets it be where it was found. Pinned markers keep
/// their places in the body. `body`: of the same scan.
void set_level(session::Session& session, const LoadedBody& body, Level level, std::optional<double> mm);

/// The levels are where they were found, as one undo step.
void reset_levels(const App& app);
bool can_reset_levels(const App& app);

}  // namespace skiagraph::ui
