#include "core/base/shuffled.h"

#include <numeric>
#include <utility>

namespace skiagraph {

std::vector<std::int64_t> shuffled(std::int64_t count, RandomStream random) {
  std::vector<std::int64_t> order(static_cast<std::size_t>(count));
  std::iota(order.begin(), order.end(), 0);
  for (std::size_t n = order.size(); n > 1; --n) std::swap(order[n - 1], order[random.bits() % n]);
  return order;
}

}  // namespace skiagraph
