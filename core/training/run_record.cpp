#include "core/training/run_record.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <system_error>
#include <utility>

#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/base/write_file.h"

namespace skiagraph::training {
namespace {

constexpr std::chrono::milliseconds kBetweenWrites{2000}, kBetweenLooks{500};
constexpr std::int64_t kRowsOfStage = 200;
constexpr const char* kTitles = "total_step,stage,step,seconds,t,mpn,cign,critic,learning_rate\n";

/// How long stages take, relative to each other: pixels that go through networks, forth and back.
double work_of(const Stage& stage) {
  const double pictures = stage.batch / static_cast<double>(stage.shrink * stage.shrink);
  switch (stage.kind) {
    case Stage::Kind::kT:
      return pictures;
    case Stage::Kind::kCign:
      return 1.7 * pictures;
    case Stage::Kind::kMpn:
      return 2 * pictures;
    case Stage::Kind::kReader:
      return 0.3 * pictures;
    case Stage::Kind::kConvergent:
      return 3 * pictures;
  }
  return pictures;
}

std::int64_t memory_now() {
  std::ifstream stream("/proc/self/statm");
  std::int64_t all = 0, resident = 0;
  stream >> all >> resident;
  return resident * sysconf(_SC_PAGESIZE);
}

std::int64_t now_seconds() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

void remove_quietly(const std::filesystem::path& file) {
  std::error_code ignored;
  std::filesystem::remove_all(file, ignored);
}

}  // namespace

RunRecord::RunRecord(std::filesystem::path folder, RunStatus first)
    : folder_(std::move(folder)), status_(std::move(first)) {}

void RunRecord::begin(const Recipe& recipe, int stages_done, std::int64_t steps_done) {
  remove_quietly(stop_request_path(folder_));
  remove_quietly(pause_request_path(folder_));
  stages_ = recipe.stages;
  status_.stages = static_cast<int>(stages_.size());
  for (const Stage& stage : stages_) {
    status_.total_steps += stage.steps;
    total_work_ += work_of(stage) * static_cast<double>(stage.steps);
  }
  const bool anew = stages_done == 0 && steps_done == 0;
  if (anew) remove_quietly(run_samples_path(folder_));
  begin_stage(std::min(stages_done + 1, status_.stages));
  status_.step = stages_done < status_.stages ? steps_done : status_.steps;
  status_.total_step += status_.step;
  losses_ = kTitles;
  if (!anew) keep_earlier_losses(status_.total_step);
  begun_at_ = Clock::now();
  first_work_ = work_done();
  begun_ = true;
  write_file(run_recipe_path(folder_), recipe.text);
  write_losses();
  write_status();
}

/// Steps after the checkpoint come once more.
void RunRecord::keep_earlier_losses(std::int64_t steps_done) {
  std::ifstream stream(run_losses_path(folder_));
  std::string line;
  std::getline(stream, line);  // titles
  if (line + '\n' != kTitles) return;
  while (std::getline(stream, line)) {
    const auto step = number_in(std::string_view(line).substr(0, line.find(',')));
    if (!step || *step > static_cast<double>(steps_done)) return;
    losses_ += line + '\n';
  }
}

void RunRecord::begin_stage(int number) {
  const Stage& stage = stages_[static_cast<std::size_t>(number) - 1];
  status_.stage = number;
  status_.stage_name = stage_name(stage);
  status_.step = 0;
  status_.steps = stage.steps;
  status_.total_step = 0;
  for (int n = 0; n < number - 1; ++n) status_.total_step += stages_[static_cast<std::size_t>(n)].steps;
  sums_ = {};
  row_steps_ = 0;
}

double RunRecord::work_done() const {
  double work = 0;
  for (int n = 0; n < status_.stage; ++n) {
    const Stage& stage = stages_[static_cast<std::size_t>(n)];
    work += work_of(stage) * static_cast<double>(n + 1 == status_.stage ? status_.step : stage.steps);
  }
  return work;
}

void RunRecord::step(const StepRecord& step) {
  ++status_.step;
  ++status_.total_step;
  status_.seconds = step.seconds;
  status_.learning_rate = step.learning_rate;
  const auto add = [](Sum& sum, double value) {
    if (std::isfinite(value)) sum.sum += value, ++sum.count;
  };
  add(sums_[static_cast<std::size_t>(step.network)], step.loss);
  add(sums_.back(), step.critic_loss);
  if (++row_steps_ >= std::max<std::int64_t>(1, status_.steps / kRowsOfStage) ||
      status_.step == status_.steps)
    add_row();
  if (Clock::now() - written_ < kBetweenWrites) return;
  write_losses();
  write_status();
}

void RunRecord::add_row() {
  losses_ += std::to_string(status_.total_step) + ',' + std::to_string(status_.stage) + ',' +
             std::to_string(status_.step) + ',' + fixed(status_.seconds, 1);
  for (Sum& sum : sums_) {
    losses_ += ',';
    if (sum.count > 0) losses_ += fixed(sum.sum / sum.count, 6);
    sum = {};
  }
  losses_ += ',' + fixed(status_.learning_rate, 9) + '\n';
  row_steps_ = 0;
}

void RunRecord::write_losses() {
  write_file(run_losses_path(folder_), losses_);
}

void RunRecord::write_status() {
  written_ = Clock::now();
  const double work = work_done(), here = work - first_work_;
  const double elapsed = std::chrono::duration<double>(written_ - begun_at_).count();
  status_.done = total_work_ > 0 ? work / total_work_ : 0;
  status_.seconds_left.reset();
  if (here > 0) status_.seconds_left = elapsed / here * (total_work_ - work);
  status_.memory_bytes = memory_now();
  status_.updated = now_seconds();
  write_file(run_status_path(folder_), run_status_text(status_));
}

void RunRecord::show_phase(RunPhase phase) {
  const auto now = Clock::now();
  if (phase == status_.phase && now - written_ < kBetweenWrites) return;
  if (phase == RunPhase::kPaused && status_.phase != phase) paused_ = now;
  if (phase == RunPhase::kRunning && status_.phase == RunPhase::kPaused) begun_at_ += now - paused_;
  status_.phase = phase;
  write_status();
}

void RunRecord::end(RunPhase phase, const std::optional<Error>& error) {
  std::error_code ignored;
  if (!begun_ && std::filesystem::exists(run_status_path(folder_), ignored)) return;
  status_.phase = phase;
  status_.error = error;
  if (begun_) {
    remove_quietly(stop_request_path(folder_));
    remove_quietly(pause_request_path(folder_));
    write_losses();
  }
  write_status();
}

const RunRecord::Requests& RunRecord::requests() {
  if (Clock::now() - looked_ < kBetweenLooks) return requests_;
  looked_ = Clock::now();
  std::error_code ignored;
  requests_ = {std::filesystem::exists(stop_request_path(folder_), ignored),
               std::filesystem::exists(pause_request_path(folder_), ignored)};
  return requests_;
}

}  // namespace skiagraph::training
