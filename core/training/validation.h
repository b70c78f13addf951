#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/training/losses.h"

namespace skiagraph::training {

/// Named figures, in a fixed order, for the log.
using Figures = std::vector<std::pair<std::string, double>>;

/// How good the networks are on people they do not learn from: mean absolute error of T's and CIGN's picture
/// inside the body, how much fine detail the loop's picture has over that of the true one, the mean
/// distance of MPN's markers in full-frame pixels, from the true picture and after the loop's iterations from
/// T's, and how much of a common way of all markers up or down MPN's answer repeats. Leaves the networks in
/// evaluation mode.
Figures validate(const NetworkRunner& run, const Batches& people);

}  // namespace skiagraph::training
