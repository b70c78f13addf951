#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ui/window/main_window.h"

namespace skiagraph {

inline constexpr int kPatienceMs = 240000;

/// Makes the one application of the test program.
void start_application();

ui::PredictorFactory shipped_networks();
ui::BodyModelSource bodies_in(const std::filesystem::path& folder);
ui::BodyModelSource shipped_bodies();

/// A window that has come to rest on its first body.
std::unique_ptr<ui::MainWindow> settled_window(const ui::BodyModelSource& bodies = shipped_bodies(),
                                               const QString& scan = {});

/// Sum over all pixels of what differs; both of one frame.
double difference(const std::vector<float>& a, const std::vector<float>& b);

}  // namespace skiagraph
