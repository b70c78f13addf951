#include <torch/types.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <csignal>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/bodies/built_in_person.h"
#include "core/geometry/scan_alignment.h"
#include "core/geometry/surface_image.h"
#include "core/io/ct_volume_file.h"
#include "core/io/mesh_file.h"
#include "core/tensors/dataset.h"
#include "tests/app/program.h"
#include "tests/core/io/dicom.h"
#include "tests/core/io/files.h"
#include "tests/core/io/nifti.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using namespace skiagraph::imaging;
using namespace skiagraph::io;
using namespace skiagraph::tensors;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

constexpr double kVoxelMm = 6;
// Where a scanner has put the person.
constexpr Vec3 kPlace{25, -140, -800};

void write_ct(const std::filesystem::path& path, const CtVolume& ct) {
  const auto f = [](double v) { return static_cast<float>(v); };
  const Vec3 s = ct.spacing_mm, o = ct.origin_mm;
  write_nifti_ct(
      path,
      {static_cast<std::int16_t>(ct.nx), static_cast<std::int16_t>(ct.ny), static_cast<std::int16_t>(ct.nz)},
      {{{f(-s.x), 0, 0, f(-o.x)}, {0, f(-s.y), 0, f(-o.y)}, {0, 0, f(s.z), f(o.z)}}}, ct.hounsfield);
}

TriangleMesh placed_person() {
  TriangleMesh person = built_in_person();
  for (Vec3& p : person.vertices) p = p + kPlace;
  return person;
}

/// The built-in person of water, between two heights above the soles.
CtVolume person_ct(double low = -50, double high = 2000) {
  const TriangleMesh person = placed_person();
  const CanonicalFrame grid{310, 120, 10, 110, 60};
  const Vec3 top = kPlace + Vec3{0, 0, 1780}, below = top + Vec3{0, 0, -100 * kVoxelMm};
  const SurfaceImage image = rasterise_surface(std::span(&person, 1), {grid, top, below});
  const int first = std::max(0, static_cast<int>(10 + (1780 - high) / kVoxelMm)),
            last = std::min(grid.rows, static_cast<int>(10 + (1780 - low) / kVoxelMm));
  CtVolume ct{grid.columns, 80, last - first, {kVoxelMm, kVoxelMm, kVoxelMm}, {}, {}, {}};
  ct.origin_mm = image.placement.to_patient({last - 1.0, 0}, kPlace.y - 40 * kVoxelMm);
  for (int k = 0; k < ct.nz; ++k)
    for (int j = 0; j < ct.ny; ++j)
      for (int i = 0; i < ct.nx; ++i) {
        const std::size_t n = static_cast<std::size_t>(last - 1 - k) * grid.columns + i;
        const double torso = image.placement.torso_mm(), y = ct.origin_mm.y + j * kVoxelMm;
        const double front = image.front_mm + image.depth[n] * torso;
        const bool inside = image.thickness[n] > 0 && y > front && y < front + image.thickness[n] * torso;
        ct.hounsfield.push_back(inside ? 0 : -1000);
      }
  return ct;
}

/// Runs `ingest` and reads what it wrote.
class Ingest {
 public:
  TemporaryFolder folder;

  [[nodiscard]] std::string out() const { return folder / "people.safetensors"; }

  [[nodiscard]] std::vector<std::string> command(std::vector<std::string> words) const {
    words.insert(words.begin(), "ingest");
    words.insert(words.end(), {"--out", out()});
    return words;
  }
  ProgramEnd run(const std::vector<std::string>& words) const { return run_cli(command(words)); }
  /// Anew, unless it is to be appended.
  Dataset read(std::vector<std::string> words) const {
    if (std::ranges::find(words, "--append") == words.end()) words.push_back("--force");
    const ProgramEnd end = run(words);
    INFO(end.err);
    REQUIRE(end.code == 0);
    return read_dataset(out());
  }
  void refuses(const std::vector<std::string>& words, const std::string& why) const {
    const ProgramEnd end = run(words);
    CAPTURE(words);
    CHECK(end.code == 2);
    CHECK_THAT(end.err, Contains(why));
    CHECK(std::count(end.err.begin(), end.err.end(), '\n') == 1);
    CHECK(end.out.empty());
    CHECK_FALSE(std::filesystem::exists(out()));
    CHECK_FALSE(std::filesystem::exists(folder / "meshes"));
  }
};

double torso_mm(const Dataset& people, std::int64_t person) {
  return people.mm_per_px[person].item<double>() * (people.frame.symphysis_row - people.frame.neck_row);
}

torch::Tensor xray(const Dataset& people, std::int64_t person = 0) {
  return people.xray[person][0].to(torch::kFloat32);
}

const std::vector<std::string> kLevels{"--neck", "600", "--symphysis", "50"};

std::vector<std::string> with_levels(const std::string& ct) {
  std::vector<std::string> words{ct};
  words.insert(words.end(), kLevels.begin(), kLevels.end());
  return words;
}

}  // namespace

TEST_CASE("A CT of a whole body is placed by itself; parts of it like the whole, however they are told") {
  const Ingest ingest;
  const AlignedScan aligned = align_scan(placed_person());
  const Vec3 neck = aligned.to_patient.inverse()(aligned.neck),
             symphysis = aligned.to_patient.inverse()(aligned.symphysis);
  write_ct(ingest.folder / "whole.nii", person_ct());
  write_ct(ingest.folder / "chest.nii", person_ct(1050, 1350));
  write_ply(ingest.folder / "skin.ply", placed_person());
  const auto number = [](double value) { return std::to_string(value); };

  const Dataset whole = ingest.read({ingest.folder / "whole.nii"});
  REQUIRE(whole.size() == 1);
  CHECK(torso_mm(whole, 0) == Approx(neck.z - symphysis.z).margin(12));
  CHECK(whole.covered.all().item<bool>());
  CHECK(whole.metadata == std::map<std::string, std::string>{{"bases", "CT"}});

  const std::string chest = ingest.folder / "chest.nii";
  write_file(ingest.folder / "marks.csv", "name,x,y,z\nneck," + number(neck.x) + ",0," + number(neck.z) +
                                              "\npubic_symphysis," + number(symphysis.x) + ",0," +
                                              number(symphysis.z) + "\ncarina," + number(neck.x) + ",-140," +
                                              number(neck.z - 200) + "\n");
  const Dataset by_hand = ingest.read({chest, "--neck", number(neck.z), "--symphysis", number(symphysis.z)});
  const Dataset like_skin = ingest.read({chest, "--like", ingest.folder / "skin.ply"});
  const Dataset like_ct = ingest.read({chest, "--like", ingest.folder / "whole.nii"});
  const Dataset by_landmarks = ingest.read({chest, "--landmarks", ingest.folder / "marks.csv"});
  // The trunk's own midline is not exactly that of neck and symphysis.
  CHECK((xray(by_hand) - xray(like_skin)).abs().mean().item<double>() < 0.002);
  CHECK(torch::allclose(by_hand.mm_per_px, like_skin.mm_per_px, 1e-3));
  CHECK(torch::equal(by_landmarks.covered, like_skin.covered));
  CHECK(torch::equal(like_ct.mm_per_px, whole.mm_per_px));
  // What the part covers is as in the whole, and no more than that.
  const auto covered = like_ct.covered[0][0].to(torch::kBool);
  CHECK(covered.to(torch::kFloat32).mean().item<double>() == Approx(300 / (256 * 3.9)).margin(0.06));
  CHECK((xray(like_ct) - xray(whole)).abs().masked_select(covered).max().item<double>() < 0.02);
  CHECK(by_landmarks.landmarks.isfinite().sum().item<int>() == 2 * 3);
  CHECK(by_landmarks.landmarks[0][0][0].item<double>() == Approx(by_landmarks.frame.neck_row));
  CHECK(by_landmarks.landmarks[0][12][0].item<double>() == Approx(by_landmarks.frame.symphysis_row));
}

TEST_CASE("People are added to a data set, with and without landmarks, in the split that is asked for") {
  const Ingest ingest;
  const std::string ct = ingest.folder / "Doe_Jane_1970.nii", marks = ingest.folder / "marks.csv",
                    meshes = ingest.folder / "meshes";
  write_ct(ct, person_ct());
  write_file(marks, "name,x,y,z\ncarina,25,-140,500\n");
  CHECK(ingest.read({ct, "--append"}).size() == 1);
  const Dataset people = ingest.read(
      {ct, ct, "--append", "--split", "test", "--landmarks", marks, "--landmarks", "none", "--mesh", meshes});
  REQUIRE(people.size() == 3);
  CHECK(torch::equal(people.split, torch::tensor({0, 2, 2}, torch::kUInt8)));
  CHECK(people.landmarks[1].isfinite().any().item<bool>());
  CHECK_FALSE(people.landmarks[2].isfinite().any().item<bool>());
  CHECK(torch::equal(people.xray[1], people.xray[2]));
  CHECK_FALSE(read_mesh(meshes + "/person_0001.ply").triangles.empty());
  CHECK_FALSE(read_mesh(meshes + "/person_0002.ply").triangles.empty());
  // Nothing tells who they are.
  for (const std::string& file : {ingest.out(), meshes + "/person_0001.ply"})
    CHECK_THAT(read_file(file), !Contains("Jane") && !Contains(".nii"));
}

TEST_CASE("Bad CT is refused in one line, and nothing is written") {
  const Ingest ingest;
  const std::string good = ingest.folder / "good.nii";
  CtVolume ct = person_ct(1050, 1350);
  write_ct(good, ct);
  const auto check = [&](const std::string& name, const std::string& why) {
    ingest.refuses(with_levels(ingest.folder / name), why);
  };
  check("nowhere.nii", "There is no file");
  write_truncated(good, ingest.folder / "cut.nii", 100000);
  check("cut.nii", "damaged");
  write_file(ingest.folder / "letter.nrrd", "a letter");
  check("letter.nrrd", "not a NRRD file");
  const NiftiMatrix matrix{{{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}}};
  write_nifti_ct(ingest.folder / "huge.nii", {2000, 2000, 2000}, matrix, {0});
  check("huge.nii", "million voxels");
  write_nifti_ct(ingest.folder / "one.nii", {2, 2, 1}, matrix, std::vector<float>(4, 0));
  check("one.nii", "too few slices");
  write_nifti(ingest.folder / "labels.nii", {2, 2, 2}, matrix, std::vector<std::uint8_t>(8, 1));
  check("labels.nii", "holds no CT");
  CtVolume air = ct;
  std::ranges::fill(air.hounsfield, -1000.0F);
  write_ct(ingest.folder / "air.nii", air);
  check("air.nii", "air alone");
  ct.hounsfield[1000] = std::numeric_limits<float>::quiet_NaN();
  write_ct(ingest.folder / "nan.nii", ct);
  check("nan.nii", "not numbers");

  DicomSlice slice;
  slice.values.assign(20, 40);
  const auto check_dicom = [&](const std::string& name, const std::string& why) {
    std::filesystem::create_directory(ingest.folder / name);
    write_dicom(ingest.folder / (name + "/1.dcm"), slice);
    check(name, why);
  };
  std::filesystem::create_directory(ingest.folder / "empty");
  check("empty", "no DICOM images");
  check_dicom("slice", "one slice");
  slice.modality = "MR";
  check_dicom("mr", "not CT");
  slice.modality = "CT", slice.gantry_tilt = 15;
  std::filesystem::create_directory(ingest.folder / "tilted");
  for (int n = 0; n < 5; ++n) {
    slice.place[2] = 5 * n;
    write_dicom(ingest.folder / ("tilted/" + std::to_string(n)), slice);
  }
  check("tilted", "tilted gantry");
}

TEST_CASE("What a CT does not say is given by options, and those that make no sense are refused") {
  const Ingest ingest;
  const std::string ct = ingest.folder / "ct.nii";
  CtVolume stored = person_ct();
  for (float& v : stored.hounsfield) v = (v + 1024) / 2;
  write_ct(ct, stored);
  std::string bytes = read_file(ct);
  bytes[254] = 0;  // no sform
  write_file(ct, bytes);
  const auto levels = [&](std::vector<std::string> more) {
    std::vector<std::string> words = with_levels(ct);
    words.insert(words.end(), more.begin(), more.end());
    return words;
  };
  ingest.refuses(levels({}), "--axes");
  ingest.refuses(levels({"--axes", "LPS"}), "--values");
  ingest.refuses(levels({"--axes", "LLS"}), "names no three axes");
  ingest.refuses(levels({"--spacing", "1,2"}), "no spacing");
  ingest.refuses(levels({"--spacing", "1,2,0"}), "no spacing");
  ingest.refuses(levels({"--values", "5,5"}), "what the values mean");
  ingest.refuses(levels({"--values", "1024,24"}), "what the values mean");
  const Dataset people = ingest.read({ct, "--axes", "LPS", "--values", "12,512"});
  write_ct(ingest.folder / "whole.nii", person_ct());
  CHECK((xray(people) - xray(ingest.read({ingest.folder / "whole.nii"}))).abs().max().item<double>() < 0.01);
}

TEST_CASE("skin finds out whether it is given CT or labels") {
  const TemporaryFolder folder;
  write_ct(folder / "ct.nii", person_ct());
  const ProgramEnd ct = run_cli({"skin", folder / "ct.nii", "--out", folder / "ct.ply"});
  CHECK(ct.code == 0);
  const CtVolume person = person_ct();
  std::vector<std::uint8_t> labels;
  for (const float v : person.hounsfield) labels.push_back(v > -500 ? 1 : 0);
  write_nifti(folder / "labels.nii",
              {static_cast<std::int16_t>(person.nx), static_cast<std::int16_t>(person.ny),
               static_cast<std::int16_t>(person.nz)},
              {{{-6, 0, 0, 0}, {0, -6, 0, 0}, {0, 0, 6, 0}}}, labels);
  CHECK(run_cli({"skin", folder / "labels.nii", "--out", folder / "labels.ply"}).code == 0);
  const auto size = [&](const char* name) { return read_mesh(folder / name).triangles.size(); };
  CHECK(static_cast<double>(size("ct.ply")) == Approx(static_cast<double>(size("labels.ply"))).epsilon(0.1));
}

TEST_CASE("One bad CT among several is named, and the others are kept") {
  const Ingest ingest;
  const std::string good = ingest.folder / "good.nii", bad = ingest.folder / "bad.nii",
                    meshes = ingest.folder / "meshes";
  write_ct(good, person_ct());
  write_file(bad, "a letter");
  const ProgramEnd end = ingest.run({good, bad, good, "--mesh", meshes});
  CHECK(end.code == 2);
  CHECK_THAT(end.err, Contains("bad.nii") && Contains("1 of 3 CTs cannot be used"));
  CHECK_THAT(end.out, Contains("2 people"));
  CHECK(read_dataset(ingest.out()).size() == 2);
  CHECK(std::filesystem::exists(meshes + "/person_0001.ply"));
  CHECK_FALSE(std::filesystem::exists(meshes + "/person_0002.ply"));

  const std::string before = read_file(ingest.out());
  const ProgramEnd none = ingest.run({bad, bad, "--append"});
  CHECK(none.code == 2);
  CHECK_THAT(none.err, Contains("None of the 2 CTs"));
  CHECK(read_file(ingest.out()) == before);
}

TEST_CASE("What became of each CT is told to other programs in JSON") {
  const Ingest ingest;
  const std::string good = ingest.folder / "good.nii", bad = ingest.folder / "bad.nii";
  write_ct(good, person_ct());
  write_file(bad, "a letter");
  const ProgramEnd end = ingest.run({good, bad, "--progress", "json"});
  CHECK(end.code == 2);
  std::vector<nlohmann::json> told;
  std::istringstream lines(end.err);
  for (std::string line; std::getline(lines, line);) {
    const nlohmann::json entry = nlohmann::json::parse(line, nullptr, false);
    CAPTURE(line);
    REQUIRE(entry.is_object());
    if (!entry.contains("progress")) told.push_back(entry);
  }
  REQUIRE(told.size() == 3);
  CHECK(told[0]["ct"]["path"] == good);
  CHECK(told[0]["ct"]["used"] == true);
  CHECK(told[0]["ct"]["torso_mm"] > 300);
  CHECK(told[1]["ct"]["path"] == bad);
  CHECK(told[1]["ct"]["used"] == false);
  CHECK_THAT(told[1]["ct"]["text"].get<std::string>(), Contains("bad.nii"));
  CHECK(told[2]["error"]["code"] == "ingest.some_refused");
}

TEST_CASE("ingest that is stopped keeps the people read so far") {
  const Ingest ingest;
  const std::string ct = ingest.folder / "ct.nii", meshes = ingest.folder / "meshes";
  write_ct(ct, person_ct());
  constexpr int kMany = 300;
  std::vector<std::string> words(kMany, ct);
  words.insert(words.end(), {"--mesh", meshes});
  Program program(ingest.command(words));
  REQUIRE(program.wait_until([&] { return std::filesystem::exists(meshes + "/person_0000.ply"); }));
  program.send(SIGTERM);
  const ProgramEnd end = program.wait();
  CHECK(end.code == 1);
  CHECK_THAT(end.err, Contains("Stopped on request."));
  const auto people = read_dataset(ingest.out()).size();
  CHECK(people >= 1);
  CHECK(people < kMany);
  CHECK(std::distance(std::filesystem::directory_iterator(meshes), {}) == people);
}

TEST_CASE("ingest replaces neither a data set nor a surface unasked") {
  const Ingest ingest;
  const std::string ct = ingest.folder / "ct.nii", meshes = ingest.folder / "meshes";
  write_ct(ct, person_ct());
  write_file(ingest.out(), "mine");
  const ProgramEnd kept = ingest.run({ct});
  CHECK(kept.code == 2);
  CHECK_THAT(kept.err, Contains("people.safetensors") && Contains("--force"));
  CHECK(read_file(ingest.out()) == "mine");
  std::filesystem::remove(ingest.out());

  std::filesystem::create_directory(meshes);
  write_file(meshes + "/person_0001.ply", "mine");
  const ProgramEnd mesh = ingest.run({ct, ct, "--mesh", meshes});
  CHECK(mesh.code == 2);
  CHECK_THAT(mesh.err, Contains("person_0001.ply"));
  CHECK(read_file(meshes + "/person_0001.ply") == "mine");
  CHECK_FALSE(std::filesystem::exists(ingest.out()));
  CHECK(ingest.read({ct, ct, "--mesh", meshes}).size() == 2);
}

TEST_CASE("A CT is refused where its place is not known") {
  const Ingest ingest;
  const std::string chest = ingest.folder / "chest.nii", marks = ingest.folder / "marks.csv";
  write_ct(chest, person_ct(1050, 1350));
  write_ply(ingest.folder / "chest.ply", TriangleMesh{{{0, 0, 0}, {100, 0, 0}, {0, 0, 100}}, {{0, 1, 2}}});
  ingest.refuses({chest, "--mesh", ingest.folder / "meshes"}, "give their levels");
  ingest.refuses({chest, "--neck", "600"}, "give their levels");
  ingest.refuses({chest, "--neck", "600", "--symphysis", "590"}, "100 mm");
  ingest.refuses({chest, "--like", ingest.folder / "chest.ply"}, "chest.ply");
  ingest.refuses({chest, chest, "--neck", "600", "--symphysis", "50"}, "--append");
  ingest.refuses({chest, chest, "--landmarks", marks}, "once for each CT");
  ingest.refuses({chest, "--landmarks", marks}, "There is no file");
  write_file(marks, "name,x,y,z\nnavel,1,2,3\n");
  ingest.refuses({chest, "--landmarks", marks}, "navel");
  write_file(marks, "name,x,y,z\nneck,0,0,9000\npubic_symphysis,0,0,8000\n");
  ingest.refuses({chest, "--landmarks", marks}, "All landmarks");
  ingest.refuses({chest, "--split", "mine"}, "--split");
  CHECK(run_cli({"ingest", chest, "--out", ingest.folder / "no/where.safetensors"}).code == 2);
}

TEST_CASE("The real chest has its heart on the picture's right, from DICOM and from NIfTI alike") {
  const auto folder = shared_file("ct/chest_dicom");
  if (folder.empty()) return;
  const Ingest ingest;
  // Estimated: the CT reaches from the shoulders to the loins, z 38 to -268.
  const std::vector<std::string> levels{"--neck", "10", "--symphysis", "-530"};
  const auto read = [&](const std::string& ct) {
    std::vector<std::string> words{ct};
    words.insert(words.end(), levels.begin(), levels.end());
    return ingest.read(words);
  };
  const Dataset dicom = read(folder.string());
  write_ct(ingest.folder / "chest.nii", read_ct_volume(folder));
  const Dataset nifti = read(ingest.folder / "chest.nii");
  CHECK(torch::allclose(dicom.xray.to(torch::kFloat32), nifti.xray.to(torch::kFloat32), 1e-3, 1e-5));
  CHECK(torch::allclose(dicom.surface.to(torch::kFloat32), nifti.surface.to(torch::kFloat32), 1e-3, 1e-5));
  CHECK(torch::equal(dicom.covered, nifti.covered));
  CHECK(torch::allclose(dicom.mm_per_px, nifti.mm_per_px));
  CHECK(dicom.metadata == std::map<std::string, std::string>{{"bases", "CT"}});  // nothing of the patient

  const auto picture = xray(dicom), covered = dicom.covered[0][0];
  const double mm = 540.0 / 144;
  CHECK(covered.to(torch::kFloat32).sum(0)[96].item<double>() == Approx(306 / mm).margin(3));
  // At the level of the heart, as far beside the midline as it reaches.
  const auto mean = [&](int from, int to) {
    return picture.slice(0, 84, 98).slice(1, 96 + from, 96 + to).mean().item<double>();
  };
  CHECK(mean(6, 24) > 1.2 * mean(-24, -6));
  CHECK(mean(-3, 4) > mean(-24, -6));  // the spine
  CHECK(picture.max().item<double>() < 0.8);
  // No couch: nothing beside the body, which is as thick as itself.
  const auto near_body =
      torch::max_pool2d((dicom.surface.slice(1, 1) > 0).to(torch::kFloat32), 5, 1, 2)[0][0];
  CHECK((picture * (near_body == 0)).max().item<double>() == 0);
  CHECK(dicom.surface[0][1].max().item<double>() * 540 < 300);
}
