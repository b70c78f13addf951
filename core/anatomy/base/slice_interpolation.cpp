#include "core/anatomy/base/slice_interpolation.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <string_view>
#include <vector>

namespace skiagraph::anatomy {
namespace {

// Distances beyond this many voxels never decide between labels.
constexpr float kReach = 10;

/// Signed distance in voxels to the border of one label in one slice, positive inside, within a box.
struct Box {
  int i0, i1, j0, j1;  // half open
  [[nodiscard]] int width() const { return i1 - i0; }
  [[nodiscard]] int height() const { return j1 - j0; }
};

Box united(Box a, Box b) {
  return {std::min(a.i0, b.i0), std::max(a.i1, b.i1), std::min(a.j0, b.j0), std::max(a.j1, b.j1)};
}

constexpr Box kEmpty{std::numeric_limits<int>::max(), 0, std::numeric_limits<int>::max(), 0};

std::array<Box, 256> label_boxes(const bodies::LabelVolume& volume, int k) {
  std::array<Box, 256> boxes;
  boxes.fill(kEmpty);
  for (int j = 0; j < volume.ny; ++j)
    for (int i = 0; i < volume.nx; ++i) {
      Box& box = boxes[volume.at(i, j, k)];
      box = united(box, {i, i + 1, j, j + 1});
    }
  return boxes;
}

/// Chamfer distance (3-4 weights over 3) to the nearest cell where mask == target, in place of a full
/// Euclidean transform: its error of a few percent only shifts a border by a fraction of a voxel.
void chamfer(const std::vector<std::uint8_t>& mask, std::uint8_t target, int width, int height,
             std::vector<float>& distance) {
  distance.assign(mask.size(), kReach);
  constexpr float kSide = 1.0F, kCorner = 4.0F / 3.0F;
  const auto relax = [&](int i, int j, int di, int dj, float weight) {
    const int ni = i + di, nj = j + dj;
    if (ni < 0 || nj < 0 || ni >= width || nj >= height) return;
    float& here = distance[static_cast<std::size_t>(j) * width + i];
    here = std::min(here, distance[static_cast<std::size_t>(nj) * width + ni] + weight);
  };
  for (std::size_t n = 0; n < mask.size(); ++n)
    if (mask[n] == target) distance[n] = 0;
  for (int j = 0; j < height; ++j)
    for (int i = 0; i < width; ++i) {
      relax(i, j, -1, 0, kSide);
      relax(i, j, 0, -1, kSide);
      relax(i, j, -1, -1, kCorner);
      relax(i, j, 1, -1, kCorner);
    }
  for (int j = height - 1; j >= 0; --j)
    for (int i = width - 1; i >= 0; --i) {
      relax(i, j, 1, 0, kSide);
      relax(i, j, 0, 1, kSide);
      relax(i, j, 1, 1, kCorner);
      relax(i, j, -1, 1, kCorner);
    }
}

std::vector<float> signed_distance(const bodies::LabelVolume& volume, int k, std::uint8_t label, Box box) {
  std::vector<std::uint8_t> mask(static_cast<std::size_t>(box.width()) * box.height());
  for (int j = box.j0; j < box.j1; ++j)
    for (int i = box.i0; i < box.i1; ++i)
      mask[static_cast<std::size_t>(j - box.j0) * box.width() + (i - box.i0)] = volume.at(i, j, k) == label;
  std::vector<float> to_inside, to_outside;
  chamfer(mask, 1, box.width(), box.height(), to_inside);
  chamfer(mask, 0, box.width(), box.height(), to_outside);
  for (std::size_t n = 0; n < mask.size(); ++n)
    to_inside[n] = mask[n] ? to_outside[n] - 0.5F : 0.5F - to_inside[n];
  return to_inside;
}

/// Fills the `factor` - 1 slices between slices k and k + 1 of `coarse`, a volume of kinds.
void fill_between(const bodies::LabelVolume& coarse, int k, int factor, bodies::LabelVolume& fine) {
  const auto below = label_boxes(coarse, k), above = label_boxes(coarse, k + 1);
  const std::size_t slice = static_cast<std::size_t>(coarse.nx) * coarse.ny;
  std::vector<std::vector<float>> best(factor - 1, std::vector<float>(slice, -2 * kReach));
  const int margin = static_cast<int>(kReach);
  for (int label = 0; label < 256; ++label) {
    const Box both = united(below[label], above[label]);
    if (both.i1 == 0) continue;
    const Box box{std::max(0, both.i0 - margin), std::min(coarse.nx, both.i1 + margin),
                  std::max(0, both.j0 - margin), std::min(coarse.ny, both.j1 + margin)};
    const auto value = static_cast<std::uint8_t>(label);
    const auto lower = signed_distance(coarse, k, value, box),
               upper = signed_distance(coarse, k + 1, value, box);
    for (int step = 1; step < factor; ++step) {
      const float t = static_cast<float>(step) / static_cast<float>(factor);
      auto* out = fine.labels.data() + fine.index(0, 0, k * factor + step);
      for (int j = box.j0; j < box.j1; ++j)
        for (int i = box.i0; i < box.i1; ++i) {
          const std::size_t n = static_cast<std::size_t>(j - box.j0) * box.width() + (i - box.i0);
          const std::size_t place = static_cast<std::size_t>(j) * coarse.nx + i;
          const float distance = (1 - t) * lower[n] + t * upper[n];
          if (distance <= best[step - 1][place]) continue;
          best[step - 1][place] = distance;
          out[place] = value;
        }
    }
  }
}

/// The label of kind `kind` nearest to a place in slice k of `labels`; the kind itself when there is none.
std::uint8_t nearest_label(const bodies::LabelVolume& labels, const LabelKinds& kinds, std::uint8_t kind,
                           int i, int j, int k) {
  for (int radius = 0; radius <= static_cast<int>(kReach); ++radius)
    for (int dj = -radius; dj <= radius; ++dj)
      for (int di = -radius; di <= radius; ++di) {
        if (std::max(std::abs(di), std::abs(dj)) != radius) continue;
        const int ni = i + di, nj = j + dj;
        if (ni < 0 || nj < 0 || ni >= labels.nx || nj >= labels.ny) continue;
        if (kinds[labels.at(ni, nj, k)] == kind) return labels.at(ni, nj, k);
      }
  return kind;
}

/// Turns the kinds of the filled slices back into labels, as the slices beside them have it.
void name_labels(const bodies::LabelVolume& coarse, const LabelKinds& kinds, int factor,
                 bodies::LabelVolume& fine) {
  std::array<int, 256> labels_of_kind{};
  for (int label = 0; label < 256; ++label) ++labels_of_kind[kinds[label]];
  for (int k = 0; k < fine.nz; ++k) {
    if (k % factor == 0) continue;
    const int lower = k / factor, nearest = k % factor * 2 <= factor ? lower : lower + 1;
    const int other = nearest == lower ? lower + 1 : lower;
    for (int j = 0; j < fine.ny; ++j)
      for (int i = 0; i < fine.nx; ++i) {
        std::uint8_t& label = fine.labels[fine.index(i, j, k)];
        if (labels_of_kind[label] == 1) continue;
        const std::uint8_t here = coarse.at(i, j, nearest), there = coarse.at(i, j, other);
        if (kinds[here] == label) {
          label = here;
        } else if (kinds[there] == label) {
          label = there;
        } else {
          const std::uint8_t found = nearest_label(coarse, kinds, label, i, j, nearest);
          label = found != label ? found : nearest_label(coarse, kinds, label, i, j, other);
        }
      }
  }
}

}  // namespace

LabelKinds tissue_kinds(const OrganTable& organs) {
  LabelKinds kinds{};
  for (std::size_t label = 0; label < kinds.size(); ++label) kinds[label] = static_cast<std::uint8_t>(label);
  const auto tissue = [&](std::size_t label) -> std::string_view {
    const std::string_view name = organs[label].name;
    for (const std::string_view bone : {", cortical", ", spongiosa", ", medullary cavity"})
      if (name.ends_with(bone)) return bone;
    for (const std::string_view region : {", head", ", trunk", ", arms", ", legs"})
      if (name.ends_with(region)) return name.substr(0, name.size() - region.size());
    return name;
  };
  const std::size_t count = std::min(organs.size(), kinds.size());
  for (std::size_t label = 1; label < count; ++label)
    for (std::size_t first = 1; first < label; ++first)
      if (!tissue(label).empty() && tissue(first) == tissue(label)) {
        kinds[label] = static_cast<std::uint8_t>(first);
        break;
      }
  return kinds;
}

bodies::LabelVolume interpolate_slices(const bodies::LabelVolume& volume, int factor,
                                       const LabelKinds& kinds) {
  if (factor <= 1 || volume.nz < 2) return volume;
  bodies::LabelVolume coarse_kinds = volume;
  for (std::uint8_t& label : coarse_kinds.labels) label = kinds[label];
  bodies::LabelVolume fine = volume;
  fine.nz = (volume.nz - 1) * factor + 1;
  fine.spacing_mm.z = volume.spacing_mm.z / factor;
  const std::size_t slice = static_cast<std::size_t>(volume.nx) * volume.ny;
  fine.labels.assign(slice * fine.nz, 0);
  for (int k = 0; k < volume.nz; ++k)
    std::copy_n(volume.labels.begin() + static_cast<std::ptrdiff_t>(slice * k), slice,
                fine.labels.begin() + static_cast<std::ptrdiff_t>(slice * k * factor));
  for (int k = 0; k + 1 < volume.nz; ++k) fill_between(coarse_kinds, k, factor, fine);
  name_labels(volume, kinds, factor, fine);
  return fine;
}

}  // namespace skiagraph::anatomy
