#include "core/base/random.h"

#include <cmath>
#include <numbers>

namespace skiagraph {
namespace {

std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t stream) : state_(mix(mix(seed) + stream)) {}

std::uint64_t RandomStream::bits() {
  return mix(state_ += 0x9e3779b97f4a7c15ULL);
}

double RandomStream::uniform() {
  return static_cast<double>(bits() >> 11) * 0x1.0p-53;
}

double RandomStream::uniform(double low, double high) {
  return low + (high - low) * uniform();
}

double RandomStream::normal(double mean, double sd) {
  const double radius = std::sqrt(-2 * std::log(1 - uniform()));
  return mean + sd * radius * std::cos(2 * std::numbers::pi * uniform());
}

double RandomStream::truncated_normal(double mean, double sd, double limit) {
  for (;;) {
    const double z = normal(0, 1);
    if (std::abs(z) <= limit) return mean + sd * z;
  }
}

}  // namespace skiagraph
