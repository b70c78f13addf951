#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/bodies/sex.h"

namespace skiagraph::bodies {

/// The sizes by which a body is specified and measured, mm and kg.
enum class BodySize : std::uint8_t {
  kStature,
  kWeight,
  kTorso,     ///< neck (C7/T1) to pubic symphysis, along z
  kShoulder,  ///< over both deltoids at the height of the shoulder joints (bideltoid breadth)
  kChest,     ///< girths, without the arms
  kWaist,
  kHip
};
inline constexpr std::size_t kBodySizeCount = 7;

struct BodySizeInfo {
  std::string_view name;     ///< one lower-case word
  std::string_view meaning;  ///< one line for a person
  std::string_view unit;     ///< for display: cm or kg
  double per_unit;           ///< mm or kg in one unit
};

/// In the order of BodySize. The only place with the names of sizes.
const std::array<BodySizeInfo, kBodySizeCount>& body_size_table();

using BodySizes = std::array<double, kBodySizeCount>;

inline double& size_in(BodySizes& sizes, BodySize size) {
  return sizes[static_cast<std::size_t>(size)];
}
inline double size_in(const BodySizes& sizes, BodySize size) {
  return sizes[static_cast<std::size_t>(size)];
}

/// The sizes that a body shall have. Sizes without a target follow from the others.
struct SizeTargets {
  Sex sex = Sex::kFemale;
  std::array<std::optional<double>, kBodySizeCount> values{};  ///< mm, kg

  [[nodiscard]] const std::optional<double>& operator[](BodySize size) const {
    return values[static_cast<std::size_t>(size)];
  }
  std::optional<double>& operator[](BodySize size) { return values[static_cast<std::size_t>(size)]; }
  friend bool operator==(const SizeTargets&, const SizeTargets&) = default;
};

}  // namespace skiagraph::bodies
