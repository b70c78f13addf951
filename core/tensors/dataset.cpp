#include "core/tensors/dataset.h"

#include <torch/torch.h>

#include <string>
#include <vector>

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

/// Everything wrong with a file becomes one sentence that names it.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& path) : path_(path), file_(read_tensor_file(path)) {}

  Dataset read() const {
    Dataset dataset;
    dataset.frame = frame();
    const auto landmarks = file_.tensors.find("landmarks");
    if (landmarks == file_.tensors.end() || landmarks->second.dim() != 3)
      fail("tensor \"landmarks\" is missing or has another shape");
    const std::int64_t n = landmarks->second.size(0), rows = dataset.frame.rows,
                       columns = dataset.frame.columns;
    dataset.landmarks = numbers("landmarks", {n, kLandmarks, 2}).to(torch::kFloat32);
    dataset.surface = numbers("surface", {n, 2, rows, columns});
    dataset.xray = numbers("xray", {n, 1, rows, columns});
    dataset.mm_per_px = numbers("mm_per_px", {n}).to(torch::kFloat32);
    if ((dataset.mm_per_px <= 0).any().item<bool>()) fail("\"mm_per_px\" is not positive for everybody");
    dataset.split = bytes("split", n);
    if ((dataset.split > static_cast<std::uint8_t>(Split::kTest)).any().item<bool>())
      fail("\"split\" holds other values than 0, 1 and 2");
    dataset.base = bytes("base", n);
    if (file_.tensors.contains("floor_mm")) dataset.floor_mm = numbers("floor_mm", {kLandmarks});
    if (file_.tensors.contains("floor_xray")) dataset.floor_xray = numbers("floor_xray", {});
    dataset.metadata = file_.metadata;
    return dataset;
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw InputError("The file " + path_.string() + " is not a data set of Skiagraph: " + why + ".");
  }

  const torch::Tensor& shaped(const std::string& name, const std::vector<std::int64_t>& shape) const {
    const auto found = file_.tensors.find(name);
    if (found == file_.tensors.end()) fail("tensor \"" + name + "\" is missing");
    if (found->second.sizes() != at::IntArrayRef(shape)) fail("tensor \"" + name + "\" has another shape");
    return found->second;
  }

  const torch::Tensor& numbers(const std::string& name, const std::vector<std::int64_t>& shape) const {
    const torch::Tensor& tensor = shaped(name, shape);
    if (!tensor.is_floating_point()) fail("tensor \"" + name + "\" has another type");
    if (!tensor.isfinite().all().item<bool>())
      fail("tensor \"" + name + "\" holds values that are not finite");
    return tensor;
  }

  const torch::Tensor& bytes(const std::string& name, std::int64_t count) const {
    const torch::Tensor& tensor = shaped(name, {count});
    if (tensor.scalar_type() != torch::kUInt8) fail("tensor \"" + name + "\" has another type");
    return tensor;
  }

  CanonicalFrame frame() const {
    const auto values = numbers("frame", {5}).to(torch::kFloat64);
    const auto n = [&](int i) { return values[i].item<double>(); };
    constexpr double kMostPixels = 1 << 16;
    if (!(n(0) >= 1 && n(0) <= kMostPixels && n(1) >= 1 && n(1) <= kMostPixels))
      fail("its \"frame\" has no usable size");
    return {static_cast<int>(n(0)), static_cast<int>(n(1)), n(2), n(3), n(4)};
  }

  const std::filesystem::path& path_;
  TensorFile file_;
};

}  // namespace

torch::Tensor Dataset::indices(Split which) const {
  return (split == static_cast<std::uint8_t>(which)).nonzero().flatten();
}

Dataset read_dataset(const std::filesystem::path& path) {
  return Reader(path).read();
}

void write_dataset(const std::filesystem::path& path, const Dataset& dataset) {
  TensorFile file;
  file.metadata = dataset.metadata;
  file.tensors = {{"frame", frame_tensor(dataset.frame)},
                  {"surface", dataset.surface.to(torch::kFloat16)},
                  {"xray", dataset.xray.to(torch::kFloat16)},
                  {"landmarks", dataset.landmarks.to(torch::kFloat32)},
                  {"mm_per_px", dataset.mm_per_px.to(torch::kFloat32)},
                  {"split", dataset.split.to(torch::kUInt8)},
                  {"base", dataset.base.to(torch::kUInt8)}};
  if (dataset.floor_mm.defined()) file.tensors["floor_mm"] = dataset.floor_mm;
  if (dataset.floor_xray.defined()) file.tensors["floor_xray"] = dataset.floor_xray;
  write_tensor_file(path, file);
}

}  // namespace skiagraph
