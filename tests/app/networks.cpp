#include "tests/app/networks.h"

#include "core/networks/networks.h"
#include "core/tensors/tensor_file.h"

namespace skiagraph::testing {

void write_untrained_networks(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  Networks networks = make_networks(kSmallFrame, 3);
  networks.metadata["model"] = "untrained 3";
  write_networks(folder, networks);
}

void reshape_a_tensor(const std::filesystem::path& file) {
  TensorFile content = read_tensor_file(file);
  torch::Tensor& tensor = content.tensors.begin()->second;
  tensor = torch::cat({tensor, tensor}).contiguous();
  write_tensor_file(file, content);
}

}  // namespace skiagraph::testing
