#pragma once

#include <cstdint>

namespace skiagraph::training {

/// The critic of adversarial training: its kind, how it is trained, and its weight in CIGN's loss.
struct AdversaryOptions {
  enum class Kind : std::uint8_t {
    kNone,
    kPatches,  ///< pix2pix: is each patch of 34x34 pixels true? (Isola et al., CVPR 2017)
    kWgan,     ///< Wasserstein distance, weights clipped (Arjovsky et al., ICML 2017)
    kWganGp,   ///< the same with a penalty on gradients instead (Gulrajani et al., NIPS 2017)
  };
  Kind kind = Kind::kNone;
  double weight = 0.03;         ///< of the adversarial loss, relative to that of the picture
  double learning_rate = 2e-4;  ///< of the critic
  std::int64_t warm_up = 50;    ///< steps in which a new critic is trained alone
  bool sees_markers = false;    ///< and not the surface alone

  friend bool operator==(const AdversaryOptions&, const AdversaryOptions&) = default;
};

}  // namespace skiagraph::training
