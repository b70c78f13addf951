#include "core/anatomy/population.h"

#include <torch/torch.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/base/error.h"

namespace skiagraph {
namespace {

using torch::Tensor;

// A deformation that shrinks a place to less than this share of its volume counts as folded.
constexpr double kLeastJacobian = 0.05;
constexpr int kMostTries = 64;
// Each person has a stream of random numbers of its own; people and floors never share one.
constexpr std::uint64_t kFloorStreams = 1ULL << 40;

/// Calls work(index) for every index below count, from several threads; the first exception ends all.
void for_each_index(int count, int threads, const std::function<void(int)>& work) {
  std::atomic<int> next{0};
  std::exception_ptr failure;
  std::mutex mutex;
  const auto run = [&] {
    torch::NoGradGuard no_grad;
    at::set_num_threads(1);
    for (int index = next++; index < count; index = next++) try {
        work(index);
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        next = count;
      }
  };
  std::vector<std::thread> pool;
  for (int n = 0; n < threads; ++n) pool.emplace_back(run);
  for (std::thread& thread : pool) thread.join();
  if (failure) std::rethrow_exception(failure);
}

Tensor landmark_pixels(const LandmarkPositions& landmarks, const CanonicalPlacement& placement) {
  auto pixels = torch::empty({kLandmarkCount, 2}, torch::kFloat32);
  auto out = pixels.accessor<float, 2>();
  for (int n = 0; n < kLandmarkCount; ++n) {
    const Pixel p = placement.to_pixel(landmarks[n]);
    out[n][0] = static_cast<float>(p.row);
    out[n][1] = static_cast<float>(p.column);
  }
  return pixels;
}

struct Splits {
  int train, validation;
};

Splits split_sizes(int count) {
  constexpr int kPaperPeople = 2045, kPaperValidation = 108, kPaperTest = 195;
  const int test = (count * kPaperTest + kPaperPeople / 2) / kPaperPeople;
  const int validation = (count * kPaperValidation + kPaperPeople / 2) / kPaperPeople;
  return {count - validation - test, validation};
}

/// Everything that the people of one run share.
class Maker {
 public:
  Maker(std::span<const BaseAnatomy> bases, const PopulationOptions& options,
        const ProgressFunction& progress, const CancelToken* cancel)
      : bases_(bases),
        options_(options),
        progress_(progress),
        cancel_(cancel),
        threads_(options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency())) {}

  Dataset people();
  void floors(Dataset& dataset);

 private:
  const BaseAnatomy& base_of(int index) const {
    return bases_[static_cast<std::size_t>(index) % bases_.size()];
  }
  InteriorParameters draw_unfolded(const BaseAnatomy& base, RandomStream& random);
  void person(int index, Dataset& dataset);
  void step(int done, int of, const char* what) {
    if (cancel_ != nullptr && cancel_->cancelled()) throw Cancelled();
    const std::lock_guard lock(mutex_);
    if (progress_) progress_(static_cast<double>(done) / of, what);
  }

  std::span<const BaseAnatomy> bases_;
  const PopulationOptions& options_;
  const ProgressFunction& progress_;
  const CancelToken* cancel_;
  int threads_;
  std::atomic<int> rejected_{0};
  std::mutex mutex_;
};

InteriorParameters Maker::draw_unfolded(const BaseAnatomy& base, RandomStream& random) {
  for (int attempt = 0; attempt < kMostTries; ++attempt) {
    InteriorParameters interior = draw_interior(base, random);
    if (Interior(base, interior).least_jacobian() > kLeastJacobian) return interior;
    ++rejected_;
  }
  throw Error("Every draw of the interior folds in base anatomy \"" + base.name +
              "\"; the motions are too strong for it.");
}

void Maker::person(int index, Dataset& dataset) {
  RandomStream random(options_.seed, static_cast<std::uint64_t>(index));
  const BaseAnatomy& base = base_of(index);
  const HabitusParameters habitus = draw_habitus(random);
  const VirtualPatient patient(base, habitus, draw_unfolded(base, random));
  const CanonicalPlacement placement = patient.placement(options_.frame);
  const auto skin = patient.skin();
  dataset.surface[index] = surface_tensor(rasterise_surface(skin, placement)).squeeze(0);
  dataset.xray[index] = patient.xray(placement, skin).unsqueeze(0);
  dataset.landmarks[index] = landmark_pixels(patient.landmarks(), placement);
  dataset.mm_per_px[index] = placement.mm_per_px();
}

Dataset Maker::people() {
  const int n = options_.count;
  const std::int64_t rows = options_.frame.rows, columns = options_.frame.columns;
  Dataset dataset;
  dataset.frame = options_.frame;
  dataset.surface = torch::empty({n, 2, rows, columns}, torch::kFloat16);
  dataset.xray = torch::empty({n, 1, rows, columns}, torch::kFloat16);
  dataset.landmarks = torch::empty({n, kLandmarkCount, 2}, torch::kFloat32);
  dataset.mm_per_px = torch::empty({n}, torch::kFloat32);
  const Splits sizes = split_sizes(n);
  const auto index = torch::arange(n);
  dataset.split = ((index >= sizes.train).to(torch::kUInt8) +
                   (index >= sizes.train + sizes.validation).to(torch::kUInt8));
  dataset.base = index.remainder(static_cast<std::int64_t>(bases_.size())).to(torch::kUInt8);
  std::atomic<int> done{0};
  for_each_index(n, threads_, [&](int i) {
    person(i, dataset);
    step(++done, n, "virtual patients");
  });
  dataset.metadata["seed"] = std::to_string(options_.seed);
  dataset.metadata["rejected"] = std::to_string(rejected_.load());
  std::string names;
  for (const BaseAnatomy& base : bases_) names += (names.empty() ? "" : ",") + base.name;
  dataset.metadata["bases"] = names;
  return dataset;
}

void Maker::floors(Dataset& dataset) {
  const int skins = options_.floor_skins, draws = options_.floor_draws;
  // The mean of few draws lies closer to them than the true mean does.
  const double small_sample = std::sqrt(static_cast<double>(draws) / (draws - 1));
  auto landmark_floor = torch::zeros({skins, kLandmarkCount});
  auto picture_floor = torch::zeros({std::min(skins, options_.floor_picture_skins)});
  std::atomic<int> done{0};
  for_each_index(skins, threads_, [&](int skin_index) {
    RandomStream random(options_.seed, kFloorStreams + static_cast<std::uint64_t>(skin_index));
    const BaseAnatomy& base = base_of(skin_index);
    const HabitusParameters habitus = draw_habitus(random);
    const bool with_picture = skin_index < options_.floor_picture_skins;
    std::vector<Tensor> places, pictures;
    double mm_per_px = 0;
    Tensor inside;
    for (int draw = 0; draw < draws; ++draw) {
      const VirtualPatient patient(base, habitus, draw_unfolded(base, random));
      const CanonicalPlacement placement = patient.placement(options_.frame);
      mm_per_px = placement.mm_per_px();
      if (with_picture) {
        const auto skin = patient.skin();
        pictures.push_back(patient.xray(placement, skin));
        if (!inside.defined()) inside = surface_tensor(rasterise_surface(skin, placement))[0][1] > 0;
      }
      places.push_back(landmark_pixels(patient.landmarks(), placement));
    }
    const auto all = torch::stack(places);
    landmark_floor[skin_index] = (all - all.mean(0, true)).norm(2, 2).mean(0) * (mm_per_px * small_sample);
    if (with_picture) {
      const auto stack = torch::stack(pictures);
      const auto deviation = (stack - std::get<0>(stack.median(0, true))).abs().mean(0);
      picture_floor[skin_index] = deviation.masked_select(inside).mean() * small_sample;
    }
    step(++done, skins, "floors");
  });
  dataset.floor_mm = landmark_floor.mean(0);
  dataset.floor_xray = picture_floor.mean();
}

}  // namespace

Dataset make_population(std::span<const BaseAnatomy> bases, const PopulationOptions& options,
                        const ProgressFunction& progress, const CancelToken* cancel) {
  if (bases.empty()) throw InputError("A population needs at least one base anatomy.");
  if (options.count < 1) throw InputError("A population needs at least one person.");
  torch::NoGradGuard no_grad;
  Maker maker(bases, options, progress, cancel);
  Dataset dataset = maker.people();
  if (options.floor_skins > 0) maker.floors(dataset);
  return dataset;
}

}  // namespace skiagraph
