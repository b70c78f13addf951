#pragma once

#include <cstdint>
#include <optional>

#include "core/scan_range/proposal.h"

namespace skiagraph::scan_range {

/// The lines of a range that a hand can move.
enum class Line : std::uint8_t { kTop, kBottom, kRight, kLeft };
inline constexpr Line kLines[] = {Line::kTop, Line::kBottom, Line::kRight, Line::kLeft};

/// What a person wants of a range: a region, and what of the proposal was changed. Patient frame, mm.
struct Plan {
  Region region = Region::kChest;
  /// Beyond the markers at both ends; nothing: as the calibrated confidence asks, for 95 of 100 people.
  std::optional<double> margin_mm;
  /// Heights (z), and for the sides x; nothing: where the proposal has it.
  std::optional<double> top_mm, bottom_mm, right_mm, left_mm;

  /// No line was moved by hand.
  [[nodiscard]] bool automatic() const { return !top_mm && !bottom_mm && !right_mm && !left_mm; }
  /// What is planned holds both true ends in 95 of 100 people.
  [[nodiscard]] bool covers_95() const { return !margin_mm && !top_mm && !bottom_mm; }

  friend bool operator==(const Plan&, const Plan&) = default;
};

/// Where the lines are. Patient frame, mm; `right` is the patient's right, which has the smaller x.
struct Box {
  double top_mm = 0, bottom_mm = 0, right_mm = 0, left_mm = 0;

  [[nodiscard]] double length_mm() const { return top_mm - bottom_mm; }
  [[nodiscard]] double width_mm() const { return left_mm - right_mm; }

  friend bool operator==(const Box&, const Box&) = default;
};

/// Opposite lines are never closer.
inline constexpr double kLeastLengthMm = 10;
/// No margin is greater.
inline constexpr double kMostMarginMm = 200;

/// The margin is one, and lines that were moved by hand are not exchanged.
bool is_usable(const Plan& plan);

double line_mm(const Box& box, Line line);
/// A head-feet line, not a side.
bool is_end(Line line);

/// The proposal with the lines that the hand moved. Where markers have gone past a moved line, the automatic
/// one keeps its distance.
Box planned(const Plan& plan, const Proposal& proposal);

/// Puts a line of `box` to a place, or as near to it as the opposite one lets it; the others stay as they
/// were planned.
void move_line(Plan& plan, const Box& box, Line line, double mm);
/// All lines by so much towards the head and the patient's left. Ends and sides are moved apart from each
/// other: a way straight up leaves the sides automatic.
void move_box(Plan& plan, const Box& box, double up_mm, double left_mm);
/// All lines where the proposal has them, with the calibrated margin.
void reset(Plan& plan);

}  // namespace skiagraph::scan_range
