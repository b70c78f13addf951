#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "app/ct_arguments.h"
#include "app/output_files.h"
#include "core/anatomy/base/volume_skin.h"
#include "core/base/error.h"
#include "core/io/base_anatomy_file.h"
#include "core/io/ct_body.h"
#include "core/io/ct_volume_file.h"
#include "core/io/label_volume_file.h"
#include "core/io/landmarks_file.h"
#include "core/io/mesh_file.h"
#include "core/io/surface_formats.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::filesystem::path volume, out, landmarks;
  bool ct = false, force = false;
  std::shared_ptr<CtArguments> of_ct;
};

bodies::LabelVolume body_of_ct(const std::filesystem::path& path, const io::CtOptions& options) {
  const imaging::CtVolume ct = io::read_ct_volume(path, options);
  for (const Remark& remark : ct.remarks) std::cerr << remark.text() << '\n';
  io::CtBody body = io::ct_body(ct);
  for (const Remark& remark : body.remarks) std::cerr << remark.text() << '\n';
  return std::move(body.volume);
}

/// Those that virtual patients of this base have when nothing is deformed.
io::KnownLandmarks landmarks_of(const std::filesystem::path& volume) {
  const std::vector<anatomy::BaseAnatomy> bases = io::read_base_anatomies(volume);
  io::KnownLandmarks landmarks;
  for (const MarkerInfo& marker : marker_table())
    landmarks[static_cast<std::size_t>(marker.marker)] = bases.front().landmark(marker.marker);
  return landmarks;
}

void run(const Arguments& arguments) {
  check_output(arguments.out, arguments.force);
  check_output(arguments.landmarks, arguments.force);
  io::check_surface_output(arguments.out);
  const io::CtOptions options = arguments.of_ct->options();
  const bool ct = arguments.ct || (io::is_volume(arguments.volume) && !io::holds_labels(arguments.volume));
  if (ct && !arguments.landmarks.empty())
    throw InputError("skin.landmarks",
                     "The landmarks in a CT are not known; --landmarks needs a label volume.");
  const geometry::TriangleMesh skin = anatomy::volume_skin(ct ? body_of_ct(arguments.volume, options)
                                                              : io::read_label_volume(arguments.volume));
  if (skin.triangles.empty())
    throw InputError("skin.no_body", "There is no body in \"{}\": every label is 0.", arguments.volume);
  const auto landmarks =
      arguments.landmarks.empty() ? std::nullopt : std::optional(landmarks_of(arguments.volume));
  io::write_ply(arguments.out, skin);
  if (landmarks) io::write_landmarks(arguments.landmarks, *landmarks);
  std::cout << skin.triangles.size() << " triangles in " << arguments.out.string() << '\n';
}

}  // namespace

void add_skin_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("skin", "Export the skin of a label volume or of a CT as a scan");
  command
      ->add_option(
          "volume", arguments->volume,
          "Label volume (NIfTI with one unsigned byte for each voxel), or CT (any other volume, or DICOM)")
      ->required();
  command->add_flag("--ct", arguments->ct, "The volume is CT, even with one byte for each voxel");
  arguments->of_ct = CtArguments::add_to(*command);
  command->add_option("--out", arguments->out, "Surface to write (.ply)")->required();
  command->add_option(
      "--landmarks", arguments->landmarks,
      "Table of the landmarks to write (.csv), in the axes of the surface; for a label volume "
      "with its organ tables beside it");
  add_force_option(*command, arguments->force);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
