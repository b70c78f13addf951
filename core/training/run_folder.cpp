#include "core/training/run_folder.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace skiagraph::training {
namespace {

using nlohmann::json;
using Path = std::filesystem::path;

constexpr const char* kFormat = "skiagraph-run";
constexpr int kVersion = 1;

/// In the order of RunPhase.
constexpr std::array<std::string_view, 5> kPhases{"running", "paused", "stopped", "done", "failed"};

json error_json(const Error& error) {
  return {{"code", error.code()},
          {"sentence", error.sentence()},
          {"arguments", error.arguments()},
          {"text", error.what()}};
}

Error error_in(const json& entry) {
  return {entry.at("code").get<std::string>(), entry.at("sentence").get<std::string>(),
          entry.at("arguments").get<std::vector<std::string>>()};
}

/// Nothing where the state has no such name. Throws json::exception.
std::optional<RunStatus> status_in(const json& root) {
  RunStatus s;
  const auto phase = std::ranges::find(kPhases, root.at("state").get<std::string>());
  if (phase == kPhases.end()) return std::nullopt;
  s.phase = static_cast<RunPhase>(phase - kPhases.begin());
  s.recipe = root.at("recipe").get<std::string>();
  s.model = root.at("model").get<std::string>();
  s.data = root.at("data").get<std::string>();
  s.from = root.at("from").get<std::string>();
  s.device = root.at("device").get<std::string>();
  s.processes = root.at("processes").get<int>();
  s.stage = root.at("stage").get<int>();
  s.stages = root.at("stages").get<int>();
  s.stage_name = root.at("stage_name").get<std::string>();
  s.step = root.at("step").get<std::int64_t>();
  s.steps = root.at("steps").get<std::int64_t>();
  s.total_step = root.at("total_step").get<std::int64_t>();
  s.total_steps = root.at("total_steps").get<std::int64_t>();
  s.done = std::clamp(root.at("done").get<double>(), 0.0, 1.0);
  s.seconds = root.at("seconds").get<double>();
  if (!root.at("seconds_left").is_null()) s.seconds_left = root.at("seconds_left").get<double>();
  s.learning_rate = root.at("learning_rate").get<double>();
  s.memory_bytes = root.at("memory_bytes").get<std::int64_t>();
  s.updated = root.at("updated").get<std::int64_t>();
  if (!root.at("error").is_null()) s.error = error_in(root.at("error"));
  return s;
}

std::string content_of(const Path& path) {
  std::ifstream stream(path);
  if (!stream) throw InputError("run.missing", "There is no training run in \"{}\".", path.parent_path());
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

Path run_status_path(const Path& folder) {
  return folder / "run.json";
}
Path run_recipe_path(const Path& folder) {
  return folder / "recipe.json";
}
Path run_losses_path(const Path& folder) {
  return folder / "losses.csv";
}
Path run_metrics_path(const Path& folder) {
  return folder / "metrics.csv";
}
Path run_samples_path(const Path& folder) {
  return folder / "samples";
}
Path run_messages_path(const Path& folder) {
  return folder / "messages.txt";
}
Path run_checkpoint_path(const Path& folder) {
  return folder / "checkpoint.safetensors";
}
Path stop_request_path(const Path& folder) {
  return folder / "stop";
}
Path pause_request_path(const Path& folder) {
  return folder / "pause";
}

std::string run_status_text(const RunStatus& s) {
  const json root{{"format", kFormat},
                  {"version", kVersion},
                  {"state", kPhases[static_cast<std::size_t>(s.phase)]},
                  {"recipe", s.recipe},
                  {"model", s.model},
                  {"data", s.data.string()},
                  {"from", s.from.string()},
                  {"device", s.device},
                  {"processes", s.processes},
                  {"stage", s.stage},
                  {"stages", s.stages},
                  {"stage_name", s.stage_name},
                  {"step", s.step},
                  {"steps", s.steps},
                  {"total_step", s.total_step},
                  {"total_steps", s.total_steps},
                  {"done", s.done},
                  {"seconds", s.seconds},
                  {"seconds_left", s.seconds_left ? json(*s.seconds_left) : json()},
                  {"learning_rate", s.learning_rate},
                  {"memory_bytes", s.memory_bytes},
                  {"updated", s.updated},
                  {"error", s.error ? error_json(*s.error) : json()}};
  return root.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

RunStatus read_run_status(const Path& folder) {
  const Path path = run_status_path(folder);
  const json root = json::parse(content_of(path), nullptr, false);
  const auto damaged = [&] {
    return InputError("run.damaged", "The file \"{}\" is damaged: it does not say how a training run stands.",
                      path);
  };
  if (!root.is_object() || root.value("format", json()) != kFormat) throw damaged();
  const json version = root.value("version", json());
  if (!version.is_number_integer()) throw damaged();
  if (version.get<std::int64_t>() > kVersion)
    throw InputError("run.newer",
                     "The training run in \"{}\" is of a newer version of this program; update it to open "
                     "the run.",
                     folder);
  try {
    if (auto status = status_in(root)) return *std::move(status);
  } catch (const json::exception&) {  // told below
  }
  throw damaged();
}

}  // namespace skiagraph::training
