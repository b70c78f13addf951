#include "tests/ui/engine/shipped.h"

#include "core/bodies/body_model_file.h"

namespace skiagraph::ui {

PredictorFactory shipped_networks() {
  inference::PredictorOptions options;
  options.compute_type = inference::ComputeType::kInt8;  // no self-test
  return [options] {
    return std::make_unique<inference::Predictor>(SKIAGRAPH_SOURCE_DIR "/models", "cpu", options);
  };
}

PredictorFactory no_networks() {
  return [] { return std::make_unique<inference::Predictor>("/nowhere"); };
}

BodyModelSource bodies_in(const std::filesystem::path& folder) {
  return [folder](bodies::Sex sex) {
    return bodies::read_body_model(folder / bodies::body_model_file_name(sex));
  };
}

BodyModelSource shipped_bodies() {
  return bodies_in(SKIAGRAPH_SOURCE_DIR "/models");
}

}  // namespace skiagraph::ui
