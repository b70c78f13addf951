#pragma once

#include <cstdint>
#include <vector>

#include "core/anatomy/patient/virtual_patient.h"

namespace skiagraph::anatomy {

/// The steps of add_anomaly, and what they share.

/// Linear attenuation, 1/mm at kEffectiveEnergyKeV. Mass attenuation from the tables of NIST (Hubbell and
/// Seltzer, NISTIR 5632), log-log between 60 and 80 keV, times density.
namespace material {
inline constexpr float kAir = 2.3e-5F;
inline constexpr float kFluid = 0.0198F;         ///< water, 1.02 g/cm3
inline constexpr float kSoftTissue = 0.0203F;    ///< ICRU-44, 1.06 g/cm3
inline constexpr float kFat = 0.0179F;           ///< adipose tissue, 0.95 g/cm3
inline constexpr float kPolyethylene = 0.0175F;  ///< 0.93 g/cm3
inline constexpr float kTitanium = 0.241F;       ///< Ti 0.766 and 0.405 cm2/g, alloy of 4.43 g/cm3
inline constexpr float kCobaltChrome = 0.685F;   ///< as iron, which lies between the two; 8.3 g/cm3
/// A sealed can of battery and circuits, a coil of wire in silicone: about half the attenuation of an alloy
/// of cobalt, as they are half full of metal.
inline constexpr float kDevice = 0.35F;
}  // namespace material

/// Whose torso is changed.
struct AnomalySite {
  const VirtualPatient& patient;
  const BaseAnatomy& base;
  const BodyPart& torso;
  std::vector<float>& attenuation;
};

/// Throws InputError saying that the base has no `name` when there are no such voxels.
const std::vector<std::uint32_t>& voxels_of(const AnomalySite& site, VariedTissue tissue, const char* name);

void remove_lung(const AnomalySite& site, bool left);
void collapse_lung(const AnomalySite& site, bool left, double share);
void add_effusion(const AnomalySite& site, bool left, double ml, bool lying);
/// With slightly irregular edges, wholly inside the lung and away from its root.
void add_nodules(const AnomalySite& site, bool left, const std::vector<double>& diameters_mm,
                 std::uint64_t seed);
void remove_kidney(const AnomalySite& site, bool left);

/// Cup with liner, ball, neck and stem.
void replace_hip(const AnomalySite& site, bool left);
/// Before the upper chest; the leads go through the superior vena cava to the tip of the right ventricle and,
/// the second, to the right atrium.
void add_pacemaker(const AnomalySite& site, bool left, int leads);
/// Two rods behind the vertebrae with pedicle screws and a cross-link.
void add_spinal_rods(const AnomalySite& site, double bottom, double top);

}  // namespace skiagraph::anatomy
