#pragma once

#include "core/networks/networks.h"

namespace skiagraph::networks {

/// Networks for pictures of twice the size that begin with what these have learnt: each square of 2 x 2
/// pixels counts as its mean did, and comes out of one value. So training goes from coarse to fine. These
/// must not fold their pictures.
Networks finer_networks(const Networks& coarse);

}  // namespace skiagraph::networks
