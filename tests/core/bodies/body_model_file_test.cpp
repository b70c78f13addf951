#include "core/bodies/body_model_file.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/tensors/safetensors.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::tensors;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

/// A .safetensors file in memory, to be changed.
struct RawTensor {
  TensorType type{};
  std::vector<std::int64_t> shape;
  std::string bytes;

  template <typename T>
  void set(std::size_t n, T value) {
    REQUIRE(bytes.size() >= (n + 1) * sizeof value);
    std::memcpy(bytes.data() + n * sizeof value, &value, sizeof value);
  }
};
struct RawFile {
  std::map<std::string, RawTensor> tensors;
  std::map<std::string, std::string> metadata;
};

RawFile read_raw(const std::filesystem::path& path) {
  SafetensorsReader reader(path);
  RawFile file{{}, reader.metadata()};
  for (const TensorEntry& entry : reader.entries()) {
    RawTensor tensor{entry.type, entry.shape, std::string(entry.end - entry.begin, '\0')};
    reader.read(entry, tensor.bytes.data());
    file.tensors[entry.name] = tensor;
  }
  return file;
}

void write_raw(const std::filesystem::path& path, const RawFile& file) {
  std::map<std::string, TensorView> views;
  for (const auto& [name, tensor] : file.tensors)
    views[name] = {tensor.type, tensor.shape, tensor.bytes.data()};
  write_safetensors(path, views, file.metadata);
}

/// A tetrahedron that grows.
BodyModel small_model() {
  BodyModel model;
  model.sex = Sex::kMale;
  model.base = "tetrahedron";
  model.triangles = {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}};
  model.on_arm = {0, 0, 0, 1};
  model.mean = {{0, 0, 0},  {100, 0, 0}, {0, 100, 0}, {0, 0, 100},
                {1, 2, 90}, {1, 2, 10},  {-5, 0, 80}, {5, 0, 80}};
  model.components = {model.mean};
  model.density = {0.9, 0.001};
  for (std::size_t n = 0; n < kBodySizeCount; ++n) {
    model.statistics.mean[n] = static_cast<double>(n);
    model.statistics.covariance[n][n] = 0.01;
  }
  model.statistics.with_shape.resize(1);
  return model;
}

struct Files {
  TemporaryFolder folder;
  std::filesystem::path path = folder / "body.safetensors";

  Files() { write_body_model(path, small_model()); }
  void refused(const std::string& why) const {
    CHECK_THROWS_AS(read_body_model(path), InputError);
    CHECK_THROWS_WITH(read_body_model(path),
                      Contains("body.safetensors") && Contains(why) && !Contains("\n"));
  }
  /// Writes the file with one thing changed.
  template <typename Change>
  void change(const Change& what) const {
    write_body_model(path, small_model());
    RawFile file = read_raw(path);
    what(file);
    write_raw(path, file);
  }
};

}  // namespace

TEST_CASE("A body model survives its file") {
  const Files files;
  const BodyModel model = small_model(), read = read_body_model(files.path);
  CHECK(read.sex == model.sex);
  CHECK(read.base == model.base);
  CHECK((read.triangles == model.triangles));
  CHECK((read.on_arm == model.on_arm));
  CHECK((read.mean == model.mean));
  REQUIRE(read.components.size() == 1);
  for (std::size_t n = 0; n < model.mean.size(); ++n)
    CHECK(norm(read.components[0][n] - model.components[0][n]) < 100.0 / 32767);
  CHECK(read.density.by_build == model.density.by_build);
  CHECK((read.statistics.covariance == model.statistics.covariance));
}

TEST_CASE("Files that are no body models, or damaged ones, are refused") {
  const Files files;
  CHECK_THROWS_WITH(read_body_model(files.folder / "none"), Contains("cannot be opened"));
  write_file(files.path, "This is a letter, and no model at all.");
  files.refused("is damaged");
  files.change([](RawFile& file) { file.metadata["kind"] = "t"; });
  files.refused("not a body model");
  files.change([](RawFile& file) { file.metadata["version"] = "7"; });
  files.refused("version \"7\"");
  files.change([](RawFile& file) { file.metadata["sex"] = "neither"; });
  files.refused("sex");
  for (const char* name : {"triangles", "on_arm", "mean", "components", "component_scale", "density",
                           "size_mean", "size_covariance", "size_with_shape"}) {
    CAPTURE(name);
    files.change([&](RawFile& file) { file.tensors.erase(name); });
    files.refused(name);
    files.change([&](RawFile& file) { file.tensors[name] = {TensorType::kF32, {3}, std::string(12, '\0')}; });
    files.refused("body model");
  }
  files.change([](RawFile& file) { file.tensors["triangles"].set<std::int16_t>(5, 4); });
  files.refused("a corner that does not exist");
  files.change([](RawFile& file) { file.tensors["triangles"].set<std::int16_t>(5, -1); });
  files.refused("a corner that does not exist");
  for (const char* name :
       {"mean", "component_scale", "density", "size_mean", "size_covariance", "size_with_shape"}) {
    CAPTURE(name);
    files.change([&](RawFile& file) {
      RawTensor& tensor = file.tensors[name];
      if (tensor.type == TensorType::kF64) {
        tensor.set(0, std::numeric_limits<double>::quiet_NaN());
      } else {
        tensor.set(0, std::numeric_limits<float>::quiet_NaN());
      }
    });
    files.refused("not finite");
  }
  files.change([](RawFile& file) {
    file.tensors["size_covariance"].bytes.assign(kBodySizeCount * kBodySizeCount * sizeof(double), '\0');
  });
  files.refused("no spread");
}

TEST_CASE("A body model that is cut short anywhere is refused") {
  const Files files;
  const std::string whole = read_file(files.path);
  for (std::size_t bytes = 0; bytes < whole.size(); bytes += 37) {
    write_file(files.path, whole.substr(0, bytes));
    CHECK_THROWS_AS(read_body_model(files.path), InputError);
  }
}
