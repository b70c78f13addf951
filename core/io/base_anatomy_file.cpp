#include "core/io/base_anatomy_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <future>
#include <string_view>

#include "core/anatomy/phantom/phantom_bases.h"
#include "core/base/error.h"
#include "core/io/label_volume_file.h"
#include "core/io/volume_formats.h"

namespace skiagraph::io {
namespace {

/// "AM" for AM.nii and AM.nii.gz; empty for every other file.
std::string volume_name(const std::filesystem::path& path) {
  const VolumeFormat* format = volume_format_of(path);
  if (format == nullptr || !format->labels) return {};
  const std::string file = path.filename().string();
  return file.substr(0, file.size() - format->extension.size());
}

/// Whether voxels of a label lie at the body's border: beside air or the volume's end.
bool is_at_border(const bodies::LabelVolume& volume, std::uint8_t label) {
  std::size_t all = 0, at_border = 0;
  const auto air = [&](int i, int j, int k) {
    return i < 0 || j < 0 || k < 0 || i >= volume.nx || j >= volume.ny || k >= volume.nz ||
           volume.at(i, j, k) == 0;
  };
  for (int k = 0; k < volume.nz; ++k)
    for (int j = 0; j < volume.ny; ++j)
      for (int i = 0; i < volume.nx; ++i) {
        if (volume.at(i, j, k) != label) continue;
        ++all;
        at_border += air(i - 1, j, k) || air(i + 1, j, k) || air(i, j - 1, k) || air(i, j + 1, k) ||
                     air(i, j, k - 1) || air(i, j, k + 1);
      }
  return 2 * at_border > all;
}

/// A volume may mark the slices of skin that close head and soles with a label of their own, which its table
/// does not list (141 in ICRP 110): what lies at the border is skin. Any other label without a row is
/// refused, as nobody knows what it is.
void complete_organs(const bodies::LabelVolume& volume, const std::filesystem::path& path,
                     anatomy::OrganTable& organs) {
  std::array<bool, 256> present{};
  for (const std::uint8_t label : volume.labels) present[label] = true;
  const auto skin = std::find_if(organs.begin(), organs.end(),
                                 [](const anatomy::Organ& o) { return o.name.starts_with("Skin"); });
  const anatomy::Organ closing = skin == organs.end() ? anatomy::Organ{} : *skin;
  for (std::size_t label = 1; label < present.size(); ++label) {
    if (!present[label] || (label < organs.size() && !organs[label].name.empty())) continue;
    if (closing.name.empty() || !is_at_border(volume, static_cast<std::uint8_t>(label)))
      throw InputError("atlas.unlisted_label",
                       "Label {} of \"{}\" has no row in its table of organs; add one, or make it 0 (air).",
                       label, path);
    if (organs.size() <= label) organs.resize(label + 1);
    organs[label] = closing;
  }
}

std::vector<std::filesystem::path> label_volumes(const std::filesystem::path& folder) try {
  std::vector<std::filesystem::path> volumes;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (!volume_name(entry.path()).empty()) volumes.push_back(entry.path());
  std::sort(volumes.begin(), volumes.end());
  return volumes;
} catch (const std::filesystem::filesystem_error&) {
  throw InputError("folder.unreadable", "The folder \"{}\" cannot be read.", folder);
}

anatomy::BaseAnatomy read_base_anatomy(const std::filesystem::path& volume) {
  const std::string name = volume_name(volume);
  const bodies::LabelVolume labels = read_label_volume(volume);
  anatomy::OrganTable organs = anatomy::read_organ_table(volume.parent_path() / (name + "_organs.tsv"),
                                                         volume.parent_path() / (name + "_media.tsv"));
  complete_organs(labels, volume, organs);
  return anatomy::build_base_anatomy(name, labels, organs);
}

int drawn_people(std::string_view text) {
  constexpr int kMost = 100;
  int count = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, count);
  if (error != std::errc() || stop != end || count < 1 || count > kMost)
    throw InputError("atlas.phantom", "\"phantom:{}\" is not \"phantom:N\" with N from 1 to {}.", text,
                     kMost);
  return count;
}

}  // namespace

std::vector<anatomy::BaseAnatomy> named_base_anatomies(const std::string& name) {
  constexpr std::string_view kPhantom = "phantom", kDrawn = "phantom:";
  if (name == kPhantom) return anatomy::phantom_bases();
  if (name.starts_with(kDrawn))
    return anatomy::drawn_phantom_bases(drawn_people(std::string_view(name).substr(kDrawn.size())));
  return read_base_anatomies(name);
}

std::vector<anatomy::BaseAnatomy> read_base_anatomies(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> volumes;
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    volumes = label_volumes(path);
    if (volumes.empty())
      throw InputError("atlas.empty", "The folder \"{}\" holds no label volume (NAME.nii.gz).", path);
  } else {
    if (volume_name(path).empty())
      throw InputError("atlas.format",
                       "\"{}\" is neither a folder of base anatomies nor a label volume (NAME.nii.gz).",
                       path);
    volumes.push_back(path);
  }
  std::vector<std::future<anatomy::BaseAnatomy>> read;
  for (const auto& volume : volumes)
    read.push_back(std::async(std::launch::async, read_base_anatomy, volume));
  std::vector<anatomy::BaseAnatomy> bases;
  for (auto& one : read) bases.push_back(one.get());
  return bases;
}

}  // namespace skiagraph::io
