#include "core/inference/onednn/compiled_generator.h"

#include <cstring>
#include <list>
#include <vector>

#include "core/inference/onednn/first_taps.h"
#include "core/inference/onednn/heat_map_stamp.h"
#include "core/inference/onednn/marker_patches.h"
#include "core/inference/onednn/onednn_errors.h"
#include "core/inference/onednn/unet_trunk.h"

namespace skiagraph::inference {
namespace {

constexpr int kSurfaceChannels = 2;

/// How far from a marker's pixel anything changes: the heat map reaches 5 pixels, each 3x3 convolution adds
/// one, and pooling 8 gives 4 about the halved place, whichever way the halving rounds.
constexpr int kFirstRadius = 6, kPooledRadius = 4;
constexpr int kPatchedLevels = 2;

/// A buffer of the body, and what it holds for the surface without markers.
struct Kept {
  PixelBuffer* current;
  PixelBuffer base;
  PictureSize size;
  int level, radius;

  void keep() const { std::memcpy(base.data(), current->data(), base.bytes()); }
  void restore(const PatchCentres& centres) const {
    copy_patches(base.data(), size, centres, radius, current->data());
  }
};

/// A convolution of the body, on squares about the markers.
struct PatchStep {
  const Kept *from, *to;
  PixelBuffer in, out;
  std::vector<OneDnnLayer> layer;

  PatchStep(const Kept& source, const Kept& target, const LayerNumbers& numbers)
      : from(&source), to(&target) {
    const int side = 2 * (to->radius + 1) + 1;
    const auto buffer = [](const Kept& kept, int edge) {
      return PixelBuffer(static_cast<std::ptrdiff_t>(kMarkerCount) * edge * edge,
                         kept.size.bytes_of_pixel / kPictureChannels);
    };
    in = buffer(source, side);
    out = buffer(target, side - 2);
    layer.push_back(OneDnnLayer::convolution(
        {kMarkerCount, kPictureChannels, kPictureChannels, side, side, 0}, numbers, in.data(), out.data()));
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
       const std::optional<QuantizationScales>& steps)
      : first_(convolutions.front()), taps_(first_taps(first_)), body_(convolutions, rows, columns, steps) {
    if (first_.in != kSurfaceChannels + kMarkerCount || convolutions.back().out != 1)
      throw Error("The network does not make a picture of a surface and markers.");
    for (int level = 0; level < kPatchedLevels; ++level) prepare_level(level);
  }

  void set_surface(std::span<const float> planes);
  void run(const MarkerPositions& markers, std::span<float> picture);
  [[nodiscard]] double operations() const {
    double sum = body_.operations(kPatchedLevels);
    for (const auto& steps : steps_)
      for (const PatchStep& step : steps) sum += step.layer.front().operations();
    return sum;
  }

 private:
  /// Centres of the markers in both patched levels.
  using Centres = std::array<PatchCentres, kPatchedLevels>;

  Kept& keep(PixelBuffer& buffer, int level, int radius, std::size_t bytes_of_value);
  void prepare_level(int level);
  void stamp(const MarkerPositions& markers);
  void refresh_level(int level);
  void run_below_and_up(std::span<float> picture);

  FoldedConvolution first_;
  std::vector<float> taps_;
  UnetTrunk body_;
  std::list<Kept> kept_;  // a list: steps point into it
  std::array<std::vector<PatchStep>, kPatchedLevels> steps_;
  Centres centres_{};
  bool stamped_ = false;  ///< something of markers is in the buffers
};

Kept& CompiledGenerator::Impl::keep(PixelBuffer& buffer, int level, int radius, std::size_t bytes_of_value) {
  const UnetTrunk::Level& of = body_.level(level);
  kept_.push_back({&buffer,
                   PixelBuffer(of.pixels(), bytes_of_value),
                   {of.rows, of.columns, bytes_of_value * kPictureChannels},
                   level,
                   radius});
  return kept_.back();
}

void CompiledGenerator::Impl::prepare_level(int n) {
  UnetTrunk::Level& level = body_.level(n);
  int radius = n == 0 ? kFirstRadius : kPooledRadius;
  const Kept* from = nullptr;
  int convolution = n * UnetTrunk::kPerBlock;
  if (n == 0) {
    keep(body_.first_sums_buffer(), n, radius, sizeof(float));
    from = &keep(level.encoded[0], n, radius, body_.bytes_of_value());
    ++convolution;
  } else {
    from = &keep(level.in, n, radius, body_.bytes_of_value());
  }
  for (; convolution < (n + 1) * UnetTrunk::kPerBlock; ++convolution) {
    const Kept* to = &keep(level.encoded[static_cast<std::size_t>(convolution % UnetTrunk::kPerBlock)], n,
                           ++radius, body_.bytes_of_value());
    steps_[static_cast<std::size_t>(n)].emplace_back(*from, *to, body_.numbers(convolution));
    from = to;
  }
  const Kept& skip = keep(level.skip, n, radius + 1, sizeof(float));
  steps_[static_cast<std::size_t>(n)].emplace_back(*from, skip, body_.skip_numbers(n));
}

void CompiledGenerator::Impl::set_surface(std::span<const float> planes) {
  const UnetTrunk::Level& top = body_.level(0);
  if (planes.size() != static_cast<std::size_t>(top.pixels()) * kSurfaceChannels)
    throw Error("A compiled network was given a surface of another size.");
  convolve_planes(planes.data(), kSurfaceChannels, top.rows, top.columns, taps_.data(), first_.bias.data(),
                  body_.first_sums());
  body_.activate_first();
  for (int level = 0; level < kPatchedLevels; ++level) {
    if (level > 0) body_.pool(level);
    body_.encode(level);
    body_.skip(level);
  }
  for (const Kept& kept : kept_) kept.keep();
  stamped_ = false;
}

void CompiledGenerator::Impl::stamp(const MarkerPositions& markers) {
  constexpr int kTapsOfChannel = 9 * kPictureChannels;
  const UnetTrunk::Level& top = body_.level(0);
  const PictureSize size{top.rows, top.columns, sizeof(float) * kPictureChannels};
  for (std::size_t n = 0; n < markers.size(); ++n)
    add_stamp(markers[n], centres_[0][n], size, taps_.data() + (kSurfaceChannels + n) * kTapsOfChannel,
              body_.first_sums());
  for (const PatchCentre& centre : centres_[0]) {
    const PixelRegion region = patch_region(centre, kFirstRadius, top.rows, top.columns);
    if (region.column_begin >= region.column_end) continue;
    for (int row = region.row_begin; row < region.row_end; ++row) {
      const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(row) * top.columns;
      body_.activate_first(first + region.column_begin, first + region.column_end);
    }
  }
}

void CompiledGenerator::Impl::refresh_level(int n) {
  const UnetTrunk::Level& level = body_.level(n);
  const PatchCentres& centres = centres_[static_cast<std::size_t>(n)];
  if (n > 0)
    for (const PatchCentre& centre : centres)
      body_.pool(n, patch_region(centre, kPooledRadius, level.rows, level.columns));
  for (PatchStep& step : steps_[static_cast<std::size_t>(n)]) step.run(centres);
}

void CompiledGenerator::Impl::run(const MarkerPositions& markers, std::span<float> picture) {
  const UnetTrunk::Level& top = body_.level(0);
  if (picture.size() != static_cast<std::size_t>(top.pixels()))
    throw Error("A compiled network was given a picture of another size.");
  if (stamped_)
    for (const Kept& kept : kept_) kept.restore(centres_[static_cast<std::size_t>(kept.level)]);
  centres_[0] = patch_centres(markers, top.rows, top.columns);
  centres_[1] = halved(centres_[0]);
  stamped_ = true;
  stamp(markers);
  for (int level = 0; level < kPatchedLevels; ++level) refresh_level(level);
  run_below_and_up(picture);
}

void CompiledGenerator::Impl::run_below_and_up(std::span<float> picture) {
  for (int level = kPatchedLevels; level < UnetTrunk::kLevels; ++level) {
    body_.pool(level);
    body_.encode(level);
    if (level + 1 < UnetTrunk::kLevels) body_.skip(level);
  }
  for (int level = UnetTrunk::kLevels - 2; level >= 0; --level) body_.decode(level);
  body_.finish(picture.data());
}

CompiledGenerator::CompiledGenerator(const FoldedConvolutions& convolutions, int rows, int columns,
                                     const std::optional<QuantizationScales>& steps)
    : impl_(translating_onednn([&] { return std::make_unique<Impl>(convolutions, rows, columns, steps); })) {}
CompiledGenerator::~CompiledGenerator() = default;
CompiledGenerator::CompiledGenerator(CompiledGenerator&&) noexcept = default;
CompiledGenerator& CompiledGenerator::operator=(CompiledGenerator&&) noexcept = default;

void CompiledGenerator::set_surface(std::span<const float> planes) {
  translating_onednn([&] { impl_->set_surface(planes); });
}

void CompiledGenerator::run(const MarkerPositions& markers, std::span<float> picture) {
  translating_onednn([&] { impl_->run(markers, picture); });
}

double CompiledGenerator::operations() const {
  return impl_->operations();
}

}  // namespace skiagraph::inference
