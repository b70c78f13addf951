#pragma once

#include <torch/types.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace skiagraph::training {

/// Adam (Kingma and Ba, ICLR 2015) whose state is plain named tensors, so that a checkpoint needs no pickled
/// archive.
class Adam {
 public:
  /// How the weights of convolutions with many outputs are updated. Everything else is updated by Adam.
  enum class Matrices : std::uint8_t {
    kScaled,         ///< each weight is scaled by its own mean square: Adam
    kOrthogonalised  ///< all singular values become alike, of the size of Adam's step: Muon (Jordan 2024; Liu
                     ///< et al. 2025)
  };
  explicit Adam(std::map<std::string, torch::Tensor> parameters, Matrices matrices = Matrices::kScaled);
  /// momentum: the share of the mean gradient that is kept at each step; 0 makes it RMSProp with bias
  /// correction.
  Adam(std::map<std::string, torch::Tensor> parameters, double momentum);

  void zero_gradients();
  /// Of all parameters in a fixed order; undefined where there is none.
  [[nodiscard]] std::vector<torch::Tensor> gradients() const;
  /// One update from the gradients that the parameters hold. Parameters without a gradient stay.
  void step(double learning_rate);

  /// The state under names that begin with `prefix`; load() is the inverse of save().
  void save(const std::string& prefix, std::map<std::string, torch::Tensor>& tensors) const;
  void load(const std::string& prefix, const std::map<std::string, torch::Tensor>& tensors);

 private:
  struct Moments {
    torch::Tensor first, second;
  };
  struct Updated {
    torch::Tensor parameter, gradient;
    Moments moments;  ///< share their memory with moments_
  };
  void step_scaled(const std::vector<Updated>& updated, double learning_rate) const;
  /// alike: of one shape.
  void step_orthogonalised(const std::vector<Updated>& alike, double learning_rate) const;

  std::map<std::string, torch::Tensor> parameters_;
  double momentum_;
  Matrices matrices_;
  std::map<std::string, Moments> moments_;
  std::int64_t steps_ = 0;
};

}  // namespace skiagraph::training
