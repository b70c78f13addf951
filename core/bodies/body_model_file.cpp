#include "core/bodies/body_model_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/tensors/safetensors.h"

namespace skiagraph::bodies {
namespace {

constexpr const char *kKind = "body model", *kVersion = "1";
constexpr double kMostSteps = std::numeric_limits<std::int16_t>::max();
// More than any body has: what is larger is damaged, and must not take all memory.
constexpr std::int64_t kMostComponents = 256;
constexpr float kFarthestMm = 1e4F;

/// The tensors of one file, each checked as it is taken.
class ModelReader {
 public:
  explicit ModelReader(const std::filesystem::path& path) : path_(path), file_(path) {
    const auto entry = [&](const char* key) {
      const auto found = file_.metadata().find(key);
      return found == file_.metadata().end() ? std::string() : found->second;
    };
    if (entry("kind") != kKind) throw InputError("body_model.kind", "\"{}\" is not a body model.", path_);
    if (entry("version") != kVersion)
      throw InputError("body_model.version", "The body model \"{}\" is of version \"{}\", not {}.", path_,
                       entry("version"), kVersion);
    const std::string sex = entry("sex");
    if (sex != "female" && sex != "male")
      refuse("The body model \"{}\" is damaged: its sex is neither female nor male.");
    model_.sex = sex == "female" ? Sex::kFemale : Sex::kMale;
    model_.base = entry("base");
  }

  BodyModel read() {
    const auto vertices = extent("on_arm", 0), components = extent("components", 0),
               triangles = extent("triangles", 0);
    if (vertices < 4 || vertices > static_cast<std::int64_t>(kMostSteps) || triangles < 4 || components < 1 ||
        components > kMostComponents)
      refuse(
          "The body model \"{}\" is damaged: it has too few or too many vertices, triangles or components.");
    const std::int64_t points = vertices + kTrackedPointCount;
    model_.on_arm = values<std::uint8_t>("on_arm", tensors::TensorType::kU8, {vertices});
    model_.mean = coordinates(finite<float>("mean", tensors::TensorType::kF32, {points, 3}), 1);
    read_triangles(triangles, vertices);
    read_components(components, points);
    read_statistics(components);
    return std::move(model_);
  }

 private:
  template <typename... Arguments>
  [[noreturn]] void refuse(const char* sentence, const Arguments&... arguments) const {
    throw InputError("body_model.damaged", sentence, path_, arguments...);
  }

  const tensors::TensorEntry& entry(const std::string& name) const {
    const auto found = std::ranges::find(file_.entries(), name, &tensors::TensorEntry::name);
    if (found == file_.entries().end()) refuse("The body model \"{}\" is damaged: it has no \"{}\".", name);
    return *found;
  }

  [[nodiscard]] std::int64_t extent(const std::string& name, std::size_t dimension) const {
    const auto& shape = entry(name).shape;
    return dimension < shape.size() ? shape[dimension] : 0;
  }

  template <typename T>
  std::vector<T> values(const std::string& name, tensors::TensorType type,
                        const std::vector<std::int64_t>& shape) {
    const tensors::TensorEntry& tensor = entry(name);
    if (tensor.type != type || tensor.shape != shape)
      refuse("The body model \"{}\" is damaged: \"{}\" has another type or shape.", name);
    std::vector<T> result((tensor.end - tensor.begin) / sizeof(T));
    file_.read(tensor, result.data());
    return result;
  }

  template <typename T>
  std::vector<T> finite(const std::string& name, tensors::TensorType type,
                        const std::vector<std::int64_t>& shape) {
    std::vector<T> result = values<T>(name, type, shape);
    if (std::ranges::any_of(result,
                            [](T value) { return !(std::abs(value) <= static_cast<T>(kFarthestMm)); }))
      refuse("The body model \"{}\" is damaged: \"{}\" has values that are not finite or too large.", name);
    return result;
  }

  template <typename T>
  static std::vector<Vec3> coordinates(const std::vector<T>& values, double scale) {
    std::vector<Vec3> points;
    for (std::size_t n = 0; n + 2 < values.size(); n += 3)
      points.push_back({scale * values[n], scale * values[n + 1], scale * values[n + 2]});
    return points;
  }

  void read_triangles(std::int64_t count, std::int64_t vertices) {
    const auto corners = values<std::int16_t>("triangles", tensors::TensorType::kI16, {count, 3});
    if (std::ranges::any_of(corners, [&](std::int16_t v) { return v < 0 || v >= vertices; }))
      refuse("The body model \"{}\" is damaged: a triangle has a corner that does not exist.");
    const auto corner = [&](std::size_t n) { return static_cast<std::uint32_t>(corners[n]); };
    for (std::size_t n = 0; n < corners.size(); n += 3)
      model_.triangles.push_back({corner(n), corner(n + 1), corner(n + 2)});
  }

  void read_components(std::int64_t count, std::int64_t points) {
    const auto steps = values<std::int16_t>("components", tensors::TensorType::kI16, {count, points, 3});
    const auto scale = finite<float>("component_scale", tensors::TensorType::kF32, {count});
    const std::size_t size = static_cast<std::size_t>(points) * 3;
    for (std::size_t k = 0; k < scale.size(); ++k) {
      const auto first = steps.begin() + static_cast<std::ptrdiff_t>(k * size);
      model_.components.push_back(
          coordinates(std::vector<std::int16_t>(first, first + static_cast<std::ptrdiff_t>(size)), scale[k]));
    }
  }

  static BodySizes sizes(const std::vector<double>& values, std::size_t row) {
    BodySizes result{};
    std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(row * kBodySizeCount), kBodySizeCount,
                result.begin());
    return result;
  }

  void read_statistics(std::int64_t components) {
    constexpr auto kSizes = static_cast<std::int64_t>(kBodySizeCount);
    const auto density = finite<double>("density", tensors::TensorType::kF64, {2});
    const auto mean = finite<double>("size_mean", tensors::TensorType::kF64, {kSizes}),
               covariance = finite<double>("size_covariance", tensors::TensorType::kF64, {kSizes, kSizes}),
               with_shape =
                   finite<double>("size_with_shape", tensors::TensorType::kF64, {components, kSizes});
    model_.density = {density[0], density[1]};
    model_.statistics.mean = sizes(mean, 0);
    for (std::size_t n = 0; n < kBodySizeCount; ++n) {
      model_.statistics.covariance[n] = sizes(covariance, n);
      if (!(model_.statistics.covariance[n][n] > 0))
        refuse("The body model \"{}\" is damaged: its sizes have no spread.");
    }
    for (std::size_t k = 0; k < static_cast<std::size_t>(components); ++k)
      model_.statistics.with_shape.push_back(sizes(with_shape, k));
  }

  std::filesystem::path path_;
  tensors::SafetensorsReader file_;
  BodyModel model_;
};

std::vector<float> flat(const std::vector<Vec3>& points) {
  std::vector<float> values;
  for (const Vec3 p : points)
    for (const double value : {p.x, p.y, p.z}) values.push_back(static_cast<float>(value));
  return values;
}

}  // namespace

std::filesystem::path body_model_file_name(Sex sex) {
  return sex == Sex::kFemale ? "body-female.safetensors" : "body-male.safetensors";
}

BodyModel read_body_model(const std::filesystem::path& path) {
  return ModelReader(path).read();
}

void write_body_model(const std::filesystem::path& path, const BodyModel& model,
                      const std::map<std::string, std::string>& remarks) {
  std::vector<std::int16_t> triangles, steps;
  for (const auto& corners : model.triangles)
    for (const std::uint32_t corner : corners) triangles.push_back(static_cast<std::int16_t>(corner));
  std::vector<float> scales;
  std::vector<double> covariance, with_shape;
  for (const auto& component : model.components) {
    const std::vector<float> values = flat(component);
    float largest = 0;
    for (const float value : values) largest = std::max(largest, std::abs(value));
    scales.push_back(largest > 0 ? largest / static_cast<float>(kMostSteps) : 1.0F);
    for (const float value : values)
      steps.push_back(static_cast<std::int16_t>(std::lround(value / scales.back())));
  }
  for (const BodySizes& row : model.statistics.covariance)
    covariance.insert(covariance.end(), row.begin(), row.end());
  for (const BodySizes& row : model.statistics.with_shape)
    with_shape.insert(with_shape.end(), row.begin(), row.end());
  const std::vector<float> mean = flat(model.mean);
  const std::array<double, 2> density{model.density.constant, model.density.by_build};
  const auto count = [](const auto& values) { return static_cast<std::int64_t>(values.size()); };
  const std::int64_t points = count(model.mean), components = count(model.components),
                     sizes = static_cast<std::int64_t>(kBodySizeCount);
  std::map<std::string, std::string> metadata = remarks;
  metadata["kind"] = kKind;
  metadata["version"] = kVersion;
  metadata["sex"] = model.sex == Sex::kFemale ? "female" : "male";
  metadata["base"] = model.base;
  tensors::write_safetensors(
      path,
      {{"triangles", {tensors::TensorType::kI16, {count(model.triangles), 3}, triangles.data()}},
       {"on_arm", {tensors::TensorType::kU8, {count(model.on_arm)}, model.on_arm.data()}},
       {"mean", {tensors::TensorType::kF32, {points, 3}, mean.data()}},
       {"components", {tensors::TensorType::kI16, {components, points, 3}, steps.data()}},
       {"component_scale", {tensors::TensorType::kF32, {components}, scales.data()}},
       {"density", {tensors::TensorType::kF64, {2}, density.data()}},
       {"size_mean", {tensors::TensorType::kF64, {sizes}, model.statistics.mean.data()}},
       {"size_covariance", {tensors::TensorType::kF64, {sizes, sizes}, covariance.data()}},
       {"size_with_shape", {tensors::TensorType::kF64, {components, sizes}, with_shape.data()}}},
      metadata);
}

}  // namespace skiagraph::bodies
