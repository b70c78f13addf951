#include "core/tensors/dataset.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <functional>

#include "core/base/error.h"
#include "core/tensors/tensor_file.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::tensors;
using Catch::Matchers::Contains;
using skiagraph::testing::TemporaryFolder;

namespace {

Dataset small_dataset() {
  torch::manual_seed(2);
  constexpr std::int64_t kPeople = 5;
  Dataset dataset;
  dataset.frame = {24, 16, 5.5, 20, 8};
  dataset.surface = torch::rand({kPeople, 2, 24, 16}).to(torch::kFloat16);
  dataset.xray = torch::rand({kPeople, 1, 24, 16}).to(torch::kFloat16);
  dataset.landmarks = torch::rand({kPeople, 18, 2}) * 20;
  dataset.mm_per_px = torch::rand({kPeople}) + 3;
  dataset.split = torch::tensor({0, 0, 2, 1, 2}, torch::kUInt8);
  dataset.base = torch::tensor({0, 1, 0, 1, 0}, torch::kUInt8);
  dataset.floor_mm = torch::rand({18});
  dataset.floor_xray = torch::tensor(0.01F);
  dataset.measures = torch::rand({kPeople, 3});
  dataset.floor_draws_mm = torch::rand({2, 4, 18, 2});
  dataset.metadata = {{"seed", "2"}, {"bases", "AF,AM"}};
  return dataset;
}

Dataset dataset_with_anomalies() {
  Dataset dataset = small_dataset();
  dataset.anomaly = torch::tensor({0, 1, 2, 0, 1}, torch::kUInt8);
  dataset.anomaly_mask = torch::randint(0, 2, {5, 1, 24, 16}, torch::kUInt8);
  dataset.healthy_xray = torch::rand({5, 1, 24, 16}).to(torch::kFloat16);
  dataset.metadata["anomalies"] = "healthy,nodule,effusion";
  return dataset;
}

/// What reading the data set says after `harm` was done to its tensors.
std::string complaint(const std::function<void(TensorFile&)>& harm,
                      const Dataset& dataset = small_dataset()) {
  const TemporaryFolder folder;
  const auto path = folder / "people.safetensors";
  write_dataset(path, dataset);
  TensorFile file = read_tensor_file(path);
  harm(file);
  write_tensor_file(path, file);
  try {
    read_dataset(path);
  } catch (const InputError& error) {
    const std::string text = error.what();
    CHECK_THAT(text, Contains("people.safetensors"));
    CHECK(text.back() == '.');
    return text;
  }
  return "read";
}

}  // namespace

TEST_CASE("a data set comes back as it was") {
  const TemporaryFolder folder;
  const auto path = folder / "people.safetensors";
  const Dataset written = small_dataset();
  write_dataset(path, written);
  const Dataset read = read_dataset(path);
  CHECK(read.frame == written.frame);
  CHECK(read.size() == 5);
  CHECK(read.metadata == written.metadata);
  CHECK(torch::equal(read.surface, written.surface));
  CHECK(torch::equal(read.xray, written.xray));
  CHECK(torch::equal(read.landmarks, written.landmarks));
  CHECK(torch::equal(read.mm_per_px, written.mm_per_px));
  CHECK(torch::equal(read.split, written.split));
  CHECK(torch::equal(read.base, written.base));
  CHECK(torch::equal(read.floor_mm, written.floor_mm));
  CHECK(torch::equal(read.floor_xray, written.floor_xray));
  CHECK(torch::equal(read.measures, written.measures));
  CHECK(torch::equal(read.floor_draws_mm, written.floor_draws_mm));
  CHECK(torch::equal(read.indices(Split::kTrain), torch::tensor({0, 1}, torch::kInt64)));
  CHECK(torch::equal(read.indices(Split::kValidation), torch::tensor({3}, torch::kInt64)));
  CHECK(torch::equal(read.indices(Split::kTest), torch::tensor({2, 4}, torch::kInt64)));
}

TEST_CASE("a data set names its landmarks, and one with others or in another order is refused") {
  const auto names = [](const std::function<void(std::string&)>& change) {
    return complaint([&](TensorFile& file) { change(file.metadata.at("landmarks")); });
  };
  CHECK(names([](std::string& text) {
          CHECK_THAT(text, Catch::Matchers::StartsWith("neck,lung_top_right,lung_top_left,"));
          CHECK_THAT(text, Catch::Matchers::EndsWith(",lung_bottom_left"));
        }) == "read");
  const auto refused = Contains("other landmarks");
  CHECK_THAT(names([](std::string& text) { text.replace(0, 19, "lung_top_right,neck"); }), refused);
  CHECK_THAT(names([](std::string& text) { text += ",navel"; }), refused);
  CHECK_THAT(names([](std::string& text) { text.clear(); }), refused);
  // Older files do not name them.
  CHECK(complaint([](TensorFile& file) { file.metadata.erase("landmarks"); }) == "read");
}

TEST_CASE("a data set without floors is read without floors") {
  const TemporaryFolder folder;
  Dataset dataset = small_dataset();
  dataset.floor_mm = dataset.floor_xray = torch::Tensor();
  write_dataset(folder / "people.safetensors", dataset);
  const Dataset read = read_dataset(folder / "people.safetensors");
  CHECK_FALSE(read.floor_mm.defined());
  CHECK_FALSE(read.floor_xray.defined());
}

TEST_CASE("what is not known of people is kept apart from what is") {
  const TemporaryFolder folder;
  Dataset dataset = small_dataset();  // people 2 and 4 to test
  dataset.covered = torch::ones({5, 1, 24, 16}, torch::kUInt8);
  CHECK(torch::equal(dataset.complete_indices(Split::kTest), dataset.indices(Split::kTest)));
  dataset.covered[2][0][3][4] = 0;
  dataset.landmarks[1][16][0] = NAN;
  dataset.landmarks[0][17][1] = NAN;  // the landmark that networks do not see
  write_dataset(folder / "people.safetensors", dataset);
  const Dataset read = read_dataset(folder / "people.safetensors");
  CHECK(torch::equal(read.covered, dataset.covered));
  CHECK(read.landmarks[1][16][0].isnan().item<bool>());
  CHECK(torch::equal(read.complete_indices(Split::kTest), torch::tensor({4}, torch::kInt64)));
  CHECK(torch::equal(read.complete_indices(Split::kTrain), torch::tensor({0}, torch::kInt64)));
  CHECK(read.indices(Split::kTest).numel() == 2);
}

TEST_CASE("joined data sets keep everybody's pictures, landmarks and base") {
  Dataset first = small_dataset(), second = small_dataset();
  second.metadata["bases"] = "CT,AF";
  second.covered = torch::zeros({5, 1, 24, 16}, torch::kUInt8);
  second.floor_mm = torch::Tensor();
  const Dataset all = joined(first, second);
  REQUIRE(all.size() == 10);
  CHECK(torch::equal(all.surface.slice(0, 5), second.surface));
  CHECK(torch::equal(all.xray.slice(0, 0, 5), first.xray));
  CHECK(torch::equal(all.landmarks, torch::cat({first.landmarks, second.landmarks})));
  CHECK(torch::equal(all.mm_per_px, torch::cat({first.mm_per_px, second.mm_per_px})));
  CHECK(torch::equal(all.split, torch::cat({first.split, second.split})));
  CHECK(all.bases() == std::vector<std::string>{"AF", "AM", "CT"});
  CHECK(torch::equal(all.base, torch::tensor({0, 1, 0, 1, 0, 2, 0, 2, 0, 2}, torch::kUInt8)));
  CHECK(all.covered.slice(0, 0, 5).all().item<bool>());
  CHECK_FALSE(all.covered.slice(0, 5).any().item<bool>());
  CHECK(torch::equal(all.floor_mm, first.floor_mm));
  CHECK_FALSE(joined(first, first).covered.defined());
  second.frame.neck_row += 1;
  CHECK_THROWS_AS(joined(first, second), InputError);
}

TEST_CASE("anomalies, their masks and the X-rays without them come back and are joined") {
  const TemporaryFolder folder;
  const auto path = folder / "people.safetensors";
  const Dataset ill = dataset_with_anomalies(), healthy = small_dataset();
  write_dataset(path, ill);
  const Dataset read = read_dataset(path);
  CHECK(torch::equal(read.anomaly, ill.anomaly));
  CHECK(torch::equal(read.anomaly_mask, ill.anomaly_mask));
  CHECK(torch::equal(read.healthy_xray, ill.healthy_xray));
  CHECK(read.anomalies() == std::vector<std::string>{"healthy", "nodule", "effusion"});
  CHECK_FALSE(joined(healthy, healthy).anomaly.defined());

  for (const bool ill_first : {false, true}) {
    const Dataset all = ill_first ? joined(ill, healthy) : joined(healthy, ill);
    const auto of_healthy = [&](const torch::Tensor& t) {
      return t.slice(0, ill_first ? 5 : 0, ill_first ? 10 : 5);
    };
    const auto of_ill = [&](const torch::Tensor& t) {
      return t.slice(0, ill_first ? 0 : 5, ill_first ? 5 : 10);
    };
    CHECK(all.anomalies() == ill.anomalies());
    CHECK_FALSE(of_healthy(all.anomaly).any().item<bool>());
    CHECK_FALSE(of_healthy(all.anomaly_mask).any().item<bool>());
    CHECK(torch::equal(of_healthy(all.healthy_xray), healthy.xray));
    CHECK(torch::equal(of_ill(all.anomaly), ill.anomaly));
    CHECK(torch::equal(of_ill(all.anomaly_mask), ill.anomaly_mask));
    CHECK(torch::equal(of_ill(all.healthy_xray), ill.healthy_xray));
  }
  Dataset other = ill;
  other.metadata["anomalies"] = "healthy,effusion,nodule";
  CHECK_THROWS_AS(joined(ill, other), InputError);
  other = ill;
  other.healthy_xray = torch::Tensor();
  CHECK_FALSE(joined(ill, other).healthy_xray.defined());
}

TEST_CASE("anomalies that make no sense are refused") {
  const auto complains = [](const std::function<void(TensorFile&)>& harm) {
    return complaint(harm, dataset_with_anomalies());
  };
  REQUIRE(complains([](TensorFile&) {}) == "read");
  CHECK_THAT(complains([](TensorFile& file) { file.tensors["anomaly"][1] = 3; }), Contains("anomaly"));
  CHECK_THAT(complains([](TensorFile& file) { file.metadata.erase("anomalies"); }), Contains("anomalies"));
  CHECK_THAT(complains([](TensorFile& file) { file.tensors["anomaly_mask"][1][0][2][3] = 2; }),
             Contains("0 and 1"));
  CHECK_THAT(complains([](TensorFile& file) { file.tensors.erase("anomaly"); }), Contains("missing"));
  CHECK_THAT(complains([](TensorFile& file) { file.tensors.erase("anomaly_mask"); }), Contains("missing"));
  CHECK_THAT(complains([](TensorFile& file) { file.tensors["healthy_xray"][1][0][2][3] = NAN; }),
             Contains("not finite"));
}

TEST_CASE("pictures of single precision are stored as half") {
  const TemporaryFolder folder;
  Dataset dataset = small_dataset();
  dataset.xray = torch::rand({5, 1, 24, 16});
  write_dataset(folder / "people.safetensors", dataset);
  const Dataset read = read_dataset(folder / "people.safetensors");
  CHECK(read.xray.scalar_type() == torch::kFloat16);
  CHECK((read.xray.to(torch::kFloat32) - dataset.xray).abs().max().item<double>() < 5e-4);
}

TEST_CASE("bad data sets are refused in one sentence") {
  REQUIRE(complaint([](TensorFile&) {}) == "read");
  for (const std::string name : {"frame", "surface", "xray", "landmarks", "mm_per_px", "split", "base"}) {
    INFO(name);
    CHECK_THAT(complaint([&](TensorFile& file) { file.tensors.erase(name); }),
               Contains("\"" + name + "\" is missing"));
    CHECK_THAT(complaint([&](TensorFile& file) {
                 file.tensors[name] = torch::cat({file.tensors[name], file.tensors[name]});
               }),
               Contains("another shape"));
  }
  for (const std::string name : {"frame", "surface", "xray", "landmarks", "mm_per_px", "floor_mm"}) {
    INFO(name);
    if (name != "landmarks")
      CHECK_THAT(complaint([&](TensorFile& file) { file.tensors[name].view(-1)[3] = NAN; }),
                 Contains("not finite"));
    CHECK_THAT(complaint([&](TensorFile& file) { file.tensors[name].view(-1)[2] = INFINITY; }),
               Contains("not finite"));
  }
  for (const std::string name : {"surface", "xray", "landmarks", "mm_per_px", "floor_mm"})
    CHECK_THAT(complaint([&](TensorFile& file) {
                 file.tensors[name] = torch::zeros_like(file.tensors[name], torch::kInt32);
               }),
               Contains("another type"));
  CHECK_THAT(complaint([](TensorFile& file) {
               file.tensors["covered"] = torch::ones({5, 24, 16}, torch::kUInt8);
             }),
             Contains("another shape"));
  CHECK_THAT(complaint([](TensorFile& file) {
               file.tensors["covered"] = torch::ones({5, 1, 24, 16});
             }),
             Contains("another type"));
  for (const std::string name : {"split", "base"})
    CHECK_THAT(complaint([&](TensorFile& file) {
                 file.tensors[name] = file.tensors[name].to(torch::kFloat32) + 256;
               }),
               Contains("another type"));
}

TEST_CASE("a data set's values must make sense") {
  CHECK_THAT(complaint([](TensorFile& file) { file.tensors["split"][1] = 3; }), Contains("split"));
  CHECK_THAT(complaint([](TensorFile& file) { file.tensors["mm_per_px"][1] = 0; }), Contains("mm_per_px"));
  CHECK_THAT(complaint([](TensorFile& file) { file.tensors["frame"][0] = -24; }), Contains("frame"));
  CHECK_THAT(complaint([](TensorFile& file) { file.tensors["frame"][0] = 1e300; }), Contains("frame"));
}

TEST_CASE("a file that is no tensor file is no data set") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(read_dataset(folder / "none.safetensors"), InputError);
  std::ofstream(folder / "text.safetensors") << "Hello, this is a letter.";
  CHECK_THROWS_AS(read_dataset(folder / "text.safetensors"), InputError);
}
