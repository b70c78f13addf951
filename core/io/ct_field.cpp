#include "core/io/ct_field.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace skiagraph::io {
namespace {

using imaging::CtVolume;

constexpr float kAir = -1000, kMostAir = -900;

/// The value of all corners of all slices.
std::optional<float> corner_value(const CtVolume& volume) {
  const float value = volume.at(0, 0, 0);
  for (int k = 0; k < volume.nz; ++k)
    for (const int i : {0, volume.nx - 1})
      for (const int j : {0, volume.ny - 1})
        if (volume.at(i, j, k) != value) return std::nullopt;
  return value;
}

/// What `is_padding` says of the values of a slice that are connected with its edge.
template <class IsPadding>
void mark_from_edge(CtVolume& volume, int k, IsPadding is_padding) {
  std::vector<std::pair<int, int>> open;
  const auto visit = [&](int i, int j) {
    if (i < 0 || j < 0 || i >= volume.nx || j >= volume.ny) return;
    float& value = volume.hounsfield[volume.index(i, j, k)];
    if (value == CtVolume::kOutside || !is_padding(value)) return;
    value = CtVolume::kOutside;
    open.emplace_back(i, j);
  };
  for (int i = 0; i < volume.nx; ++i) visit(i, 0), visit(i, volume.ny - 1);
  for (int j = 0; j < volume.ny; ++j) visit(0, j), visit(volume.nx - 1, j);
  while (!open.empty()) {
    const auto [i, j] = open.back();
    open.pop_back();
    visit(i - 1, j), visit(i + 1, j), visit(i, j - 1), visit(i, j + 1);
  }
}

/// How far a voxel's centre lies outside of the circle that fits into a slice, in mm.
double beyond_circle(const CtVolume& volume, int i, int j) {
  const double x = (i - 0.5 * (volume.nx - 1)) * volume.spacing_mm.x,
               y = (j - 0.5 * (volume.ny - 1)) * volume.spacing_mm.y;
  return std::hypot(x, y) - 0.5 * std::min(volume.nx * volume.spacing_mm.x, volume.ny * volume.spacing_mm.y);
}

template <class Work>
void for_each_beyond(const CtVolume& volume, double margin_mm, Work work) {
  for (int j = 0; j < volume.ny; ++j)
    for (int i = 0; i < volume.nx; ++i)
      if (beyond_circle(volume, i, j) > margin_mm)
        for (int k = 0; k < volume.nz; ++k) work(volume.index(i, j, k));
}

/// Another program may have turned the padding into air.
void mark_circle(CtVolume& volume, float value) {
  bool one_value = true;
  for_each_beyond(volume, 0.5 * std::max(volume.spacing_mm.x, volume.spacing_mm.y),
                  [&](std::size_t n) { one_value = one_value && volume.hounsfield[n] == value; });
  if (one_value)
    for_each_beyond(volume, 0, [&](std::size_t n) {
      if (volume.hounsfield[n] == value) volume.hounsfield[n] = CtVolume::kOutside;
    });
}

}  // namespace

void mark_field(CtVolume& volume, std::optional<std::pair<float, float>> padding) {
  // The mark itself may be a value of the file.
  for (float& v : volume.hounsfield)
    if (v == CtVolume::kOutside) v = std::nextafter(CtVolume::kOutside, kAir);
  for (int k = 0; k < volume.nz; ++k) mark_from_edge(volume, k, [](float v) { return std::isnan(v); });
  const auto corner = corner_value(volume);
  const bool air = corner && *corner >= kAir && *corner < kMostAir;
  if (!padding && corner && !air) padding = {*corner, *corner};
  if (padding)
    for (int k = 0; k < volume.nz; ++k)
      mark_from_edge(volume, k, [&](float v) { return v >= padding->first && v <= padding->second; });
  if (air && *corner == volume.at(0, 0, 0)) mark_circle(volume, *corner);
  for (float& v : volume.hounsfield)
    if (v != CtVolume::kOutside && !(v >= kAir) && std::isfinite(v)) v = kAir;
}

}  // namespace skiagraph::io
