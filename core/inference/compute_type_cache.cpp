#include "core/inference/compute_type_cache.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <system_error>
#include <thread>

namespace skiagraph::inference {
namespace {

constexpr const char* kFormat = "skiagraph-form-1";

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// What /proc/cpuinfo says first under this name.
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
  if (const std::string cache = variable("XDG_CACHE_HOME"); !cache.empty())
    return std::filesystem::path(cache) / "skiagraph";
  const std::string home = variable("HOME");
  return home.empty() ? std::filesystem::path() : std::filesystem::path(home) / ".cache" / "skiagraph";
}

std::filesystem::path ComputeTypeCache::file_of(const std::string& key) const {
  std::ostringstream name;
  name << "form-" << std::hex << std::hash<std::string>()(key) << ".txt";
  return folder_ / name.str();
}

std::optional<ComputeType> ComputeTypeCache::find(const std::string& key) const {
  if (folder_.empty()) return std::nullopt;
  std::ifstream file(file_of(key));
  std::string format, of, form;
  if (!std::getline(file, format) || !std::getline(file, of) || !std::getline(file, form))
    return std::nullopt;
  if (format != kFormat || of != key) return std::nullopt;
  return compute_type_named(form);
}

void ComputeTypeCache::remember(const std::string& key, ComputeType form) const {
  if (folder_.empty()) return;
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  const std::filesystem::path target = file_of(key);
  std::filesystem::path temporary = target;
  temporary += "." + std::to_string(getpid());
  std::ofstream file(temporary);
  file << kFormat << '\n' << key << '\n' << compute_type_name(form) << '\n';
  file.close();
  if (file)
    std::filesystem::rename(temporary, target, error);
  else
    std::filesystem::remove(temporary, error);
}

std::string processor_name() {
  const std::string model = cpu_line("model name");
  return (model.empty() ? "Processor" : model) + " x " + std::to_string(std::thread::hardware_concurrency());
}

std::string processor_key() {
  const std::size_t flags = std::hash<std::string>()(cpu_line("flags"));
  return processor_name() + ", flags " + std::to_string(flags) + ", " + variable("ONEDNN_MAX_CPU_ISA") +
         variable("DNNL_MAX_CPU_ISA") + variable("OMP_NUM_THREADS");
}

}  // namespace skiagraph::inference
