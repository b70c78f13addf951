#include "core/anatomy/phantom/phantom_bases.h"

#include <string>

#include "core/anatomy/phantom/phantom_organs.h"
#include "core/anatomy/phantom/procedural_phantom.h"

namespace skiagraph::anatomy {
namespace {

BaseAnatomy base_of(const std::string& name, const PhantomParameters& person) {
  return build_base_anatomy(name, procedural_phantom(person), phantom_organs());
}

}  // namespace

std::vector<BaseAnatomy> phantom_bases() {
  return {base_of("phantom man", mean_phantom(bodies::Sex::kMale)),
          base_of("phantom woman", mean_phantom(bodies::Sex::kFemale))};
}

std::vector<BaseAnatomy> drawn_phantom_bases(int count, std::uint64_t seed) {
  std::vector<BaseAnatomy> bases;
  for (int n = 0; n < count; ++n) {
    RandomStream random(seed, static_cast<std::uint64_t>(n));
    const bodies::Sex sex = n % 2 == 0 ? bodies::Sex::kMale : bodies::Sex::kFemale;
    bases.push_back(base_of("phantom " + std::to_string(n + 1), draw_phantom(sex, random)));
  }
  return bases;
}

}  // namespace skiagraph::anatomy
