#include "core/training/processes.h"

#include <torch/types.h>
#include <torch/version.h>

#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

#include "core/base/environment.h"
#include "core/base/error.h"

#if defined(USE_C10D_GLOO) && __has_include(<gloo/algorithm.h>)
#define SKIAGRAPH_HAS_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#if defined(USE_C10D_NCCL) && __has_include(<nccl.h>)
#define SKIAGRAPH_HAS_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif
#endif

namespace skiagraph::training {
namespace {

using torch::Tensor;

std::optional<int> number_in(const char* variable) {
  const std::optional<std::string> value = environment_variable(variable);
  if (!value) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
  if (error != std::errc() || end != value->data() + value->size())
    throw InputError("processes.variable",
                     "The environment variable {} is \"{}\" and must be a whole number, as torchrun sets it.",
                     variable, *value);
  return number;
}

int needed(const char* variable, std::optional<int> number, int least, int most) {
  if (!number)
    throw InputError("processes.variable_missing",
                     "Several processes need the environment variable {}; start them with torchrun.",
                     variable);
  if (*number < least || *number > most)
    throw InputError("processes.variable_range",
                     "The environment variable {} is {} and must lie between {} and {}.", variable, *number,
                     least, most);
  return *number;
}

/// All tensors in one row, so that one message carries them.
Tensor flattened(const std::vector<Tensor>& tensors) {
  std::vector<Tensor> rows;
  for (const Tensor& tensor : tensors)
    if (tensor.defined()) rows.push_back(tensor.detach().to(torch::kFloat32).reshape({-1}));
  return rows.empty() ? Tensor() : torch::cat(rows);
}

void spread(const Tensor& row, const std::vector<Tensor>& tensors) {
  torch::NoGradGuard no_grad;
  std::int64_t first = 0;
  for (Tensor tensor : tensors) {
    if (!tensor.defined()) continue;
    tensor.copy_(row.slice(0, first, first + tensor.numel()).reshape(tensor.sizes()));
    first += tensor.numel();
  }
}

}  // namespace

ProcessPlace ProcessPlace::from_environment() {
  constexpr int kMostProcesses = 4096, kMostPorts = 65535;
  const auto rank = number_in("RANK"), count = number_in("WORLD_SIZE");
  if (!rank && !count) return {};
  ProcessPlace place;
  place.count = needed("WORLD_SIZE", count, 1, kMostProcesses);
  place.rank = needed("RANK", rank, 0, place.count - 1);
  if (place.count == 1) return {};
  place.local_count = number_in("LOCAL_WORLD_SIZE").value_or(1);
  place.local_rank = needed("LOCAL_RANK", number_in("LOCAL_RANK").value_or(0), 0, place.count - 1);
  const std::optional<std::string> address = environment_variable("MASTER_ADDR");
  if (!address)
    throw InputError("processes.variable_missing",
                     "Several processes need the environment variable {}; start them with torchrun.",
                     "MASTER_ADDR");
  place.address = *address;
  place.port = static_cast<std::uint16_t>(needed("MASTER_PORT", number_in("MASTER_PORT"), 1, kMostPorts));
  return place;
}

Processes::~Processes() = default;
Processes::Processes(Processes&&) noexcept = default;
Processes& Processes::operator=(Processes&&) noexcept = default;

#ifdef SKIAGRAPH_HAS_GLOO

namespace {

/// What the groups of all transports are.
#if TORCH_VERSION_MAJOR >= 2
using ProcessGroup = c10d::Backend;
#else
using ProcessGroup = c10d::ProcessGroup;
#endif

}  // namespace

struct Processes::Group {
  c10::intrusive_ptr<c10d::TCPStore> store;
  c10::intrusive_ptr<ProcessGroup> group;
  torch::Device device = torch::kCPU;  ///< where messages are

  /// Applies the collective operation `what` to the row, in place.
  template <class Work>
  void exchange(Tensor& row, const Work& what) const try {
    Tensor message = row.to(device).contiguous();
    std::vector<Tensor> messages{message};
    what(*group, messages)->wait();
    row = messages.front();
  } catch (const std::exception&) {
    throw Error(
        "processes.lost",
        "Another training process ended or cannot be reached; start all of them again with --resume.");
  }
};

namespace {

c10::intrusive_ptr<ProcessGroup> make_group(const c10::intrusive_ptr<c10d::TCPStore>& store,
                                            const ProcessPlace& place,
                                            [[maybe_unused]] torch::Device device) {
#ifdef SKIAGRAPH_HAS_NCCL
  if (device.is_cuda()) return c10::make_intrusive<c10d::ProcessGroupNCCL>(store, place.rank, place.count);
#endif
  auto options = c10d::ProcessGroupGloo::Options::create();
  // On one machine the loopback interface is enough; between machines the default one is used.
  options->devices.push_back(place.local_count == place.count
                                 ? c10d::ProcessGroupGloo::createDeviceForHostname("127.0.0.1")
                                 : c10d::ProcessGroupGloo::createDefaultDevice());
  return c10::make_intrusive<c10d::ProcessGroupGloo>(store, place.rank, place.count, options);
}

}  // namespace

Processes::Processes(const ProcessPlace& place, torch::Device device) : place_(place) {
  if (place.count == 1) return;
  constexpr std::chrono::seconds kPatience{60};
  group_ = std::make_unique<Group>();
  try {
    c10d::TCPStoreOptions options;
    options.port = place.port;
    options.isServer = place.rank == 0;
    options.numWorkers = static_cast<std::size_t>(place.count);
    options.timeout = kPatience;
    group_->store = c10::make_intrusive<c10d::TCPStore>(place.address, options);
    group_->group = make_group(group_->store, place, device);
  } catch (const std::exception&) {
    throw InputError("processes.apart",
                     "The {} training processes did not meet at \"{}\", port {}; check MASTER_ADDR and "
                     "MASTER_PORT and that all were started.",
                     place.count, place.address, place.port);
  }
#ifdef SKIAGRAPH_HAS_NCCL
  if (device.is_cuda()) group_->device = device;
#endif
}

void Processes::average(const std::vector<Tensor>& tensors) const {
  Tensor row = count() == 1 ? Tensor() : flattened(tensors);
  if (!row.defined()) return;
  group_->exchange(row, [](ProcessGroup& group, std::vector<Tensor>& m) { return group.allreduce(m); });
  spread(row / count(), tensors);
}

void Processes::follow_first(const std::vector<Tensor>& tensors) const {
  Tensor row = count() == 1 ? Tensor() : flattened(tensors);
  if (!row.defined()) return;
  group_->exchange(row, [](ProcessGroup& group, std::vector<Tensor>& m) { return group.broadcast(m); });
  spread(row, tensors);
}

bool Processes::any(bool mine) const {
  if (count() == 1) return mine;
  Tensor row = torch::full({1}, mine ? 1.0F : 0.0F);
  group_->exchange(row, [](ProcessGroup& group, std::vector<Tensor>& m) { return group.allreduce(m); });
  return row.item<float>() > 0;
}

#else

struct Processes::Group {};

Processes::Processes(const ProcessPlace& place, torch::Device) : place_(place) {
  if (place.count > 1)
    throw InputError("processes.no_gloo",
                     "This build has no Gloo, by which several processes train together; start one alone.");
}

void Processes::average(const std::vector<Tensor>&) const {}
void Processes::follow_first(const std::vector<Tensor>&) const {}
bool Processes::any(bool mine) const {
  return mine;
}

#endif

}  // namespace skiagraph::training
