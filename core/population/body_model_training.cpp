#include "core/population/body_model_training.h"

#include <torch/types.h>

#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/population/anthropometry.h"
#include "core/population/body_template.h"

namespace skiagraph::population {
namespace {

using torch::Tensor;

/// One drawn person.
struct Sample {
  std::vector<Vec3> points;
  double mass_kg = 0;
};

Tensor as_tensor(const std::vector<Vec3>& points) {
  auto tensor = torch::empty({static_cast<std::int64_t>(points.size()) * 3}, torch::kFloat64);
  double* out = tensor.data_ptr<double>();
  for (const Vec3 p : points)
    for (const double value : {p.x, p.y, p.z}) *out++ = value;
  return tensor;
}

std::vector<Vec3> as_points(const Tensor& row) {
  const auto values = row.to(torch::kFloat64).contiguous();
  const double* in = values.data_ptr<double>();
  std::vector<Vec3> points(static_cast<std::size_t>(values.numel()) / 3);
  for (Vec3& p : points) {
    p = {in[0], in[1], in[2]};
    in += 3;
  }
  return points;
}

anatomy::HabitusParameters upright_person(const anatomy::BaseAnatomy& base, RandomStream& random) {
  constexpr double kShoulderLogSd = 0.035;
  constexpr int kMostTries = 64;
  for (int attempt = 0; attempt < kMostTries; ++attempt) {
    try {
      anatomy::HabitusParameters person = draw_habitus(base, random);
      person.yaw = person.pitch = person.flattened_mm = 0;
      person.abduction = {BodyTemplate::kAbduction, BodyTemplate::kAbduction};
      person.breadth_log.back() += random.truncated_normal(0, kShoulderLogSd);
      return person;
    } catch (const InputError&) {  // no fitting weight: drawn again
    }
  }
  throw Error("population.weight", "No draw of the habitus has a fitting weight on base anatomy \"{}\".",
              base.name);
}

std::vector<Sample> draw_samples(const anatomy::BaseAnatomy& base, const BodyTemplate& surface, int count,
                                 std::uint64_t seed, const ProgressFunction& progress,
                                 const CancelToken* cancel) {
  std::vector<Sample> samples;
  for (int n = 0; n < count; ++n) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    if (progress) progress(static_cast<double>(n) / count, "people of " + base.name);
    RandomStream random(seed, static_cast<std::uint64_t>(n));
    const anatomy::HabitusParameters person = upright_person(base, random);
    samples.push_back({surface.points(person), anatomy::Habitus(base, person).mass_kg()});
  }
  if (progress) progress(1, "people of " + base.name);
  return samples;
}

Tensor stacked(const std::vector<Sample>& samples, std::size_t first, std::size_t end) {
  std::vector<Tensor> rows;
  for (std::size_t n = first; n < end; ++n) rows.push_back(as_tensor(samples[n].points));
  return torch::stack(rows);
}

struct PrincipalComponents {
  Tensor mean;        ///< (3P)
  Tensor components;  ///< (K, 3P), mm for each standard deviation
  Tensor scores;      ///< (people, K), in standard deviations
  double explained = 0;
};

/// By the eigenvectors of the (people, people) Gram matrix, which is smaller than the covariance matrix.
PrincipalComponents principal_components(const Tensor& shapes, int count) {
  PrincipalComponents result;
  result.mean = shapes.mean(0);
  const Tensor centred = shapes - result.mean;
  auto [values, vectors] = torch::linalg_eigh(centred.matmul(centred.t()), "L");
  const double degrees = static_cast<double>(shapes.size(0) - 1);
  values = values.flip(0).clamp_min(0);
  const Tensor people = vectors.flip(1).slice(1, 0, count);  // (people, K), orthonormal
  result.components = people.t().matmul(centred) / std::sqrt(degrees);
  result.scores = people * std::sqrt(degrees);
  // The sign of an eigenvector means nothing; make the largest entry positive.
  const auto largest = result.components.gather(1, result.components.abs().argmax(1, true));
  result.components = result.components * largest.sign();
  result.scores = result.scores * largest.sign().t();
  result.explained = (values.slice(0, 0, count).sum() / values.sum()).item<double>();
  return result;
}

/// Distances of vertices to the nearest body of the model.
Tensor vertex_errors(const PrincipalComponents& pca, const Tensor& shapes, std::int64_t vertices) {
  const auto directions = pca.components / pca.components.norm(2, 1, true);
  const auto centred = shapes - pca.mean;
  const auto rest = centred - centred.matmul(directions.t()).matmul(directions);
  return rest.reshape({shapes.size(0), -1, 3}).slice(1, 0, vertices).norm(2, 2);
}

/// Least squares of mass / volume against volume / stature^2; returns the root mean square error, kg.
double fit_density(const std::vector<Sample>& samples, bodies::BodyModel& model) {
  const auto count = static_cast<std::int64_t>(samples.size());
  const auto build = torch::empty({count, 2}, torch::kFloat64),
             density = torch::empty({count, 1}, torch::kFloat64),
             litres = torch::empty({count, 1}, torch::kFloat64);
  for (std::int64_t n = 0; n < count; ++n) {
    const Sample& sample = samples[static_cast<std::size_t>(n)];
    const double volume = bodies::enclosed_litres(sample.points, model.triangles),
                 metres = bodies::size_in(bodies::measured_sizes(model, sample.points),
                                          bodies::BodySize::kStature) /
                          1000;
    build[n][0] = 1;
    build[n][1] = volume / (metres * metres);
    density[n][0] = sample.mass_kg / volume;
    litres[n][0] = volume;
  }
  const auto law = std::get<0>(torch::linalg_lstsq(build, density, c10::nullopt, c10::nullopt));
  model.density = {law[0].item<double>(), law[1].item<double>()};
  return ((build.matmul(law) - density) * litres).square().mean().sqrt().item<double>();
}

bodies::SizeStatistics size_statistics(const std::vector<Sample>& samples, const bodies::BodyModel& model,
                                       const Tensor& scores) {
  constexpr auto kSizes = static_cast<std::int64_t>(bodies::kBodySizeCount);
  auto logs = torch::empty({scores.size(0), kSizes}, torch::kFloat64);
  for (std::int64_t n = 0; n < scores.size(0); ++n) {
    const bodies::BodySizes sizes =
        bodies::measured_sizes(model, samples[static_cast<std::size_t>(n)].points);
    for (std::int64_t size = 0; size < kSizes; ++size)
      logs[n][size] = std::log(sizes[static_cast<std::size_t>(size)]);
  }
  const auto mean = logs.mean(0), centred = logs - mean;
  const double degrees = static_cast<double>(scores.size(0) - 1);
  const auto covariance = centred.t().matmul(centred) / degrees,
             with_shape = scores.t().matmul(centred) / degrees;
  const auto sizes_of = [](const Tensor& row) {
    bodies::BodySizes sizes{};
    for (std::size_t n = 0; n < sizes.size(); ++n)
      sizes[n] = row[static_cast<std::int64_t>(n)].item<double>();
    return sizes;
  };
  bodies::SizeStatistics statistics;
  statistics.mean = sizes_of(mean);
  for (std::int64_t n = 0; n < kSizes; ++n)
    statistics.covariance[static_cast<std::size_t>(n)] = sizes_of(covariance[n]);
  for (std::int64_t k = 0; k < scores.size(1); ++k) statistics.with_shape.push_back(sizes_of(with_shape[k]));
  return statistics;
}

void check(const BodyTrainingOptions& options) {
  constexpr int kMostVertices = std::numeric_limits<std::int16_t>::max();
  if (options.components < static_cast<int>(bodies::kBodySizeCount) || options.people <= options.components)
    throw InputError("body_model.components",
                     "A body model needs at least {} components and more people than components.",
                     bodies::kBodySizeCount);
  if (options.vertices < 100 || options.vertices > kMostVertices)
    throw InputError("body_model.vertices", "A body model has 100 to {} vertices, not {}.", kMostVertices,
                     options.vertices);
}

}  // namespace

TrainedBodyModel train_body_model(const anatomy::BaseAnatomy& base, const BodyTrainingOptions& options,
                                  const ProgressFunction& progress, const CancelToken* cancel) {
  check(options);
  if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
  const torch::NoGradGuard no_grad;
  const BodyTemplate surface(base, static_cast<std::size_t>(options.vertices));
  const int unseen = std::max(1, options.people / 8);
  std::vector<Sample> samples =
      draw_samples(base, surface, options.people + unseen, options.seed, progress, cancel);
  const auto people = static_cast<std::size_t>(options.people);
  const PrincipalComponents pca = principal_components(stacked(samples, 0, people), options.components);

  TrainedBodyModel result;
  bodies::BodyModel& model = result.model;
  model.sex = base.sex;
  model.base = base.name;
  model.triangles = surface.triangles();
  model.on_arm = surface.on_arm();
  model.mean = as_points(pca.mean);
  for (std::int64_t k = 0; k < options.components; ++k)
    model.components.push_back(as_points(pca.components[k]));
  const auto errors = vertex_errors(pca, stacked(samples, people, samples.size()),
                                    static_cast<std::int64_t>(model.on_arm.size()))
                          .flatten();
  result.error_mm = errors.mean().item<double>();
  result.error_p95_mm = std::get<0>(errors.kthvalue(errors.numel() * 95 / 100 + 1)).item<double>();
  result.explained = pca.explained;
  samples.resize(people);
  result.weight_error_kg = fit_density(samples, model);
  model.statistics = size_statistics(samples, model, pca.scores);
  return result;
}

}  // namespace skiagraph::population
