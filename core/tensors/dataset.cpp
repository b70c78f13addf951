#include "core/tensors/dataset.h"

#include <torch/torch.h>

#include "core/base/error.h"
#include "core/tensors/tensor_file.h"

namespace skiagraph {
namespace {

constexpr std::int64_t kLandmarks = 18;

/// The frame as five numbers: rows, columns, neck row, symphysis row, centre column.
torch::Tensor frame_tensor(const CanonicalFrame& f) {
  return torch::tensor({static_cast<double>(f.rows), static_cast<double>(f.columns), f.neck_row,
                        f.symphysis_row, f.centre_column},
                       torch::kFloat64);
}

CanonicalFrame frame_of(const torch::Tensor& t) {
  const auto n = [&](int i) { return t[i].item<double>(); };
  return {static_cast<int>(n(0)), static_cast<int>(n(1)), n(2), n(3), n(4)};
}

}  // namespace

torch::Tensor Dataset::indices(Split which) const {
  return (split == static_cast<std::uint8_t>(which)).nonzero().flatten();
}

Dataset read_dataset(const std::filesystem::path& path) {
  const TensorFile file = read_tensor_file(path);
  const auto fail = [&](const std::string& why) {
    throw InputError("The file " + path.string() + " is not a data set of Skiagraph: " + why + ".");
  };
  const auto take = [&](const std::string& name, std::vector<std::int64_t> shape, bool needed = true) {
    const auto found = file.tensors.find(name);
    if (found == file.tensors.end()) {
      if (needed) fail("tensor \"" + name + "\" is missing");
      return torch::Tensor();
    }
    if (found->second.sizes() != at::IntArrayRef(shape)) fail("tensor \"" + name + "\" has another shape");
    if (found->second.is_floating_point() && !found->second.to(torch::kFloat32).isfinite().all().item<bool>())
      fail("tensor \"" + name + "\" holds values that are not finite");
    return found->second;
  };
  Dataset dataset;
  dataset.frame = frame_of(take("frame", {5}));
  const auto landmarks = file.tensors.find("landmarks");
  if (landmarks == file.tensors.end() || landmarks->second.dim() != 3)
    fail("tensor \"landmarks\" is missing");
  const std::int64_t n = landmarks->second.size(0), rows = dataset.frame.rows,
                     columns = dataset.frame.columns;
  dataset.landmarks = take("landmarks", {n, kLandmarks, 2}).to(torch::kFloat32);
  dataset.surface = take("surface", {n, 2, rows, columns});
  dataset.xray = take("xray", {n, 1, rows, columns});
  dataset.mm_per_px = take("mm_per_px", {n}).to(torch::kFloat32);
  dataset.split = take("split", {n}).to(torch::kUInt8);
  dataset.base = take("base", {n}).to(torch::kUInt8);
  dataset.floor_mm = take("floor_mm", {kLandmarks}, false);
  dataset.floor_xray = take("floor_xray", {}, false);
  dataset.metadata = file.metadata;
  return dataset;
}

void write_dataset(const std::filesystem::path& path, const Dataset& dataset) {
  TensorFile file;
  file.metadata = dataset.metadata;
  file.tensors = {{"frame", frame_tensor(dataset.frame)},
                  {"surface", dataset.surface.to(torch::kFloat16)},
                  {"xray", dataset.xray.to(torch::kFloat16)},
                  {"landmarks", dataset.landmarks},
                  {"mm_per_px", dataset.mm_per_px},
                  {"split", dataset.split},
                  {"base", dataset.base}};
  if (dataset.floor_mm.defined()) file.tensors["floor_mm"] = dataset.floor_mm;
  if (dataset.floor_xray.defined()) file.tensors["floor_xray"] = dataset.floor_xray;
  write_tensor_file(path, file);
}

}  // namespace skiagraph
