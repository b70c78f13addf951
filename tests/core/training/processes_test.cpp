#include "core/training/processes.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <torch/types.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <functional>
#include <optional>
#include <thread>

#include "core/base/error.h"
#include "core/training/losses.h"
#include "core/training/trainer.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::networks;
using namespace skiagraph::tensors;
using namespace skiagraph::training;
using torch::Tensor;

namespace {

/// One that nobody uses.
std::uint16_t free_port() {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  bind(listener, reinterpret_cast<sockaddr*>(&address), size);
  getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  close(listener);
  return ntohs(address.sin_port);
}

/// Two processes' work on a thread each, so that one test sees both ends.
void in_both(const std::function<void(const ProcessPlace&)>& work) {
  const std::uint16_t port = free_port();
  const auto place = [&](int rank) { return ProcessPlace{rank, 2, rank, 2, "127.0.0.1", port}; };
  std::thread second([&] { work(place(1)); });
  work(place(0));
  second.join();
}

/// Of a smooth loss: at a kink of the absolute error rounding alone may turn a gradient over.
std::vector<Tensor> gradients_of(const Batch& batch) {
  Networks networks = make_networks(testing::kSmallFrame, 5);
  networks.cign->eval();
  const NetworkRunner run{networks};
  (10 * (run.cign(batch.surface, batch.markers) - batch.xray)).square().mean().backward();
  std::vector<Tensor> gradients;
  for (const auto& item : networks.cign->named_parameters()) gradients.push_back(item.value().grad());
  return gradients;
}

/// Variables of the environment, for as long as this lives.
class Environment {
 public:
  explicit Environment(const std::vector<std::pair<const char*, const char*>>& values) : values_(values) {
    for (const auto& [name, value] : values_) setenv(name, value, 1);
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment() {
    for (const auto& [name, value] : values_) unsetenv(name);
  }

 private:
  std::vector<std::pair<const char*, const char*>> values_;
};

}  // namespace

TEST_CASE("Processes take the mean, follow the first, and hear one of them") {
  Tensor means[2], followed[2];
  bool heard[2], silent[2];
  in_both([&](const ProcessPlace& place) {
    const Processes processes(place);
    const int rank = place.rank;
    means[rank] = torch::tensor({1.0F + rank, 10.0F * rank});
    followed[rank] = torch::full({2, 2}, 3.0F + rank);
    processes.average({means[rank], Tensor()});
    processes.follow_first({followed[rank]});
    heard[rank] = processes.any(rank == 1);
    silent[rank] = processes.any(false);
  });
  for (const int rank : {0, 1}) {
    CHECK(means[rank].equal(torch::tensor({1.5F, 5.0F})));
    CHECK(followed[rank].equal(torch::full({2, 2}, 3.0F)));
    CHECK(heard[rank]);
    CHECK_FALSE(silent[rank]);
  }
}

TEST_CASE("Gradients of processes on their parts are those of one process on the whole batch") {
  const Dataset people = testing::small_people();
  const Batches batches(people, Split::kTrain, 1, 3);
  const Batch whole = batches.random(2, 6);
  const std::vector<Tensor> expected = gradients_of(whole);
  const Batch first = batches.random(2, 6, {0, 2}), second = batches.random(2, 6, {1, 2});
  CHECK(torch::cat({first.surface, second.surface}).equal(whole.surface));
  CHECK(torch::cat({first.markers, second.markers}).equal(whole.markers));
  // make_networks draws from the one generator of the program.
  const std::vector<Tensor> of_first = gradients_of(first), of_second = gradients_of(second);
  in_both(
      [&](const ProcessPlace& place) { Processes(place).average(place.rank == 0 ? of_first : of_second); });
  for (std::size_t n = 0; n < expected.size(); ++n) {
    const double size = expected[n].abs().max().item<double>();
    CHECK((of_first[n] - expected[n]).abs().max().item<double>() <= 1e-4 * (1 + size));
    CHECK(of_second[n].equal(of_first[n]));
  }
}

TEST_CASE("Processes that train together end with the same networks, which the first one writes") {
  const Dataset people = testing::small_people();
  Recipe recipe;
  recipe.name = recipe.text = "together";
  Stage played{Stage::Kind::kConvergent, 1, 4, 4, 1e-3};
  played.adversary.kind = AdversaryOptions::Kind::kPatches;
  played.adversary.warm_up = 1;
  recipe.stages = {{Stage::Kind::kT, 1, 4, 3, 1e-3}, {Stage::Kind::kMpn, 1, 4, 3, 1e-3}, played};
  const testing::TemporaryFolder folder;
  std::optional<Networks> trained[2];
  in_both([&](const ProcessPlace& place) {
    TrainingOptions options;
    options.out = folder.path();
    options.place = place;
    trained[place.rank] = train(recipe, people, options);
  });
  Networks written = read_networks(folder.path());
  for (const NetworkId id : kNetworkIds) {
    const auto read = network_tensors(written.network(id)), second = network_tensors(trained[1]->network(id));
    for (const auto& [name, tensor] : network_tensors(trained[0]->network(id))) {
      CHECK(tensor.equal(read.at(name)));
      CHECK(tensor.equal(second.at(name)));
    }
  }
}

TEST_CASE("A process that ends is told to the others") {
  const testing::TemporaryFolder folder;
  std::string sentence;
  in_both([&](const ProcessPlace& place) {
    const Processes processes(place);
    if (place.rank == 1) return;  // it goes away
    try {
      for (int n = 0; n < 3; ++n) static_cast<void>(processes.any(false));
    } catch (const Error& error) {
      sentence = error.what();
    }
  });
  CHECK_THAT(sentence, Catch::Contains("--resume"));
}

TEST_CASE("The place among processes comes from torchrun's variables") {
  CHECK(ProcessPlace::from_environment().count == 1);
  {
    const Environment set({{"RANK", "2"},
                           {"WORLD_SIZE", "4"},
                           {"LOCAL_RANK", "0"},
                           {"LOCAL_WORLD_SIZE", "2"},
                           {"MASTER_ADDR", "node7"},
                           {"MASTER_PORT", "1234"}});
    const ProcessPlace place = ProcessPlace::from_environment();
    CHECK(place.rank == 2);
    CHECK(place.count == 4);
    CHECK(place.local_count == 2);
    CHECK(place.address == "node7");
    CHECK(place.port == 1234);
  }
  const auto complaint = [](const std::vector<std::pair<const char*, const char*>>& values) {
    const Environment set(values);
    try {
      static_cast<void>(ProcessPlace::from_environment());
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK_THAT(complaint({{"RANK", "0"}}), Catch::Contains("WORLD_SIZE"));
  CHECK_THAT(complaint({{"WORLD_SIZE", "2"}}), Catch::Contains("RANK"));
  CHECK_THAT(complaint({{"RANK", "2"}, {"WORLD_SIZE", "2"}}), Catch::Contains("between 0 and 1"));
  CHECK_THAT(complaint({{"RANK", "first"}, {"WORLD_SIZE", "2"}}), Catch::Contains("\"first\""));
  CHECK_THAT(complaint({{"RANK", "0"}, {"WORLD_SIZE", "2"}}), Catch::Contains("MASTER_ADDR"));
  CHECK_THAT(complaint({{"RANK", "0"}, {"WORLD_SIZE", "2"}, {"MASTER_ADDR", "a"}}),
             Catch::Contains("MASTER_PORT"));
}

TEST_CASE("A batch that processes cannot share equally is refused before they meet") {
  Recipe recipe;
  recipe.name = recipe.text = "odd";
  recipe.stages = {{Stage::Kind::kT, 1, 5, 1, 1e-3}};
  TrainingOptions options;
  options.place = {0, 2, 0, 2, "127.0.0.1", 1};
  CHECK_THROWS_WITH(train(recipe, testing::small_people(), options),
                    Catch::Contains("5 people") && Catch::Contains("2 processes"));
}
