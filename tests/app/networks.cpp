#include "tests/app/networks.h"

#include "core/networks/networks.h"
#include "core/tensors/tensor_file.h"

namespace skiagraph::testing {

void write_untrained_networks(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  networks::Networks networks = networks::make_networks(kSmallFrame, 3);
  networks.metadata["model"] = "untrained 3";
  networks::write_networks(folder, networks);
}

void reshape_a_tensor(const std::filesystem::path& file) {
  tensors::TensorFile content = tensors::read_tensor_file(file);
  torch::Tensor& tensor = content.tensors.begin()->second;
  tensor = torch::cat({tensor, tensor}).contiguous();
  tensors::write_tensor_file(file, content);
}

}  // namespace skiagraph::testing
