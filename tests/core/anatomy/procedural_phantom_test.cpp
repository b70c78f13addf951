#include "core/anatomy/phantom/procedural_phantom.h"

#include <torch/types.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "core/anatomy/base/label_set.h"
#include "core/anatomy/base/landmarks.h"
#include "core/anatomy/phantom/phantom_organs.h"
#include "core/base/error.h"
#include "core/population/population.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::bodies;
using namespace skiagraph::population;
using namespace skiagraph::tensors;

namespace {

constexpr double kTestSpacing = 4;

/// A phantom with what the tests ask of it.
struct Person {
  LabelVolume labels;
  OrganTable organs = phantom_organs();
  LandmarkRules rules;

  explicit Person(const PhantomParameters& parameters, double spacing_mm = kTestSpacing)
      : labels(procedural_phantom(parameters, spacing_mm)), rules(landmark_rules(labels, organs)) {}

  [[nodiscard]] Vec3 at(Marker marker) const {
    return landmark_position(rules[static_cast<std::size_t>(marker)]);
  }
  [[nodiscard]] double voxel_ml() const { return std::pow(labels.spacing_mm.x, 3) / 1000; }
  /// Of all organs whose name begins so.
  [[nodiscard]] double volume_ml(std::string_view name) const {
    const LabelSet set = labels_beginning(organs, {name});
    return voxel_ml() *
           static_cast<double>(std::ranges::count_if(labels.labels, [&](auto l) { return set[l]; }));
  }
  [[nodiscard]] double mass_kg() const {
    double grams = 0;
    for (const std::uint8_t label : labels.labels) grams += organs[label].density_g_per_cm3 * voxel_ml();
    return grams / 1000;
  }
  [[nodiscard]] Vec3 centre(std::string_view name) const {
    const LabelSet set = labels_beginning(organs, {name});
    Vec3 sum;
    int count = 0;
    for (int k = 0; k < labels.nz; ++k)
      for (int j = 0; j < labels.ny; ++j)
        for (int i = 0; i < labels.nx; ++i)
          if (set[labels.at(i, j, k)]) sum = sum + labels.position(i, j, k), ++count;
    REQUIRE(count > 0);
    return sum * (1.0 / count);
  }
};

const Person& man() {
  static const Person person(mean_phantom(Sex::kMale));
  return person;
}
const Person& woman() {
  static const Person person(mean_phantom(Sex::kFemale));
  return person;
}

/// Places where something other than the layers of skin, fat and muscle lies bare to the air outside.
int bare_places(const Person& person) {
  const LabelVolume& v = person.labels;
  LabelSet layers = labels_beginning(person.organs, {"Skin", "Residual tissue", "Muscle"});
  layers.set(0);
  int count = 0;
  for (int k = 1; k + 1 < v.nz; ++k)
    for (int j = 1; j + 1 < v.ny; ++j)
      for (int i = 1; i + 1 < v.nx; ++i) {
        if (layers[v.at(i, j, k)]) continue;
        for (const std::uint8_t beside : {v.at(i - 1, j, k), v.at(i + 1, j, k), v.at(i, j - 1, k),
                                          v.at(i, j + 1, k), v.at(i, j, k - 1), v.at(i, j, k + 1)})
          count += beside == 0 ? 1 : 0;
      }
  return count;
}

bool border_is_air(const LabelVolume& v) {
  for (int k = 0; k < v.nz; ++k)
    for (int j = 0; j < v.ny; ++j)
      for (int i = 0; i < v.nx; ++i)
        if (v.at(i, j, k) != 0 &&
            (i == 0 || j == 0 || k == 0 || i + 1 == v.nx || j + 1 == v.ny || k + 1 == v.nz))
          return false;
  return true;
}

void check_order(const Person& person) {
  const auto z = [&](Marker marker) { return person.at(marker).z; };
  // From the head downwards, at the levels of an adult.
  CHECK(z(Marker::kNeck) > z(Marker::kLungTopRight));
  CHECK(z(Marker::kLungTopRight) > z(Marker::kSternalNotch));
  CHECK(z(Marker::kLungTopLeft) > z(Marker::kSternalNotch));
  CHECK(z(Marker::kSternalNotch) > z(Marker::kCarina));
  CHECK(z(Marker::kShoulderRight) > z(Marker::kCarina));
  CHECK(z(Marker::kCarina) > z(Marker::kLiverTop));
  CHECK(z(Marker::kLiverTop) > z(Marker::kLungBottomLeft));
  CHECK(z(Marker::kLiverTop) > z(Marker::kSternumTip));
  CHECK(z(Marker::kSternumTip) > z(Marker::kKidneyCentreLeft));
  CHECK(z(Marker::kLungBottomLeft) > z(Marker::kKidneyCentreLeft));
  CHECK(z(Marker::kKidneyCentreLeft) > z(Marker::kLiverBottom));
  CHECK(z(Marker::kKidneyCentreRight) > z(Marker::kLiverBottom));
  CHECK(z(Marker::kLiverBottom) > z(Marker::kIliacCrestRight));
  CHECK(z(Marker::kIliacCrestLeft) > z(Marker::kFemoralHeadLeft) + 90);
  CHECK(z(Marker::kFemoralHeadLeft) > z(Marker::kPubicSymphysis));
  // The pairs face each other, the left one at +x.
  for (const auto& [right, left] : {std::pair{Marker::kLungTopRight, Marker::kLungTopLeft},
                                    {Marker::kKidneyCentreRight, Marker::kKidneyCentreLeft},
                                    {Marker::kIliacCrestRight, Marker::kIliacCrestLeft},
                                    {Marker::kFemoralHeadRight, Marker::kFemoralHeadLeft},
                                    {Marker::kShoulderRight, Marker::kShoulderLeft}}) {
    CHECK(person.at(left).x > 30);
    CHECK(person.at(left).x + person.at(right).x == Approx(0).margin(8));
  }
  for (const Marker middle :
       {Marker::kNeck, Marker::kSternalNotch, Marker::kSternumTip, Marker::kCarina, Marker::kPubicSymphysis})
    CHECK(std::abs(person.at(middle).x) < 6);
  CHECK(person.at(Marker::kSternumTip).y < person.at(Marker::kCarina).y - 60);
  CHECK(person.at(Marker::kNeck).y > person.at(Marker::kCarina).y);
}

void check_sides(const Person& person) {
  CHECK(person.centre("Liver").x < -20);
  CHECK(person.centre("Spleen").x > 60);
  CHECK(person.centre("Stomach").x > 20);
  CHECK(person.centre("Heart").x > 8);
  CHECK(person.centre("Lung, right").x < -40);
  CHECK(person.centre("Lung, left").x > 40);
  CHECK(person.centre("Ascending colon").x < -60);
  CHECK(person.centre("Descending colon").x > 60);
  CHECK(person.at(Marker::kKidneyCentreRight).z < person.at(Marker::kKidneyCentreLeft).z);
  CHECK(person.at(Marker::kLiverTop).x < -40);
}

bool same_labels(const Person& a, const Person& b) {
  return a.labels.labels == b.labels.labels;
}

}  // namespace

TEST_CASE("the phantom's landmarks lie where an adult has them") {
  check_order(man());
  check_order(woman());
  const double torso = man().at(Marker::kNeck).z - man().at(Marker::kPubicSymphysis).z;
  CHECK(torso > 550);
  CHECK(torso < 620);
  // Reported lung heights: 229 and 244 mm in men, 215 and 226 mm in women, standard deviation about 30.
  CHECK(man().at(Marker::kLungTopLeft).z - man().at(Marker::kLungBottomLeft).z == Approx(244).margin(30));
  CHECK(woman().at(Marker::kLungTopLeft).z - woman().at(Marker::kLungBottomLeft).z == Approx(226).margin(30));
}

TEST_CASE("the phantom's organs lie on their sides") {
  check_sides(man());
  check_sides(woman());
}

TEST_CASE("the phantom's organs and weight are those of an adult") {
  CHECK(man().volume_ml("Lung") / 1000 == Approx(5.25).margin(1.25));
  CHECK(man().volume_ml("Liver") / 1000 == Approx(1.65).margin(0.35));
  CHECK(man().volume_ml("Heart") / 1000 == Approx(0.7).margin(0.2));
  CHECK(man().volume_ml("Kidney") == Approx(315).margin(65));
  CHECK(man().volume_ml("Brain") == Approx(1400).margin(200));
  CHECK(man().volume_ml("Spleen") == Approx(160).margin(70));
  CHECK(man().volume_ml("Breast") == 0);
  CHECK(man().mass_kg() == Approx(75).margin(5));

  CHECK(woman().volume_ml("Lung") / 1000 == Approx(3.7).margin(0.8));
  CHECK(woman().volume_ml("Liver") / 1000 == Approx(1.4).margin(0.35));
  CHECK(woman().volume_ml("Heart") / 1000 == Approx(0.6).margin(0.15));
  CHECK(woman().volume_ml("Kidney") == Approx(275).margin(50));
  CHECK(woman().volume_ml("Breast") > 400);
  CHECK(woman().mass_kg() == Approx(61.5).margin(6.5));
  CHECK(woman().volume_ml("Uterus") > 20);
}

TEST_CASE("the phantom has every organ of its table and its media are whole") {
  const OrganTable organs = phantom_organs();
  std::vector<bool> used(organs.size());
  for (const Person* person : {&man(), &woman()})
    for (const std::uint8_t label : person->labels.labels) used.at(label) = true;
  for (std::size_t label = 1; label < organs.size(); ++label) {
    INFO(organs[label].name);
    CHECK(used[label]);
    const Composition& c = organs[label].composition;
    CHECK(std::accumulate(c.begin(), c.end(), 0.0) == Approx(1));
    CHECK(*std::ranges::min_element(c) >= 0);
    CHECK(organs[label].density_g_per_cm3 > 0);
  }
  // Published mass attenuation coefficients between their values at 60 and 80 keV, cm2/g.
  const auto attenuation = [&](std::string_view name) {
    const auto organ = std::ranges::find_if(organs, [&](const Organ& o) { return o.name == name; });
    return mass_attenuation_cm2_per_g(organ->composition);
  };
  CHECK(attenuation("Residual tissue, trunk") == Approx(0.188).margin(0.003));
  CHECK(attenuation("Muscle, trunk") == Approx(0.194).margin(0.003));
  CHECK(attenuation("Ribs, cortical") == Approx(0.262).margin(0.008));
}

TEST_CASE("the phantom's skin is closed") {
  for (const Person* person : {&man(), &woman()}) {
    CHECK(border_is_air(person->labels));
    CHECK(bare_places(*person) == 0);
  }
}

TEST_CASE("a phantom follows from its parameters, and drawn ones differ") {
  CHECK(same_labels(Person(mean_phantom(Sex::kMale), 8), Person(mean_phantom(Sex::kMale), 8)));
  RandomStream first(5, 0), again(5, 0), second(5, 1);
  const Person a(draw_phantom(Sex::kFemale, first)), b(draw_phantom(Sex::kFemale, again)),
      c(draw_phantom(Sex::kFemale, second));
  CHECK(same_labels(a, b));
  CHECK_FALSE(same_labels(a, c));
  check_order(a);
  check_order(c);
  CHECK(border_is_air(a.labels));
  CHECK(border_is_air(c.labels));
}

TEST_CASE("each parameter moves what it names") {
  const auto changed = [](auto change) {
    PhantomParameters parameters = mean_phantom(Sex::kMale);
    change(parameters);
    return Person(parameters);
  };
  const auto shift = [](const Person& person, Marker marker) {
    return person.at(marker).z - man().at(marker).z;
  };

  const Person breath = changed([](auto& p) { p.diaphragm_up = -20; });
  CHECK(shift(breath, Marker::kLiverTop) == Approx(-20).margin(4));
  CHECK(shift(breath, Marker::kLungBottomLeft) == Approx(-20).margin(6));
  CHECK(shift(breath, Marker::kKidneyCentreLeft) == Approx(-13).margin(3));
  CHECK(shift(breath, Marker::kLungTopLeft) == Approx(0).margin(1));
  CHECK(breath.volume_ml("Lung") > man().volume_ml("Lung") + 200);

  const Person tall = changed([](auto& p) { p.stature_mm = 1900, p.heart_size = 1.1, p.fat = 1.5; });
  CHECK(tall.at(Marker::kNeck).z / man().at(Marker::kNeck).z == Approx(1900.0 / 1750).margin(0.005));
  CHECK(tall.volume_ml("Heart") > 1.3 * man().volume_ml("Heart"));
  CHECK(tall.volume_ml("Residual tissue, legs") > 1.4 * man().volume_ml("Residual tissue, legs"));

  const Person bones = changed([](auto& p) { p.iliac_crest_up = 12, p.hips_apart = 8, p.rib_slope = 1.2; });
  CHECK(shift(bones, Marker::kIliacCrestLeft) == Approx(12).margin(4));
  CHECK(bones.at(Marker::kFemoralHeadLeft).x - man().at(Marker::kFemoralHeadLeft).x == Approx(8).margin(3));
  CHECK(bones.centre("Ribs").z < man().centre("Ribs").z - 4);
}

TEST_CASE("voxels that are too large or too small are refused") {
  CHECK_THROWS_AS(procedural_phantom(mean_phantom(Sex::kMale), 0.5), Error);
  CHECK_THROWS_AS(procedural_phantom(mean_phantom(Sex::kMale), 11), Error);
}

TEST_CASE("people made from the phantom differ and are finite") {
  const auto base = [](Sex sex) {
    return build_base_anatomy("phantom", procedural_phantom(mean_phantom(sex), 6), phantom_organs());
  };
  const std::vector<BaseAnatomy> bases{base(Sex::kMale), base(Sex::kFemale)};
  PopulationOptions options;
  options.count = 4;
  options.seed = 5;
  options.frame = {64, 48, 15, 51, 24};
  options.threads = 2;
  options.floor_skins = 0;
  const Dataset people = make_population(bases, options);
  for (const auto& tensor : {people.surface, people.xray, people.landmarks}) {
    CHECK(torch::isfinite(tensor).all().item<bool>());
    for (int n = 1; n < 4; ++n) CHECK_FALSE(torch::equal(tensor[0], tensor[n]));
  }
  CHECK(people.xray.max().item<float>() > 0.2F);
}
