#pragma once

#include <cstdint>
#include <vector>

#include "core/training/losses.h"
#include "core/training/recipe.h"

namespace skiagraph::training {

/// Pictures of the same few people at some time of a run: their true X-rays, and below these the predicted
/// ones. rows x columns, grey.
struct SamplePicture {
  int rows = 0, columns = 0;
  std::vector<std::uint8_t> grey;
};

/// Of the first people of `people`. A stage that trains T shows its pictures, one that trains CIGN those of
/// the true markers; later ones those that the loop makes. Leaves the networks in evaluation mode.
SamplePicture sample_picture(const NetworkRunner& run, const Batches& people, Stage::Kind kind);

}  // namespace skiagraph::training
