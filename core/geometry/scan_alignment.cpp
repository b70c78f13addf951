#include "core/geometry/scan_alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/geometry/body_axes.h"
#include "core/geometry/body_front.h"
#include "core/geometry/body_levels.h"
#include "core/geometry/body_pieces.h"
#include "core/geometry/body_pose.h"
#include "core/geometry/extent.h"
#include "core/geometry/principal_axes.h"
#include "core/geometry/surface_quality.h"
#include "core/geometry/vertex_clustering.h"

namespace skiagraph::geometry {
namespace {

constexpr std::array<double, 5> kUnitsMm{1, 10, 25.4, 100, 1000};
/// Neck to symphysis of a person, from a small child to the tallest, and forehead to the back of the head,
/// which grows little, with hair. Where two units fit, the head tells.
constexpr double kShortestTorsoMm = 220, kLongestTorsoMm = 760;
constexpr double kHeadDepthMm = 185, kSmallestHeadMm = 115, kLargestHeadMm = 340;
/// Thinner than this share of its length, a surface is a sheet.
constexpr double kThinnest = 0.02;

void check_solid(const TriangleMesh& mesh) {
  const auto axes = principal_axes(mesh);
  const double length = extent(mesh, axes[0]).size();
  if (!(length > 0) || extent(mesh, axes[2]).size() < kThinnest * length) {
    throw InputError("surface.flat", "The surface is a flat sheet, not a body.");
  }
}

double longest_side(const TriangleMesh& mesh) {
  return std::max(
      {extent(mesh, {1, 0, 0}).size(), extent(mesh, {0, 1, 0}).size(), extent(mesh, {0, 0, 1}).size()});
}

/// Single numbers far from the origin hold no small differences. Steps of 10 mm put markers 6 mm off, steps
/// of 30 mm up to 60 mm.
void check_fine(const TriangleMesh& mesh) {
  constexpr double kCoarsest = 0.012;  // of the length
  const double share = coordinate_step(mesh) / longest_side(mesh);
  if (!(share > kCoarsest)) return;
  constexpr double kPercent = 100;
  throw InputError("surface.coarse",
                   "The coordinates of the surface come in steps of {} % of its length, which is too coarse; "
                   "most often it lies too far from its origin for single numbers. Move it to the origin in "
                   "the program that made it, or save it with double numbers.",
                   std::round(share * kPercent * 10) / 10);
}

/// From forehead to the back of the head.
double head_depth(const BodySections& sections, const BodyLevels& levels) {
  const double torso = levels.neck.z - levels.symphysis.z;
  double deepest = 0;
  for (double height = 1.15; height < 1.4; height += 0.02) {
    const int level = static_cast<int>(sections.level(levels.symphysis.z + height * torso));
    if (level >= BodySections::kLevels) break;
    if (const Region* head = sections.region_near(level, levels.neck.x, levels.neck.y))
      deepest = std::max(deepest, head->high_y - head->low_y);
  }
  return deepest;
}

Remark doubtful_unit(double unit_mm) {
  return {.code = "unit.doubtful",
          .title = "Which unit?",
          .sentence = "The body is a person in two units; that of {} mm was chosen. Check its size.",
          .arguments = {fixed(unit_mm, unit_mm == std::round(unit_mm) ? 0 : 1)},
          .doubtful = true};
}

InputError wrong_unit(double height_mm) {
  return InputError(
      "unit.wrong",
      "With this unit the body would be {} m tall, which no person is; give another unit or none.",
      height_mm / 1000);
}

double find_unit(double torso, double height, double head, std::optional<double> given,
                 std::optional<double> file_unit_mm, std::vector<Remark>& remarks) {
  if (given) {
    if (!(*given > 0) || !(torso * *given >= kShortestTorsoMm / 2) ||
        !(torso * *given <= kLongestTorsoMm * 2))
      throw wrong_unit(height * *given);
    return *given;
  }
  std::vector<double> fitting;
  std::ranges::copy_if(kUnitsMm, std::back_inserter(fitting), [&](double unit) {
    return torso * unit >= kShortestTorsoMm && torso * unit <= kLongestTorsoMm &&
           head * unit >= kSmallestHeadMm && head * unit <= kLargestHeadMm;
  });
  if (file_unit_mm && std::ranges::find(fitting, *file_unit_mm) != fitting.end()) return *file_unit_mm;
  if (!fitting.empty()) {
    const double best = *std::ranges::min_element(
        fitting, {}, [&](double unit) { return std::abs(std::log(head * unit / kHeadDepthMm)); });
    if (fitting.size() > 1) remarks.push_back(doubtful_unit(best));
    return best;
  }
  const auto head_alone_is_too_large = [&](double unit) {
    return torso * unit >= kShortestTorsoMm && torso * unit <= kLongestTorsoMm &&
           head * unit > kLargestHeadMm;
  };
  if (std::ranges::any_of(kUnitsMm, head_alone_is_too_large))
    throw InputError("unit.head",
                     "The body's head is too large for its trunk in every unit: hair or a hat may hide its "
                     "size. Give the unit.");
  throw InputError(
      "unit.none_fits",
      "The body is {} units tall, which is no person in mm, cm, dm, m or inch; scale the surface to its true "
      "size, or give the millimetres of one unit.",
      height);
}

Remark doubtful_front() {
  return {.code = "front.doubtful",
          .title = "Front or back?",
          .sentence =
              "Feet, face, spine and arms disagree about which way the person looks: front and back, and "
              "with them left and right, may be the wrong way round; give the front.",
          .doubtful = true};
}

/// Rows of the rotation, then the translation.
Transform transform_to(const BodyAxes& axes, Vec3 shift) {
  return {{{{axes.left.x, axes.left.y, axes.left.z, shift.x},
            {axes.back.x, axes.back.y, axes.back.z, shift.y},
            {axes.up.x, axes.up.y, axes.up.z, shift.z},
            {0, 0, 0, 1}}}};
}

/// The vertical axis of surface files is y or z; a body along neither of them was lying.
bool is_lying(Vec3 up) {
  return std::max(up.y, up.z) < 0.7;
}

void apply_levels(ScanAlignment& scan, const Extent& height, const AlignmentOverrides& overrides) {
  const auto set = [&](Vec3& marker, std::optional<double> level, const char* outside) {
    if (!level) return;
    if (!(*level > height.low && *level < height.high))
      throw InputError("levels.outside", outside, *level, height.high);
    marker.z = *level;
  };
  set(scan.neck, overrides.neck_level_mm,
      "The neck level of {} mm lies outside the body, which ends at {} mm.");
  set(scan.symphysis, overrides.symphysis_level_mm,
      "The symphysis level of {} mm lies outside the body, which ends at {} mm.");
  constexpr double kLeastMm = 100;
  if (scan.neck.z - scan.symphysis.z < kLeastMm)
    throw InputError("levels.too_close", "The neck level must lie at least {} mm above the symphysis level.",
                     kLeastMm);
}

/// Whether nothing is left to be found but the unit.
bool all_given(const AlignmentOverrides& overrides) {
  return overrides.axes && !overrides.axes->up.empty() && !overrides.axes->front.empty() &&
         overrides.neck_level_mm && overrides.symphysis_level_mm;
}

/// The unit in which both given levels lie within the body and the torso is a fair part of it.
double unit_of_levels(double height, const AlignmentOverrides& overrides) {
  constexpr double kLongest = 4.5;  // torso lengths
  std::vector<double> fitting;
  const double torso = *overrides.neck_level_mm - *overrides.symphysis_level_mm;
  if (overrides.unit_mm) {
    constexpr double kShortestPart = 0.1, kLongestBody = 2 * kLongest;  // torso lengths
    const double height_mm = height * *overrides.unit_mm;
    const bool a_person = torso >= kShortestTorsoMm / 2 && torso <= kLongestTorsoMm * 2;
    if (a_person && height_mm >= kShortestPart * torso && height_mm <= kLongestBody * torso)
      return *overrides.unit_mm;
    throw wrong_unit(height_mm);
  }
  for (const double unit : kUnitsMm)
    if (height * unit >= *overrides.neck_level_mm && height * unit <= kLongest * torso)
      fitting.push_back(unit);
  if (fitting.size() == 1) return fitting.front();
  throw InputError("unit.needed",
                   "The levels of {} and {} mm do not tell the unit of a body of {} units; give it.",
                   *overrides.neck_level_mm, *overrides.symphysis_level_mm, height);
}

/// The middle of the body at the given levels.
BodyLevels given_levels(const BodySections& sections, const AlignmentOverrides& overrides, double unit) {
  const auto middle = [&](double level_mm) {
    const double z = sections.z(-0.5) + level_mm / unit;
    const auto& regions =
        sections.regions(std::clamp(static_cast<int>(sections.level(z)), 0, BodySections::kLevels - 1));
    if (regions.empty()) return Vec3{0, 0, z};
    return Vec3{regions.front().x, regions.front().y, z};
  };
  return {middle(*overrides.neck_level_mm), middle(*overrides.symphysis_level_mm)};
}

/// What a part of a body lacks. Without a crown the levels that are not given by hand are too low, without
/// feet that of the symphysis is a few centimetres off.
std::optional<Remark> lacking(const ScanAlignment& scan, const Extent& height,
                              const AlignmentOverrides& overrides) {
  constexpr double kHead = 0.3, kLegs = 0.9;  // torso lengths
  const double torso = scan.neck.z - scan.symphysis.z;
  const bool head = scan.crown_seen && height.high - scan.neck.z > kHead * torso,
             legs = scan.feet_seen && scan.symphysis.z > kLegs * torso;
  if (head && legs) return std::nullopt;
  return Remark{
      .code = "scan.partial",
      .title = "Part of a body",
      .sentence = !head && !legs ? "The surface has neither head nor whole legs; the networks learned "
                                   "from whole bodies."
                  : !head        ? "The surface has no whole head; the networks learned from whole bodies."
                                 : "The surface has no whole legs; the networks learned from whole bodies.",
      .doubtful =
          !(scan.crown_seen && scan.feet_seen) && !(overrides.neck_level_mm && overrides.symphysis_level_mm)};
}

/// Axes, levels and remarks, in the unit of the file.
struct Found {
  BodyAxes axes;
  BodyLevels levels;
  double unit_mm = 1;
  bool levels_found = true;
  std::vector<Remark> remarks = {};
};

Found find_body(const TriangleMesh& body, const BodyAxes& axes, const BodySections& sections,
                const AlignmentOverrides& overrides, std::optional<double> file_unit_mm) {
  check_arms(sections);
  check_raised_leg(sections);
  Found found{axes, find_body_levels(sections), 1, true, {}};
  check_pose(sections, found.levels);
  const bool front_given = overrides.axes && !overrides.axes->front.empty();
  const double vote = front_given ? 1 : front_vote(front_cues(sections, found.levels));
  if (std::abs(vote) < kDoubtfulVote) found.remarks.push_back(doubtful_front());
  found.unit_mm =
      find_unit(found.levels.neck.z - found.levels.symphysis.z, sections.height(),
                head_depth(sections, found.levels), overrides.unit_mm, file_unit_mm, found.remarks);
  if (vote < 0) {
    found.axes = turned(found.axes);
    found.levels = find_body_levels(BodySections(rotated(body, found.axes)));
  }
  return found;
}

/// Whether the given levels are those of the found ones, put right by hand.
bool agrees(const Found& found, const BodySections& sections, const AlignmentOverrides& overrides) {
  const BodyLevels& levels = found.levels;
  const double reach = kLevelReach * (levels.neck.z - levels.symphysis.z), low = sections.z(-0.5);
  const auto near = [&](double z, double level_mm) {
    return std::abs(low + level_mm / found.unit_mm - z) <= reach;
  };
  return near(levels.neck.z, *overrides.neck_level_mm) &&
         near(levels.symphysis.z, *overrides.symphysis_level_mm);
}

/// Of scans that are much finer than what is looked for, a coarser copy.
std::optional<TriangleMesh> coarser(const TriangleMesh& body) {
  constexpr std::size_t kManyTriangles = 4'000'000;
  constexpr double kCells = 700;  // along the body: 2 to 3 mm
  if (body.triangles.size() < kManyTriangles) return std::nullopt;
  return clustered(body, longest_side(body) / kCells);
}

Found find_all(const TriangleMesh& body, const AlignmentOverrides& overrides,
               std::optional<double> file_unit_mm) {
  const BodyAxes axes = find_body_axes(body, overrides.axes.value_or(ScanAxes{}));
  const BodySections sections(rotated(body, axes));
  if (!all_given(overrides)) return find_body(body, axes, sections, overrides, file_unit_mm);
  try {
    Found found = find_body(body, axes, sections, overrides, file_unit_mm);
    if (agrees(found, sections, overrides)) return found;
  } catch (const InputError&) {  // a part of a body
  }
  const double unit_mm = unit_of_levels(sections.height(), overrides);
  return {axes, given_levels(sections, overrides, unit_mm), unit_mm, false, {}};
}

/// Why no person was found, where another reason is truer than the direction or the unit: much of the surface
/// is missing, or the direction is known.
void explain(const InputError& error, const TriangleMesh& body, const AlignmentOverrides& overrides) {
  // Lengths of the body. Half a person, seen from one side, has 6; two legs, each open at its top, have 1.9.
  constexpr double kMuch = 2.2;
  constexpr std::array kNobody{"surface.not_a_body", "surface.no_trunk", "unit.none_fits", "unit.head"};
  if (std::ranges::find(kNobody, error.code()) == kNobody.end()) return;
  const double share = open_edges_length(body) / longest_side(body);
  if (share > kMuch)
    throw InputError(
        "surface.open",
        "No person was found in the surface, of which much is missing: its open edges are {} times "
        "as long as itself. Scan all sides of the person, or close the surface first, for example "
        "with MeshLab (Screened Poisson).",
        std::round(share));
  if (error.code() == "surface.not_a_body" && overrides.axes && !overrides.axes->up.empty())
    throw InputError(
        "surface.part",
        "Along the up direction that was given no person from head to legs was found; of a part of "
        "a body give the front and the levels of neck and pubic symphysis as well.");
}

Found find_or_explain(const TriangleMesh& body, const AlignmentOverrides& overrides,
                      std::optional<double> file_unit_mm) {
  try {
    return find_all(body, overrides, file_unit_mm);
  } catch (const InputError& error) {
    explain(error, body, overrides);
    throw;
  }
}

std::string direction_text(Vec3 direction) {
  for (const auto& [text, axis] : {std::pair{"+x", Vec3{1, 0, 0}},
                                   {"-x", Vec3{-1, 0, 0}},
                                   {"+y", Vec3{0, 1, 0}},
                                   {"-y", Vec3{0, -1, 0}},
                                   {"+z", Vec3{0, 0, 1}},
                                   {"-z", Vec3{0, 0, -1}}})
    if (norm(direction - axis) < 1e-9) return text;
  constexpr int kDecimals = 9;
  return fixed(direction.x, kDecimals) + ',' + fixed(direction.y, kDecimals) + ',' +
         fixed(direction.z, kDecimals);
}

}  // namespace

ScanAxes axes_text(Vec3 up, Vec3 front) {
  return {direction_text(up), direction_text(front)};
}

ScanAxes turned_axes(const ScanAlignment& scan) {
  const auto& m = scan.to_patient.m;  // its rows are left, back and up in the file's axes
  return {direction_text({m[2][0], m[2][1], m[2][2]}), direction_text({m[1][0], m[1][1], m[1][2]})};
}

AlignedScan align_scan(TriangleMesh file_mesh, const AlignmentOverrides& overrides,
                       std::optional<double> file_unit_mm) {
  if (file_mesh.triangles.empty()) throw InputError("surface.empty", "The surface has no triangles.");
  ScannedBody body = scanned_body(used_part(std::move(file_mesh)));
  check_solid(body.mesh);
  check_fine(body.mesh);
  const std::optional<TriangleMesh> coarse = coarser(body.mesh);
  const Found found = find_or_explain(coarse ? *coarse : body.mesh, overrides, file_unit_mm);
  AlignedScan scan;
  scan.mesh = std::move(body.mesh);
  rotate(scan.mesh, found.axes);
  scan.unit_mm = found.unit_mm;
  scan.remarks = found.remarks;
  if (body.left_out) scan.remarks.push_back(*body.left_out);
  const double low = extent(scan.mesh, {0, 0, 1}).low;
  const Vec3 shift =
      Vec3{-(found.levels.neck.x + found.levels.symphysis.x) / 2, -found.levels.symphysis.y, -low} *
      scan.unit_mm;
  scan.to_patient = transform_to(found.axes, shift);
  for (Vec3& p : scan.mesh.vertices) p = p * scan.unit_mm + shift;
  scan.neck = found.levels.neck * scan.unit_mm + shift;
  scan.symphysis = found.levels.symphysis * scan.unit_mm + shift;
  scan.lying = is_lying(found.axes.up);
  scan.levels_found = found.levels_found;
  scan.crown_seen = found.levels.crown_seen;
  scan.feet_seen = found.levels.feet_seen;
  scan.found_neck_mm = scan.neck.z;
  scan.found_symphysis_mm = scan.symphysis.z;
  const Extent height = extent(scan.mesh, {0, 0, 1});
  apply_levels(scan, height, overrides);
  if (const auto remark = lacking(scan, height, overrides)) scan.remarks.push_back(*remark);
  return scan;
}

ScanAlignment with_levels(ScanAlignment scan, const TriangleMesh& mesh, const AlignmentOverrides& overrides) {
  const Extent height = extent(mesh, {0, 0, 1});
  scan.neck.z = scan.found_neck_mm;
  scan.symphysis.z = scan.found_symphysis_mm;
  apply_levels(scan, height, overrides);
  std::erase_if(scan.remarks, [](const Remark& remark) { return remark.code == "scan.partial"; });
  if (const auto remark = lacking(scan, height, overrides)) scan.remarks.push_back(*remark);
  return scan;
}

}  // namespace skiagraph::geometry
