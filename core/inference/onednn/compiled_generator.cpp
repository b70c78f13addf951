#include "core/inference/onednn/compiled_generator.h"

#include <cstring>
#include <list>
#include <vector>

#include "core/inference/onednn/heat_map_stamp.h"
#include "core/inference/onednn/marker_patches.h"
#include "core/inference/onednn/onednn_errors.h"
#include "core/inference/onednn/plane_convolutions.h"
#include "core/inference/onednn/unet_trunk.h"
#include "core/inference/onednn/weight_layouts.h"

namespace skiagraph::inference {
namespace {

/// The distance from a marker's pixel within which activations differ: the heat map reaches 5 pixels, the
/// first 3x3 convolution adds 1, the next two make it 8, and pooling turns 8 into 4 around the halved
/// position, whether halving rounds up or down.
constexpr int kFirstRadius = 6, kPooledRadius = 4;
constexpr int kPatchedLevels = 2;

/// A buffer of the trunk, and a copy of it for the surface without markers.
struct CachedBuffer {
  PixelBuffer* current;
  PixelBuffer without_markers;
  PictureSize size;
  int level, radius;  ///< radius: of the patches that markers change

  void save() const { std::memcpy(without_markers.data(), current->data(), without_markers.bytes()); }
  void restore(const PatchCentres& centres) const {
    copy_patches(without_markers.data(), size, centres, radius, current->data());
  }
};

/// A convolution of the trunk, computed in patches around the markers alone.
struct PatchConvolution {
  const CachedBuffer *from, *to;
  PixelBuffer in, out;
  std::vector<OneDnnLayer> layer;

  PatchConvolution(const CachedBuffer& source, const CachedBuffer& target, const LayerParameters& parameters)
      : from(&source), to(&target) {
    const int side = 2 * (to->radius + 1) + 1;
    const auto buffer = [](const CachedBuffer& cached, int edge) {
      return PixelBuffer(static_cast<std::ptrdiff_t>(kMarkerCount) * edge * edge,
                         cached.size.bytes_of_pixel / kPictureChannels);
    };
    in = buffer(source, side);
    out = buffer(target, side - 2);
    layer.push_back(
        OneDnnLayer::convolution({kMarkerCount, kPictureChannels, kPictureChannels, side, side, 0},
                                 parameters, in.data(), out.data()));
  }

  void run(const PatchCentres& centres) {
    gather_patches(from->current->data(), from->size, centres, to->radius + 1, in.data());
    layer.front().run();
    scatter_patches(out.data(), to->size, centres, to->radius, to->current->data());
  }
};

}  // namespace

class CompiledGenerator::Impl {
 public:
  Impl(const FoldedConvolutions& convolutions, int rows, int columns,
       const std::optional<QuantizationScales>& scales, int fold)
      : fold_(fold),
        squares_(fold * fold),
        first_(convolutions.front()),
        first_weights_(ihwo_weights(first_)),
        trunk_(convolutions, rows, columns, scales, fold) {
    if (first_.in != surface_channels() + kMarkerCount || convolutions.back().out != squares_)
      throw Error("networks.shape", "The network does not predict an X-ray from a surface and markers.");
    for (int level = 0; level < kPatchedLevels; ++level) prepare_level(level);
  }

  void set_surface(std::span<const float> planes);
  void run(const MarkerPositions& in_xray, std::span<float> xray);
  [[nodiscard]] double operations() const {
    double sum = trunk_.operations(kPatchedLevels);
    for (const auto& level : patch_convolutions_)
      for (const PatchConvolution& convolution : level) sum += convolution.layer.front().operations();
    return sum;
  }

 private:
  /// Centres of the markers in both patched levels.
  using Centres = std::array<PatchCentres, kPatchedLevels>;

  [[nodiscard]] int surface_channels() const { return 2 * squares_; }
  [[nodiscard]] MarkerPositions on_grid(MarkerPositions markers) const;
  CachedBuffer& cache(PixelBuffer& buffer, int level, int radius, std::size_t bytes_of_value);
  void prepare_level(int level);
  void stamp(const MarkerPositions& markers);
  void update_level(int level);
  void run_uncached(std::span<float> xray);

  int fold_, squares_;  ///< squares_: pixels of the X-ray for each of the heat maps
  FoldedConvolution first_;
  std::vector<float> first_weights_;
  UnetTrunk trunk_;
  std::list<CachedBuffer> cache_;  // a list: the patch convolutions point to its elements
  std::array<std::vector<PatchConvolution>, kPatchedLevels> patch_convolutions_;
  Centres centres_{};
  bool stamped_ = false;  ///< the buffers hold activations of markers
};

CachedBuffer& CompiledGenerator::Impl::cache(PixelBuffer& buffer, int level, int radius,
                                             std::size_t bytes_of_value) {
  const UnetTrunk::Level& of = trunk_.level(level);
  cache_.push_back({&buffer,
                    PixelBuffer(of.pixels(), bytes_of_value),
                    {of.rows, of.columns, bytes_of_value * kPictureChannels},
                    level,
                    radius});
  return cache_.back();
}

void CompiledGenerator::Impl::prepare_level(int n) {
  UnetTrunk::Level& level = trunk_.level(n);
  int radius = n == 0 ? kFirstRadius : kPooledRadius;
  const CachedBuffer* from = nullptr;
  int convolution = n * UnetTrunk::kPerBlock;
  if (n == 0) {
    cache(trunk_.first_sums_buffer(), n, radius, sizeof(float));
    from = &cache(level.encoded[0], n, radius, trunk_.bytes_of_value());
    ++convolution;
  } else {
    from = &cache(level.in, n, radius, trunk_.bytes_of_value());
  }
  for (; convolution < (n + 1) * UnetTrunk::kPerBlock; ++convolution) {
    const CachedBuffer* to =
        &cache(level.encoded[static_cast<std::size_t>(convolution % UnetTrunk::kPerBlock)], n, ++radius,
               trunk_.bytes_of_value());
    patch_convolutions_[static_cast<std::size_t>(n)].emplace_back(*from, *to, trunk_.parameters(convolution));
    from = to;
  }
  const CachedBuffer& skip = cache(level.skip, n, radius + 1, sizeof(float));
  patch_convolutions_[static_cast<std::size_t>(n)].emplace_back(*from, skip, trunk_.skip_parameters(n));
}

void CompiledGenerator::Impl::set_surface(std::span<const float> planes) {
  const UnetTrunk::Level& top = trunk_.level(0);
  if (planes.size() != static_cast<std::size_t>(top.pixels() * surface_channels()))
    throw Error("networks.size", "A compiled network was given a surface of another size.");
  convolve_planes(planes.data(), surface_channels(), top.rows, top.columns, first_weights_.data(),
                  first_.bias.data(), trunk_.first_sums());
  trunk_.activate_first();
  for (int level = 0; level < kPatchedLevels; ++level) {
    if (level > 0) trunk_.pool(level);
    trunk_.encode(level);
    trunk_.skip(level);
  }
  for (const CachedBuffer& cached : cache_) cached.save();
  stamped_ = false;
}

void CompiledGenerator::Impl::stamp(const MarkerPositions& markers) {
  constexpr int kWeightsOfChannel = 9 * kPictureChannels;
  const UnetTrunk::Level& top = trunk_.level(0);
  const PictureSize size{top.rows, top.columns, sizeof(float) * kPictureChannels};
  for (std::size_t n = 0; n < markers.size(); ++n)
    add_stamp(markers[n], centres_[0][n], size,
              first_weights_.data() + (surface_channels() + n) * kWeightsOfChannel, trunk_.first_sums());
  for (const PatchCentre& centre : centres_[0]) {
    const PixelRegion region = patch_region(centre, kFirstRadius, top.rows, top.columns);
    if (region.column_begin >= region.column_end) continue;
    for (int row = region.row_begin; row < region.row_end; ++row) {
      const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(row) * top.columns;
      trunk_.activate_first(first + region.column_begin, first + region.column_end);
    }
  }
}

void CompiledGenerator::Impl::update_level(int n) {
  const UnetTrunk::Level& level = trunk_.level(n);
  const PatchCentres& centres = centres_[static_cast<std::size_t>(n)];
  if (n > 0)
    for (const PatchCentre& centre : centres)
      trunk_.pool(n, patch_region(centre, kPooledRadius, level.rows, level.columns));
  for (PatchConvolution& convolution : patch_convolutions_[static_cast<std::size_t>(n)])
    convolution.run(centres);
}

/// Positions in the X-ray -> in the heat maps.
MarkerPositions CompiledGenerator::Impl::on_grid(MarkerPositions markers) const {
  if (fold_ > 1)
    for (Pixel& marker : markers)
      marker = {(marker.row + 0.5) / fold_ - 0.5, (marker.column + 0.5) / fold_ - 0.5};
  return markers;
}

void CompiledGenerator::Impl::run(const MarkerPositions& in_xray, std::span<float> xray) {
  const MarkerPositions markers = on_grid(in_xray);
  const UnetTrunk::Level& top = trunk_.level(0);
  if (xray.size() != static_cast<std::size_t>(top.pixels() * squares_))
    throw Error("networks.size", "A compiled network was asked for an X-ray of another size.");
  if (stamped_)
    for (const CachedBuffer& cached : cache_)
      cached.restore(centres_[static_cast<std::size_t>(cached.level)]);
  centres_[0] = patch_centres(markers, top.rows, top.columns);
  centres_[1] = halved(centres_[0]);
  stamped_ = true;
  stamp(markers);
  for (int level = 0; level < kPatchedLevels; ++level) update_level(level);
  run_uncached(xray);
}

void CompiledGenerator::Impl::run_uncached(std::span<float> xray) {
  for (int level = kPatchedLevels; level < UnetTrunk::kLevels; ++level) {
    trunk_.pool(level);
    trunk_.encode(level);
    if (level + 1 < UnetTrunk::kLevels) trunk_.skip(level);
  }
  for (int level = UnetTrunk::kLevels - 2; level >= 0; --level) trunk_.decode(level);
  trunk_.finish(xray.data());
}

CompiledGenerator::CompiledGenerator(const FoldedConvolutions& convolutions, int rows, int columns,
                                     const std::optional<QuantizationScales>& scales, int fold)
    : impl_(translating_onednn(
          [&] { return std::make_unique<Impl>(convolutions, rows, columns, scales, fold); })) {}
CompiledGenerator::~CompiledGenerator() = default;
CompiledGenerator::CompiledGenerator(CompiledGenerator&&) noexcept = default;
CompiledGenerator& CompiledGenerator::operator=(CompiledGenerator&&) noexcept = default;

void CompiledGenerator::set_surface(std::span<const float> planes) {
  translating_onednn([&] { impl_->set_surface(planes); });
}

void CompiledGenerator::run(const MarkerPositions& markers, std::span<float> xray) {
  translating_onednn([&] { impl_->run(markers, xray); });
}

double CompiledGenerator::operations() const {
  return impl_->operations();
}

}  // namespace skiagraph::inference
