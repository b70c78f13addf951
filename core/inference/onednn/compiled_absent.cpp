#include "core/base/error.h"
#include "core/inference/onednn/compiled_generator.h"
#include "core/inference/onednn/compiled_network.h"
#include "core/inference/onednn/compiled_super_resolution.h"
#include "core/inference/onednn/onednn_version.h"

// Replaces the compiled networks in a build without oneDNN: everything throws.
namespace skiagraph::inference {
namespace {

[[noreturn]] void refuse() {
  throw Error("networks.onednn_missing",
              "This program was built without oneDNN, so it has no compiled networks.");
}

}  // namespace

class CompiledNetwork::Impl {};
class CompiledGenerator::Impl {};
class CompiledSuperResolution::Impl {};

CompiledNetwork::CompiledNetwork(const FoldedConvolutions&, int, int,
                                 const std::optional<QuantizationScales>&, int) {
  refuse();
}
CompiledNetwork::~CompiledNetwork() = default;
CompiledNetwork::CompiledNetwork(CompiledNetwork&&) noexcept = default;
CompiledNetwork& CompiledNetwork::operator=(CompiledNetwork&&) noexcept = default;
void CompiledNetwork::run(std::span<const float>, std::span<float>) {
  refuse();
}
void CompiledNetwork::observe(Observer) {
  refuse();
}

CompiledGenerator::CompiledGenerator(const FoldedConvolutions&, int, int,
                                     const std::optional<QuantizationScales>&, int) {
  refuse();
}
CompiledGenerator::~CompiledGenerator() = default;
CompiledGenerator::CompiledGenerator(CompiledGenerator&&) noexcept = default;
CompiledGenerator& CompiledGenerator::operator=(CompiledGenerator&&) noexcept = default;
void CompiledGenerator::set_surface(std::span<const float>) {
  refuse();
}
void CompiledGenerator::run(const MarkerPositions&, std::span<float>) {
  refuse();
}
double CompiledGenerator::operations() const {
  refuse();
}

CompiledSuperResolution::CompiledSuperResolution(const networks::SuperResolutionWeights&, bool) {
  refuse();
}
CompiledSuperResolution::~CompiledSuperResolution() = default;
CompiledSuperResolution::CompiledSuperResolution(CompiledSuperResolution&&) noexcept = default;
CompiledSuperResolution& CompiledSuperResolution::operator=(CompiledSuperResolution&&) noexcept = default;
void CompiledSuperResolution::run(std::span<const float>, std::span<float>) {
  refuse();
}

std::string onednn_version() {
  return {};
}

}  // namespace skiagraph::inference
