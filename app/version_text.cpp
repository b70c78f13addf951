#include "app/version_text.h"

#include <CLI/Version.hpp>
#include <algorithm>
#include <filesystem>
#include <sstream>
#include <vector>

#include "app/models_folder.h"
#include "app/torch_commands.h"
#include "core/base/error.h"
#include "core/inference/onednn/onednn_version.h"
#include "core/inference/torch/torch_library.h"
#include "core/io/checksum.h"
#include "core/io/library_versions.h"

namespace skiagraph::app {
namespace {

namespace fs = std::filesystem;

void print(std::ostream& out, const std::string& name, const std::string& version) {
  if (!version.empty()) out << "  " << name << ' ' << version << '\n';
}

/// The module is told by its file: LibTorch stays unloaded.
std::string torch_line() {
  const fs::path module = inference::torch_module_path(kTorchCommandsFile);
  if (!module.has_parent_path()) return {};
  return inference::torch_version() + ", loaded on demand by " + module.lexically_normal().string();
}

void print_models(std::ostream& out) {
  fs::path folder;
  try {
    folder = models_folder();
  } catch (const InputError& error) {
    out << "Models: " << error.what();
    return;
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".safetensors") files.push_back(entry.path());
  std::ranges::sort(files);
  out << "Models in " << folder.string() << ", with their SHA-256:";
  for (const fs::path& file : files)
    out << '\n' << io::sha256(file) << "  " << fs::relative(file, folder).string();
}

}  // namespace

std::string version_text() {
  std::ostringstream out;
  out << "skiagraph-cli " << SKIAGRAPH_VERSION << "\nLibraries:\n";
  for (const io::LibraryVersion& library : io::library_versions()) print(out, library.name, library.version);
  print(out, "oneDNN", inference::onednn_version());
  print(out, "CLI11", CLI11_VERSION);
  print(out, "LibTorch", torch_line());
  print_models(out);
  return out.str();
}

}  // namespace skiagraph::app
