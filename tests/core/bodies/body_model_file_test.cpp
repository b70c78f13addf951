#include "core/bodies/body_model_file.h"

#include <catch2/catch.hpp>
#include <limits>

#include "core/base/error.h"
#include "core/tensors/tensor_file.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::tensors;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

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
    TensorFile file = read_tensor_file(path);
    what(file);
    write_tensor_file(path, file);
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
  files.refused("not a usable .safetensors");
  files.change([](TensorFile& file) { file.metadata["kind"] = "t"; });
  files.refused("not a body model");
  files.change([](TensorFile& file) { file.metadata["version"] = "7"; });
  files.refused("version \"7\"");
  files.change([](TensorFile& file) { file.metadata["sex"] = "neither"; });
  files.refused("sex");
  for (const char* name : {"triangles", "on_arm", "mean", "components", "component_scale", "density",
                           "size_mean", "size_covariance", "size_with_shape"}) {
    CAPTURE(name);
    files.change([&](TensorFile& file) { file.tensors.erase(name); });
    files.refused(name);
    files.change([&](TensorFile& file) { file.tensors[name] = torch::zeros({3}); });
    files.refused("body model");
  }
  files.change([](TensorFile& file) { file.tensors["triangles"][1][2] = 4; });
  files.refused("a corner that there is not");
  files.change([](TensorFile& file) { file.tensors["triangles"][1][2] = -1; });
  files.refused("a corner that there is not");
  for (const char* name :
       {"mean", "component_scale", "density", "size_mean", "size_covariance", "size_with_shape"}) {
    CAPTURE(name);
    files.change([&](TensorFile& file) {
      file.tensors[name].flatten()[0] = std::numeric_limits<double>::quiet_NaN();
    });
    files.refused("not finite");
  }
  files.change([](TensorFile& file) { file.tensors["size_covariance"].zero_(); });
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
