#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/bodies/built_in_person.h"
#include "core/io/landmarks_file.h"
#include "core/io/mesh_file.h"
#include "core/io/png.h"
#include "core/markers/marker_table.h"
#include "tests/app/networks.h"
#include "tests/app/program.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using nlohmann::json;

namespace {

const std::filesystem::path kShipped = std::filesystem::path(SKIAGRAPH_SOURCE_DIR) / "models";

bool networks_are_shipped() {
  const bool there = std::filesystem::exists(kShipped / "t.safetensors");
  if (!there)
    WARN("There are no trained networks in models: whether predictions are plausible is not tested.");
  return there;
}

struct Prediction {
  json file;
  PngImage xray;

  Vec3 at(const char* coordinates, Marker marker) const {
    const json p = file["markers"][static_cast<std::size_t>(marker)][coordinates];
    return {p[0], p[1], p[2]};
  }
  Vec3 operator()(Marker marker) const { return at("patient_mm", marker); }
};

Prediction predict(const std::filesystem::path& scan, const std::filesystem::path& models) {
  const TemporaryFolder folder;
  const ProgramEnd end =
      run_cli({"predict", scan.string(), "--out", folder / "out", "--models", models.string()});
  INFO(end.err);
  REQUIRE(end.code == 0);
  return {json::parse(read_file(folder / "out/markers.json")), read_png(folder / "out/xray.png")};
}

/// Coarse bounds that hold for every standing adult; mm in the patient frame.
void check_plausible(const Prediction& p) {
  for (const auto& [right, left] : {std::pair{Marker::kLungTopRight, Marker::kLungTopLeft},
                                    {Marker::kKidneyCentreRight, Marker::kKidneyCentreLeft},
                                    {Marker::kIliacCrestRight, Marker::kIliacCrestLeft},
                                    {Marker::kFemoralHeadRight, Marker::kFemoralHeadLeft},
                                    {Marker::kShoulderRight, Marker::kShoulderLeft}}) {
    CAPTURE(info(right).name);
    CHECK(p(left).x - p(right).x > 40);
    CHECK(std::abs(p(left).z - p(right).z) < 80);
  }
  const double torso = p(Marker::kNeck).z - p(Marker::kPubicSymphysis).z;
  CHECK(torso > 400);
  CHECK(torso < 750);
  CHECK(p(Marker::kNeck).z > p(Marker::kCarina).z + 40);
  CHECK(p(Marker::kCarina).z > p(Marker::kLiverTop).z + 10);
  CHECK(p(Marker::kLiverTop).z > p(Marker::kLiverBottom).z + 60);
  CHECK(p(Marker::kLiverBottom).z > p(Marker::kPubicSymphysis).z + 60);
  CHECK(std::abs(p(Marker::kFemoralHeadLeft).z - p(Marker::kPubicSymphysis).z) < 80);
  CHECK(std::abs(p(Marker::kShoulderLeft).z - p(Marker::kNeck).z) < 120);
  for (const Marker middle : {Marker::kNeck, Marker::kSternumTip, Marker::kCarina, Marker::kPubicSymphysis})
    CHECK(std::abs(p(middle).x) < 40);

  const auto grey = [&](double row, double column) {
    return p.xray.values[static_cast<std::size_t>(row * p.xray.rows) * p.xray.columns +
                         static_cast<std::size_t>(column * p.xray.columns)];
  };
  CHECK(grey(0.55, 0.5) > 0.2);  // the spine at the loins
  CHECK(grey(0.01, 0.02) < 0.05);
  CHECK(grey(0.01, 0.97) < 0.05);
}

}  // namespace

TEST_CASE("predict reads the real scans") {
  const TemporaryFolder folder;
  write_untrained_networks(folder / "models");
  for (const char* name : {"VH_M_Skin.glb", "VH_M_Skin.fbx", "human_man.obj"}) {
    CAPTURE(name);
    const auto scan = shared_file(std::string("scans/") + name);
    if (scan.empty()) return;
    const ProgramEnd end = run_cli({"predict", scan.string(), "--out", folder / name, "--models",
                                    folder / "models", "--max-iterations", "1"});
    INFO(end.err);
    CHECK(end.code == 3);  // one turn is no rest
    CHECK(std::filesystem::file_size(folder / (std::string(name) + "/markers.json")) > 1000);
  }
}

TEST_CASE("The shipped networks see a person in the built-in person") {
  if (!networks_are_shipped()) return;
  const TemporaryFolder folder;
  write_ply(folder / "person.ply", built_in_person());
  check_plausible(predict(folder / "person.ply", kShipped));
}

TEST_CASE("The shipped networks see a person in the skin of the reference man") {
  const auto volume = shared_file("atlas/icrp110/AM.nii.gz");
  if (volume.empty() || !networks_are_shipped()) return;
  const TemporaryFolder folder;
  const ProgramEnd end =
      run_cli({"skin", volume.string(), "--out", folder / "skin.ply", "--landmarks", folder / "skin.csv"});
  INFO(end.err);
  REQUIRE(end.code == 0);
  const Prediction prediction = predict(folder / "skin.ply", kShipped);
  check_plausible(prediction);
  // The volume's own landmarks, in the axes of the surface: near to what networks that know him find.
  const KnownLandmarks landmarks = read_landmarks(folder / "skin.csv");
  for (int n = 0; n < kLandmarkCount; ++n) {
    CAPTURE(marker_table()[n].name);
    REQUIRE(landmarks[n]);
    if (n == kMarkerCount) continue;
    const Vec3 found = prediction.at("scan_mm", marker_table()[n].marker);
    CHECK(std::hypot(found.x - landmarks[n]->x, found.z - landmarks[n]->z) < 100);
  }
}

TEST_CASE("The shipped networks see a person in the real scans, the same one in GLB and FBX") {
  const auto glb = shared_file("scans/VH_M_Skin.glb"), fbx = shared_file("scans/VH_M_Skin.fbx"),
             obj = shared_file("scans/human_man.obj");
  if (glb.empty() || fbx.empty() || obj.empty() || !networks_are_shipped()) return;
  const Prediction a = predict(glb, kShipped), b = predict(fbx, kShipped);
  check_plausible(a);
  check_plausible(predict(obj, kShipped));
  for (int n = 0; n < kMarkerCount; ++n) {
    const Marker marker = marker_table()[n].marker;
    CAPTURE(marker_table()[n].name);
    CHECK(norm(a.at("scan_mm", marker) - b.at("scan_mm", marker)) < 2);
  }
}
