#include "core/population/population.h"

#include <torch/types.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <mutex>

#include "core/base/error.h"
#include "core/markers/marker_table.h"
#include "core/tensors/tensor_file.h"
#include "tests/core/anatomy/phantom_base.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::population;
using namespace skiagraph::tensors;
using namespace skiagraph::testing;

namespace {

PopulationOptions few(int count, int threads = 2) {
  PopulationOptions options;
  options.count = count;
  options.seed = 12;
  options.frame = {64, 48, 15, 51, 24};
  options.threads = threads;
  options.floor_skins = 0;
  return options;
}

Dataset people(const PopulationOptions& options) {
  return make_population({&phantom_base(), 1}, options);
}

void check_same(const Dataset& a, const Dataset& b) {
  CHECK(torch::equal(a.surface, b.surface));
  CHECK(torch::equal(a.xray, b.xray));
  CHECK(torch::equal(a.landmarks, b.landmarks));
  CHECK(torch::equal(a.mm_per_px, b.mm_per_px));
  CHECK(torch::equal(a.split, b.split));
  CHECK(torch::equal(a.base, b.base));
}

}  // namespace

TEST_CASE("people follow from seed and number alone, not from threads or company") {
  PopulationOptions options = few(3, 1);
  options.floor_skins = 1, options.floor_draws = 2, options.floor_picture_skins = 1;
  const Dataset one = people(options);
  options.threads = 2;
  const Dataset two = people(options);
  check_same(one, two);
  CHECK(torch::equal(one.floor_mm, two.floor_mm));
  CHECK(torch::equal(one.floor_xray, two.floor_xray));
  CHECK(one.metadata == two.metadata);

  const Dataset start = people(few(1));
  CHECK(torch::equal(one.xray.slice(0, 0, 1), start.xray));
  CHECK(torch::equal(one.landmarks.slice(0, 0, 1), start.landmarks));
  CHECK_FALSE(torch::equal(one.xray[0], one.xray[1]));
  PopulationOptions other = few(1);
  other.seed = 13;
  CHECK_FALSE(torch::equal(people(other).xray, start.xray));
}

TEST_CASE("a population has shapes, splits and bases as the data set says") {
  const std::array<BaseAnatomy, 2> bases{phantom_base(), phantom_base()};
  const PopulationOptions options = few(10);
  const Dataset dataset = make_population(bases, options);
  CHECK(dataset.frame == options.frame);
  CHECK(dataset.size() == 10);
  CHECK(dataset.surface.sizes() == at::IntArrayRef({10, 2, 64, 48}));
  CHECK(dataset.xray.sizes() == at::IntArrayRef({10, 1, 64, 48}));
  CHECK(dataset.landmarks.sizes() == at::IntArrayRef({10, kLandmarkCount, 2}));
  CHECK(dataset.xray.min().item<double>() >= 0);
  CHECK(dataset.xray.max().item<double>() <= 1);
  CHECK(dataset.mm_per_px.min().item<double>() > 12);  // 556 mm over 36 rows
  CHECK(dataset.mm_per_px.max().item<double>() < 19);
  // 1742 : 108 : 195 of 10.
  CHECK(dataset.indices(Split::kTrain).numel() == 8);
  CHECK(dataset.indices(Split::kValidation).numel() == 1);
  CHECK(dataset.indices(Split::kTest).numel() == 1);
  for (int person = 0; person < 10; ++person) CHECK(dataset.base[person].item<int>() == person % 2);
  CHECK(dataset.metadata.at("bases") == "phantom,phantom");
  CHECK(dataset.metadata.at("seed") == "12");
  const auto neck = dataset.landmarks.select(1, static_cast<int>(Marker::kNeck)).select(1, 0),
             symphysis = dataset.landmarks.select(1, static_cast<int>(Marker::kPubicSymphysis)).select(1, 0);
  // Bones lie about the levels that are found on the skin, 15 mm a pixel.
  CHECK((neck - 15).abs().max().item<double>() < 3);
  CHECK((symphysis - 51).abs().max().item<double>() < 5);
  CHECK((symphysis - 51).abs().max().item<double>() > 0.2);
}

TEST_CASE("floors are above zero for every landmark") {
  PopulationOptions options = few(1);
  options.floor_skins = 2, options.floor_draws = 5, options.floor_picture_skins = 1;
  const Dataset dataset = people(options);
  REQUIRE(dataset.floor_mm.sizes() == at::IntArrayRef({kLandmarkCount}));
  for (const MarkerInfo& marker : marker_table()) {
    INFO(marker.name);
    const double floor = dataset.floor_mm[static_cast<int>(marker.marker)].item<double>();
    CHECK(floor < 40);
    CHECK(floor > 1);
  }
  CHECK(dataset.floor_xray.item<double>() > 1e-4);
  CHECK(dataset.floor_xray.item<double>() < 0.1);
}

TEST_CASE("progress rises to the end and a cancelled population stops") {
  std::mutex mutex;
  double last = 0;
  int calls = 0;
  make_population({&phantom_base(), 1}, few(2), [&](double done, const std::string& what) {
    const std::lock_guard lock(mutex);
    CHECK_FALSE(what.empty());
    last = std::max(last, done);
    ++calls;
  });
  CHECK(last == 1);
  CHECK(calls == 2);

  CancelToken cancel;
  std::atomic<int> made{0};
  const auto cancel_soon = [&](double, const std::string&) {
    if (++made == 1) cancel.cancel();
  };
  CHECK_THROWS_AS(make_population({&phantom_base(), 1}, few(200), cancel_soon, &cancel), Cancelled);
  CHECK(made < 5);
}

TEST_CASE("a population that was interrupted goes on and comes out the same") {
  const TemporaryFolder folder;
  PopulationOptions options = few(66);
  options.anomalies = {Anomaly::kNone, Anomaly::kAbsentKidney};
  options.floor_skins = 2, options.floor_draws = 2, options.floor_picture_skins = 1;
  const Dataset whole = people(options);

  options.parts = folder / "parts";
  CancelToken cancel;
  std::atomic<int> made{0};
  const auto cancel_in_second_part = [&](double, const std::string&) {
    if (++made == 65) cancel.cancel();
  };
  CHECK_THROWS_AS(make_population({&phantom_base(), 1}, options, cancel_in_second_part, &cancel), Cancelled);
  CHECK(std::filesystem::exists(options.parts));

  PopulationOptions other = options;
  other.seed = 99;
  CHECK_THROWS_AS(people(other), InputError);
  other = options;
  other.anomalies = {Anomaly::kNone};
  CHECK_THROWS_AS(people(other), InputError);

  made = 0;
  const Dataset resumed =
      make_population({&phantom_base(), 1}, options, [&](double, const std::string&) { ++made; });
  CHECK(made == 4);  // the two people of the second part and the skins of the floors
  CHECK(torch::equal(whole.landmarks.nan_to_num(0), resumed.landmarks.nan_to_num(0)));
  CHECK(torch::equal(whole.xray, resumed.xray));
  CHECK(torch::equal(whole.surface, resumed.surface));
  CHECK(torch::equal(whole.anomaly, resumed.anomaly));
  CHECK(torch::equal(whole.anomaly_mask, resumed.anomaly_mask));
  CHECK(torch::equal(whole.healthy_xray, resumed.healthy_xray));
  CHECK(whole.metadata == resumed.metadata);
  CHECK(torch::equal(whole.floor_mm, resumed.floor_mm));
}

TEST_CASE("finished parts stay until they are no longer needed, and then only they are deleted") {
  const TemporaryFolder folder;
  PopulationOptions options = few(2);
  options.parts = folder / "parts";
  const auto part = options.parts / "people0.safetensors", notes = options.parts / "notes.txt",
             copy = options.parts / "people.safetensors";
  const Dataset made = people(options);
  CHECK(std::filesystem::exists(part));  // the data set may still fail to be written
  write_file(notes, "mine");
  write_dataset(copy, made);
  remove_parts({&phantom_base(), 1}, options);
  CHECK_FALSE(std::filesystem::exists(part));
  CHECK(read_file(notes) == "mine");
  CHECK(read_dataset(copy).size() == 2);

  people(options);
  TensorFile damaged = read_tensor_file(part);
  damaged.metadata["rejected"] = "many";
  write_tensor_file(part, damaged);
  CHECK_THROWS_AS(people(options), InputError);
  std::filesystem::remove(part);

  std::filesystem::remove(notes);
  std::filesystem::remove(copy);
  people(options);
  PopulationOptions other = options;
  other.seed = 99;
  remove_parts({&phantom_base(), 1}, other);
  CHECK(std::filesystem::exists(part));
  remove_parts({&phantom_base(), 1}, options);
  CHECK_FALSE(std::filesystem::exists(options.parts));
}

TEST_CASE("leaving a base out keeps it for the test alone") {
  const std::array<BaseAnatomy, 2> bases{phantom_base(), phantom_base()};
  const Dataset all = make_population(bases, few(22));
  for (const int base : {0, 1}) {
    const Dataset part = leave_out(all, base);
    REQUIRE(part.indices(Split::kTest).numel() > 0);
    REQUIRE(part.indices(Split::kTrain).numel() > 0);
    CHECK((part.base.index_select(0, part.indices(Split::kTest)) == base).all().item<bool>());
    CHECK((part.base.index_select(0, part.indices(Split::kTrain)) != base).all().item<bool>());
    CHECK((part.base.index_select(0, part.indices(Split::kValidation)) != base).all().item<bool>());
    CHECK(part.measures.size(0) == part.size());
  }
}

TEST_CASE("anomalies are dealt in turn and leave everything else as it is") {
  const std::array<BaseAnatomy, 2> bases{phantom_base(), phantom_base()};
  PopulationOptions options = few(6);
  options.photons = 1e6;
  const Dataset healthy = make_population(bases, options);
  CHECK_FALSE(healthy.anomaly.defined());
  CHECK_FALSE(healthy.metadata.contains("anomalies"));
  options.anomalies = {Anomaly::kNone, Anomaly::kAbsentKidney, Anomaly::kMissingLung};
  const Dataset ill = make_population(bases, options);
  const auto number = [](Anomaly kind) { return static_cast<int>(kind); };
  const int kidney = number(Anomaly::kAbsentKidney), lung = number(Anomaly::kMissingLung);
  CHECK(torch::equal(ill.anomaly, torch::tensor({0, 0, kidney, kidney, lung, lung}, torch::kUInt8)));
  CHECK(ill.anomalies().at(kidney) == "absent_kidney");
  CHECK(ill.anomaly_mask.sizes() == at::IntArrayRef({6, 1, 64, 48}));
  CHECK(torch::equal(ill.anomaly_mask.flatten(1).any(1), ill.anomaly > 0));
  CHECK(torch::equal(ill.healthy_xray, healthy.xray));
  CHECK(torch::equal(ill.surface, healthy.surface));
  CHECK(torch::equal(ill.measures, healthy.measures));
  CHECK(torch::equal(ill.xray.slice(0, 0, 2), healthy.xray.slice(0, 0, 2)));
  const auto differs = (ill.xray.to(torch::kFloat32) - ill.healthy_xray.to(torch::kFloat32)).abs() > 0.004;
  CHECK(differs.logical_and(ill.anomaly_mask == 0).sum().item<int>() == 0);
  const auto lost = ill.landmarks.isnan().any(2);
  CHECK(torch::equal(lost.any(1), ill.anomaly > 0));
  CHECK(torch::equal(ill.landmarks.nan_to_num(0), healthy.landmarks.masked_fill(lost.unsqueeze(2), 0)));

  const Dataset part = leave_out(ill, 1);
  CHECK(part.anomaly.size(0) == part.size());
  CHECK(part.anomaly_mask.size(0) == part.size());
  CHECK(part.healthy_xray.size(0) == part.size());
}

TEST_CASE("quantum noise is added where little comes through") {
  PopulationOptions options = few(1);
  const Dataset clean = people(options);
  options.photons = 1e4;
  const Dataset noisy = people(options);
  CHECK(torch::equal(clean.landmarks, noisy.landmarks));
  const auto noise = (noisy.xray - clean.xray).to(torch::kFloat32).abs();
  const auto thick = clean.xray > 0.4, thin = clean.xray < 0.05;
  CHECK(noise.masked_select(thick).mean().item<double>() >
        3 * noise.masked_select(thin).mean().item<double>());
}

TEST_CASE("a population of nobody is refused") {
  CHECK_THROWS_AS(make_population({}, few(3)), InputError);
  CHECK_THROWS_AS(people(few(0)), InputError);
}
