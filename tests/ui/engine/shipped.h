#pragma once

#include <filesystem>

#include "ui/engine/engine.h"

namespace skiagraph::ui {

inline constexpr int kPatienceMs = 240000;

PredictorFactory shipped_networks();
PredictorFactory no_networks();
BodyModelSource bodies_in(const std::filesystem::path& folder);
BodyModelSource shipped_bodies();

}  // namespace skiagraph::ui
