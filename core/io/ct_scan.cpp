#include "core/io/ct_scan.h"

#include <cmath>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/geometry/extent.h"
#include "core/geometry/patient_levels.h"
#include "core/io/ct_volume_file.h"

namespace skiagraph::io {
namespace {

void check(const CancelToken* cancel) {
  if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
}

std::optional<geometry::BodyLevels> levels_of_whole_body(const geometry::TriangleMesh& skin) {
  try {
    return geometry::find_patient_levels(skin);
  } catch (const InputError&) {
    return std::nullopt;
  }
}

/// From the CT's frame to the aligned one.
Vec3 shift_of(const CtSubject& subject) {
  const geometry::Extent depth = geometry::extent(subject.skin, {0, 1, 0}),
                         height = geometry::extent(subject.skin, {0, 0, 1});
  return {-subject.midline_mm, -(depth.low + depth.high) / 2, -height.low};
}

Remark part_of_trunk(double share) {
  constexpr double kEnough = 0.9;
  return {.code = "ct.partial",
          .title = "CT of a part",
          .sentence =
              "The CT shows {} % of the trunk from neck to pubic symphysis. What lies outside of it is "
              "a guess, and what lies inside is farther off than for a whole body.",
          .arguments = {std::to_string(std::lround(100 * share))},
          .doubtful = share < kEnough};
}

}  // namespace

CtReading read_ct(const std::filesystem::path& path, const CtOptions& options,
                  const ProgressFunction& progress, const CancelToken* cancel) {
  constexpr double kRead = 0.6, kFound = 0.95;  // of the time
  const auto reading = [&](double done, const std::string& what) {
    if (progress) progress(kRead * done, what);
  };
  imaging::CtVolume volume = read_ct_volume(path, options, reading, cancel);
  check(cancel);
  std::vector<Remark> remarks = std::move(volume.remarks);
  if (progress) progress(kRead, "Finding the body");
  try {
    CtSubject subject = ct_subject(std::move(volume));
    check(cancel);
    if (progress) progress(kFound, "Finding the levels");
    std::ranges::copy(subject.remarks, std::back_inserter(remarks));
    auto levels = levels_of_whole_body(subject.skin);
    return {std::move(subject), levels, std::move(remarks)};
  } catch (const InputError& error) {
    throw InputError(error.code(), "\"{}\": {}", path, error.what());
  }
}

geometry::TriangleMesh ct_skin(const CtReading& ct) {
  const Vec3 shift = shift_of(ct.subject);
  geometry::TriangleMesh skin = ct.subject.skin;
  for (Vec3& vertex : skin.vertices) vertex = vertex + shift;
  return skin;
}

geometry::AlignedScan align_ct(const CtReading& ct, const geometry::AlignmentOverrides& overrides) {
  const Vec3 shift = shift_of(ct.subject);
  geometry::AlignedScan scan;
  const auto level = [&](std::optional<double> given, const Vec3* found) {
    if (!given && found == nullptr) refuse_unknown_levels();
    Vec3 place = found != nullptr ? *found + shift : Vec3{};
    if (given) place.z = *given;
    return place;
  };
  scan.neck = level(overrides.neck_level_mm, ct.levels ? &ct.levels->neck : nullptr);
  scan.symphysis = level(overrides.symphysis_level_mm, ct.levels ? &ct.levels->symphysis : nullptr);
  scan.levels_found = ct.levels.has_value();
  scan.found_neck_mm = ct.levels ? (ct.levels->neck + shift).z : scan.neck.z;
  scan.found_symphysis_mm = ct.levels ? (ct.levels->symphysis + shift).z : scan.symphysis.z;
  check_levels({scan.neck, scan.symphysis});
  scan.mesh = ct_skin(ct);
  scan.to_patient = {{{{1, 0, 0, shift.x}, {0, 1, 0, shift.y}, {0, 0, 1, shift.z}, {0, 0, 0, 1}}}};
  scan.lying = true;
  scan.remarks = ct.remarks;
  return scan;
}

CtScan place_ct(const CtReading& ct, const geometry::AlignmentOverrides& overrides,
                const geometry::CanonicalFrame& frame) {
  constexpr double kWhole = 0.99;
  CtScan placed{align_ct(ct, overrides), {}};
  const Vec3 shift = shift_of(ct.subject);
  placed.xray = ct.subject.columns.project({frame, placed.scan.neck - shift, placed.scan.symphysis - shift});
  if (const double share = covered_trunk(placed.xray); share < kWhole)
    placed.scan.remarks.push_back(part_of_trunk(share));
  return placed;
}

double covered_trunk(const imaging::CtXray& xray) {
  constexpr double kHalfBreadth = 0.2;  // torso lengths
  const geometry::CanonicalFrame& frame = xray.image.frame;
  const double reach = kHalfBreadth * (frame.symphysis_row - frame.neck_row);
  int covered = 0, all = 0;
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column) {
      if (row < frame.neck_row || row > frame.symphysis_row || std::abs(column - frame.centre_column) > reach)
        continue;
      ++all;
      covered += xray.covered[static_cast<std::size_t>(row) * frame.columns + column];
    }
  return all > 0 ? static_cast<double>(covered) / all : 0;
}

}  // namespace skiagraph::io
