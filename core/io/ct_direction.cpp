#include "core/io/ct_direction.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

using bodies::LabelVolume;

/// The body in one slice.
struct Outline {
  int left = 0, right = -1, front = 0, back = -1;
};

Outline outline_of(const LabelVolume& body, int slice) {
  Outline box{body.nx, -1, body.ny, -1};
  for (int j = 0; j < body.ny; ++j)
    for (int i = 0; i < body.nx; ++i)
      if (body.at(i, j, slice) != 0) {
        box.left = std::min(box.left, i), box.right = std::max(box.right, i);
        box.front = std::min(box.front, j), box.back = std::max(box.back, j);
      }
  return box;
}

/// Sums over voxels.
struct Middle {
  double voxels = 0, height = 0;
};

/// The same, and the bone in front of it and behind it.
struct Windpipe : Middle {
  double bone_in_front = 0, bone_behind = 0;
};

/// Pure air that hangs together in one slice, and as much of it as lies in the middle of the body.
class Air {
 public:
  Air(const LabelVolume& body, const std::vector<float>& hounsfield, int slice)
      : body_(body), hounsfield_(hounsfield), slice_(slice), box_(outline_of(body, slice)) {
    seen_.resize(static_cast<std::size_t>(body.nx) * body.ny);
  }

  /// Adds a windpipe, when this slice shows one.
  void add_windpipe(Windpipe& windpipe) {
    constexpr double kLeastCm2 = 0.8, kMostCm2 = 8, kOffMiddle = 0.12;
    const double cm2 = body_.spacing_mm.x * body_.spacing_mm.y / 100, width = box_.right - box_.left + 1;
    for (int j = box_.front; j <= box_.back; ++j)
      for (int i = box_.left; i <= box_.right; ++i) {
        const auto [voxels, x, y] = piece(i, j);
        if (voxels * cm2 < kLeastCm2 || voxels * cm2 > kMostCm2) continue;
        const double off = (x / voxels - 0.5 * (box_.left + box_.right)) / width;
        if (off < -kOffMiddle || off > kOffMiddle) continue;
        windpipe.voxels += voxels;
        windpipe.height += voxels * slice_;
        add_bone(static_cast<int>(x / voxels), static_cast<int>(y / voxels), windpipe);
      }
  }

 private:
  struct Piece {
    double voxels = 0, x = 0, y = 0;
  };
  bool take(int i, int j) {
    constexpr float kMostAir = -920;
    if (i < 0 || j < 0 || i >= body_.nx || j >= body_.ny) return false;
    auto seen = seen_[static_cast<std::size_t>(j) * body_.nx + i];
    const std::size_t n = body_.index(i, j, slice_);
    if (seen || body_.labels[n] == 0 || hounsfield_[n] > kMostAir) return false;
    return seen = true;
  }
  void add_bone(int x, int y, Windpipe& windpipe) const {
    constexpr float kLeastBone = 200;
    constexpr double kAsideMm = 20;
    const int aside = static_cast<int>(kAsideMm / body_.spacing_mm.x);
    for (int j = box_.front; j <= box_.back; ++j)
      for (int i = std::max(box_.left, x - aside); i <= std::min(box_.right, x + aside); ++i)
        if (hounsfield_[body_.index(i, j, slice_)] > kLeastBone)
          (j < y ? windpipe.bone_in_front : windpipe.bone_behind) += 1;
  }
  Piece piece(int from_i, int from_j) {
    Piece sum;
    std::vector<std::pair<int, int>> open;
    const auto visit = [&](int i, int j) {
      if (take(i, j)) open.emplace_back(i, j);
    };
    visit(from_i, from_j);
    while (!open.empty()) {
      const auto [i, j] = open.back();
      open.pop_back();
      sum.voxels += 1, sum.x += i, sum.y += j;
      visit(i - 1, j), visit(i + 1, j), visit(i, j - 1), visit(i, j + 1);
    }
    return sum;
  }

  const LabelVolume& body_;
  const std::vector<float>& hounsfield_;
  int slice_;
  Outline box_;
  std::vector<bool> seen_;
};

constexpr float kLeastLung = -950, kMostLung = -600;
constexpr double kLeastLungLitres = 0.8;

/// Voxels of lung in one slice, to both sides of the middle of the body.
struct Sides {
  double right = 0, left = 0;
  [[nodiscard]] double both() const { return right + left; }
};

Sides lungs_in(const LabelVolume& body, const std::vector<float>& hounsfield, int slice) {
  const Outline box = outline_of(body, slice);
  Sides lungs;
  for (int j = box.front; j <= box.back; ++j)
    for (int i = box.left; i <= box.right; ++i) {
      const std::size_t n = body.index(i, j, slice);
      if (body.labels[n] == 0 || hounsfield[n] <= kLeastLung || hounsfield[n] >= kMostLung) continue;
      (2 * i < box.left + box.right ? lungs.right : lungs.left) += 1;
    }
  return lungs;
}

/// How much larger the right lung is than the left one where the heart lies, as a share of both: 0.08 to 0.15
/// in a real chest and the three base anatomies. 0 where a lung is not there.
double right_lung_is_larger(const LabelVolume& body, const std::vector<float>& hounsfield) {
  constexpr double kInLungs = 0.1, kHeartFrom = 0.25, kHeartTo = 0.7, kLeastSide = 0.3;
  std::vector<Sides> slices;
  double most = 0;
  for (int k = 0; k < body.nz; ++k) {
    slices.push_back(lungs_in(body, hounsfield, k));
    most = std::max(most, slices.back().both());
  }
  int from = body.nz, to = 0;
  for (int k = 0; k < body.nz; ++k)
    if (slices[static_cast<std::size_t>(k)].both() > kInLungs * most) from = std::min(from, k), to = k + 1;
  Sides heart;
  for (int k = from; k < to; ++k) {
    const double height = (k + 0.5 - from) / (to - from);
    if (height < kHeartFrom || height > kHeartTo) continue;
    heart.right += slices[static_cast<std::size_t>(k)].right;
    heart.left += slices[static_cast<std::size_t>(k)].left;
  }
  if (std::min(heart.right, heart.left) < kLeastSide * heart.both() || heart.both() == 0) return 0;
  return (heart.right - heart.left) / heart.both();
}

}  // namespace

std::optional<Remark> check_direction(const LabelVolume& body, const std::vector<float>& hounsfield) {
  constexpr double kLeastWindpipeLitres = 0.01, kMuchMoreBone = 2, kClearlyBelowMm = 20, kMirrored = -0.04;
  Windpipe windpipe;
  Middle lungs;
  for (int k = 0; k < body.nz; ++k) {
    Air(body, hounsfield, k).add_windpipe(windpipe);
    for (std::size_t n = body.index(0, 0, k);
         n < body.index(0, 0, k) + static_cast<std::size_t>(body.nx) * body.ny; ++n)
      if (body.labels[n] != 0 && hounsfield[n] > kLeastLung && hounsfield[n] < kMostLung)
        lungs.voxels += 1, lungs.height += k;
  }
  const double litres = body.spacing_mm.x * body.spacing_mm.y * body.spacing_mm.z * 1e-6;
  if (lungs.voxels * litres < kLeastLungLitres || windpipe.voxels * litres < kLeastWindpipeLitres)
    return std::nullopt;
  const double above = (windpipe.height / windpipe.voxels - lungs.height / lungs.voxels) * body.spacing_mm.z;
  if (above < -kClearlyBelowMm)
    throw InputError(
        "ct.upside_down",
        "The CT is upside down: the windpipe lies below the lungs. The directions in its file are "
        "wrong; give the right ones (--axes).");
  if (windpipe.bone_in_front > kMuchMoreBone * windpipe.bone_behind)
    throw InputError(
        "ct.back_to_front",
        "The CT has front and back exchanged: the spine lies in front of the windpipe. The directions in its "
        "file are wrong; give the right ones (--axes).");
  if (right_lung_is_larger(body, hounsfield) < kMirrored)
    return Remark{.code = "ct.mirrored",
                  .title = "Left and right exchanged?",
                  .sentence =
                      "The left lung is larger than the right one beside the heart: left and right of this "
                      "CT may be exchanged. If so, give the right directions of its axes."};
  return std::nullopt;
}

}  // namespace skiagraph::io
