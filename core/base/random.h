#pragma once

#include <cstdint>

namespace skiagraph {

/// A random stream that gives the same numbers on every machine, compiler and number of threads. Streams of
/// one seed with different numbers are independent: one per person, one per purpose. Generator: SplitMix64
/// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::uint64_t stream);

  std::uint64_t bits();
  double uniform();                         ///< [0, 1)
  double uniform(double low, double high);  ///< [low, high)
  double normal(double mean, double sd);    ///< Box-Muller
  /// Normal, drawn again until within `limit` standard deviations of the mean.
  double truncated_normal(double mean, double sd, double limit = 2.5);

 private:
  std::uint64_t state_;
};

}  // namespace skiagraph
