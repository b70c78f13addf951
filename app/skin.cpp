#include <filesystem>
#include <iostream>
#include <memory>

#include "app/commands.h"
#include "core/anatomy/volume_skin.h"
#include "core/base/error.h"
#include "core/io/label_volume_file.h"
#include "core/io/mesh_file.h"

namespace skiagraph {
namespace {

struct Arguments {
  std::filesystem::path volume, out;
};

void run(const Arguments& arguments) {
  const TriangleMesh skin = volume_skin(read_label_volume(arguments.volume));
  if (skin.triangles.empty())
    throw InputError("There is no body in \"" + arguments.volume.string() + "\": every label is 0.");
  write_ply(arguments.out, skin);
  std::cout << skin.triangles.size() << " triangles in " << arguments.out.string() << '\n';
}

}  // namespace

void add_skin_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("skin", "Export the skin of a label volume as a scan");
  command->add_option("volume", arguments->volume, "Label volume (.nii.gz or .nii)")->required();
  command->add_option("--out", arguments->out, "Surface to write (.ply)")->required();
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph
