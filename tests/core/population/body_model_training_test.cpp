#include "core/population/body_model_training.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/population/body_template.h"
#include "tests/core/anatomy/phantom_base.h"
#include "tests/core/bodies/mesh_measures.h"

using namespace skiagraph;
using namespace skiagraph::anatomy;
using namespace skiagraph::bodies;
using namespace skiagraph::geometry;
using namespace skiagraph::population;

namespace {

BodyTrainingOptions few() {
  BodyTrainingOptions options;
  options.people = 24;
  options.vertices = 1500;
  options.components = 8;
  return options;
}

const TrainedBodyModel& trained() {
  static const TrainedBodyModel model = train_body_model(phantom_base(), few());
  return model;
}

}  // namespace

TEST_CASE("The skin that everybody of a base wears is closed and goes round torso and arms") {
  const BodyTemplate surface(phantom_base(), 1500);
  HabitusParameters as_base;
  as_base.abduction = {BodyTemplate::kAbduction, BodyTemplate::kAbduction};
  const std::vector<Vec3> points = surface.points(as_base);
  REQUIRE(points.size() == surface.on_arm().size() + kTrackedPointCount);
  const TriangleMesh skin{{points.begin(), points.end() - kTrackedPointCount}, surface.triangles()};
  const MeshMeasures measures = measure(skin);
  CHECK(measures.closed);
  CHECK(measures.euler == 2);
  double litres = 0;
  for (const BodyPart& part : phantom_base().parts) litres += measure(part.skin).volume_mm3;
  CHECK(measures.volume_mm3 < litres);  // the parts overlap at the shoulders
  CHECK(measures.volume_mm3 > 0.93 * litres);
}

TEST_CASE("A body model is made from a base anatomy") {
  const TrainedBodyModel& model = trained();
  CHECK(model.model.sex == phantom_base().sex);
  CHECK(model.error_mm < 6);
  CHECK(model.explained > 0.95);
  CHECK(model.weight_error_kg < 0.5);
  SizeTargets targets{model.model.sex, {}};
  targets[BodySize::kStature] = 1650;
  targets[BodySize::kWeight] = 68;
  const Body body = make_body(model.model, targets);
  CHECK(size_in(body.sizes, BodySize::kStature) == Approx(1650).margin(2));
  CHECK(size_in(body.sizes, BodySize::kWeight) == Approx(68).margin(0.3));
  CHECK(measure(body.skin).closed);
}

TEST_CASE("The same seed gives the same body model") {
  const TrainedBodyModel again = train_body_model(phantom_base(), few());
  CHECK((again.model.mean == trained().model.mean));
  CHECK((again.model.components == trained().model.components));
}

TEST_CASE("Training stops on request and refuses options out of range") {
  CancelToken cancel;
  cancel.cancel();
  CHECK_THROWS_AS(train_body_model(phantom_base(), few(), {}, &cancel), Cancelled);
  BodyTrainingOptions options = few();
  options.components = 3;
  CHECK_THROWS_AS(train_body_model(phantom_base(), options), InputError);
  options = few();
  options.vertices = 40000;
  CHECK_THROWS_AS(train_body_model(phantom_base(), options), InputError);
}
