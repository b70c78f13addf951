#pragma once

#include <torch/types.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace skiagraph::training {

/// The rank of this process among several that train together, and the address of rank 0.
struct ProcessPlace {
  int rank = 0, count = 1;
  int local_rank = 0, local_count = 1;  ///< among the processes of this machine
  std::string address = {};             ///< of the machine where rank 0 is
  std::uint16_t port = 0;

  /// From the variables that torchrun sets: RANK, WORLD_SIZE, LOCAL_RANK, LOCAL_WORLD_SIZE, MASTER_ADDR,
  /// MASTER_PORT. One process alone where RANK and WORLD_SIZE are not set. Throws InputError naming a
  /// variable whose value cannot be used.
  static ProcessPlace from_environment();
};

/// Processes that train together, one for each GPU or machine, by LibTorch's c10d: NCCL between CUDA devices
/// where this LibTorch has it, else Gloo. All must make the same calls in the same order. A single
/// process needs neither. Every function throws Error when another process has ended or cannot be reached.
class Processes {
 public:
  Processes() = default;  ///< a single process
  /// Waits until all processes have connected. Throws InputError when that takes more than a minute.
  explicit Processes(const ProcessPlace& place, torch::Device device = torch::kCPU);
  ~Processes();
  Processes(Processes&&) noexcept;
  Processes& operator=(Processes&&) noexcept;

  [[nodiscard]] int rank() const { return place_.rank; }
  [[nodiscard]] int count() const { return place_.count; }
  [[nodiscard]] bool leads() const { return place_.rank == 0; }
  /// How many share this machine's processors.
  [[nodiscard]] int on_this_machine() const { return place_.local_count; }

  /// Each tensor becomes its mean over the processes. Floating point; undefined ones are left out, the same
  /// in all processes.
  void average(const std::vector<torch::Tensor>& tensors) const;
  /// Each tensor becomes that of rank 0.
  void follow_first(const std::vector<torch::Tensor>& tensors) const;
  /// Whether `mine` is true in any process.
  [[nodiscard]] bool any(bool mine) const;

 private:
  struct Group;
  ProcessPlace place_;
  std::unique_ptr<Group> group_;
};

}  // namespace skiagraph::training
