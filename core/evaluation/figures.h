#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/evaluation/range_study.h"
#include "core/evaluation/water.h"
#include "core/markers/marker_table.h"

namespace skiagraph::evaluation {

/// The rows of table 1.
enum class Method : std::uint8_t {
  kMeanPerson,  ///< the same answer for everybody
  kT,           ///< T's picture, and MPN's markers in it
  kFirstPass,   ///< CIGN's picture of those markers: the first iteration of the loop
  kLoop,        ///< the loop at its end
};
inline constexpr std::array kMethods{Method::kMeanPerson, Method::kT, Method::kFirstPass, Method::kLoop};
std::string_view method_name(Method method);

/// Of one picture, or means over people. MS-SSIM from 0 to 1.
struct PictureFigures {
  double mae = 0, mae_body = 0, ms_ssim = 0, ms_ssim_box = 0;
  double sharpness = 0;  ///< detail power over that of the true picture
};

struct MethodFigures {
  PictureFigures picture;
  std::array<double, kMarkerCount> error_cm{};
};

/// What was measured on one person.
struct PersonFigures {
  std::array<MethodFigures, kMethods.size()> methods;
  bool converged = false;
  int iterations = 0;
  double milliseconds = 0;
  /// Mean over the markers; entry 0 is T's picture.
  std::vector<double> error_cm_by_iteration;
  PartErrors parts;
  std::array<bool, kMarkerCount> inside_95{};  ///< the true marker lies inside the loop's 95 % margin
  std::vector<RangeOutcome> ranges;
};

struct MarkerRow {
  Marker marker;
  double error_cm = 0;  ///< of the loop
  std::optional<double> floor_cm;
  double mean_person_cm = 0;
  double inside_95 = 0;  ///< share of the people whose true marker lies inside the 95 % margin
};

struct MethodRow {
  std::string method;
  PictureFigures picture;
  double error_cm = 0;  ///< mean over the markers
};

/// A figure with its 95 % bootstrap interval over people.
struct HeadlineRow {
  std::string name;
  double value = 0, low = 0, high = 0;
};

struct LoopStatistics {
  double converged_share = 0, iterations_mean = 0, iterations_p95 = 0, ms_median = 0;
  /// Mean over people; those whose loop has ended count with their last.
  std::vector<double> error_cm_by_iteration;
};

/// The errors that remain for any method, because the skin does not determine the interior; as far as the
/// data set knows them.
struct Floors {
  std::optional<std::array<double, kMarkerCount>> marker_cm;
  std::optional<double> mae_body;
};

struct Tables {
  std::int64_t people = 0;
  std::vector<MarkerRow> markers;
  std::vector<MethodRow> table1;
  std::vector<HeadlineRow> headline;
  LoopStatistics loop;
  Floors floors;
  PartErrors parts;  ///< of the loop's pictures, mean over the people
  std::vector<RangeRow> ranges;
};

/// Share of all markers of all people inside the 95 % margins.
double inside_95(const Tables& tables);

/// Throws Error for no people.
Tables summarise(std::span<const PersonFigures> people, const Floors& floors);

}  // namespace skiagraph::evaluation
