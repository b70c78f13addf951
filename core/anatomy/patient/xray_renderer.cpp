#include "core/anatomy/patient/xray_renderer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/anatomy/patient/displacement_field.h"

namespace skiagraph::anatomy {
namespace {

constexpr double kStepMm = 2;
constexpr int kStepsPerNode = 4;

/// Front and back of the body around each pixel, in samples; empty where first == last.
struct SampleRange {
  int first = 0, last = 0;
};

/// How densely the body is sampled: alike in frames of every size, so finer pixels take fewer rays each and
/// more of them lie between two nodes of the deformation.
struct Density {
  int sub_pixels = 2;   ///< rays on a side of a pixel
  int node_pixels = 2;  ///< pixels from node to node
};

Density density_in(const geometry::CanonicalFrame& frame) {
  constexpr double kFineTorsoRows = 216;
  return frame.symphysis_row - frame.neck_row < kFineTorsoRows ? Density{2, 2} : Density{1, 4};
}

/// Which pixels and samples there are.
struct Rays {
  const geometry::CanonicalPlacement& placement;
  Density density;
  double front_mm = 0;  ///< y of sample 0
  int samples = 0;
  std::vector<SampleRange> ranges;  ///< per pixel
  Vec3 origin, down, right;         ///< pixel (0, 0), steps of one row and one column; y is 0

  [[nodiscard]] Vec3 place(double row, double column, double y) const {
    const Vec3 p = origin + down * row + right * column;
    return {p.x, y, p.z};
  }
};

Rays rays_of(const geometry::SurfaceImage& surface) {
  const geometry::CanonicalFrame& frame = surface.placement.frame();
  const double torso = surface.placement.torso_mm();
  const auto at = [&](int row, int column) { return static_cast<std::size_t>(row) * frame.columns + column; };
  double front = std::numeric_limits<double>::max(), back = -front;
  for (std::size_t n = 0; n < surface.depth.size(); ++n) {
    if (surface.thickness[n] <= 0) continue;
    front = std::min(front, surface.front_mm + surface.depth[n] * torso);
    back = std::max(back, surface.front_mm + (surface.depth[n] + surface.thickness[n]) * torso);
  }
  constexpr double kMarginMm = 4;
  Rays rays{surface.placement, density_in(frame), front - kMarginMm, 0, {}, {}, {}, {}};
  rays.samples = static_cast<int>((back - front + 2 * kMarginMm) / kStepMm) + 1;
  rays.origin = surface.placement.to_patient({0, 0}, 0);
  rays.down = surface.placement.to_patient({1, 0}, 0) - rays.origin;
  rays.right = surface.placement.to_patient({0, 1}, 0) - rays.origin;
  rays.ranges.resize(surface.depth.size());
  for (int row = 0; row < frame.rows; ++row)
    for (int column = 0; column < frame.columns; ++column) {
      double nearest = std::numeric_limits<double>::max(), farthest = -nearest;
      for (int r = std::max(0, row - 1); r < std::min(frame.rows, row + 2); ++r)
        for (int c = std::max(0, column - 1); c < std::min(frame.columns, column + 2); ++c) {
          const std::size_t n = at(r, c);
          if (surface.thickness[n] <= 0) continue;
          nearest = std::min(nearest, surface.front_mm + surface.depth[n] * torso);
          farthest = std::max(farthest, surface.front_mm + (surface.depth[n] + surface.thickness[n]) * torso);
        }
      if (nearest > farthest) continue;
      const auto sample = [&](double y) {
        return static_cast<int>(std::lround((y - rays.front_mm) / kStepMm));
      };
      rays.ranges[at(row, column)] = {std::max(0, sample(nearest - kMarginMm)),
                                      std::min(rays.samples, sample(farthest + kMarginMm) + 1)};
    }
  return rays;
}

/// Half-open range of pixel columns and rows.
struct PixelBox {
  int row0, row1, column0, column1;
};

PixelBox box_of(const geometry::TriangleMesh& skin, const geometry::CanonicalPlacement& placement) {
  const geometry::CanonicalFrame& frame = placement.frame();
  PixelBox box{frame.rows, 0, frame.columns, 0};
  for (const Vec3 v : skin.vertices) {
    const Pixel p = placement.to_pixel(v);
    const auto row = static_cast<int>(std::clamp(std::floor(p.row), -4.0, frame.rows + 4.0)),
               column = static_cast<int>(std::clamp(std::floor(p.column), -4.0, frame.columns + 4.0));
    box.row0 = std::min(box.row0, row - 1), box.row1 = std::max(box.row1, row + 3);
    box.column0 = std::min(box.column0, column - 1), box.column1 = std::max(box.column1, column + 3);
  }
  return {std::max(0, box.row0), std::min(frame.rows, box.row1), std::max(0, box.column0),
          std::min(frame.columns, box.column1)};
}

/// The deformation of one part, node row by node row.
class PartSampler {
 public:
  PartSampler(const RenderedPart& part, const Rays& rays)
      : part_(part),
        rays_(rays),
        box_(box_of(*part.skin, rays.placement)),
        sub_pixels_(rays.density.sub_pixels),
        node_pixels_(rays.density.node_pixels),
        node_columns_((box_.column1 - box_.column0) / node_pixels_ + 2),
        node_samples_(rays.samples / kStepsPerNode + 2) {}

  /// Raises `samples` (columns x sub-pixels, rays.samples each) of the rays at `row` to this part's
  /// attenuation.
  void add_row(int pixel_row, double row, std::vector<float>& samples) {
    if (pixel_row < box_.row0 || pixel_row >= box_.row1) return;
    const double node = std::max(0.0, (row - box_.row0 + 0.5) / node_pixels_);
    const int first = static_cast<int>(node);
    use_nodes(first);
    const auto down = static_cast<float>(node - first);
    const int columns = rays_.placement.frame().columns;
    std::vector<Vec3f> ray(static_cast<std::size_t>(node_samples_));
    for (int column = box_.column0; column < box_.column1; ++column) {
      const SampleRange range = rays_.ranges[static_cast<std::size_t>(pixel_row) * columns + column];
      if (range.first >= range.last) continue;
      for (int sub = 0; sub < sub_pixels_; ++sub) {
        const double place = column - 0.5 + (sub + 0.5) / sub_pixels_;
        const double across = std::max(0.0, (place - box_.column0 + 0.5) / node_pixels_);
        const int node_column = std::min(static_cast<int>(across), node_columns_ - 2);
        blend(node_column, static_cast<float>(across - node_column), down, range, ray);
        look_up(ray, range,
                samples.data() + static_cast<std::ptrdiff_t>(column * sub_pixels_ + sub) * rays_.samples);
      }
    }
  }

 private:
  void use_nodes(int first) {
    if (first == first_) return;
    if (first == first_ + 1) {
      std::swap(upper_, lower_);
    } else {
      upper_ = make_nodes(first);
    }
    lower_ = make_nodes(first + 1);
    first_ = first;
  }

  [[nodiscard]] std::vector<Vec3f> make_nodes(int node_row) const {
    std::vector<Vec3f> nodes;
    nodes.reserve(static_cast<std::size_t>(node_columns_) * node_samples_);
    const double row = box_.row0 - 0.5 + node_row * node_pixels_;
    for (int n = 0; n < node_columns_; ++n)
      for (int d = 0; d < node_samples_; ++d) {
        const Vec3 p = part_.to_base(rays_.place(row, box_.column0 - 0.5 + n * node_pixels_,
                                                 rays_.front_mm + d * kStepsPerNode * kStepMm));
        const GridGeometry& g = *part_.grid;
        nodes.push_back({static_cast<float>((p.x - g.origin_mm.x) / g.spacing_mm.x),
                         static_cast<float>((p.y - g.origin_mm.y) / g.spacing_mm.y),
                         static_cast<float>((p.z - g.origin_mm.z) / g.spacing_mm.z)});
      }
    return nodes;
  }

  void blend(int node_column, float across, float down, SampleRange range, std::vector<Vec3f>& ray) const {
    const std::size_t a = static_cast<std::size_t>(node_column) * node_samples_, b = a + node_samples_;
    for (int d = range.first / kStepsPerNode; d <= (range.last - 1) / kStepsPerNode + 1; ++d)
      ray[d] = (upper_[a + d] * (1 - across) + upper_[b + d] * across) * (1 - down) +
               (lower_[a + d] * (1 - across) + lower_[b + d] * across) * down;
  }

  void look_up(const std::vector<Vec3f>& ray, SampleRange range, float* samples) const {
    const GridGeometry& g = *part_.grid;
    const float* values = part_.attenuation->data();
    const auto ny = static_cast<std::size_t>(g.ny), slice = ny * g.nx;
    const auto most_x = static_cast<float>(g.nx - 1), most_y = static_cast<float>(g.ny - 1),
               most_z = static_cast<float>(g.nz - 1);
    for (int s = range.first; s < range.last; ++s) {
      const int d = s / kStepsPerNode;
      const float t = static_cast<float>(s % kStepsPerNode) / kStepsPerNode;
      const Vec3f p = ray[d] * (1 - t) + ray[d + 1] * t;
      if (!(p.x >= 0 && p.y >= 0 && p.z >= 0 && p.x < most_x && p.y < most_y && p.z < most_z)) continue;
      const int i = static_cast<int>(p.x), j = static_cast<int>(p.y), k = static_cast<int>(p.z);
      const GridCell cell{
          k * slice + i * ny + j,     ny, slice, p.x - static_cast<float>(i), p.y - static_cast<float>(j),
          p.z - static_cast<float>(k)};
      samples[s] = std::max(samples[s], cell.interpolate(values));
    }
  }

  const RenderedPart& part_;
  const Rays& rays_;
  PixelBox box_;
  int sub_pixels_, node_pixels_;
  int node_columns_, node_samples_;
  int first_ = -2;
  std::vector<Vec3f> upper_, lower_;  ///< voxels of the grid; node columns x node samples
};

}  // namespace

imaging::XrayImage render_xray(const geometry::SurfaceImage& surface,
                               const std::array<RenderedPart, kBodyPartCount>& parts) {
  const Rays rays = rays_of(surface);
  const geometry::CanonicalFrame& frame = surface.placement.frame();
  imaging::XrayImage image{frame, std::vector<float>(static_cast<std::size_t>(frame.rows) * frame.columns)};
  std::vector<PartSampler> samplers;
  for (const RenderedPart& part : parts) samplers.emplace_back(part, rays);
  const int sub_pixels = rays.density.sub_pixels;
  std::vector<float> samples(static_cast<std::size_t>(frame.columns) * sub_pixels * rays.samples);
  const auto share = static_cast<float>(kStepMm / imaging::kXrayFullScale / (sub_pixels * sub_pixels));
  for (int row = 0; row < frame.rows; ++row) {
    float* pixels = image.pixels.data() + static_cast<std::ptrdiff_t>(row) * frame.columns;
    for (int sub = 0; sub < sub_pixels; ++sub) {
      std::ranges::fill(samples, 0.0F);
      for (PartSampler& sampler : samplers)
        sampler.add_row(row, row - 0.5 + (sub + 0.5) / sub_pixels, samples);
      for (int column = 0; column < frame.columns; ++column) {
        const SampleRange range = rays.ranges[static_cast<std::size_t>(row) * frame.columns + column];
        for (int ray = 0; ray < sub_pixels; ++ray) {
          const float* at =
              samples.data() + static_cast<std::ptrdiff_t>(column * sub_pixels + ray) * rays.samples;
          float sum = 0;
          for (int s = range.first; s < range.last; ++s) sum += at[s];
          pixels[column] += sum * share;
        }
      }
    }
    for (int column = 0; column < frame.columns; ++column) pixels[column] = std::min(pixels[column], 1.0F);
  }
  return image;
}

}  // namespace skiagraph::anatomy
