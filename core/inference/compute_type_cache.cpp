#include "core/inference/compute_type_cache.h"

#include <fstream>
#include <functional>
#include <sstream>
#include <system_error>
#include <thread>

#include "core/base/environment.h"
#include "core/base/error.h"
#include "core/base/write_file.h"

namespace skiagraph::inference {
namespace {

constexpr const char *kFormat = "skiagraph-form-1", *kPrefix = "form-";

/// The first value that /proc/cpuinfo has under this name.
std::string cpu_line(const std::string& name) {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(name)) continue;
    const std::size_t begin = line.find_first_not_of(": \t", name.size());
    return begin == std::string::npos ? std::string() : line.substr(begin);
  }
  return {};
}

}  // namespace

std::filesystem::path ComputeTypeCache::user_folder() {
  if (const auto cache = environment_variable("XDG_CACHE_HOME"))
    return std::filesystem::path(*cache) / "skiagraph";
  const auto home = environment_variable("HOME");
  return home ? std::filesystem::path(*home) / ".cache" / "skiagraph" : std::filesystem::path();
}

std::filesystem::path ComputeTypeCache::file_of(const std::string& key) const {
  std::ostringstream name;
  name << kPrefix << std::hex << std::hash<std::string>()(key) << ".txt";
  return folder_ / name.str();
}

std::optional<ComputeType> ComputeTypeCache::find(const std::string& key) const {
  if (folder_.empty()) return std::nullopt;
  std::ifstream file(file_of(key));
  std::string format, written_key, name;
  if (!std::getline(file, format) || !std::getline(file, written_key) || !std::getline(file, name))
    return std::nullopt;
  if (format != kFormat || written_key != key) return std::nullopt;
  return compute_type_named(name);
}

void ComputeTypeCache::remember(const std::string& key, ComputeType type) const try {
  if (folder_.empty()) return;
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  std::ostringstream text;
  text << kFormat << '\n' << key << '\n' << compute_type_name(type) << '\n';
  write_file(file_of(key), text.str());
} catch (const Error&) {
  // The next start tests again.
}

std::string processor_name() {
  const std::string model = cpu_line("model name");
  return (model.empty() ? "Processor" : model) + " x " + std::to_string(std::thread::hardware_concurrency());
}

std::string processor_key() {
  const std::size_t flags = std::hash<std::string>()(cpu_line("flags"));
  std::string key = processor_name() + ", flags " + std::to_string(flags) + ", ";
  for (const char* name : {"ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA", "OMP_NUM_THREADS"})
    key += environment_variable(name).value_or("");
  return key;
}

}  // namespace skiagraph::inference
