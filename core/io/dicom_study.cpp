#include "core/io/dicom_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/dicom_structure.h"

namespace skiagraph::io {
namespace {

using Kind = DicomFile::Kind;

/// All slices, and how many files of each other kind there are.
struct Study {
  std::vector<DicomSlice> slices;
  std::map<Kind, int> others;
  int copies = 0;
  std::filesystem::path other_image;
  std::string other_modality;
};

bool same_bytes(const std::filesystem::path& a, const std::filesystem::path& b) {
  std::error_code error;
  if (std::filesystem::file_size(a, error) != std::filesystem::file_size(b, error) || error) return false;
  std::ifstream one(a, std::ios::binary), other(b, std::ios::binary);
  return std::equal(std::istreambuf_iterator<char>(one), {}, std::istreambuf_iterator<char>(other));
}

/// Whether a file begins with zeros, as a DICOM file does, and goes on so: room that a copy was to fill.
bool is_blank(const std::filesystem::path& path) {
  constexpr int kBeginning = 512;
  std::ifstream file(path, std::ios::binary);
  std::string beginning(kBeginning, '\0');
  file.read(beginning.data(), kBeginning);
  return file.gcount() > 0 && beginning.find_first_not_of('\0') == std::string::npos;
}

/// A file that is empty or blank is one that was not copied, when its name is that of an image.
void check_copied(const std::filesystem::path& path) {
  std::error_code error;
  const std::string extension = lower_case(path.extension().string());
  const bool image = extension == ".dcm" || extension == ".ima";
  if (image && std::filesystem::file_size(path, error) == 0)
    throw InputError("dicom.damaged", "The DICOM file \"{}\" is empty; copy it again.", path);
  if ((image || extension.empty()) && !path.filename().string().starts_with('.') && is_blank(path))
    throw InputError("dicom.damaged",
                     "The DICOM file \"{}\" is damaged or was not copied to its end; copy it again.", path);
}

Study read_study(const std::vector<std::filesystem::path>& files, const FileNote& note) {
  Study study;
  std::map<std::string, std::filesystem::path> seen;
  for (const std::filesystem::path& path : files) {
    check_copied(path);
    if (!is_dicom(path)) continue;
    note(path);
    const DicomFile file = read_dicom_header(path);
    if (file.kind == Kind::kOtherImage && study.other_image.empty())
      study.other_image = path, study.other_modality = file.modality;
    if (file.kind != Kind::kCt) {
      ++study.others[file.kind];
      continue;
    }
    const auto [first, is_new] = seen.emplace(file.slices.front().instance, path);
    if (!is_new && !file.slices.front().instance.empty() && same_bytes(first->second, path))
      ++study.copies;
    else
      study.slices.insert(study.slices.end(), file.slices.begin(), file.slices.end());
  }
  return study;
}

double along(const DicomSlice& slice, const std::array<double, 3>& normal) {
  const auto& p = *slice.place;
  return p[0] * normal[0] + p[1] * normal[1] + p[2] * normal[2];
}

/// The lowest and the highest place on the normal of the first slice; nothing when a place is not known.
std::optional<std::pair<double, double>> extent(const DicomSeries& series, const CtOptions& options) {
  const auto directions = slice_directions(series.front(), options);
  if (!directions) return std::nullopt;
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const DicomSlice& slice : series) {
    if (!slice.place) return std::nullopt;
    const double at = along(slice, (*directions)[2]);
    low = std::min(low, at), high = std::max(high, at);
  }
  return std::pair(low, high);
}

/// The parts of a series, or the whole where they follow one another.
std::vector<DicomSeries> apart(const DicomSeries& whole, std::vector<DicomSeries> parts,
                               const CtOptions& options) {
  std::vector<std::pair<double, double>> extents;
  for (const DicomSeries& part : parts) {
    const auto one = extent(part, options);
    if (!one) return {whole};
    extents.push_back(*one);
  }
  std::ranges::sort(extents);
  for (std::size_t n = 1; n < extents.size(); ++n)
    if (extents[n].first < extents[n - 1].second) return parts;
  return {whole};
}

/// Some scanners count each slice as an acquisition, or each part of a long scan: those belong together. Not
/// so acquisitions of which one lies in the other.
std::vector<DicomSeries> acquisitions(const DicomSeries& series, const CtOptions& options) {
  std::map<int, DicomSeries> by_number;
  for (const DicomSlice& slice : series) by_number[slice.acquisition].push_back(slice);
  std::vector<DicomSeries> parts;
  for (auto& [number, part] : by_number) parts.push_back(std::move(part));
  return apart(series, std::move(parts), options);
}

/// A slice that the step before did not lead to: it is the first of what comes, and not the last of this.
bool is_stray(const DicomSeries& part, const std::array<double, 3>& normal) {
  constexpr double kUnlike = 0.1;
  if (part.size() < 3) return false;
  const auto at = [&](std::size_t back) { return along(part[part.size() - back], normal); };
  const double last = at(1) - at(2), before = at(2) - at(3);
  return std::abs(last - before) > kUnlike * std::abs(before);
}

/// What was taken in one go, where the acquisition is not told: another one begins where the images, in the
/// order of their numbers, turn back.
std::vector<DicomSeries> sweeps(const DicomSeries& series, const CtOptions& options) {
  constexpr std::size_t kFewestSlices = 4, kMostSweeps = 8;
  if (!extent(series, options)) return {series};
  const auto normal = (*slice_directions(series.front(), options))[2];
  const auto number = [](const DicomSlice& slice) { return std::pair(slice.instance_number, slice.frame); };
  DicomSeries ordered = series;
  std::ranges::sort(ordered, {}, number);
  if (std::ranges::adjacent_find(ordered, {}, number) != ordered.end()) return {series};
  std::vector<DicomSeries> parts(1);
  double heading = 0;
  for (const DicomSlice& slice : ordered) {
    DicomSeries& part = parts.back();
    const double step = part.empty() ? 1 : along(slice, normal) - along(part.back(), normal);
    if (step != 0 && step * heading >= 0) {
      heading = part.empty() ? 0 : step;
      part.push_back(slice);
      continue;
    }
    DicomSeries next{slice};
    heading = 0;
    if (is_stray(part, normal)) {
      next.insert(next.begin(), part.back());
      part.pop_back();
      heading = step;
    }
    parts.push_back(std::move(next));
  }
  if (parts.size() > kMostSweeps ||
      std::ranges::any_of(parts, [](const DicomSeries& part) { return part.size() < kFewestSlices; }))
    return {series};
  return apart(series, std::move(parts), options);
}

std::vector<DicomSeries> series_of(const Study& study, const CtOptions& options) {
  std::map<std::tuple<std::string, int, std::string>, DicomSeries> by_series;
  for (const DicomSlice& slice : study.slices)
    by_series[{slice.patient, slice.series_number, slice.series}].push_back(slice);
  std::vector<DicomSeries> all;
  for (const auto& [key, series] : by_series)
    for (const DicomSeries& acquisition : acquisitions(series, options))
      for (DicomSeries& part : sweeps(acquisition, options)) all.push_back(std::move(part));
  return all;
}

bool is_axial(const DicomSeries& series, const CtOptions& options) {
  constexpr double kAxial = 0.9;
  const auto directions = slice_directions(series.front(), options);
  return directions && std::abs((*directions)[2][2]) > kAxial;
}

/// "1: series 2, 40 slices over 312 mm; 2: ..."
std::string list_of(const std::vector<DicomSeries>& all, const CtOptions& options) {
  std::string list;
  for (std::size_t n = 0; n < all.size(); ++n) {
    const DicomSlice& first = all[n].front();
    list += fmt::format("{}{}: series {}", n > 0 ? "; " : "", n + 1, first.series_number);
    const auto same_series = [&](const DicomSeries& other) { return other.front().series == first.series; };
    if (std::ranges::count_if(all, same_series) > 1)
      list += fmt::format(", acquisition {} from image {}", first.acquisition, first.instance_number);
    if (first.patient != all.front().front().patient) list += " of another patient";
    list += fmt::format(", {} slices", all[n].size());
    if (const auto range = extent(all[n], options); range)
      list += fmt::format(" over {:.0f} mm", range->second - range->first);
    if (!is_axial(all[n], options)) list += ", not axial";
  }
  return list;
}

[[noreturn]] void refuse_several(const std::vector<DicomSeries>& all, const std::filesystem::path& given,
                                 const CtOptions& options) {
  throw InputError("dicom.several_series",
                   "\"{}\" holds {} series of CT; choose one by its number in this list or by its UID "
                   "(--series): {}.",
                   given, all.size(), list_of(all, options));
}

std::size_t wanted_index(const std::vector<DicomSeries>& all, const std::filesystem::path& given,
                         const CtOptions& options) {
  const auto number = number_in(options.series);
  const auto is_wanted = [&](const DicomSeries& one) { return one.front().series == options.series; };
  if (number && *number >= 1 && *number <= static_cast<double>(all.size()) && *number == std::floor(*number))
    return static_cast<std::size_t>(*number) - 1;
  const auto found = std::ranges::find_if(all, is_wanted);
  if (std::ranges::count_if(all, is_wanted) > 1) refuse_several(all, given, options);
  if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
  throw InputError("dicom.series", "\"{}\" holds no series \"{}\". It holds {}.", given,
                   options.series.substr(0, 80), list_of(all, options));
}

std::size_t choice(const std::vector<DicomSeries>& all, const std::filesystem::path& given,
                   const CtOptions& options) {
  constexpr std::size_t kFewestSlices = 4;
  if (!options.series.empty()) return wanted_index(all, given, options);
  std::vector<std::size_t> whole, axial;
  for (std::size_t n = 0; n < all.size(); ++n)
    if (all[n].size() >= kFewestSlices) whole.push_back(n);
  if (all.size() == 1 || whole.size() == 1) return whole.empty() ? 0 : whole.front();
  for (const std::size_t n : whole)
    if (is_axial(all[n], options)) axial.push_back(n);
  if (axial.size() == 1) return axial.front();
  refuse_several(all, given, options);
}

void add(std::string& list, int count, const char* one, const char* several) {
  if (count > 0) list += fmt::format("{}{} {}", list.empty() ? "" : ", ", count, count == 1 ? one : several);
}

}  // namespace

std::optional<AxisDirections> slice_directions(const DicomSlice& slice, const CtOptions& options) {
  constexpr double kError = 0.01;
  AxisDirections d{};
  if (options.axes) {
    d = *options.axes;
  } else if (slice.directions) {
    for (std::size_t n = 0; n < 6; ++n) d[n / 3][n % 3] = (*slice.directions)[n];
  } else {
    return std::nullopt;
  }
  const auto product = [](const auto& a, const auto& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; };
  if (std::abs(product(d[0], d[0]) - 1) > kError || std::abs(product(d[1], d[1]) - 1) > kError ||
      std::abs(product(d[0], d[1])) > kError)
    return std::nullopt;
  for (std::size_t n = 0; n < 3; ++n)
    d[2][n] = d[0][(n + 1) % 3] * d[1][(n + 2) % 3] - d[0][(n + 2) % 3] * d[1][(n + 1) % 3];
  return d;
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_directory(path, error)) return {path};
  std::vector<std::filesystem::path> files;
  using Walk = std::filesystem::recursive_directory_iterator;
  Walk entry(path, std::filesystem::directory_options::skip_permission_denied, error);
  for (; !error && entry != Walk(); entry.increment(error))
    if (entry->is_regular_file(error)) files.push_back(entry->path());
  std::ranges::sort(files);
  return files;
}

ChosenSeries choose_series(const std::filesystem::path& given,
                           const std::vector<std::filesystem::path>& files, const CtOptions& options,
                           const FileNote& note) {
  const Study study = read_study(files, note);
  if (study.slices.empty() && !study.other_image.empty() && study.other_modality.empty())
    throw InputError("dicom.modality",
                     "The DICOM file \"{}\" does not say that it is CT (Modality is missing).",
                     study.other_image);
  if (study.slices.empty() && !study.other_image.empty())
    throw InputError("dicom.modality", "The DICOM file \"{}\" is not CT but \"{}\".", study.other_image,
                     study.other_modality);
  if (study.slices.empty())
    throw InputError("dicom.none",
                     "\"{}\" holds no DICOM images of CT; give the folder or the archive of a series.",
                     given);
  std::vector<DicomSeries> all = series_of(study, options);
  const std::size_t chosen = choice(all, given, options);
  const auto count = [&](Kind kind) { return study.others.contains(kind) ? study.others.at(kind) : 0; };
  std::string left_out;
  add(left_out, static_cast<int>(all.size()) - 1, "other series of CT", "other series of CT");
  add(left_out, count(Kind::kScout), "scout", "scouts");
  add(left_out, count(Kind::kPage), "page", "pages");
  add(left_out, count(Kind::kOtherImage), "image that is not CT", "images that are not CT");
  add(left_out, count(Kind::kNoImage), "report", "reports");
  add(left_out, study.copies, "copy of a file", "copies of files");
  ChosenSeries result{std::move(all[chosen]), {}};
  if (!left_out.empty())
    result.remarks.push_back({.code = "ct.left_out",
                              .title = "Files left out",
                              .sentence = "Left out of the CT: {}.",
                              .arguments = {left_out}});
  return result;
}

}  // namespace skiagraph::io
