#include "core/scan_range/plan.h"

#include <algorithm>

namespace skiagraph::scan_range {
namespace {

/// The moved line counts; an automatic one gives way. Of two moved ones the upper counts.
void keep_apart(double& high, bool high_moved, double& low, bool low_moved) {
  if (high - low >= kLeastLengthMm) return;
  if (low_moved && !high_moved) {
    high = low + kLeastLengthMm;
  } else {
    low = high - kLeastLengthMm;
  }
}

}  // namespace

bool is_usable(const Plan& plan) {
  const bool margin = !plan.margin_mm || (*plan.margin_mm >= 0 && *plan.margin_mm <= kMostMarginMm);
  const bool ends = !plan.top_mm || !plan.bottom_mm || *plan.top_mm >= *plan.bottom_mm + kLeastLengthMm;
  const bool sides = !plan.left_mm || !plan.right_mm || *plan.left_mm >= *plan.right_mm + kLeastLengthMm;
  return margin && ends && sides;
}

double line_mm(const Box& box, Line line) {
  switch (line) {
    case Line::kTop:
      return box.top_mm;
    case Line::kBottom:
      return box.bottom_mm;
    case Line::kRight:
      return box.right_mm;
    case Line::kLeft:
      break;
  }
  return box.left_mm;
}

bool is_end(Line line) {
  return line == Line::kTop || line == Line::kBottom;
}

Box planned(const Plan& plan, const Proposal& proposal) {
  Box box{plan.top_mm.value_or(proposal.top.z_mm), plan.bottom_mm.value_or(proposal.bottom.z_mm),
          plan.right_mm.value_or(proposal.sides.right_mm), plan.left_mm.value_or(proposal.sides.left_mm)};
  keep_apart(box.top_mm, plan.top_mm.has_value(), box.bottom_mm, plan.bottom_mm.has_value());
  keep_apart(box.left_mm, plan.left_mm.has_value(), box.right_mm, plan.right_mm.has_value());
  return box;
}

void move_line(Plan& plan, const Box& box, Line line, double mm) {
  switch (line) {
    case Line::kTop:
      plan.top_mm = std::max(mm, box.bottom_mm + kLeastLengthMm);
      break;
    case Line::kBottom:
      plan.bottom_mm = std::min(mm, box.top_mm - kLeastLengthMm);
      break;
    case Line::kRight:
      plan.right_mm = std::min(mm, box.left_mm - kLeastLengthMm);
      break;
    case Line::kLeft:
      plan.left_mm = std::max(mm, box.right_mm + kLeastLengthMm);
      break;
  }
}

void move_box(Plan& plan, const Box& box, double up_mm, double left_mm) {
  if (up_mm != 0) {
    plan.top_mm = box.top_mm + up_mm;
    plan.bottom_mm = box.bottom_mm + up_mm;
  }
  if (left_mm != 0) {
    plan.right_mm = box.right_mm + left_mm;
    plan.left_mm = box.left_mm + left_mm;
  }
}

void reset(Plan& plan) {
  plan = Plan{plan.region, {}, {}, {}, {}, {}};
}

}  // namespace skiagraph::scan_range
