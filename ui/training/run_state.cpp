#include "ui/training/run_state.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <system_error>

#include "core/base/text.h"

namespace skiagraph::ui {
namespace {

using Path = std::filesystem::path;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr std::uintmax_t kLargestTable = 50'000'000;
constexpr std::size_t kLastBytes = 4000;

bool is_there(const Path& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

struct Table {
  std::vector<std::string> titles;
  std::vector<std::vector<std::string>> rows;

  [[nodiscard]] int column(const std::string& title) const {
    const auto found = std::ranges::find(titles, title);
    return found == titles.end() ? -1 : static_cast<int>(found - titles.begin());
  }
  [[nodiscard]] double number(const std::vector<std::string>& row, int column) const {
    return column < 0 ? kMissing : number_in(row[static_cast<std::size_t>(column)]).value_or(kMissing);
  }
};

/// Rows that have not as many cells as there are titles are left out.
Table table_in(const Path& path) {
  Table table;
  std::error_code error;
  if (std::filesystem::file_size(path, error) > kLargestTable || error) return table;
  std::ifstream stream(path);
  std::string line;
  if (std::getline(stream, line)) table.titles = split(line, ',');
  while (std::getline(stream, line)) {
    auto cells = split(line, ',');
    if (cells.size() == table.titles.size()) table.rows.push_back(std::move(cells));
  }
  return table;
}

RunCurve curve_of(const Table& table, const std::string& title, const std::vector<double>& steps) {
  RunCurve curve{QString::fromStdString(title), {}};
  const int column = table.column(title);
  for (std::size_t n = 0; n < table.rows.size(); ++n) {
    const double value = table.number(table.rows[n], column);
    if (std::isfinite(value) && std::isfinite(steps[n])) curve.points.emplace_back(steps[n], value);
  }
  return curve;
}

std::vector<RunCurve> without_empty(std::vector<RunCurve> curves) {
  std::erase_if(curves, [](const RunCurve& curve) { return curve.points.empty(); });
  return curves;
}

void read_losses(RunState& run) {
  const Table table = table_in(training::run_losses_path(run.folder));
  const int step = table.column("total_step");
  std::vector<double> steps;
  for (const auto& row : table.rows) steps.push_back(table.number(row, step));
  std::vector<RunCurve> curves;
  for (const char* title : {"t", "mpn", "cign", "critic"}) curves.push_back(curve_of(table, title, steps));
  run.losses = without_empty(std::move(curves));
  run.learning_rate = curve_of(table, "learning_rate", steps);
}

/// Its steps are counted from the begin of each stage; every stage ends with a row.
void read_validation(RunState& run) {
  const Table table = table_in(training::run_metrics_path(run.folder));
  const int stage = table.column("stage"), step = table.column("step");
  std::vector<double> steps;
  double before = 0, last = 0;
  std::string name;
  for (const auto& row : table.rows) {
    const double now = table.number(row, step);
    const std::string now_name = stage < 0 ? std::string() : row[static_cast<std::size_t>(stage)];
    if (!steps.empty() && (now_name != name || now <= last)) before += last;
    name = now_name;
    if (std::isfinite(now)) last = now;
    steps.push_back(before + now);
  }
  std::vector<RunCurve> curves;
  for (const char* title : {"loop_mae_body", "t_mae_body", "cign_mae_body", "loop_px", "mpn_px"})
    curves.push_back(curve_of(table, title, steps));
  run.validation = without_empty(std::move(curves));
}

void list_samples(RunState& run) {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(training::run_samples_path(run.folder), error))
    if (entry.path().extension() == ".png") run.samples.push_back(entry.path());
  std::ranges::sort(run.samples);
}

/// The last line that a process has written, for want of anything better.
QString last_line(const Path& path) {
  std::ifstream stream(path, std::ios::binary | std::ios::ate);
  if (!stream) return {};
  const auto size = static_cast<std::size_t>(std::max<std::streamoff>(0, stream.tellg()));
  stream.seekg(static_cast<std::streamoff>(size > kLastBytes ? size - kLastBytes : 0));
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const std::string_view end = trimmed(text);
  const std::size_t start = end.rfind('\n');
  return QString::fromStdString(std::string(start == end.npos ? end : end.substr(start + 1)));
}

/// Of another machine it is only known whether it tells of itself.
bool is_alive(const RunState& run) {
  if (!run.owner) return false;
  if (const auto living = training::lives(*run.owner)) return *living;
  constexpr std::int64_t kQuietSeconds = 120;
  const auto now =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch());
  return now.count() - run.status.updated < kQuietSeconds;
}

/// A process that has the folder, but has not begun to tell of itself.
bool is_starting(const RunState& run) {
  if (run.here) return true;
  constexpr std::chrono::seconds kSlowStart{20};
  std::error_code error;
  const auto launched = std::filesystem::last_write_time(training::run_messages_path(run.folder), error);
  return !error && run.last_message.isEmpty() && !is_there(training::run_status_path(run.folder)) &&
         std::filesystem::file_time_type::clock::now() - launched < kSlowStart;
}

RunLife life_of(const RunState& run) {
  if (run.here && run.status.phase != training::RunPhase::kPaused) return RunLife::kRunning;
  switch (run.status.phase) {
    case training::RunPhase::kRunning:
      return is_alive(run) ? RunLife::kRunning : RunLife::kInterrupted;
    case training::RunPhase::kPaused:
      return is_alive(run) ? RunLife::kPaused : RunLife::kInterrupted;
    case training::RunPhase::kStopped:
      return RunLife::kStopped;
    case training::RunPhase::kDone:
      return RunLife::kDone;
    case training::RunPhase::kFailed:
      return RunLife::kFailed;
  }
  return RunLife::kUnreadable;
}

/// A process that found no room for its files found none for its last words.
bool disk_is_full(const Path& folder) {
  constexpr std::uintmax_t kLeast = 20'000'000;
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(folder, error);
  return !error && space.available < kLeast;
}

/// A run that starts, or one that ended before it began.
void take_without_status(RunState& run) {
  if (is_starting(run)) {
    run.life = RunLife::kStarting;
    run.error.reset();
  } else if (!run.last_message.isEmpty()) {
    run.life = RunLife::kFailed;
    run.error = std::make_shared<const Error>("training.told", "{}", run.last_message.toStdString());
  }
}

}  // namespace

RunState read_run(const Path& folder) {
  RunState run;
  run.folder = folder;
  run.has_checkpoint = is_there(training::run_checkpoint_path(folder));
  run.has_networks = is_there(folder / "cign.safetensors") && is_there(folder / "t.safetensors") &&
                     is_there(folder / "mpn.safetensors");
  run.last_message = last_line(training::run_messages_path(folder));
  run.owner = training::read_run_owner(folder);
  run.here = run.owner && training::lives(*run.owner).value_or(false);
  try {
    run.status = training::read_run_status(folder);
  } catch (const std::exception& exception) {
    run.error = std::make_shared<const Error>(readable_error(exception));
    if (run.error->code() == "run.missing") take_without_status(run);
    return run;
  }
  run.life = life_of(run);
  if (run.life == RunLife::kInterrupted && disk_is_full(folder))
    run.error = std::make_shared<const Error>(
        Error("run.disk_full", "The disk of \"{}\" is full; make room, and then resume the run.", folder));
  if (run.status.error) run.error = std::make_shared<const Error>(*run.status.error);
  read_losses(run);
  read_validation(run);
  list_samples(run);
  return run;
}

}  // namespace skiagraph::ui
