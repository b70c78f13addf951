#include "core/evaluation/results.h"

#include <catch2/catch.hpp>

using namespace skiagraph;
using namespace skiagraph::evaluation;

namespace {

Evaluation evaluation_of(const std::string& model, double sharpness) {
  PersonFigures person;
  for (MethodFigures& method : person.methods) {
    method.picture = {0.004, 0.01, 0.98, 0.95, sharpness};
    method.error_cm.fill(1.0);
  }
  person.error_cm_by_iteration = {1};
  person.parts = {{0.02, 0.024, 0.01}, {0.05, 0.03, 0.02}};
  Floors floors;
  floors.marker_cm.emplace().fill(0.8);
  floors.mae_body = 0.009;
  Evaluation result;
  result.model = model;
  result.tables = summarise(std::vector{person}, floors);
  return result;
}

}  // namespace

TEST_CASE("Results set our figures beside the paper's and say which goals are met") {
  Results results{evaluation_of("ours", 0.9),
                  {evaluation_of("unet", 0.3), evaluation_of("wgan-gp", 0.95)},
                  {},
                  {evaluation_of("AF", 0.8)},
                  "command"};
  const std::string text = results_markdown(results);
  CHECK(text.find("    command\n") != std::string::npos);
  CHECK(text.find("| UNet, L1 | 1.620e-2 / 90.54 | 0.400e-2 / 98.00 | 1.00e-2 | 95.00 | 0.30 | 1.00 |") !=
        std::string::npos);
  CHECK(text.find("WGAN, clipped") == std::string::npos);
  CHECK(text.find("| sharpness | 0.85 to 1.15 | 0.90 | yes |") != std::string::npos);
  CHECK(text.find("| test people: mean marker error over its floor | at most 1.10 | 1.25 | **no** |") !=
        std::string::npos);
  CHECK(text.find("| AF | 1 | 1.00e-2 | 1.11 | 95.00 | 0.80 | 1.00 | 1.00 | 1.25 |") != std::string::npos);
  // No better than the mean person is not enough.
  CHECK(text.find("| people of base AF, left out: mean marker error / the mean person's, cm | below the mean "
                  "person's, at most 2.0 | 1.00 / 1.00 | **no** |") != std::string::npos);
  CHECK(text.find(
            "| their X-rays' error over plain water's, chest / abdomen / pelvis | at most 0.5 / 0.7 / 0.7 | "
            "0.40 / 0.80 / 0.50 | **no** |") != std::string::npos);
  CHECK(text.find("| of base AF, left out of training | 2.00e-2 / 5.00e-2 | 2.40e-2 / 3.00e-2 | 1.00e-2 / "
                  "2.00e-2 |") != std::string::npos);
  CHECK(text.find("| accelerated iterations from T, 95 % of people | at most 7 |") != std::string::npos);
  CHECK(text.find("figure7.png") != std::string::npos);
  CHECK(text.find("figure3.png") == std::string::npos);
  CHECK(text.find("Scans from other sources") == std::string::npos);
}

TEST_CASE("Results begin with the scans from other sources, and may hold them alone") {
  ScanResult scan;
  scan.name = "stranger";
  scan.converged = true;
  scan.markers = {{Marker::kCarina, 2.0, 1.6, -1.2, 3.0, true},
                  {Marker::kLiverTop, 4.0, -4.0, 0, 3.5, false}};
  Results results;
  results.command = "command";
  results.scans = {scan};
  const std::string alone = results_markdown(results);
  CHECK(alone.find("| stranger | 2 | 3.00 | 3.25 | -1.20 | -0.60 | 50 | liver_top 4.00 |") !=
        std::string::npos);
  CHECK(alone.find(
            "| stranger: mean marker error / the mean person's, cm | below the mean person's, at most 1.4 | "
            "3.00 / 3.25 | **no** |") != std::string::npos);
  CHECK(alone.find("| stranger: worst marker, cm | at most 3.5 | 4.00 | **no** |") != std::string::npos);
  CHECK(alone.find("| scans whose loop is at rest within 12 iterations | all | 1 of 1 | yes |") !=
        std::string::npos);
  CHECK(alone.find("| landmarks of scans inside the 95 % margins | at least 90 % | 1 of 2 | **no** |") !=
        std::string::npos);
  CHECK(alone.find("Table 1") == std::string::npos);

  results.shipped = evaluation_of("ours", 0.9);
  const std::string both = results_markdown(results);
  CHECK(both.find("stranger") < both.find("## Goals"));
  CHECK(both.find("stranger") < both.find("## Table 1"));
  CHECK(both.find("| test people: markers inside the 95 % margins | 93 to 97 % | 0.0 % | **no** |") !=
        std::string::npos);
}
