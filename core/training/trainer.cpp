#include "core/training/trainer.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <torch/types.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <limits>
#include <numbers>
#include <optional>
#include <sstream>
#include <thread>

#include "core/base/error.h"
#include "core/base/write_file.h"
#include "core/networks/device.h"
#include "core/networks/finer_networks.h"
#include "core/training/checkpoint.h"
#include "core/training/earlier_run.h"
#include "core/training/learning_rate.h"
#include "core/training/losses.h"
#include "core/training/run_record.h"
#include "core/training/samples.h"
#include "core/training/validation.h"

/// A function of OpenBLAS, where LibTorch uses it.
extern "C" __attribute__((weak)) void openblas_set_num_threads(int threads);

namespace skiagraph::training {
namespace {

constexpr double kCheckpointSeconds = 50;
constexpr std::uint64_t kStepSeed = 500, kCriticSeed = 700;

/// Steps between validations: about the same time in every stage.
std::int64_t validation_steps(const Stage& stage) {
  constexpr std::int64_t kMostValidations = 10;
  return std::max<std::int64_t>(stage.adversary.kind == AdversaryOptions::Kind::kNone ? 250 : 100,
                                stage.steps / kMostValidations);
}

std::vector<networks::NetworkId> learning(Stage::Kind kind) {
  switch (kind) {
    case Stage::Kind::kT:
      return {networks::NetworkId::kT};
    case Stage::Kind::kCign:
      return {networks::NetworkId::kCign};
    case Stage::Kind::kMpn:
    case Stage::Kind::kReader:
      return {networks::NetworkId::kMpn};
    case Stage::Kind::kConvergent:
      return {networks::NetworkId::kMpn, networks::NetworkId::kCign};
  }
  return {};
}

std::vector<Learner> learners_of(const Stage& stage, networks::Networks& networks) {
  const auto matrices = stage.muon ? Adam::Matrices::kOrthogonalised : Adam::Matrices::kScaled;
  std::vector<Learner> learners;
  for (const networks::NetworkId id : learning(stage.kind)) learners.emplace_back(id, networks, matrices);
  return learners;
}

/// Networks of the recipe that this one continues.
networks::Networks continued_networks(const Recipe& recipe, const tensors::Dataset& dataset,
                                      const std::filesystem::path& from) {
  networks::Networks networks = networks::read_networks(from);
  const auto found = networks.metadata.find("recipe");
  if (found == networks.metadata.end() || found->second != recipe.continues)
    throw InputError("training.from_other",
                     "The networks in \"{}\" are not those of the recipe \"{}\" that \"{}\" continues.", from,
                     recipe.continues, recipe.name);
  if (networks.fold == 1 && networks::fold_of(dataset.frame) == 2 &&
      refined(networks.frame, 2) == dataset.frame)
    return networks::finer_networks(networks);
  if (!(networks.frame == dataset.frame))
    throw InputError("training.from_frame",
                     "The networks in \"{}\" are for another picture frame than the data set's.", from);
  return networks;
}

networks::Networks first_networks(const Recipe& recipe, const tensors::Dataset& dataset,
                                  const TrainingOptions& options) {
  if (recipe.continues.empty() && !options.from.empty())
    throw InputError("training.from_needless",
                     "The recipe \"{}\" begins with untrained networks; leave out --from.", recipe.name);
  if (!recipe.continues.empty() && options.from.empty())
    throw InputError(
        "training.from_missing",
        "The recipe \"{}\" continues networks of the recipe \"{}\"; name their folder with --from.",
        recipe.name, recipe.continues);
  return options.from.empty() ? networks::make_networks(dataset.frame, recipe.seed)
                              : continued_networks(recipe, dataset, options.from);
}

/// What processes share in each step: gradients, and the statistics of batch norm, which are each one's own.
std::vector<torch::Tensor> shared(const Learner& learner, networks::Networks& networks) {
  std::vector<torch::Tensor> all = learner.adam.gradients();
  for (const auto& item : networks.network(learner.id)->named_buffers())
    if (item.value().is_floating_point()) all.push_back(item.value());
  return all;
}

/// On a machine with several GPUs each process takes its own.
torch::Device device_of(const TrainingOptions& options) {
  const torch::Device device = networks::device_named(options.device);
  return device.is_cuda() && options.place.count > 1
             ? torch::Device(device.type(), static_cast<torch::DeviceIndex>(options.place.local_rank))
             : device;
}

std::vector<torch::Tensor> values(const std::map<std::string, torch::Tensor>& tensors) {
  std::vector<torch::Tensor> values;
  for (const auto& [name, tensor] : tensors) values.push_back(tensor);
  return values;
}

/// Throws InputError when the stage does not fit the data set or the processes.
void check_stage(const Stage& stage, const Recipe& recipe, const tensors::Dataset& dataset, int processes) {
  const int shrink = std::max(stage.shrink, recipe.marker_shrink);
  const int multiple = shrink * networks::fold_of(dataset.frame) * networks::UnetShape::kSizeMultiple;
  if (dataset.frame.rows % multiple != 0 || dataset.frame.columns % multiple != 0)
    throw InputError("training.frame",
                     "Pictures of this data set cannot be made {} times smaller for the networks.", shrink);
  if (stage.batch % processes != 0)
    throw InputError("training.batch",
                     "The recipe's batch of {} people cannot be shared equally by {} processes.", stage.batch,
                     processes);
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    throw InputError("training.folder", "The folder \"{}\" cannot be made: {}.", folder, error.message());
}

class Trainer {
 public:
  Trainer(const Recipe& recipe, const tensors::Dataset& dataset, const TrainingOptions& options,
          const ProgressFunction& progress, const CancelToken* cancel)
      : recipe_(recipe),
        dataset_(dataset),
        options_(options),
        progress_(progress),
        cancel_(cancel),
        device_(device_of(options)),
        processes_(options.place, device_),
        networks_(first_networks(recipe, dataset, options)),
        record_(processes_.leads() ? options.record : nullptr) {
    networks_.marker_shrink = recipe.marker_shrink;
    at::globalContext().setBenchmarkCuDNN(true);  // pictures of a stage are of one size
    for (const networks::NetworkId id : networks::kNetworkIds) networks_.network(id)->to(device_);
    for (const networks::NetworkId id : networks::kNetworkIds)
      processes_.follow_first(values(networks::network_tensors(networks_.network(id))));
  }

  networks::Networks run();

 private:
  void begin();
  void resume();
  void run_stage(const Stage& stage);
  std::optional<torch::Tensor> loss(const Stage& stage, networks::NetworkId id, const Batch& batch,
                                    RandomStream& random);
  /// CIGN's loss, after a step of its critic if it has one. Nothing while the critic is trained alone.
  std::optional<torch::Tensor> cign_loss(const Stage& stage, const Batch& batch, RandomStream& random);
  void make_adversary(const Stage& stage);
  void set_modes(const Stage& stage, networks::NetworkId id);
  void keep_losses(const Stage& stage, const std::optional<torch::Tensor>& value);
  void log(const Stage& stage, const Batches& validation);
  void checkpoint();
  /// Between two steps: what all processes must do alike.
  void write_or_stop();
  void wait_while_paused();
  [[nodiscard]] bool stop_wanted();
  void show_sample(const Stage& stage, const Batches& people);
  void record_step(const Stage& stage, const Learner& learner, std::int64_t step);
  std::uint64_t stage_seed() const { return recipe_.seed * 1000 + position_.stage; }
  double seconds() const {
    return position_.seconds +
           std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  }

  const Recipe& recipe_;
  const tensors::Dataset& dataset_;
  const TrainingOptions& options_;
  const ProgressFunction& progress_;
  const CancelToken* cancel_;
  torch::Device device_;
  Processes processes_;
  networks::Networks networks_;
  RunRecord* record_;  ///< of the first process, or null
  std::vector<Learner> learners_;
  std::optional<Adversary> adversary_;
  torch::Tensor critic_loss_;  ///< of this step, on the device; undefined when the critic did not learn
  StepRecord last_step_;
  TrainingPosition position_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  double written_ = 0;
  std::string log_;  ///< what metrics.csv holds
};

void Trainer::begin() {
  if (processes_.leads()) make_folder(options_.out);
  if (resumes(options_)) return resume();
  if (processes_.leads())
    for (const auto& file : earlier_files(options_)) std::filesystem::remove(file);
}

void Trainer::resume() {
  const Checkpoint checkpoint(run_checkpoint_path(options_.out), recipe_.text,
                              networks::frame_text(dataset_.frame));
  if (checkpoint.log()) {
    log_ = *checkpoint.log();
    if (processes_.leads()) write_file(run_metrics_path(options_.out), log_);
  } else {
    std::ifstream log(run_metrics_path(options_.out));
    log_.assign(std::istreambuf_iterator<char>(log), {});
  }
  checkpoint.restore(networks_);
  position_ = checkpoint.position();
  if (position_.stage >= recipe_.stages.size()) return;
  learners_ = learners_of(recipe_.stages[position_.stage], networks_);
  if (position_.step > 0) checkpoint.restore(learners_);
  const Stage& last =
      recipe_.stages[position_.step > 0 || position_.stage == 0 ? position_.stage : position_.stage - 1];
  if (last.adversary.kind == AdversaryOptions::Kind::kNone) return;
  adversary_.emplace(last.adversary, recipe_.bfloat16, stage_seed() + kCriticSeed, networks_.fold, device_,
                     &processes_);
  if (position_.critic_steps > 0) checkpoint.restore(*adversary_);
}

void Trainer::checkpoint() {
  written_ = seconds();
  if (!processes_.leads()) return;
  TrainingPosition now = position_;
  now.seconds = seconds();
  write_checkpoint(run_checkpoint_path(options_.out),
                   {recipe_.text, log_, networks::frame_text(dataset_.frame)}, networks_, learners_,
                   adversary_ ? &*adversary_ : nullptr, now);
}

/// Only the network that learns needs gradients. Convergent and adversarial training freeze the statistics of
/// batch norm: their batches mix pictures of several kinds, and with a critic each picture would depend
/// on the other people of its batch.
void Trainer::set_modes(const Stage& stage, networks::NetworkId id) {
  const bool frozen =
      stage.kind == Stage::Kind::kConvergent || stage.adversary.kind != AdversaryOptions::Kind::kNone;
  for (const networks::NetworkId other : networks::kNetworkIds) {
    networks::Unet& network = networks_.network(other);
    network->train(other == id && !frozen);
    for (auto& parameter : network->parameters()) parameter.requires_grad_(other == id);
  }
}

/// A stage with the same adversary as the last one keeps its critic.
void Trainer::make_adversary(const Stage& stage) {
  if (adversary_ && adversary_->options() == stage.adversary) return;
  adversary_.reset();
  position_.critic_steps = 0;
  if (stage.adversary.kind != AdversaryOptions::Kind::kNone)
    adversary_.emplace(stage.adversary, recipe_.bfloat16, stage_seed() + kCriticSeed, networks_.fold, device_,
                       &processes_);
}

std::optional<torch::Tensor> Trainer::cign_loss(const Stage& stage, const Batch& batch,
                                                RandomStream& random) {
  const NetworkRunner runner{networks_, stage.shrink, recipe_.bfloat16};
  const bool alone = adversary_ && position_.critic_steps < stage.adversary.warm_up;
  torch::AutoGradMode gradients(!alone);
  const PictureLoss own = stage.kind == Stage::Kind::kConvergent
                              ? convergent_cign_loss(runner, batch, recipe_.lambda_cign, random)
                              : cign_stage_loss(runner, batch, random);
  if (!adversary_) return own.loss;
  const MadeFrom shown{batch.surface, own.shown};
  {
    torch::AutoGradMode critic_gradients(true);
    critic_loss_ =
        adversary_->learn({batch.surface, own.true_markers}, own.truth, shown, own.picture, random);
  }
  if (alone) return std::nullopt;
  return own.loss + stage.adversary.weight * adversary_->loss(shown, own.picture);
}

std::optional<torch::Tensor> Trainer::loss(const Stage& stage, networks::NetworkId id, const Batch& batch,
                                           RandomStream& random) {
  const NetworkRunner runner{networks_, stage.shrink, recipe_.bfloat16};
  if (id == networks::NetworkId::kCign) return cign_loss(stage, batch, random);
  if (id == networks::NetworkId::kT) return t_stage_loss(runner, batch);
  if (stage.kind == Stage::Kind::kReader) return reader_stage_loss(runner, batch, random);
  return stage.kind == Stage::Kind::kConvergent
             ? convergent_mpn_loss(runner, batch, recipe_.lambda_mpn, random)
             : mpn_stage_loss(runner, batch, random);
}

void Trainer::log(const Stage& stage, const Batches& validation) {
  if (!processes_.leads()) return;
  const Figures figures = validate({networks_, stage.shrink, recipe_.bfloat16}, validation);
  std::ostringstream out;
  if (log_.empty()) {
    out << "seconds,stage,step,loss,critic";
    for (const auto& [name, value] : figures) out << ',' << name;
    out << '\n';
  }
  out << std::fixed << std::setprecision(1) << seconds() << ',' << stage_name(stage) << ',' << position_.step
      << ',' << std::setprecision(5) << position_.loss << ',' << position_.critic_loss;
  for (const auto& [name, value] : figures) out << ',' << value;
  out << '\n';
  log_ += out.str();
  write_file(run_metrics_path(options_.out), log_);
}

bool Trainer::stop_wanted() {
  return processes_.any((cancel_ != nullptr && cancel_->cancelled()) ||
                        (record_ != nullptr && record_->stop_wanted()));
}

/// Nothing is computed as long as somebody wants it so; what was done until then is on the disk.
void Trainer::wait_while_paused() {
  const auto wanted = [this] { return processes_.any(record_ != nullptr && record_->pause_wanted()); };
  if (!wanted()) return;
  checkpoint();
  const auto since = std::chrono::steady_clock::now();
  while (wanted() && !stop_wanted()) {
    if (record_ != nullptr) record_->show_phase(RunPhase::kPaused);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  begun_ += std::chrono::steady_clock::now() - since;  // no training
  if (record_ != nullptr) record_->show_phase(RunPhase::kRunning);
}

void Trainer::write_or_stop() {
  wait_while_paused();
  const bool stop = stop_wanted();
  if (stop || processes_.any(processes_.leads() && seconds() - written_ > kCheckpointSeconds)) checkpoint();
  if (stop) throw Cancelled();
}

void Trainer::show_sample(const Stage& stage, const Batches& people) {
  if (!options_.show_sample || !processes_.leads()) return;
  const NetworkRunner runner{networks_, stage.shrink, recipe_.bfloat16};
  options_.show_sample(sample_picture(runner, people, stage.kind));
}

/// Reads losses, for which a GPU is waited for: so after everything else of the step has been begun.
void Trainer::keep_losses(const Stage& stage, const std::optional<torch::Tensor>& value) {
  if (critic_loss_.defined()) {
    const double now = critic_loss_.item<double>();
    position_.critic_loss = position_.critic_steps == 0 ? now : 0.95 * position_.critic_loss + 0.05 * now;
    ++position_.critic_steps;
    critic_loss_.reset();
    last_step_.critic_loss = now;
  }
  if (!value) return;
  const double now = value->item<double>();
  last_step_.loss = now;
  if (!std::isfinite(now))
    throw Error("training.diverged",
                "Training diverged in the stage \"{}\": its loss is not finite; lower its learning rate.",
                stage_name(stage));
  position_.loss = std::isnan(position_.loss) ? now : 0.98 * position_.loss + 0.02 * now;
}

void Trainer::record_step(const Stage& stage, const Learner& learner, std::int64_t step) {
  if (record_ == nullptr) return;
  last_step_.network = static_cast<int>(learner.id);
  last_step_.learning_rate = learning_rate(stage.learning_rate, step, stage.steps);
  last_step_.seconds = seconds();
  record_->step(last_step_);
  last_step_ = {};
}

void Trainer::run_stage(const Stage& stage) {
  const Chosen learners = stage.kind == Stage::Kind::kT ? Chosen::kAll : Chosen::kComplete;
  const Batches training(dataset_, tensors::Split::kTrain, stage.shrink, stage_seed(), learners, device_);
  const Batches validation(dataset_, tensors::Split::kValidation, stage.shrink, 0, Chosen::kComplete,
                           device_);
  const BatchPart part{processes_.rank(), processes_.count()};
  BatchQueue batches(training, stage.batch, part, stage.steps);
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  for (; position_.step < stage.steps;) {
    const std::int64_t step = position_.step;
    Learner& learner = learners_[static_cast<std::size_t>(step) % learners_.size()];
    set_modes(stage, learner.id);
    RandomStream random(stage_seed() + kStepSeed,
                        static_cast<std::uint64_t>(step * processes_.count() + processes_.rank()));
    if (step % validation_steps(stage) == 0) position_.loss = kNone;
    const auto value = loss(stage, learner.id, batches.take(step), random);
    if (value) {
      learner.adam.zero_gradients();
      value->backward();
      processes_.average(shared(learner, networks_));
      learner.adam.step(learning_rate(stage.learning_rate, step, stage.steps));
      learner.average.update(networks::network_tensors(networks_.network(learner.id)));
    }
    keep_losses(stage, value);
    ++position_.step;
    record_step(stage, learner, step);

    if (position_.step % validation_steps(stage) == 0 && position_.step < stage.steps) {
      log(stage, validation);
      show_sample(stage, validation);
    }
    write_or_stop();
    if (progress_ && processes_.leads()) {
      const std::string text = "stage " + std::to_string(position_.stage + 1) + " of " +
                               std::to_string(recipe_.stages.size()) + " (" + stage_name(stage) + ")";
      progress_(static_cast<double>(position_.step) / static_cast<double>(stage.steps), text);
    }
  }
  for (const Learner& learner : learners_)
    learner.average.copy_to(networks::network_tensors(networks_.network(learner.id)));
  log(stage, validation);
  show_sample(stage, validation);
}

networks::Networks Trainer::run() {
  begin();
  if (record_ != nullptr) record_->begin(recipe_, static_cast<int>(position_.stage), position_.step);
  while (position_.stage < recipe_.stages.size()) {
    const Stage& stage = recipe_.stages[position_.stage];
    if (position_.step == 0) learners_ = learners_of(stage, networks_);
    make_adversary(stage);
    if (record_ != nullptr && position_.step == 0)
      record_->begin_stage(static_cast<int>(position_.stage) + 1);
    run_stage(stage);
    ++position_.stage;
    position_.step = 0;
    learners_.clear();
    checkpoint();
  }
  for (const networks::NetworkId id : networks::kNetworkIds) networks_.network(id)->eval();
  std::ostringstream minutes;
  minutes << std::fixed << std::setprecision(1) << seconds() / 60;
  networks_.metadata = {{"model", options_.model.empty() ? recipe_.name : options_.model},
                        {"recipe", recipe_.name},
                        {"continues", recipe_.continues},
                        {"training_people", std::to_string(dataset_.indices(tensors::Split::kTrain).numel())},
                        {"training_minutes", minutes.str()}};
  for (const char* key : {"seed", "bases", "left_out"})
    if (dataset_.metadata.contains(key))
      networks_.metadata[std::string("data_") + key] = dataset_.metadata.at(key);
  if (processes_.leads()) networks::write_networks(options_.out, networks_);
  return std::move(networks_);
}

}  // namespace

networks::Networks train(const Recipe& recipe, const tensors::Dataset& dataset,
                         const TrainingOptions& options, const ProgressFunction& progress,
                         const CancelToken* cancel) {
  check_folder_is_free(options);
  for (const Stage& stage : recipe.stages) check_stage(stage, recipe, dataset, options.place.count);
  // Found out before the first stage, not hours later.
  for (const tensors::Split split : {tensors::Split::kTrain, tensors::Split::kValidation})
    Batches(dataset, split, 1, 0, Chosen::kComplete);
  const unsigned sharing = static_cast<unsigned>(options.place.local_count);
  at::set_num_threads(static_cast<int>(std::max(1U, std::thread::hardware_concurrency() / sharing)));
  // Its threads wait actively between the optimiser's small matrices, which slows the convolutions down.
  if (openblas_set_num_threads != nullptr) openblas_set_num_threads(1);
  return Trainer(recipe, dataset, options, progress, cancel).run();
}

}  // namespace skiagraph::training
