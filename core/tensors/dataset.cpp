#include "core/tensors/dataset.h"

#include <torch/types.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/markers/marker_names.h"
#include "core/markers/marker_table.h"
#include "core/tensors/tensor_file.h"

namespace skiagraph::tensors {
namespace {

/// Metadata: the names of the landmarks in their order, comma-separated.
constexpr const char* kLandmarkNames = "landmarks";

/// The frame as five numbers: rows, columns, neck row, symphysis row, centre column.
torch::Tensor frame_tensor(const geometry::CanonicalFrame& f) {
  return torch::tensor({static_cast<double>(f.rows), static_cast<double>(f.columns), f.neck_row,
                        f.symphysis_row, f.centre_column},
                       torch::kFloat64);
}

/// Looks at a few people at a time: the check of all of them at once would need twice the memory of the
/// pictures, which may be gigabytes.
bool all_finite(const torch::Tensor& tensor) {
  constexpr std::int64_t kAtOnce = 64;
  if (tensor.dim() == 0) return tensor.isfinite().item<bool>();
  for (std::int64_t first = 0; first < tensor.size(0); first += kAtOnce)
    if (!tensor.slice(0, first, std::min(first + kAtOnce, tensor.size(0))).isfinite().all().item<bool>())
      return false;
  return true;
}

/// Reads and checks one file. Every error names it.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& path) : path_(path), file_(read_tensor_file(path)) {}

  Dataset read() const {
    Dataset dataset;
    dataset.frame = frame();
    check_landmark_names();
    const auto landmarks = file_.tensors.find("landmarks");
    if (landmarks == file_.tensors.end() || landmarks->second.dim() != 3)
      refuse(
          "The file \"{}\" is not a data set of Skiagraph: tensor \"landmarks\" is missing or has another "
          "shape.");
    const std::int64_t n = landmarks->second.size(0), rows = dataset.frame.rows,
                       columns = dataset.frame.columns;
    dataset.landmarks = floats("landmarks", {n, kLandmarkCount, 2}).to(torch::kFloat32);
    if (dataset.landmarks.isinf().any().item<bool>())
      refuse(
          "The file \"{}\" is not a data set of Skiagraph: tensor \"landmarks\" holds values that are not "
          "finite.");
    dataset.surface = numbers("surface", {n, 2, rows, columns});
    dataset.xray = numbers("xray", {n, 1, rows, columns});
    dataset.mm_per_px = numbers("mm_per_px", {n}).to(torch::kFloat32);
    if ((dataset.mm_per_px <= 0).any().item<bool>())
      refuse("The file \"{}\" is not a data set of Skiagraph: \"mm_per_px\" is not positive for everybody.");
    dataset.split = bytes("split", {n});
    if ((dataset.split > static_cast<std::uint8_t>(Split::kTest)).any().item<bool>())
      refuse("The file \"{}\" is not a data set of Skiagraph: \"split\" holds other values than 0, 1 and 2.");
    dataset.base = bytes("base", {n});
    if (file_.tensors.contains("covered")) dataset.covered = bytes("covered", {n, 1, rows, columns});
    dataset.metadata = file_.metadata;
    dataset.metadata.erase(kLandmarkNames);
    read_anomalies(dataset, {n, 1, rows, columns});
    if (const auto measures = file_.tensors.find("measures"); measures != file_.tensors.end())
      dataset.measures = numbers("measures", {n, measures->second.dim() == 2 ? measures->second.size(1) : 0});
    if (const auto draws = file_.tensors.find("floor_draws_mm"); draws != file_.tensors.end()) {
      const auto size = [&](int d) { return draws->second.dim() == 4 ? draws->second.size(d) : 0; };
      dataset.floor_draws_mm = numbers("floor_draws_mm", {size(0), size(1), kLandmarkCount, 2});
    }
    if (file_.tensors.contains("floor_mm")) dataset.floor_mm = numbers("floor_mm", {kLandmarkCount});
    if (file_.tensors.contains("floor_xray")) dataset.floor_xray = numbers("floor_xray", {});
    return dataset;
  }

 private:
  /// Files that were written before they named their landmarks have them in the table's order.
  void check_landmark_names() const {
    const auto names = file_.metadata.find(kLandmarkNames);
    if (names == file_.metadata.end() || names->second == marker_names(kLandmarkCount)) return;
    throw InputError(
        "dataset.landmarks",
        "The data set \"{}\" has other landmarks than this program, or has them in another order; "
        "make it again.",
        path_);
  }

  void read_anomalies(Dataset& dataset, const std::vector<std::int64_t>& picture) const {
    if (file_.tensors.contains("healthy_xray")) dataset.healthy_xray = numbers("healthy_xray", picture);
    if (!file_.tensors.contains("anomaly") && !file_.tensors.contains("anomaly_mask")) return;
    dataset.anomaly = bytes("anomaly", {picture[0]});
    dataset.anomaly_mask = bytes("anomaly_mask", picture);
    if ((dataset.anomaly >= static_cast<std::int64_t>(dataset.anomalies().size())).any().item<bool>())
      refuse(
          "The file \"{}\" is not a data set of Skiagraph: \"anomaly\" holds values that the metadata "
          "\"anomalies\" does not name.");
    if ((dataset.anomaly_mask > 1).any().item<bool>())
      refuse(
          "The file \"{}\" is not a data set of Skiagraph: \"anomaly_mask\" holds other values than 0 and "
          "1.");
  }

  template <class... Arguments>
  [[noreturn]] void refuse(std::string_view sentence, const Arguments&... arguments) const {
    throw InputError("dataset.damaged", sentence, path_, arguments...);
  }

  const torch::Tensor& shaped(const std::string& name, const std::vector<std::int64_t>& shape) const {
    const auto found = file_.tensors.find(name);
    if (found == file_.tensors.end())
      refuse("The file \"{}\" is not a data set of Skiagraph: tensor \"{}\" is missing.", name);
    if (found->second.sizes() != at::IntArrayRef(shape))
      refuse("The file \"{}\" is not a data set of Skiagraph: tensor \"{}\" has another shape.", name);
    return found->second;
  }

  const torch::Tensor& floats(const std::string& name, const std::vector<std::int64_t>& shape) const {
    const torch::Tensor& tensor = shaped(name, shape);
    if (!tensor.is_floating_point())
      refuse("The file \"{}\" is not a data set of Skiagraph: tensor \"{}\" has another type.", name);
    return tensor;
  }

  const torch::Tensor& numbers(const std::string& name, const std::vector<std::int64_t>& shape) const {
    const torch::Tensor& tensor = floats(name, shape);
    if (!all_finite(tensor))
      refuse(
          "The file \"{}\" is not a data set of Skiagraph: tensor \"{}\" holds values that are not finite.",
          name);
    return tensor;
  }

  const torch::Tensor& bytes(const std::string& name, const std::vector<std::int64_t>& shape) const {
    const torch::Tensor& tensor = shaped(name, shape);
    if (tensor.scalar_type() != torch::kUInt8)
      refuse("The file \"{}\" is not a data set of Skiagraph: tensor \"{}\" has another type.", name);
    return tensor;
  }

  geometry::CanonicalFrame frame() const {
    const auto values = numbers("frame", {5}).to(torch::kFloat64);
    const auto n = [&](int i) { return values[i].item<double>(); };
    constexpr double kMostPixels = 1 << 16;
    if (!(n(0) >= 1 && n(0) <= kMostPixels && n(1) >= 1 && n(1) <= kMostPixels))
      refuse("The file \"{}\" is not a data set of Skiagraph: its \"frame\" has no usable size.");
    return {static_cast<int>(n(0)), static_cast<int>(n(1)), n(2), n(3), n(4)};
  }

  const std::filesystem::path& path_;
  TensorFile file_;
};

/// The comma-separated entries of one line of metadata.
std::vector<std::string> listed(const std::map<std::string, std::string>& metadata, const std::string& key) {
  const auto text = metadata.find(key);
  return text == metadata.end() ? std::vector<std::string>() : split(text->second, ',');
}

torch::Tensor covered_or_ones(const Dataset& dataset) {
  return dataset.covered.defined() ? dataset.covered : torch::ones_like(dataset.xray, torch::kUInt8);
}

/// People of a data set without anomalies are healthy, and their own X-ray is their healthy one.
void join_anomalies(const Dataset& first, const Dataset& second, Dataset& all) {
  const auto both = [&](const auto& of) { return torch::cat({of(first), of(second)}); };
  const auto healthy = [](const Dataset& d) { return d.healthy_xray.defined() ? d.healthy_xray : d.xray; };
  if (first.anomaly.defined() || second.anomaly.defined()) {
    if (first.anomaly.defined() && second.anomaly.defined() && first.anomalies() != second.anomalies())
      throw InputError("dataset.anomalies",
                       "The two data sets name different anomalies; make one of them anew.");
    all.anomaly =
        both([](const Dataset& d) { return d.anomaly.defined() ? d.anomaly : torch::zeros_like(d.base); });
    all.anomaly_mask = both([](const Dataset& d) {
      return d.anomaly_mask.defined() ? d.anomaly_mask : torch::zeros_like(d.xray, torch::kUInt8);
    });
    const Dataset& naming = first.anomaly.defined() ? first : second;
    if (const auto names = naming.metadata.find("anomalies"); names != naming.metadata.end())
      all.metadata["anomalies"] = names->second;
  }
  // The healthy X-ray of a person with an anomaly cannot be invented.
  const auto knows_healthy = [](const Dataset& d) {
    return d.healthy_xray.defined() || !d.anomaly.defined();
  };
  all.healthy_xray = torch::Tensor();
  if ((first.healthy_xray.defined() || second.healthy_xray.defined()) && knows_healthy(first) &&
      knows_healthy(second))
    all.healthy_xray = both(healthy);
}

/// The base of everybody as an index into the names of both data sets, which `names` becomes.
torch::Tensor joined_bases(const Dataset& first, const Dataset& second, std::vector<std::string>& names) {
  names = first.bases();
  for (auto n = static_cast<std::int64_t>(names.size());
       first.size() > 0 && n <= first.base.max().item<std::int64_t>(); ++n)
    names.push_back("base " + std::to_string(n));
  torch::Tensor base = second.base.clone();
  const auto added = second.bases();
  for (std::size_t n = 0; n < added.size(); ++n) {
    const auto place = std::ranges::find(names, added[n]) - names.begin();
    if (place == static_cast<std::ptrdiff_t>(names.size())) names.push_back(added[n]);
    base.masked_fill_(second.base == static_cast<std::int64_t>(n), place);
  }
  return torch::cat({first.base, base});
}

}  // namespace

torch::Tensor Dataset::indices(Split which) const {
  return (split == static_cast<std::uint8_t>(which)).nonzero().flatten();
}

torch::Tensor Dataset::complete_indices(Split which) const {
  auto complete = (split == static_cast<std::uint8_t>(which))
                      .logical_and(landmarks.slice(1, 0, kMarkerCount).isfinite().flatten(1).all(1));
  if (covered.defined()) complete = complete.logical_and(covered.flatten(1).all(1).to(torch::kBool));
  return complete.nonzero().flatten();
}

std::vector<std::string> Dataset::bases() const {
  return listed(metadata, "bases");
}

std::vector<std::string> Dataset::anomalies() const {
  return listed(metadata, "anomalies");
}

Dataset joined(const Dataset& first, const Dataset& second) {
  if (!(first.frame == second.frame))
    throw InputError("dataset.frame", "The two data sets are of different picture frames.");
  const auto both = [&](torch::Tensor Dataset::*tensor) {
    return torch::cat({first.*tensor, second.*tensor});
  };
  Dataset all = first;
  all.surface = both(&Dataset::surface);
  all.xray = both(&Dataset::xray);
  all.landmarks = both(&Dataset::landmarks);
  all.mm_per_px = both(&Dataset::mm_per_px);
  all.split = both(&Dataset::split);
  if (first.covered.defined() || second.covered.defined())
    all.covered = torch::cat({covered_or_ones(first), covered_or_ones(second)});
  join_anomalies(first, second, all);
  all.measures = torch::Tensor();
  if (first.measures.defined() && second.measures.defined() &&
      first.measures.size(1) == second.measures.size(1))
    all.measures = both(&Dataset::measures);
  if (!all.floor_draws_mm.defined()) all.floor_draws_mm = second.floor_draws_mm;
  if (!all.floor_mm.defined()) all.floor_mm = second.floor_mm;
  if (!all.floor_xray.defined()) all.floor_xray = second.floor_xray;
  std::vector<std::string> names;
  all.base = joined_bases(first, second, names);
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
  all.metadata["bases"] = text;
  return all;
}

Dataset read_dataset(const std::filesystem::path& path) {
  return Reader(path).read();
}

void write_dataset(const std::filesystem::path& path, const Dataset& dataset) {
  TensorFile file;
  file.metadata = dataset.metadata;
  file.metadata[kLandmarkNames] = marker_names(kLandmarkCount);
  file.tensors = {{"frame", frame_tensor(dataset.frame)},
                  {"surface", dataset.surface.to(torch::kFloat16)},
                  {"xray", dataset.xray.to(torch::kFloat16)},
                  {"landmarks", dataset.landmarks.to(torch::kFloat32)},
                  {"mm_per_px", dataset.mm_per_px.to(torch::kFloat32)},
                  {"split", dataset.split.to(torch::kUInt8)},
                  {"base", dataset.base.to(torch::kUInt8)}};
  if (dataset.covered.defined()) file.tensors["covered"] = dataset.covered.to(torch::kUInt8);
  if (dataset.anomaly.defined()) {
    file.tensors["anomaly"] = dataset.anomaly.to(torch::kUInt8);
    file.tensors["anomaly_mask"] = dataset.anomaly_mask.to(torch::kUInt8);
  }
  if (dataset.healthy_xray.defined()) file.tensors["healthy_xray"] = dataset.healthy_xray.to(torch::kFloat16);
  if (dataset.measures.defined()) file.tensors["measures"] = dataset.measures;
  if (dataset.floor_draws_mm.defined()) file.tensors["floor_draws_mm"] = dataset.floor_draws_mm;
  if (dataset.floor_mm.defined()) file.tensors["floor_mm"] = dataset.floor_mm;
  if (dataset.floor_xray.defined()) file.tensors["floor_xray"] = dataset.floor_xray;
  write_tensor_file(path, file);
}

}  // namespace skiagraph::tensors
