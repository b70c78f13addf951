#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/output_files.h"
#include "core/anatomy/base/volume_skin.h"
#include "core/base/error.h"
#include "core/io/ct_body.h"
#include "core/io/ct_volume_file.h"
#include "core/io/label_volume_file.h"
#include "core/io/mesh_file.h"
#include "core/io/surface_formats.h"
#include "core/io/volume_formats.h"

namespace skiagraph::app {
namespace {

struct Arguments {
  std::filesystem::path volume, out;
  bool ct = false, force = false;
};

bodies::LabelVolume body_of_ct(const std::filesystem::path& path) {
  const imaging::CtVolume ct = io::read_ct_volume(path);
  for (const std::string& remark : ct.remarks) std::cerr << remark << '\n';
  return io::ct_body(ct);
}

/// What no label volume can be is CT.
bool is_ct(const std::filesystem::path& path) {
  const io::VolumeFormat* format = io::volume_format_of(path);
  return io::is_volume(path) && (format == nullptr || !format->labels);
}

void run(const Arguments& arguments) {
  check_output(arguments.out, arguments.force);
  io::check_surface_output(arguments.out);
  const geometry::TriangleMesh skin =
      anatomy::volume_skin(arguments.ct || is_ct(arguments.volume) ? body_of_ct(arguments.volume)
                                                                   : io::read_label_volume(arguments.volume));
  if (skin.triangles.empty())
    throw InputError("skin.no_body", "There is no body in \"{}\": every label is 0.", arguments.volume);
  io::write_ply(arguments.out, skin);
  std::cout << skin.triangles.size() << " triangles in " << arguments.out.string() << '\n';
}

}  // namespace

void add_skin_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("skin", "Export the skin of a label volume or of a CT as a scan");
  command
      ->add_option(
          "volume", arguments->volume,
          "Label volume (NIfTI), or CT (NIfTI with --ct, NRRD, MetaImage or a folder with a DICOM series)")
      ->required();
  command->add_flag("--ct", arguments->ct, "The NIfTI volume is CT, not labels");
  command->add_option("--out", arguments->out, "Surface to write (.ply)")->required();
  add_force_option(*command, arguments->force);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
