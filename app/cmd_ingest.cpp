#include <chrono>
#include <exception>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "app/ct_arguments.h"
#include "app/output_files.h"
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
#include "core/io/volume_formats.h"
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
  bool fine = false, append = false, force = false;
  Path out;
  std::shared_ptr<CtArguments> of_ct, of_like;
};

/// By the person's number: the name of a CT's file may tell who it is.
Path mesh_path(const Path& folder, std::int64_t person) {
  std::ostringstream name;
  name << "person_" << std::setw(4) << std::setfill('0') << person << ".ply";
  return folder / name.str();
}

void check(const Arguments& arguments) {
  for (const auto& options : {arguments.of_ct, arguments.of_like})
    static_cast<void>(options->options());  // refuses them before anything is read
  check_output(arguments.out, arguments.force || arguments.append);
  const bool personal = arguments.neck_mm || arguments.symphysis_mm || arguments.like;
  if (personal && arguments.cts.size() > 1)
    throw InputError(
        "ingest.one_person",
        "--neck, --symphysis and --like are of one person; ingest one CT after the other with --append.");
  if (!arguments.landmarks.empty() && arguments.landmarks.size() != arguments.cts.size())
    throw InputError("ingest.landmarks",
                     "Give --landmarks once for each CT, in the same order; \"none\" for a person without.");
}

template <typename Work>
auto naming(const Path& path, Work work) try {
  return work();
} catch (const InputError& error) {
  throw InputError(error.code(), "\"{}\": {}", path, error.what());
}

geometry::BodyLevels levels_of(const Path& scan, const io::CtOptions& options) {
  if (!io::is_volume(scan)) {
    const geometry::TriangleMesh skin = io::read_mesh(scan);
    return naming(scan, [&] { return geometry::find_patient_levels(skin); });
  }
  const imaging::CtVolume ct = io::read_ct_volume(scan, options);
  return naming(scan,
                [&] { return geometry::find_patient_levels(anatomy::volume_skin(io::ct_body(ct).volume)); });
}

io::CtKnowledge knowledge(const Arguments& arguments, std::size_t n) {
  io::CtKnowledge known{arguments.neck_mm, arguments.symphysis_mm, {}, std::nullopt};
  if (arguments.like) known.like = levels_of(*arguments.like, arguments.of_like->options());
  if (n < arguments.landmarks.size() && arguments.landmarks[n] != kNone)
    known.landmarks = io::read_landmarks(arguments.landmarks[n]);
  return known;
}

/// For other programs: {"ct": {"path", "used", ...}}, one line on stderr for each CT.
void tell_ct(nlohmann::json entry) {
  std::cerr << nlohmann::json{{"ct", std::move(entry)}}.dump(-1, ' ', false,
                                                             nlohmann::json::error_handler_t::replace)
            << '\n';
}

void tell_used(const Path& path, const io::CtPerson& person, std::vector<Remark> remarks) {
  remarks.insert(remarks.end(), person.remarks.begin(), person.remarks.end());
  nlohmann::json texts = nlohmann::json::array();
  for (const Remark& remark : remarks) texts.push_back(remark.text());
  tell_ct({{"path", path.string()},
           {"used", true},
           {"remarks", texts},
           {"torso_mm", person.surface.placement.torso_mm()}});
}

io::CtPerson read_person(const Path& path, const io::CtKnowledge& known,
                         const geometry::CanonicalFrame& frame, const io::CtOptions& options) {
  imaging::CtVolume ct = io::read_ct_volume(path, options);
  const auto tell = [&](const std::vector<Remark>& remarks) {
    if (progress_is_json()) return;
    for (const Remark& remark : remarks)
      std::cerr << "\"" << path.string() << "\": " << remark.text() << '\n';
  };
  tell(ct.remarks);
  const std::vector<Remark> of_file = ct.remarks;
  io::CtPerson person = naming(path, [&] { return io::make_ct_person(std::move(ct), known, frame); });
  tell(person.remarks);
  if (progress_is_json()) tell_used(path, person, of_file);
  return person;
}

tensors::Split split_of(const std::string& name, std::int64_t index) {
  if (name == "train") return tensors::Split::kTrain;
  if (name == "validation") return tensors::Split::kValidation;
  return name == "test" ? tensors::Split::kTest : io::ct_split(index);
}

/// The data set with the people that were added so far.
class People {
 public:
  explicit People(const Arguments& arguments) : arguments_(arguments) {
    if (arguments.append && std::filesystem::exists(arguments.out))
      all_ = tensors::read_dataset(arguments.out);
    if (!arguments.meshes) return;
    std::vector<std::string> names;
    for (std::size_t n = 0; n < arguments.cts.size(); ++n)
      names.push_back(mesh_path({}, size() + static_cast<std::int64_t>(n)).string());
    check_output_folder(*arguments.meshes, names, arguments.force);
  }
  People(const People&) = delete;
  People& operator=(const People&) = delete;
  /// Surfaces of people who are in no data set are removed again.
  ~People() {
    std::error_code ignored;
    for (const Path& mesh : unsaved_meshes_) std::filesystem::remove(mesh, ignored);
    if (made_folder_ && !unsaved_meshes_.empty()) std::filesystem::remove(*arguments_.meshes, ignored);
  }

  [[nodiscard]] int added() const { return added_; }
  void add(std::size_t n) {
    const geometry::CanonicalFrame frame = all_              ? all_->frame
                                           : arguments_.fine ? geometry::refined({}, 2)
                                                             : geometry::CanonicalFrame{};
    const io::CtPerson person =
        read_person(arguments_.cts[n], knowledge(arguments_, n), frame, arguments_.of_ct->options());
    const std::int64_t real = all_ ? io::ct_people(*all_) : 0;
    const tensors::Dataset one = io::ct_dataset(person, split_of(arguments_.split, real));
    tensors::Dataset all = all_ ? tensors::joined(*all_, one) : one;
    if (arguments_.meshes) write_mesh(person.skin);
    all_ = std::move(all);
    ++added_;
  }
  void save() {
    tensors::write_dataset(arguments_.out, *all_);
    unsaved_meshes_.clear();
    std::cout << all_->size() << " people (" << all_->indices(tensors::Split::kTrain).numel() << " to train, "
              << all_->indices(tensors::Split::kValidation).numel() << " to validate, "
              << all_->indices(tensors::Split::kTest).numel() << " to test) in " << arguments_.out.string()
              << ", " << io::ct_people(*all_) << " of them from CT\n";
  }

 private:
  [[nodiscard]] std::int64_t size() const { return all_ ? all_->size() : 0; }
  void write_mesh(const geometry::TriangleMesh& skin) {
    made_folder_ = made_folder_ || !std::filesystem::exists(*arguments_.meshes);
    make_folder(*arguments_.meshes);
    const Path path = mesh_path(*arguments_.meshes, size());
    io::write_ply(path, skin);
    unsaved_meshes_.push_back(path);
  }

  const Arguments& arguments_;
  std::optional<tensors::Dataset> all_;
  std::vector<Path> unsaved_meshes_;
  bool made_folder_ = false;
  int added_ = 0;
};

/// Adds everybody who can be read. Names each CT that is refused on stderr and returns how many there were.
/// Of a single CT the refusal is thrown. Throws Cancelled.
int add_all(const Arguments& arguments, People& people) {
  const ProgressFunction progress = progress_bar();
  const auto begun = std::chrono::steady_clock::now();
  int refused = 0;
  for (std::size_t n = 0; n < arguments.cts.size(); ++n) {
    if (cancelled_by_signal().cancelled()) throw Cancelled();
    try {
      people.add(n);
    } catch (const InputError& error) {
      if (progress_is_json())
        tell_ct({{"path", arguments.cts[n].string()},
                 {"used", false},
                 {"code", error.code()},
                 {"text", error.what()}});
      if (arguments.cts.size() == 1) throw;
      if (!progress_is_json()) std::cerr << error.what() << '\n';
      ++refused;
    }
    if (std::chrono::steady_clock::now() - begun > std::chrono::seconds(1))
      progress(static_cast<double>(n + 1) / static_cast<double>(arguments.cts.size()), "CT");
  }
  return refused;
}

void run(const Arguments& arguments) {
  check(arguments);
  cancelled_by_signal();
  People people(arguments);
  int refused = 0;
  std::exception_ptr failure;
  try {
    refused = add_all(arguments, people);
  } catch (...) {
    failure = std::current_exception();
  }
  if (people.added() > 0) people.save();
  if (failure) std::rethrow_exception(failure);
  if (refused > 0 && people.added() == 0)
    throw InputError("ingest.all_refused", "None of the {} CTs can be used; nothing was written.", refused);
  if (refused > 0)
    throw InputError("ingest.some_refused", "{} of {} CTs cannot be used; the other people are in \"{}\".",
                     refused, arguments.cts.size(), arguments.out);
}

}  // namespace

void add_ingest_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand("ingest", "Make a data set of real people from CT");
  command
      ->add_option("ct", arguments->cts,
                   "CT: folders or archives with a DICOM series, DICOM files, or " +
                       io::volume_format_names() + "; one for each person")
      ->required();
  command
      ->add_option("--landmarks", arguments->landmarks,
                   "Landmarks (.mrk.json of 3D Slicer, or .csv with name,x,y,z in LPS); once for each CT, in "
                   "the same order, \"none\" for a person without")
      ->allow_extra_args(false);
  command->add_option("--neck", arguments->neck_mm, "Level (z, mm) of the neck, C7/T1, in the CT's frame");
  command->add_option("--symphysis", arguments->symphysis_mm,
                      "Level (z, mm) of the pubic symphysis in the CT's frame");
  command->add_option(
      "--like", arguments->like,
      "A surface (in mm) or CT of the whole body of the same person in the same frame, for the levels");
  command
      ->add_option(
          "--split", arguments->split,
          "What the people are used for; auto divides them. All scans of one person belong in one split")
      ->check(CLI::IsMember({"train", "validation", "test", "auto"}))
      ->capture_default_str();
  command->add_flag("--fine", arguments->fine,
                    "Pictures of 512 x 384 instead of 256 x 192; added people have the data set's size");
  command->add_flag("--append", arguments->append, "Add to the data set when it is there already");
  command->add_option("--mesh", arguments->meshes, "Folder for the bodies' surfaces, person_NUMBER.ply");
  command->add_option("--out", arguments->out, "Data set to write (.safetensors)")->required();
  arguments->of_ct = CtArguments::add_to(*command);
  arguments->of_like = CtArguments::add_to(*command, "like");
  add_force_option(*command, arguments->force);
  add_progress_option(*command);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
