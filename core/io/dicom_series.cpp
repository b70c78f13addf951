#include "core/io/dicom_series.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/io/dicom_pixels.h"
#include "core/io/dicom_study.h"
#include "core/io/volume_assembly.h"
#include "core/io/volume_limits.h"

namespace skiagraph::io {
namespace {

constexpr double kSamePlaceMm = 0.01;
constexpr double kMostMissing = 20;  // slices in one place

Vec3 vector_of(const std::array<double, 3>& v) {
  return {v[0], v[1], v[2]};
}

struct Placed {
  DicomSlice slice;
  Vec3 place;
  double along = 0;  ///< on the normal
};

/// One series in the order of its slices.
class Series {
 public:
  Series(const std::filesystem::path& given, const DicomSeries& slices, const CtOptions& options)
      : given_(given), options_(options), first_(slices.front()) {
    check_alike(slices);
    check_values(slices);
    place(slices);
    sort();
  }

  imaging::CtVolume read(std::vector<Remark> remarks, const FileNote& note) const;

 private:
  void check_alike(const DicomSeries& slices) const;
  void check_values(const DicomSeries& slices) const;
  void place(const DicomSeries& slices);
  void sort();
  double distance() const;
  std::optional<Remark> gaps(double step) const;
  VoxelMatrix matrix(double step) const;

  const std::filesystem::path& given_;
  const CtOptions& options_;
  DicomSlice first_;
  AxisDirections directions_{};
  std::vector<Placed> slices_;
};

void Series::check_alike(const DicomSeries& slices) const {
  constexpr double kSameSpacing = 0.001, kSameDirection = 0.0001;
  for (const DicomSlice& slice : slices) {
    if (slice.columns != first_.columns || slice.rows != first_.rows)
      throw InputError(
          "dicom.sizes",
          "The series in \"{}\" holds slices of different sizes; give the slices of one reconstruction.",
          given_);
    if (slice.spacing_mm && first_.spacing_mm)
      for (const std::size_t axis : {0U, 1U}) {
        const double one = (*first_.spacing_mm)[axis], other = (*slice.spacing_mm)[axis];
        if (std::abs(one - other) > kSameSpacing * one)
          throw InputError(
              "dicom.spacing_changes",
              "The pixels of the series in \"{}\" are {} mm wide in one slice and {} mm in another; "
              "choose the slices of one reconstruction.",
              given_, one, other);
      }
    if (slice.directions && first_.directions)
      for (std::size_t n = 0; n < 6; ++n)
        if (std::abs((*slice.directions)[n] - (*first_.directions)[n]) > 10 * kSameDirection)
          throw InputError(
              "dicom.orientations",
              "The series in \"{}\" holds slices of different orientations; give those of one direction.",
              given_);
  }
}

/// Unless the person says what the values mean.
void Series::check_values(const DicomSeries& slices) const {
  if (options_.values) return;
  for (const DicomSlice& slice : slices) {
    if (!slice.slope || *slice.slope == 0 || !slice.intercept)
      throw InputError("dicom.no_rescale",
                       "The DICOM file \"{}\" does not say what its values mean (Rescale Slope and Intercept "
                       "are missing), so they are no Hounsfield units; say which values air and water have "
                       "(--values AIR,WATER; 24,1024 for what most scanners store).",
                       slice.path);
    if (!slice.rescale_type.empty() && !slice.rescale_type.starts_with("HU") && slice.rescale_type != "US")
      throw InputError("dicom.rescale_type",
                       "The values of the DICOM file \"{}\" are no Hounsfield units but \"{}\"; choose "
                       "another series, or say which values air and water have (--values AIR,WATER).",
                       slice.path, slice.rescale_type);
  }
}

/// By the positions in the files; without them by the number of each slice, when direction and distance are
/// given.
void Series::place(const DicomSeries& slices) {
  const bool numbered = std::ranges::any_of(slices, [](const DicomSlice& slice) { return !slice.place; });
  if (numbered && !(options_.axes && options_.spacing_mm))
    throw InputError(
        "dicom.place",
        "The DICOM file \"{}\" does not say where its slice lies (Image Position is missing). When "
        "all slices follow one another by their numbers, give directions and distances (--axes and "
        "--spacing).",
        std::ranges::find_if(slices, [](const DicomSlice& slice) { return !slice.place; })->path);
  const auto directions = slice_directions(first_, options_);
  if (!directions) {  // for its sentence
    voxel_matrix({std::nullopt, std::array{1.0, 1.0, 1.0}, std::array{0.0, 0.0, 0.0}}, {}, given_);
  }
  directions_ = *directions;
  const Vec3 normal = vector_of(directions_[2]);
  for (const DicomSlice& slice : slices) {
    const Vec3 at = numbered
                        ? vector_of((*options_.axes)[2]) * ((*options_.spacing_mm)[2] * slice.instance_number)
                        : vector_of(*slice.place);
    slices_.push_back({slice, at, dot(at, normal)});
  }
}

void Series::sort() {
  std::ranges::sort(slices_, {}, &Placed::along);
  const Vec3 whole = slices_.back().place - slices_.front().place;
  const double length = slices_.back().along - slices_.front().along;
  for (std::size_t n = 1; n < slices_.size(); ++n) {
    const double step = slices_[n].along - slices_[n - 1].along;
    if (step < kSamePlaceMm)
      throw InputError(
          "dicom.same_place",
          "The series in \"{}\" holds two slices at the same place (\"{}\" and \"{}\"); choose one "
          "reconstruction.",
          given_, slices_[n - 1].slice.path.filename(), slices_[n].slice.path.filename());
    // A tilted gantry shifts all slices alike.
    const Vec3 expected =
        slices_.front().place + whole * ((slices_[n].along - slices_.front().along) / length);
    if (norm(slices_[n].place - expected) > 0.05 * step + kSamePlaceMm)
      throw InputError("dicom.shifted",
                       "The series in \"{}\" holds slices that are shifted against each other; choose one "
                       "acquisition.",
                       given_);
  }
}

/// Between neighbouring slices, as most of them have it. Wide gaps are refused.
double Series::distance() const {
  std::vector<double> steps;
  for (std::size_t n = 1; n < slices_.size(); ++n) steps.push_back(slices_[n].along - slices_[n - 1].along);
  if (steps.empty())
    throw InputError("volume.few_slices", "\"{}\" has one slice alone; give a whole series.", given_);
  std::ranges::sort(steps);
  const double step = steps[steps.size() / 2];
  if (steps.back() > kMostMissing * step)
    throw InputError("dicom.gap",
                     "The series in \"{}\" lacks more than 20 slices in one place; copy the missing ones.",
                     given_);
  return step;
}

/// Slices that were left out all along, every second one or more, leave their neighbours evenly spaced.
std::optional<Remark> Series::gaps(double step) const {
  constexpr double kMostThicknesses = 1.5;
  const auto thickness = first_.thickness_mm;
  if (!thickness || !(*thickness > 0) || step <= kMostThicknesses * *thickness) return std::nullopt;
  return Remark{.code = "ct.gaps",
                .title = "Gaps between slices",
                .sentence =
                    "The slices are {} mm thick and lie {} mm apart; what lies between them was "
                    "interpolated.",
                .arguments = {fixed(*thickness, 1), fixed(step, 1)}};
}

VoxelMatrix Series::matrix(double step) const {
  const Vec3 whole = slices_.back().place - slices_.front().place;
  const Vec3 between = whole * (step / (slices_.back().along - slices_.front().along));
  const double mm = norm(between);
  FilePlace place;
  place.directions = directions_;
  (*place.directions)[2] = {between.x / mm, between.y / mm, between.z / mm};
  if (first_.spacing_mm) place.spacing_mm = {(*first_.spacing_mm)[0], (*first_.spacing_mm)[1], mm};
  place.origin_mm = {slices_[0].place.x, slices_[0].place.y, slices_[0].place.z};
  constexpr double kSame = 0.01;
  if (options_.spacing_mm && std::abs((*options_.spacing_mm)[2] - mm) > kSame * mm)
    throw InputError("options.spacing",
                     "The slices in \"{}\" lie {} mm apart by their positions, not {} mm; correct --spacing.",
                     given_, mm, (*options_.spacing_mm)[2]);
  CtOptions options = options_;
  options.axes.reset();  // they are in directions_ already
  const VoxelMatrix result = voxel_matrix(place, options, given_);
  constexpr double kUpright = 0.1;  // degrees
  const bool sheared =
      dot({between.x / mm, between.y / mm, between.z / mm}, vector_of(directions_[2])) < 0.999998;
  const auto tilted = std::ranges::find_if(
      slices_, [](const Placed& placed) { return std::abs(placed.slice.gantry_tilt) > kUpright; });
  if (tilted != slices_.end() && !sheared && is_upright(result))
    throw InputError("dicom.tilted",
                     "The DICOM file \"{}\" was taken with a tilted gantry, which its slices' places do not "
                     "show; resample "
                     "the series to upright slices first.",
                     first_.path);
  return result;
}

imaging::CtVolume Series::read(std::vector<Remark> remarks, const FileNote& note) const {
  const double step = distance();
  const int levels = static_cast<int>(std::lround((slices_.back().along - slices_.front().along) / step)) + 1;
  VolumeAssembly assembly(matrix(step),
                          {static_cast<int>(first_.columns), static_cast<int>(first_.rows), levels}, options_,
                          given_);
  DicomPixels pixels(note);
  std::size_t below = 0;
  std::vector<float> low = pixels.read(slices_[0].slice), high = pixels.read(slices_[1].slice),
                     mixed(low.size());
  int missing = 0;
  for (int level = 0; level < levels; ++level) {
    const double along = slices_.front().along + level * step;
    while (below + 2 < slices_.size() && along > slices_[below + 1].along) {
      ++below;
      low = std::move(high);
      high = pixels.read(slices_[below + 1].slice);
    }
    const double gap = slices_[below + 1].along - slices_[below].along;
    const double share = std::clamp((along - slices_[below].along) / gap, 0.0, 1.0);
    if (gap > 1.5 * step && share > 0.01 && share < 0.99) ++missing;
    for (std::size_t n = 0; n < low.size(); ++n)
      mixed[n] = static_cast<float>(low[n] * (1 - share) + high[n] * share);
    assembly.add(mixed);
  }
  std::optional<std::pair<float, float>> padding;
  if (first_.padding)
    padding = {pixels.scaled(first_, first_.padding->first), pixels.scaled(first_, first_.padding->second)};
  imaging::CtVolume volume = assembly.finish(padding);
  volume.remarks.insert(volume.remarks.begin(), remarks.begin(), remarks.end());
  if (const auto remark = gaps(step)) volume.remarks.push_back(*remark);
  if (missing > 0)
    volume.remarks.push_back({.code = "ct.slices_missing",
                              .title = "Missing slices",
                              .sentence = "{} missing slices were interpolated between their neighbours.",
                              .arguments = {std::to_string(missing)}});
  return volume;
}

/// Where the files are that belong to a single one, and its series.
std::filesystem::path folder_of(const std::filesystem::path& path, CtOptions& options, const FileNote& note) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return path;
  note(path);
  const DicomFile file = read_dicom_header(path);
  if (file.kind != DicomFile::Kind::kDirectory && file.slices.size() != 1) return path;
  if (options.series.empty() && !file.slices.empty()) options.series = file.slices.front().series;
  return path.has_parent_path() ? path.parent_path() : ".";
}

}  // namespace

imaging::CtVolume read_dicom_series(const std::filesystem::path& path, const CtOptions& options,
                                    const FileNote& note) {
  CtOptions narrowed = options;
  const std::filesystem::path folder = folder_of(path, narrowed, note);
  ChosenSeries chosen = choose_series(path, files_in(folder), narrowed, note);
  return Series(path, chosen.slices, narrowed).read(std::move(chosen.remarks), note);
}

}  // namespace skiagraph::io
