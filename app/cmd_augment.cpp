#include <algorithm>
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

#include "app/annotation_table.h"
#include "app/commands.h"
#include "app/models_folder.h"
#include "app/output_files.h"
#include "app/predict_input.h"
#include "app/progress_bar.h"
#include "core/applications/training_data/annotation_following.h"
#include "core/applications/training_data/perturbed_pictures.h"
#include "core/base/error.h"
#include "core/geometry/frame_change.h"
#include "core/io/keypoint_files.h"
#include "core/io/picture_files.h"
#include "core/io/png.h"
#include "core/io/session_file.h"
#include "core/io/synthetic_notice.h"

namespace skiagraph::app {
namespace {

using namespace applications;

struct Arguments {
  std::vector<std::filesystem::path> annotated;
  std::filesystem::path out;
  std::optional<std::filesystem::path> models;
  std::optional<double> box_mm;
  std::string device = "auto";
  double strength = 1;
  PerturbationOptions perturbation;
  bool force = false;
};

constexpr const char *kCoco = "keypoints.json", *kTable = "keypoints.csv", *kPictures = "pictures";

MarkerPerturbation perturbation_of(const Arguments& arguments, const inference::Predictor& predictor,
                                   double mm_per_px) {
  if (arguments.box_mm) return MarkerPerturbation::within_box(*arguments.box_mm / mm_per_px);
  return MarkerPerturbation::among_people(predictor, arguments.strength);
}

/// A table, or sessions that hold points themselves.
AnnotationTable read_annotations(const std::vector<std::filesystem::path>& paths) {
  if (std::ranges::all_of(paths, io::is_session_name)) return read_annotated_sessions(paths);
  if (paths.size() > 1)
    throw InputError("augment.one_table",
                     "Give one table, or sessions (.skiagraph) in which points are marked; \"{}\" and \"{}\" "
                     "are not both of one kind.",
                     paths[0], paths[1]);
  return read_annotation_table(paths.front());
}

/// Where the session's points are in the X-ray of its pins.
void follow_annotations(const AnnotatedRow& row, const imaging::XrayImage& xray,
                        inference::Predictor& predictor, AnnotatedPerson& person) {
  const FollowedPoints followed = AnnotationFollower().follow(
      predictor, person.surface, annotated_points(row.annotations, person.surface->placement), xray,
      person.markers);
  for (const auto& [name, place] : followed) {
    if (!place)
      throw InputError("augment.lost",
                       "The point \"{}\" of \"{}\" cannot be followed to where the markers are now; mark it "
                       "again.",
                       name, row.scan);
    person.annotations.push_back(*place);
  }
}

/// Points are in pixels of the X-ray that `predict` writes, which has this frame.
void check_points(const AnnotatedRow& row, const geometry::CanonicalFrame& frame) {
  for (const Pixel& point : row.points)
    if (!(point.row >= 0 && point.column >= 0 && point.row <= frame.rows - 1 &&
          point.column <= frame.columns - 1))
      throw InputError("augment.outside", "A point of \"{}\" lies outside of its X-ray of {} x {} pixels.",
                       row.scan, frame.rows, frame.columns);
}

AnnotatedPerson person_of(const AnnotatedRow& row, inference::Predictor& predictor,
                          const Arguments& arguments) {
  const PredictInput input = read_predict_input(row.scan, {}, arguments.models);
  AnnotatedPerson person;
  person.surface = std::make_shared<const geometry::SurfaceImage>(
      geometry::rasterise_surface(std::span(&input.scan.mesh, 1), input.scan.placement(predictor.frame())));
  inference::LoopRequest request;
  request.surface = person.surface;
  if (input.session) request.pins = session_pins(*input.session, predictor.frame());
  const inference::LoopResult rest = predictor.run(request, &cancelled_by_signal());
  person.markers = inference::positions_of(rest.markers);
  if (row.points.empty()) {
    follow_annotations(row, rest.xray, predictor, person);
    return person;
  }
  // With a real X-ray in it, what is written is no finer than the loop's.
  const bool real = input.session && input.session->partial_xray;
  const geometry::CanonicalFrame frame = real ? predictor.frame() : predictor.fine_frame();
  check_points(row, frame);
  for (const Pixel& point : row.points)
    person.annotations.push_back(geometry::same_place(point, frame, predictor.frame()));
  return person;
}

std::string picture_name(const std::string& person, std::size_t number) {
  std::ostringstream name;
  name << kPictures << '/' << person << '_' << std::setw(4) << std::setfill('0') << number << ".png";
  return name.str();
}

/// Writes the X-ray, as fine as it is shown, and says what the data set's tables say of it.
io::KeypointPicture written(const AnnotatedPicture& picture, const std::string& person, std::size_t number,
                            const imaging::XrayImage& fine, double mm_per_px,
                            const std::filesystem::path& folder) {
  const auto& frame = fine.frame;
  io::KeypointPicture entry{picture_name(person, number), frame.rows, frame.columns, mm_per_px, person, {}};
  const auto add = [&](Pixel place) {
    entry.points.push_back(geometry::same_place(place, picture.xray.frame, frame));
  };
  std::ranges::for_each(picture.annotations, add);
  std::ranges::for_each(picture.markers, add);
  io::write_png16(folder / entry.file_name, frame.rows, frame.columns, fine.pixels,
                  {mm_per_px, {{"Disclaimer", std::string(io::kSyntheticNotice)}}});
  return entry;
}

/// Found out before the long work.
void check(const AnnotationTable& table, const Arguments& arguments) {
  check_output_folder(arguments.out, std::vector<std::string>{kCoco, kTable}, arguments.force);
  const std::filesystem::path pictures = arguments.out / kPictures;
  std::error_code error;
  if (!arguments.force && std::filesystem::exists(pictures, error) &&
      !std::filesystem::is_empty(pictures, error))
    throw InputError(
        "augment.pictures_exist",
        "The folder \"{}\" holds pictures already; choose another --out, or replace them with --force.",
        pictures);
  for (const AnnotatedRow& row : table.rows)
    if (!std::filesystem::exists(row.scan, error))
      throw InputError("file.missing", "There is no file \"{}\".", row.scan);
}

void run(const Arguments& arguments) {
  const AnnotationTable table = read_annotations(arguments.annotated);
  check(table, arguments);
  inference::Predictor predictor(models_folder(arguments.models), arguments.device);
  for (const AnnotatedRow& row : table.rows) check_points(row, predictor.fine_frame());
  make_folder(arguments.out / kPictures);
  std::vector<io::KeypointPicture> pictures;
  int lost = 0;
  const ProgressFunction bar = progress_bar();
  for (std::size_t n = 0; n < table.rows.size(); ++n) {
    const AnnotatedPerson person = person_of(table.rows[n], predictor, arguments);
    const double mm_per_px = person.surface->placement.mm_per_px();
    PerturbationOptions options = arguments.perturbation;
    options.seed = arguments.perturbation.seed * 1000003 + n;
    const PerturbedPictures made = perturbed_pictures(
        predictor, person, perturbation_of(arguments, predictor, mm_per_px), options,
        [&](double done, const std::string& what) {
          bar((static_cast<double>(n) + done) / static_cast<double>(table.rows.size()), what);
        },
        &cancelled_by_signal());
    for (std::size_t k = 0; k < made.pictures.size(); ++k) {
      const imaging::XrayImage fine = predictor.fine_xray(person.surface, made.pictures[k].xray);
      pictures.push_back(written(made.pictures[k], table.rows[n].name, k, fine,
                                 io::mm_per_px(fine, *person.surface), arguments.out));
    }
    lost += made.lost;
  }
  std::vector<std::string> names = table.names;
  for (int n = 0; n < kMarkerCount; ++n) names.emplace_back(marker_table()[static_cast<std::size_t>(n)].name);
  io::write_coco_keypoints(arguments.out / kCoco, names, pictures);
  io::write_keypoint_table(arguments.out / kTable, names, pictures);
  if (progress_is_json())
    std::cerr << nlohmann::json{{"augmented", {{"pictures", pictures.size()}, {"lost", lost}}}}.dump()
              << '\n';
  std::cout << pictures.size() << " pictures of " << table.rows.size() << " people in "
            << arguments.out.string() << "; " << lost
            << " left out because an annotation could not be followed\n";
}

}  // namespace

void add_augment_command(CLI::App& app) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand(
      "augment", "Make training data from annotated X-rays: markers moved at random, annotations followed");
  command
      ->add_option("annotated", arguments->annotated,
                   "Table (CSV) with the columns scan (a scan or session), NAME_x and NAME_y for each "
                   "annotated point, "
                   "in pixels of the X-ray that predict writes; and name, if wanted. Or sessions "
                   "(.skiagraph) in which the window has marked points")
      ->required();
  command->add_option("--out", arguments->out, "Folder for pictures, keypoints.json (COCO) and keypoints.csv")
      ->required();
  command
      ->add_option("--count", arguments->perturbation.count,
                   "Pictures of each person besides the annotated one")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  command->add_option("--seed", arguments->perturbation.seed, "Seed")->capture_default_str();
  command
      ->add_option("--strength", arguments->strength,
                   "Markers vary together as among people who could wear one skin, so many times as much")
      ->check(CLI::Range(0.01, 10.0))
      ->capture_default_str();
  command
      ->add_option("--box", arguments->box_mm,
                   "Move each marker by itself instead, within so many mm to each side")
      ->check(CLI::Range(0.1, 200.0));
  command
      ->add_option("--least-score", arguments->perturbation.tracking.least_score,
                   "Worst correlation with which an annotation counts as followed")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command->add_option("--models", arguments->models, "Folder of the networks");
  command->add_option("--device", arguments->device, "cpu, cuda or auto")->capture_default_str();
  add_force_option(*command, arguments->force);
  add_progress_option(*command);
  command->callback([arguments] { run(*arguments); });
}

}  // namespace skiagraph::app
