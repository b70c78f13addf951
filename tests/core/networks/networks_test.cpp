#include "core/networks/networks.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

#include "core/base/error.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::networks;
using namespace skiagraph::tensors;
using testing::kSmallFrame;
using testing::TemporaryFolder;

TEST_CASE("Networks come back from their files as they were, with frame and metadata") {
  const TemporaryFolder folder;
  Networks written = make_networks(kSmallFrame, 4);
  written.metadata["model"] = "small";
  write_networks(folder.path(), written);
  Networks read = read_networks(folder.path());
  CHECK(read.frame == kSmallFrame);
  CHECK(read.metadata.at("model") == "small");
  for (const NetworkId id : kNetworkIds) {
    const auto before = network_tensors(written.network(id)), after = network_tensors(read.network(id));
    REQUIRE(before.size() == after.size());
    for (const auto& [name, tensor] : before) CHECK(tensor.equal(after.at(name)));
  }
}

TEST_CASE("Weights that do not name their markers, as older ones, have them in the table's order") {
  const TemporaryFolder folder;
  Networks networks = make_networks(kSmallFrame, 4);
  write_networks(folder.path(), networks);
  for (const NetworkId id : kNetworkIds) {
    const auto path = folder.path() / (std::string(network_name(id)) + ".safetensors");
    TensorFile file = read_tensor_file(path);
    REQUIRE(file.metadata.erase("markers") == 1);
    write_tensor_file(path, file);
  }
  CHECK_NOTHROW(read_networks(folder.path()));
}

TEST_CASE("Untrained networks are the same for the same seed") {
  Networks one = make_networks(kSmallFrame, 4), same = make_networks(kSmallFrame, 4),
           other = make_networks(kSmallFrame, 5);
  for (const NetworkId id : kNetworkIds) {
    const auto weight = [&](Networks& networks) {
      return network_tensors(networks.network(id)).at("convolution9.weight");
    };
    CHECK(weight(one).equal(weight(same)));
    CHECK_FALSE(weight(one).equal(weight(other)));
  }
}

TEST_CASE("Weights that do not fit are refused in one sentence that names the file") {
  const TemporaryFolder folder;
  Networks networks = make_networks(kSmallFrame, 4);
  write_networks(folder.path(), networks);
  const auto path = folder.path() / "mpn.safetensors";
  TensorFile file = read_tensor_file(path);
  const auto refused_naming = [&](const std::string& name) {
    CHECK_THROWS_AS(read_networks(folder.path()), InputError);
    CHECK_THROWS_WITH(read_networks(folder.path()), Catch::Contains(name) && Catch::EndsWith("."));
  };
  const auto refused = [&] { refused_naming("mpn.safetensors"); };

  SECTION("missing file") {
    std::filesystem::remove(path);
    refused();
  }
  SECTION("damaged file") {
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 100);
    refused();
  }
  SECTION("not a weights file") {
    std::ofstream(path) << "hello";
    refused();
  }
  SECTION("markers in another order") {
    file.metadata.at("markers").replace(0, 19, "lung_top_right,neck");
    write_tensor_file(path, file);
    refused();
  }
  SECTION("tensor missing") {
    file.tensors.erase(file.tensors.begin());
    write_tensor_file(path, file);
    refused();
  }
  SECTION("tensor too many") {
    file.tensors["stowaway"] = torch::zeros({3});
    write_tensor_file(path, file);
    refused();
  }
  SECTION("tensor of another shape") {
    file.tensors.at("convolution1.weight") = torch::zeros({32, 4, 3, 3});
    write_tensor_file(path, file);
    refused();
  }
  SECTION("values that are not finite") {
    file.tensors.at("convolution5.weight")[0][0][0][0] = std::nan("");
    write_tensor_file(path, file);
    refused();
  }
  SECTION("infinite running statistics") {
    file.tensors.at("norm3.running_var")[7] = INFINITY;
    write_tensor_file(path, file);
    refused();
  }
  SECTION("whole numbers") {
    file.tensors.at("convolution5.weight") = torch::zeros({32, 32, 3, 3}, torch::kInt32);
    write_tensor_file(path, file);
    refused();
  }
  SECTION("another format") {
    file.metadata.at("format") = "skiagraph-unet-99";
    write_tensor_file(path, file);
    refused();
  }
  SECTION("another network's weights") {
    std::filesystem::copy_file(folder.path() / "cign.safetensors", path,
                               std::filesystem::copy_options::overwrite_existing);
    refused();
  }
  SECTION("frames that differ") {
    file.metadata.at("frame") = "128 96 30 102 48";
    write_tensor_file(path, file);
    refused_naming(folder.path().string());
  }
  SECTION("no frame") {
    file.metadata.erase("frame");
    write_tensor_file(path, file);
    refused();
  }
  SECTION("a picture size for markers that the frame cannot have") {
    for (const char* shrink : {"2", "0", "-1", "1000000000000", "half"}) {
      file.metadata.at("marker_shrink") = shrink;
      write_tensor_file(path, file);
      refused();
    }
  }
  SECTION("a frame that the network cannot halve four times") {
    file.metadata.at("frame") = "100 96 30 80 48";
    write_tensor_file(path, file);
    refused();
  }
}
