#include "core/anatomy/base/label_set.h"

namespace skiagraph::anatomy {
namespace {

template <typename Matches>
LabelSet labels_where(const OrganTable& organs, std::initializer_list<std::string_view> words,
                      Matches matches) {
  LabelSet set;
  for (std::size_t label = 1; label < organs.size(); ++label)
    for (const std::string_view word : words)
      if (matches(std::string_view(organs[label].name), word)) set.set(label);
  return set;
}

}  // namespace

LabelSet labels_beginning(const OrganTable& organs, std::initializer_list<std::string_view> prefixes) {
  return labels_where(organs, prefixes, [](auto name, auto word) { return name.starts_with(word); });
}

LabelSet adipose_labels(const OrganTable& organs) {
  constexpr double kLeast = 0.90, kMost = 0.97;  // g/cm3; adipose tissue 0.95, yellow marrow 0.98
  LabelSet set;
  for (std::size_t label = 1; label < organs.size(); ++label) {
    const Organ& organ = organs[label];
    set[label] = !organ.name.empty() && organ.density_g_per_cm3 >= kLeast && organ.density_g_per_cm3 <= kMost;
  }
  return set;
}

LabelSet labels_containing(const OrganTable& organs, std::initializer_list<std::string_view> parts) {
  return labels_where(organs, parts,
                      [](auto name, auto word) { return name.find(word) != std::string_view::npos; });
}

}  // namespace skiagraph::anatomy
