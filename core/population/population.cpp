#include "core/population/population.h"

#include <ATen/Parallel.h>
#include <torch/types.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <exception>
#include <functional>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/population/person_maker.h"
#include "core/population/population_parts.h"

namespace skiagraph::population {
namespace {

using torch::Tensor;

constexpr int kPeoplePerPart = 64, kSkinsPerPart = 8;

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

struct Splits {
  int train, validation;
};

Splits split_sizes(int count) {
  constexpr int kPaperPeople = 2045, kPaperValidation = 108, kPaperTest = 195;
  const int test = (count * kPaperTest + kPaperPeople / 2) / kPaperPeople;
  const int validation = (count * kPaperValidation + kPaperPeople / 2) / kPaperPeople;
  return {count - validation - test, validation};
}

std::string comma_separated(std::span<const std::string_view> names) {
  std::string text;
  for (const std::string_view name : names) text += (text.empty() ? "" : ",") + std::string(name);
  return text;
}

std::string names_of(std::span<const anatomy::BaseAnatomy> bases) {
  std::string names;
  for (const anatomy::BaseAnatomy& base : bases) names += (names.empty() ? "" : ",") + base.name;
  return names;
}

/// Everything that the result depends on.
std::string fingerprint(std::span<const anatomy::BaseAnatomy> bases, const PopulationOptions& o) {
  constexpr int kGenerator = 3;  // raised when the same seed draws other people
  std::ostringstream text;
  const geometry::CanonicalFrame& f = o.frame;
  text << "generator " << kGenerator << ", count " << o.count << ", seed " << o.seed << ", frame " << f.rows
       << 'x' << f.columns << ' ' << f.neck_row << ' ' << f.symphysis_row << ' ' << f.centre_column
       << ", floors " << o.floor_skins << ' ' << o.floor_draws << ' ' << o.floor_picture_skins << ", photons "
       << o.photons << ", bases";
  for (const anatomy::BaseAnatomy& base : bases)
    text << ' ' << base.name << ' ' << base.parts[anatomy::kTorso].attenuation.values.size() << ' '
         << base.neck_z << ' ' << base.symphysis_z;
  if (!o.anomalies.empty()) text << ", anomalies";
  for (const anatomy::Anomaly anomaly : o.anomalies)
    text << ' ' << anatomy::anomaly_names()[static_cast<std::size_t>(anomaly)];
  return text.str();
}

class Maker {
 public:
  Maker(std::span<const anatomy::BaseAnatomy> bases, const PopulationOptions& options,
        const ProgressFunction& progress, const CancelToken* cancel)
      : bases_(bases),
        options_(options),
        progress_(progress),
        cancel_(cancel),
        threads_(options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency())),
        parts_(options.parts, fingerprint(bases, options)) {}

  tensors::Dataset people();
  void floors(tensors::Dataset& dataset);

 private:
  const anatomy::BaseAnatomy& base_of(int index) const {
    return bases_[static_cast<std::size_t>(index) % bases_.size()];
  }
  /// Every base has every anomaly in turn.
  std::optional<anatomy::Anomaly> anomaly_of(int index) const {
    const auto& kinds = options_.anomalies;
    if (kinds.empty()) return std::nullopt;
    return kinds[static_cast<std::size_t>(index) / bases_.size() % kinds.size()];
  }
  /// The part's tensors: kept from before, or made now by `make` (with the number of rejects) and kept.
  tensors::TensorFile part(const std::string& name,
                           const std::function<tensors::TensorFile(PersonMaker&)>& make);
  tensors::TensorFile people_part(int first, int count);
  tensors::TensorFile floor_part(int first, int count);
  [[nodiscard]] int rejected_of(const tensors::TensorFile& part, const std::string& name) const;
  void step(int of, const char* what) {
    if (cancel_ != nullptr && cancel_->cancelled()) throw Cancelled();
    const std::lock_guard lock(mutex_);
    ++done_;
    if (progress_) progress_(static_cast<double>(done_) / of, what);
  }

  std::span<const anatomy::BaseAnatomy> bases_;
  const PopulationOptions& options_;
  const ProgressFunction& progress_;
  const CancelToken* cancel_;
  int threads_, done_ = 0, rejected_ = 0;
  PopulationParts parts_;
  std::mutex mutex_;
};

tensors::TensorFile Maker::part(const std::string& name,
                                const std::function<tensors::TensorFile(PersonMaker&)>& make) {
  std::optional<tensors::TensorFile> kept = parts_.read(name);
  if (!kept) {
    PersonMaker maker(options_.seed, options_.frame, options_.photons, mean_heights(bases_));
    kept = make(maker);
    kept->metadata["rejected"] = std::to_string(maker.rejected());
    parts_.write(name, *kept);
  }
  rejected_ += rejected_of(*kept, name);
  return std::move(*kept);
}

int Maker::rejected_of(const tensors::TensorFile& part, const std::string& name) const {
  const auto text = part.metadata.find("rejected");
  int rejected = -1;
  if (text != part.metadata.end())
    std::from_chars(text->second.data(), text->second.data() + text->second.size(), rejected);
  if (rejected < 0)
    throw InputError("population.damaged_part", "The finished part \"{}\" in \"{}\" is damaged; delete it.",
                     name, options_.parts);
  return rejected;
}

tensors::TensorFile Maker::people_part(int first, int count) {
  return part("people" + std::to_string(first), [&](PersonMaker& maker) {
    const std::int64_t rows = options_.frame.rows, columns = options_.frame.columns;
    const auto surface = torch::empty({count, 2, rows, columns}, torch::kFloat16),
               xray = torch::empty({count, 1, rows, columns}, torch::kFloat16),
               landmarks = torch::empty({count, kLandmarkCount, 2}), mm_per_px = torch::empty({count}),
               measures = torch::empty({count, kMeasureCount});
    Tensor anomaly, anomaly_mask, healthy_xray;
    if (!options_.anomalies.empty()) {
      anomaly = torch::empty({count}, torch::kUInt8);
      anomaly_mask = torch::empty(xray.sizes(), torch::kUInt8);
      healthy_xray = torch::empty_like(xray);
    }
    for_each_index(count, threads_, [&](int n) {
      const std::optional<anatomy::Anomaly> kind = anomaly_of(first + n);
      const PersonRecord record = maker.person(base_of(first + n), first + n, kind);
      surface[n] = record.surface;
      xray[n] = record.xray;
      landmarks[n] = record.landmarks;
      mm_per_px[n] = record.mm_per_px;
      measures[n] =
          torch::tensor(at::ArrayRef<double>(record.measures.data(), kMeasureCount)).to(torch::kFloat32);
      if (kind) {
        anomaly[n] = static_cast<std::uint8_t>(*kind);
        anomaly_mask[n] = record.anomaly_mask;
        healthy_xray[n] = record.healthy_xray;
      }
      step(options_.count, "virtual patients");
    });
    tensors::TensorFile file{{{"surface", surface},
                              {"xray", xray},
                              {"landmarks", landmarks},
                              {"mm_per_px", mm_per_px},
                              {"measures", measures}},
                             {}};
    if (anomaly.defined())
      file.tensors.insert(
          {{"anomaly", anomaly}, {"anomaly_mask", anomaly_mask}, {"healthy_xray", healthy_xray}});
    return file;
  });
}

tensors::Dataset Maker::people() {
  const int n = options_.count;
  std::vector<tensors::TensorFile> files;
  for (int first = 0; first < n; first += kPeoplePerPart) {
    const int count = std::min(kPeoplePerPart, n - first);
    files.push_back(people_part(first, count));
    done_ = first + count;
  }
  const auto joined = [&](const std::string& name) {
    std::vector<Tensor> all;
    for (tensors::TensorFile& file : files) {
      all.push_back(file.tensors.at(name));
      file.tensors.erase(name);
    }
    return torch::cat(all);
  };
  tensors::Dataset dataset;
  dataset.frame = options_.frame;
  dataset.surface = joined("surface");
  dataset.xray = joined("xray");
  dataset.landmarks = joined("landmarks");
  dataset.mm_per_px = joined("mm_per_px");
  dataset.measures = joined("measures");
  if (!options_.anomalies.empty()) {
    dataset.anomaly = joined("anomaly");
    dataset.anomaly_mask = joined("anomaly_mask");
    dataset.healthy_xray = joined("healthy_xray");
    dataset.metadata["anomalies"] = comma_separated(anatomy::anomaly_names());
  }
  const Splits sizes = split_sizes(n);
  const auto index = torch::arange(n);
  dataset.split = ((index >= sizes.train).to(torch::kUInt8) +
                   (index >= sizes.train + sizes.validation).to(torch::kUInt8));
  dataset.base = index.remainder(static_cast<std::int64_t>(bases_.size())).to(torch::kUInt8);
  dataset.metadata["seed"] = std::to_string(options_.seed);
  dataset.metadata["rejected"] = std::to_string(rejected_);
  dataset.metadata["bases"] = names_of(bases_);
  std::string sexes;
  for (const anatomy::BaseAnatomy& base : bases_)
    sexes += std::string(sexes.empty() ? "" : ",") + (base.sex == bodies::Sex::kFemale ? "female" : "male");
  dataset.metadata["sexes"] = sexes;
  dataset.metadata["measures"] = comma_separated(measure_names());
  return dataset;
}

tensors::TensorFile Maker::floor_part(int first, int count) {
  return part("floors" + std::to_string(first), [&](PersonMaker& maker) {
    const auto draws = torch::empty({count, options_.floor_draws, kLandmarkCount, 2}),
               picture = torch::empty({count});
    for_each_index(count, threads_, [&](int n) {
      const FloorRecord record = maker.floor(base_of(first + n), first + n, options_.floor_draws,
                                             first + n < options_.floor_picture_skins);
      draws[n] = record.landmarks_mm;
      picture[n] = record.picture;
      step(options_.floor_skins, "floors");
    });
    return tensors::TensorFile{{{"draws", draws}, {"picture", picture}}, {}};
  });
}

void Maker::floors(tensors::Dataset& dataset) {
  const int skins = options_.floor_skins, draws = options_.floor_draws;
  std::vector<Tensor> all_draws, all_pictures;
  done_ = 0;
  for (int first = 0; first < skins; first += kSkinsPerPart) {
    const int count = std::min(kSkinsPerPart, skins - first);
    const tensors::TensorFile file = floor_part(first, count);
    all_draws.push_back(file.tensors.at("draws"));
    all_pictures.push_back(file.tensors.at("picture"));
    done_ = first + count;
  }
  dataset.floor_draws_mm = torch::cat(all_draws);
  // The mean of few draws lies closer to them than the true mean does.
  const double small_sample = std::sqrt(static_cast<double>(draws) / (draws - 1));
  const auto spread = dataset.floor_draws_mm - dataset.floor_draws_mm.mean(1, true);
  dataset.floor_mm = spread.norm(2, 3).flatten(0, 1).mean(0) * small_sample;
  dataset.floor_xray = torch::cat(all_pictures).nanmean();
}

}  // namespace

tensors::Dataset make_population(std::span<const anatomy::BaseAnatomy> bases,
                                 const PopulationOptions& options, const ProgressFunction& progress,
                                 const CancelToken* cancel) {
  if (bases.empty()) throw InputError("population.no_bases", "A population needs at least one base anatomy.");
  if (options.count < 1) throw InputError("population.nobody", "A population needs at least one person.");
  torch::NoGradGuard no_grad;
  Maker maker(bases, options, progress, cancel);
  tensors::Dataset dataset = maker.people();
  if (options.floor_skins > 0) maker.floors(dataset);
  return dataset;
}

void remove_parts(std::span<const anatomy::BaseAnatomy> bases, const PopulationOptions& options) {
  PopulationParts(options.parts, fingerprint(bases, options)).remove();
}

tensors::Dataset leave_out(const tensors::Dataset& people, int base) {
  const auto left_out = people.base == base;
  const auto is_test = people.split == static_cast<std::uint8_t>(tensors::Split::kTest);
  const auto chosen = (left_out == is_test).nonzero().flatten();
  tensors::Dataset part = people;
  for (Tensor* tensor :
       {&part.surface, &part.xray, &part.landmarks, &part.mm_per_px, &part.split, &part.base, &part.measures,
        &part.covered, &part.anomaly, &part.anomaly_mask, &part.healthy_xray})
    if (tensor->defined()) *tensor = tensor->index_select(0, chosen);
  part.metadata["left_out"] = std::to_string(base);
  return part;
}

}  // namespace skiagraph::population
