#include <chrono>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "app/progress_bar.h"
#include "core/anatomy/base/volume_skin.h"
#include "core/base/error.h"
#include "core/geometry/patient_levels.h"
#include "core/io/ct_body.h"
#include "core/io/ct_dataset.h"
#include "core/io/ct_person.h"
#include "core/io/ct_volume_file.h"
#include "core/io/landmarks_file.h"
#include "core/io/mesh_file.h"
#include "core/tensors/dataset.h"

namespace skiagraph::app {
namespace {

using Path = std::filesystem::path;

/// In place of a landmarks file, for a person without landmarks.
constexpr const char* kNone = "none";

struct Arguments {
  std::vector<Path> cts, landmarks;
  std::optional<double> neck_mm, symphysis_mm;
  std::optional<Path> like, meshes;
  std::string split = "auto";
  bool append = false;
  Path out;
};

/// Files that are removed again when the work does not come to its end.
class NewFiles {
 public:
  NewFiles() = default;
  NewFiles(const NewFiles&) = delete;
  NewFiles& operator=(const NewFiles&) = delete;
  ~NewFiles() {
    std::error_code ignored;
    for (auto path = paths_.rbegin(); path != paths_.rend(); ++path) std::filesystem::remove(*path, ignored);
  }
  void add(const Path& path) { paths_.push_back(path); }
  void keep() { paths_.clear(); }

 private:
  std::vector<Path> paths_;
};

void check(const Arguments& arguments) {
  if (!arguments.out.has_filename() ||
      !std::filesystem::is_directory(std::filesystem::absolute(arguments.out).parent_path()))
    throw InputError("The folder of \"" + arguments.out.string() + "\" does not exist; make it first.");
  const bool personal = arguments.neck_mm || arguments.symphysis_mm || arguments.like;
  if (personal && arguments.cts.size() > 1)
    throw InputError(
        "--neck, --symphysis and --like are of one person; ingest one CT after the other with --append.");
  if (!arguments.landmarks.empty() && arguments.landmarks.size() != arguments.cts.size())
    throw InputError("Give --landmarks once for each CT, in the same order; \"none\" for a person without.");
}

template <typename Work>
auto naming(const Path& path, Work work) try {
  return work();
} catch (const InputError& error) {
  throw InputError("\"" + path.string() + "\": " + error.what());
}

geometry::BodyLevels levels_of(const Path& scan) {
  if (!io::is_volume(scan)) {
    const geometry::TriangleMesh skin = io::read_mesh(scan);
    return naming(scan, [&] { return geometry::find_patient_levels(skin); });
  }
  const imaging::CtVolume ct = io::read_ct_volume(scan);
  return naming(scan, [&] { return geometry::find_patient_levels(anatomy::volume_skin(io::ct_body(ct))); });
}

io::CtKnowledge knowledge(const Arguments& arguments, std::size_t n) {
  io::CtKnowledge known{arguments.neck_mm, arguments.symphysis_mm, {}, std::nullopt};
  if (arguments.like) known.like = levels_of(*arguments.like);
  if (n < arguments.landmarks.size() && arguments.landmarks[n] != kNone)
    known.landmarks = io::read_landmarks(arguments.landmarks[n]);
  return known;
}

io::CtPerson read_person(const Path& path, const io::CtKnowledge& known,
                         const geometry::CanonicalFrame& frame) {
  imaging::CtVolume ct = io::read_ct_volume(path);
  for (const std::string& remark : ct.remarks) std::cerr << "\"" << path.string() << "\": " << remark << '\n';
  return naming(path, [&] { return io::make_ct_person(std::move(ct), known, frame); });
}

tensors::Split split_of(const std::string& name, std::int64_t index) {
  if (name == "train") return tensors::Split::kTrain;
  if (name == "validation") return tensors::Split::kValidation;
  return name == "test" ? tensors::Split::kTest : io::ct_split(index);
}

/// By the person's number: the name of a CT's file may tell who it is.
void write_mesh(const Path& folder, std::int64_t person, const geometry::TriangleMesh& skin,
                NewFiles& files) {
  std::ostringstream name;
  name << "person_" << std::setw(4) << std::setfill('0') << person << ".ply";
  const Path path = folder / name.str();
  if (std::filesystem::exists(path)) throw InputError("There is already a file \"" + path.string() + "\".");
  std::error_code error;
  if (std::filesystem::create_directory(folder, error)) files.add(folder);
  files.add(path);
  io::write_ply(path, skin);
}

void run(const Arguments& arguments) {
  check(arguments);
  const CancelToken& cancel = cancelled_by_interrupt();
  const ProgressFunction progress = progress_bar();
  const auto begun = std::chrono::steady_clock::now();
  std::optional<tensors::Dataset> people;
  if (arguments.append && std::filesystem::exists(arguments.out))
    people = tensors::read_dataset(arguments.out);
  const geometry::CanonicalFrame frame = people ? people->frame : geometry::CanonicalFrame{};
  NewFiles files;
  for (std::size_t n = 0; n < arguments.cts.size(); ++n) {
    if (cancel.cancelled()) throw Cancelled();
    const io::CtPerson person = read_person(arguments.cts[n], knowledge(arguments, n), frame);
    const std::int64_t number = people ? people->size() : 0, real = people ? io::ct_people(*people) : 0;
    const tensors::Dataset one = io::ct_dataset(person, split_of(arguments.split, real));
    people = people ? tensors::joined(*people, one) : one;
    if (arguments.meshes) write_mesh(*arguments.meshes, number, person.skin, files);
    if (std::chrono::steady_clock::now() - begun > std::chrono::seconds(1))
      progress(static_cast<double>(n + 1) / static_cast<double>(arguments.cts.size()), "CT");
  }
  tensors::write_dataset(arguments.out, *people);
  files.keep();
  std::cout << people->size() << " people (" << people->indices(tensors::Split::kTrain).numel()
            << " to train, " << people->indices(tensors::Split::kValidation).numel() << " to validate, "
            << people->indices(tensors::Split::kTest).numel() << " to test) in " << arguments.out.string()
            << ", " << io::ct_people(*people) << " of them from CT\n";
}

}  // namespace

void add_ingest_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("ingest", "Make a data set of real people from CT");
  command
      ->add_option("ct", arguments->cts,
                   "CT: folders with a DICOM series, or files (NIfTI, NRRD, MetaImage); one for each person")
      ->required();
  command
      ->add_option("--landmarks", arguments->landmarks,
                   "Landmarks (.mrk.json of 3D Slicer, or .csv with name,x,y,z in LPS); once for each CT, in "
                   "the same order, \"none\" for a person without")
      ->allow_extra_args(false);
  command->add_option("--neck", arguments->neck_mm, "Level (z, mm) of the neck, C7/T1, in the CT's frame");
  command->add_option("--symphysis", arguments->symphysis_mm,
                      "Level (z, mm) of the pubic symphysis in the CT's frame");
  command->add_option("--like", arguments->like,
                      "A surface (in mm) or CT of the whole body of the same person in the same frame, for "
                      "the levels");
  command
      ->add_option("--split", arguments->split,
                   "What the people are for; auto shares them out. Scans of one person belong in one split")
      ->check(CLI::IsMember({"train", "validation", "test", "auto"}))
      ->capture_default_str();
  command->add_flag("--append", arguments->append, "Add to the data set when it is there already");
  command->add_option("--mesh", arguments->meshes, "Folder for the bodies' surfaces, person_NUMBER.ply");
  command->add_option("--out", arguments->out, "Data set to write (.safetensors)")->required();
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
