#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/training/losses.h"

namespace skiagraph::training {

/// Named figures, in a fixed order, for the log.
using Figures = std::vector<std::pair<std::string, double>>;

/// Measures the networks on people that they are not trained on: mean absolute error of T's and CIGN's
/// picture inside the body; power of fine detail of the loop's picture relative to the true one; mean error
/// of MPN's markers in full-frame pixels, from the true picture and after the loop's iterations from T's; and
/// the share of a common displacement of all markers up or down that MPN's answer repeats. Leaves the
/// networks in evaluation mode.
Figures validate(const NetworkRunner& run, const Batches& people);

}  // namespace skiagraph::training
