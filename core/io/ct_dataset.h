#pragma once

#include "core/io/ct_person.h"
#include "core/tensors/dataset.h"

namespace skiagraph::io {

/// A data set of one real person, of the base "CT". Landmarks that are not known are NaN.
tensors::Dataset ct_dataset(const CtPerson& person, tensors::Split split);

/// The split of a data set's real person number `index`: in the shares of the paper (1742 : 108 : 195),
/// evenly spread, so that people who are added later do not move those who are there.
tensors::Split ct_split(std::int64_t index);

/// How many people of a data set are of the base "CT".
std::int64_t ct_people(const tensors::Dataset& dataset);

}  // namespace skiagraph::io
