#include "core/anatomy/anomalies/anomaly.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "core/anatomy/anomalies/solid_writer.h"
#include "core/base/error.h"
#include "core/population/anthropometry.h"
#include "tests/core/anatomy/patients.h"
#include "tests/core/anatomy/phantom_base.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::geometry;
using namespace skiagraph::imaging;
using namespace skiagraph::population;
using Catch::Matchers::Contains;

namespace {

const CanonicalFrame kFrame{128, 96, 30, 102, 48};

/// Somebody in two pictures and two bodies.
struct Case {
  VirtualPatient patient;
  TissueVariation tissue;
  SurfaceImage surface;
  std::vector<float> before, after;  ///< torso
  XrayImage healthy, ill;
  torch::Tensor mask;  ///< H x W

  Case(const VirtualPatient& who, const AnomalyParameters& anomaly, const TissueVariation& with_tissue = {})
      : patient(who), tissue(with_tissue), surface(rasterise_surface(who.skin(), placement_of(who, kFrame))) {
    PatientAttenuation attenuation = patient.attenuation(tissue);
    before = attenuation[kTorso];
    healthy = patient.xray(surface, patient.skin(), attenuation);
    add_anomaly(patient, anomaly, tissue, attenuation[kTorso]);
    after = attenuation[kTorso];
    ill = patient.xray(surface, patient.skin(), attenuation);
    mask = anomaly_mask(ill, healthy);
  }

  [[nodiscard]] double area_mm2() const { return mask.sum().item<double>() * std::pow(mm_per_px(), 2); }
  [[nodiscard]] double mm_per_px() const { return surface.placement.mm_per_px(); }
  [[nodiscard]] torch::Tensor change() const { return xray_tensor(ill) - xray_tensor(healthy); }
  [[nodiscard]] bool brighter() const { return (change() > -1e-4).all().item<bool>(); }
  [[nodiscard]] bool darker() const { return (change() < 1e-4).all().item<bool>(); }
  /// Rows and columns of the mask's pixels, (M, 2).
  [[nodiscard]] torch::Tensor pixels() const { return mask.nonzero().to(torch::kFloat32); }
  [[nodiscard]] Pixel middle() const {
    const auto mean = pixels().mean(0);
    return {mean[0].item<double>(), mean[1].item<double>()};
  }
  [[nodiscard]] Pixel pixel(Marker marker) const {
    return surface.placement.to_pixel(patient.landmark(marker));
  }
  [[nodiscard]] std::size_t changed_voxels() const {
    std::size_t count = 0;
    for (std::size_t n = 0; n < before.size(); ++n) count += before[n] != after[n];
    return count;
  }
  [[nodiscard]] double voxel_ml() const {
    const Vec3 d = patient.base().parts[kTorso].attenuation.grid.spacing_mm;
    return d.x * d.y * d.z / 1000;
  }
};

VirtualPatient undeformed() {
  return {phantom_base(), {}, Interior(phantom_base(), {})};
}

VirtualPatient somebody(std::uint64_t person) {
  RandomStream random(21, person);
  const HabitusParameters habitus = draw_habitus(phantom_base(), random);
  return {phantom_base(), habitus, Interior(phantom_base(), random_interior(phantom_base(), random))};
}

AnomalyParameters anomaly(Anomaly kind, bool left) {
  AnomalyParameters parameters;
  parameters.kind = kind, parameters.left = left;
  parameters.collapse = 0.5, parameters.effusion_ml = 600, parameters.nodules_mm = {20};
  parameters.leads = 2, parameters.rods_bottom = 0.1, parameters.rods_top = 0.7;
  parameters.seed = 5;
  return parameters;
}

/// 1 where a ray meets one of the voxels in the person.
torch::Tensor shadow(const VirtualPatient& patient, const SurfaceImage& surface, VariedTissue tissue) {
  const BodyPart& torso = patient.base().parts[kTorso];
  auto shadow = torch::zeros({kFrame.rows, kFrame.columns});
  for (const std::uint32_t n : torso.voxels[tissue]) {
    const Pixel p = surface.placement.to_pixel(patient.from_base(torso.attenuation.grid.position(n)));
    shadow[std::lround(p.row)][std::lround(p.column)] = 1;
  }
  return shadow;
}

torch::Tensor widened(const torch::Tensor& mask, int by) {
  return torch::max_pool2d(mask.to(torch::kFloat32).reshape({1, 1, kFrame.rows, kFrame.columns}), 2 * by + 1,
                           1, by)[0][0];
}

double share(const torch::Tensor& of, const torch::Tensor& in) {
  return ((of * in).sum() / of.sum()).item<double>();
}

}  // namespace

TEST_CASE("anomalies have names, and wrong names are refused with the right ones") {
  CHECK(anomalies_named("all").size() == kAnomalyCount);
  CHECK((anomalies_named("all").front() == Anomaly::kNone));
  CHECK((anomalies_named("effusion,healthy") == std::vector{Anomaly::kEffusion, Anomaly::kNone}));
  for (int kind = 0; kind < kAnomalyCount; ++kind)
    CHECK((anomalies_named(anomaly_names()[kind]) == std::vector{static_cast<Anomaly>(kind)}));
  for (const char* wrong : {"", "broken_heart", "nodule;effusion", "all,nodule"}) {
    INFO(wrong);
    CHECK_THROWS_WITH(anomalies_named(wrong), Contains("pacemaker") && Contains("absent_kidney"));
  }
}

TEST_CASE("anomalies are drawn within their limits and the same again") {
  for (std::uint64_t n = 0; n < 50; ++n) {
    RandomStream random(3, n), again(3, n);
    for (int kind = 0; kind < kAnomalyCount; ++kind) {
      const AnomalyParameters a = draw_anomaly(static_cast<Anomaly>(kind), random),
                              b = draw_anomaly(static_cast<Anomaly>(kind), again);
      CHECK((a.kind == static_cast<Anomaly>(kind)));
      CHECK((a.left == b.left && a.seed == b.seed && a.nodules_mm == b.nodules_mm));
      CHECK((a.rods_bottom >= 0 && a.rods_bottom < a.rods_top && a.rods_top <= 1));
      if (a.kind == Anomaly::kCollapsedLung) CHECK((a.collapse >= 0.3 && a.collapse <= 0.8));
      if (a.kind == Anomaly::kEffusion) CHECK((a.effusion_ml >= 200 && a.effusion_ml <= 1500));
      if (a.kind != Anomaly::kNodule) continue;
      CHECK((!a.nodules_mm.empty() && a.nodules_mm.size() <= 3));
      for (const double diameter : a.nodules_mm) CHECK((diameter >= 8 && diameter <= 30));
    }
  }
}

TEST_CASE("a healthy control has no mask") {
  const Case none(undeformed(), anomaly(Anomaly::kNone, true));
  CHECK(none.mask.sum().item<int>() == 0);
  CHECK(none.mask.scalar_type() == torch::kUInt8);
  CHECK(none.before == none.after);
}

TEST_CASE("every anomaly changes the inside of the body and nothing else, in the same way each time") {
  const VirtualPatient patient = somebody(1);
  for (int kind = 1; kind < kAnomalyCount; ++kind) {
    INFO(anomaly_names()[kind]);
    RandomStream random(4, static_cast<std::uint64_t>(kind));
    const AnomalyParameters drawn = draw_anomaly(static_cast<Anomaly>(kind), random);
    const Case one(patient, drawn);
    CHECK(one.mask.sum().item<int>() > 3);
    CHECK(one.area_mm2() < 1.5e5);
    bool outside = false;
    for (std::size_t n = 0; n < one.before.size(); ++n) outside |= one.before[n] == 0 && one.after[n] != 0;
    CHECK_FALSE(outside);
    const auto body = surface_tensor(one.surface)[0][1] > 0;
    CHECK(one.mask.masked_select(body.logical_not()).sum().item<int>() == 0);
    std::vector<float> again = one.before;
    add_anomaly(patient, drawn, {}, again);
    CHECK(again == one.after);
  }
}

TEST_CASE("a missing lung is white on its side alone") {
  for (const bool left : {false, true}) {
    const Case lung(somebody(1), anomaly(Anomaly::kMissingLung, left));
    CHECK(lung.brighter());
    const auto own = shadow(lung.patient, lung.surface, left ? kLungLeft : kLungRight),
               other = shadow(lung.patient, lung.surface, left ? kLungRight : kLungLeft);
    CHECK(share(own, lung.mask) > 0.93);
    CHECK(share(lung.mask, widened(own, 1)) > 0.99);
    CHECK(share(other * (1 - widened(own, 1)), lung.mask) < 0.01);
  }
}

TEST_CASE("a collapsed lung is small and dense and leaves air at the chest wall") {
  const Case lung(undeformed(), anomaly(Anomaly::kCollapsedLung, true));
  const auto own = shadow(lung.patient, lung.surface, kLungLeft);
  CHECK(share(lung.mask, widened(own, 1)) > 0.99);
  double volume = 0, mass = 0, mass_before = 0;
  const auto& voxels = phantom_base().parts[kTorso].voxels[kLungLeft];
  for (const std::uint32_t n : voxels) {
    volume += lung.after[n] > 1e-3;
    mass += lung.after[n], mass_before += lung.before[n];
  }
  CHECK(volume / static_cast<double>(voxels.size()) == Approx(0.5).margin(0.08));
  CHECK(mass / mass_before == Approx(1).margin(0.15));
  // Darkest at the top and the side.
  const Pixel top = lung.pixel(Marker::kLungTopLeft);
  const int row = static_cast<int>(std::lround(top.row)) + 2,
            column = static_cast<int>(std::lround(top.column));
  CHECK(lung.change()[row][column].item<double>() < -0.003);
}

TEST_CASE("an effusion holds its volume, at the bottom of who stands and over the lung of who lies") {
  for (const double ml : {250.0, 800.0}) {
    AnomalyParameters parameters = anomaly(Anomaly::kEffusion, true);
    parameters.effusion_ml = ml;
    const Case standing(undeformed(), parameters);
    CHECK(standing.brighter());
    CHECK(static_cast<double>(standing.changed_voxels()) * standing.voxel_ml() == Approx(ml).epsilon(0.1));
    TissueVariation on_a_table;
    on_a_table.lying = true;
    const Case lying(undeformed(), parameters, on_a_table);
    CHECK(static_cast<double>(lying.changed_voxels()) * lying.voxel_ml() == Approx(ml).epsilon(0.1));
    CHECK(standing.middle().row > lying.middle().row + 2);
  }
  // In a person of another size too: what the X-ray gains is the volume.
  const Case person(somebody(3), anomaly(Anomaly::kEffusion, false));
  constexpr double kFluid = 0.0198;
  double lung = 0, voxels = 0;
  for (std::size_t n = 0; n < person.before.size(); ++n)
    if (person.before[n] != person.after[n]) lung += person.before[n], ++voxels;
  const double gained =
      person.change().sum().item<double>() * kXrayFullScale * std::pow(person.mm_per_px(), 2);
  CHECK(gained / (kFluid - lung / voxels) / 1000 == Approx(600).epsilon(0.15));
}

TEST_CASE("fluid rises at the chest wall") {
  const Case effusion(undeformed(), anomaly(Anomaly::kEffusion, true));
  const auto dense = (effusion.change() > 0.3 * effusion.change().max()).nonzero().to(torch::kFloat32);
  const auto columns = dense.select(1, 1), rows = dense.select(1, 0);
  const double outermost = columns.max().item<double>();
  const double highest_outside = rows.masked_select(columns > outermost - 3).min().item<double>(),
               highest_inside =
                   rows.masked_select((columns > outermost - 14).logical_and(columns < outermost - 8))
                       .min()
                       .item<double>();
  CHECK(highest_inside > highest_outside + 2);
}

TEST_CASE("a hip replacement lies about the femoral head and down the shaft of its side") {
  for (const bool left : {false, true}) {
    const Case hip(somebody(2), anomaly(Anomaly::kHipReplacement, left));
    const Pixel head = hip.pixel(left ? Marker::kFemoralHeadLeft : Marker::kFemoralHeadRight);
    CHECK(hip.mask[std::lround(head.row)][std::lround(head.column)].item<int>() == 1);
    const auto away = hip.pixels() - torch::tensor({head.row, head.column}).to(torch::kFloat32);
    const auto mm = away * hip.mm_per_px();
    CHECK(mm.select(1, 0).min().item<double>() > -40);
    CHECK(mm.select(1, 0).max().item<double>() == Approx(165).margin(25));
    CHECK(mm.select(1, 1).abs().max().item<double>() < 95);
    // About 4300 mm2 of shadow and half a pixel of 8 mm and a voxel of 6 mm around it.
    CHECK(hip.area_mm2() == Approx(6500).margin(2500));
    CHECK(hip.ill.pixels[static_cast<std::size_t>(std::lround(head.row)) * kFrame.columns +
                         static_cast<std::size_t>(std::lround(head.column))] > 0.95);
  }
}

TEST_CASE("a pacemaker lies below the clavicle of its side, its leads end in the heart") {
  for (const bool left : {false, true})
    for (const int leads : {1, 2}) {
      AnomalyParameters parameters = anomaly(Anomaly::kPacemaker, left);
      parameters.leads = leads;
      const Case pacemaker(somebody(4), parameters);
      CHECK(pacemaker.brighter());
      const auto can = pacemaker.change() > 0.12;
      const auto place = can.nonzero().to(torch::kFloat32).mean(0);
      const double area = can.sum().item<double>() * std::pow(pacemaker.mm_per_px(), 2);
      CHECK(area == Approx(2000).margin(900));
      const Pixel notch = pacemaker.pixel(Marker::kSternalNotch),
                  shoulder = pacemaker.pixel(left ? Marker::kShoulderLeft : Marker::kShoulderRight);
      const double outwards = (place[1].item<double>() - notch.column) / (shoulder.column - notch.column);
      CHECK(outwards == Approx(0.5).margin(0.15));
      CHECK(place[0].item<double>() > notch.row);
      // The lead is seen on the way, and its end in the shadow of the heart.
      const auto heart = shadow(pacemaker.patient, pacemaker.surface, kHeart);
      CHECK((pacemaker.mask * heart).sum().item<double>() > 8);
      const double lowest = pacemaker.pixels().select(1, 0).max().item<double>(),
                   heart_lowest = heart.nonzero().select(1, 0).max().item<double>();
      CHECK(lowest == Approx(heart_lowest).margin(25 / pacemaker.mm_per_px()));
    }
}

TEST_CASE("spinal rods follow the spine") {
  const Case rods(somebody(5), anomaly(Anomaly::kSpinalRods, false));
  CHECK(rods.brighter());
  const auto spine = shadow(rods.patient, rods.surface, kSpine);
  CHECK(share(rods.mask, widened(spine, 1)) > 0.98);
  const auto rows = rods.pixels().select(1, 0);
  const auto spine_rows = spine.nonzero().select(1, 0).to(torch::kFloat32);
  const double top = spine_rows.min().item<double>(), height = spine_rows.max().item<double>() - top;
  CHECK((rows.min().item<double>() - top) / height == Approx(0.3).margin(0.08));
  CHECK((rows.max().item<double>() - top) / height == Approx(0.9).margin(0.08));
}

TEST_CASE("nodules have their diameter in the person and lie in the lung") {
  for (const double diameter : {12.0, 30.0}) {
    AnomalyParameters parameters = anomaly(Anomaly::kNodule, true);
    parameters.nodules_mm = {diameter};
    const Case nodule(somebody(6), parameters);
    CHECK(nodule.brighter());
    const auto own = shadow(nodule.patient, nodule.surface, kLungLeft);
    CHECK(share(nodule.mask, widened(own, 1)) == 1);
    // The edge of a ball is thin, and a pixel or voxel that it only touches counts.
    const double found = 2 * std::sqrt(nodule.area_mm2() / 3.14159);
    CHECK(found > diameter - 1);
    CHECK(found < diameter + 10);
    // The mass does not depend on the voxels.
    double lung = 0, voxels = 0;
    for (std::size_t n = 0; n < nodule.before.size(); ++n)
      if (nodule.before[n] != nodule.after[n]) lung += nodule.before[n], ++voxels;
    const double gained =
        nodule.change().sum().item<double>() * kXrayFullScale * std::pow(nodule.mm_per_px(), 2);
    CHECK(gained / (0.0203 - lung / voxels) == Approx(0.5236 * std::pow(diameter, 3)).epsilon(0.25));
  }
  AnomalyParameters too_large = anomaly(Anomaly::kNodule, true);
  too_large.nodules_mm = {300};
  std::vector<float> attenuation = phantom_base().parts[kTorso].attenuation.values;
  CHECK_THROWS_AS(add_anomaly(undeformed(), too_large, {}, attenuation), Error);
}

TEST_CASE("an absent kidney is darker") {
  for (const bool left : {false, true}) {
    const Case kidney(somebody(7), anomaly(Anomaly::kAbsentKidney, left));
    CHECK(kidney.darker());
    const auto own = shadow(kidney.patient, kidney.surface, left ? kKidneyLeft : kKidneyRight);
    CHECK(share(kidney.mask, widened(own, 1)) > 0.99);
    CHECK(share(own, kidney.mask) > 0.6);
  }
}

TEST_CASE("landmarks that went with the organ are lost") {
  const auto lost = [](Anomaly kind, bool left) { return lost_landmarks(anomaly(kind, left)); };
  CHECK((lost(Anomaly::kMissingLung, true) == std::vector{Marker::kLungTopLeft, Marker::kLungBottomLeft}));
  CHECK((lost(Anomaly::kMissingLung, false) == std::vector{Marker::kLungTopRight}));
  CHECK((lost(Anomaly::kAbsentKidney, true) == std::vector{Marker::kKidneyCentreLeft}));
  CHECK(lost_landmarks(anomaly(Anomaly::kPacemaker, true)).empty());
}

TEST_CASE("a base that lacks the organ is refused by name") {
  BaseAnatomy base = phantom_base();
  for (auto& voxels : base.parts[kTorso].voxels) voxels.clear();
  const VirtualPatient patient(base, {}, Interior(base, {}));
  std::vector<float> attenuation = base.parts[kTorso].attenuation.values;
  for (int kind = 1; kind < kAnomalyCount; ++kind) {
    INFO(anomaly_names()[kind]);
    CHECK_THROWS_WITH(add_anomaly(patient, anomaly(static_cast<Anomaly>(kind), true), {}, attenuation),
                      Contains("\"phantom\""));
  }
  CHECK(attenuation == base.parts[kTorso].attenuation.values);
}

TEST_CASE("what a solid writer writes has the solid's mass, thin as it may be") {
  const VirtualPatient patient = undeformed();
  const SampledField& field = phantom_base().parts[kTorso].attenuation;
  const Vec3 carina = phantom_base().landmark(Marker::kCarina);
  for (const double radius : {3.0, 6.0, 12.0}) {
    std::vector<float> ones(field.values.size(), 1), filled = ones;
    SolidWriter writer(patient, filled);
    writer.add_curve({carina, carina + Vec3{40, 10, -60}, carina + Vec3{30, 0, -120}}, radius);
    writer.fill(2);
    double ml = 0;
    const Vec3 d = field.grid.spacing_mm;
    for (const float value : filled) ml += (value - 1.0F) * d.x * d.y * d.z;
    double length = 0;
    const auto curve = smooth_curve({carina, carina + Vec3{40, 10, -60}, carina + Vec3{30, 0, -120}});
    for (std::size_t n = 1; n < curve.size(); ++n) length += norm(curve[n] - curve[n - 1]);
    CHECK(ml == Approx(3.14159 * radius * radius * (length + 4.0 / 3 * radius)).epsilon(0.15));
  }
}
