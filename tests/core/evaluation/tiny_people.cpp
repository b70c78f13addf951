#include "tests/core/evaluation/tiny_people.h"

#include <torch/types.h>
#include <unistd.h>

#include "core/networks/device.h"
#include "core/networks/networks.h"

namespace skiagraph::testing {
namespace {

void set_output(networks::Unet& network, double value) {
  torch::NoGradGuard no_grad;
  auto tensors = networks::network_tensors(network);
  const std::string last = "convolution" + std::to_string(networks::UnetShape::kConvolutions);
  tensors.at(last + ".weight").zero_();
  tensors.at(last + ".bias").fill_(value);
}

}  // namespace

tensors::Dataset tiny_people(const geometry::CanonicalFrame& frame) {
  networks::use_all_processors();
  constexpr std::int64_t kPeople = 8, kLandmarks = 18;
  tensors::Dataset people;
  people.frame = frame;
  people.surface = torch::zeros({kPeople, 2, frame.rows, frame.columns});
  people.xray = torch::zeros({kPeople, 1, frame.rows, frame.columns});
  people.landmarks = torch::zeros({kPeople, kLandmarks, 2});
  const torch::Tensor rows = torch::arange(frame.rows).unsqueeze(1),
                      columns = torch::arange(frame.columns).unsqueeze(0);
  for (std::int64_t n = 0; n < kPeople; ++n) {
    const torch::Tensor body =
        (rows >= 10 + n).logical_and(columns >= 20 + n).logical_and(columns < frame.columns - 20 - n);
    people.surface[n][1] = body * 0.4;
    people.xray[n][0] = body * (0.5 + 0.3 * torch::sin(0.1 * rows + 0.2 * n));
    for (std::int64_t marker = 0; marker < kLandmarks; ++marker) {
      people.landmarks[n][marker][0] = static_cast<double>(frame.neck_row + 5 * marker + n);
      people.landmarks[n][marker][1] = static_cast<double>(frame.centre_column - 2 * n);
    }
  }
  people.mm_per_px = 3.5 + 0.25 * torch::arange(kPeople, torch::kFloat32);
  people.split = torch::tensor({0, 0, 0, 0, 1, 2, 2, 2}, torch::kUInt8);
  people.base = torch::zeros({kPeople}, torch::kUInt8);
  people.floor_mm = torch::full({kLandmarks}, 12.0F);
  people.floor_xray = torch::tensor(0.01F);
  return people;
}

void write_constant_networks(const std::filesystem::path& folder, const geometry::CanonicalFrame& frame,
                             double t, double cign) {
  networks::Networks networks = networks::make_networks(frame, 1);
  set_output(networks.t, t);
  set_output(networks.cign, cign);
  set_output(networks.mpn, 0.5);
  networks.metadata["model"] = "constant";
  networks::write_networks(folder, networks);
}

ConstantModels::ConstantModels(const geometry::CanonicalFrame& frame, double t, double cign)
    : folder_(std::filesystem::temp_directory_path() /
              ("skiagraph-evaluation-test-" + std::to_string(getpid()))) {
  std::filesystem::create_directories(folder_);
  write_constant_networks(folder_, frame, t, cign);
}

ConstantModels::~ConstantModels() {
  std::filesystem::remove_all(folder_);
}

}  // namespace skiagraph::testing
