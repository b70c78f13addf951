#pragma once

#include <bitset>
#include <initializer_list>
#include <string_view>

#include "core/anatomy/base/tissue.h"

namespace skiagraph::anatomy {

/// Which labels of a volume are meant.
using LabelSet = std::bitset<256>;

/// Labels whose organ name begins with one of `prefixes`.
LabelSet labels_beginning(const OrganTable& organs, std::initializer_list<std::string_view> prefixes);
/// Labels of tissue as dense as fat, whatever its name.
LabelSet adipose_labels(const OrganTable& organs);
/// Labels whose organ name contains one of `parts`.
LabelSet labels_containing(const OrganTable& organs, std::initializer_list<std::string_view> parts);

}  // namespace skiagraph::anatomy
