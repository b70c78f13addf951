#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace skiagraph::anatomy {

/// The elements of the ICRP 110 media tables.
enum Element { kH, kC, kN, kO, kNa, kMg, kP, kS, kCl, kK, kCa, kFe, kI, kElementCount };

/// Mass fractions by element; they add up to 1.
using Composition = std::array<double, kElementCount>;

/// The one effective energy of the X-ray images.
inline constexpr double kEffectiveEnergyKeV = 70.0;

/// Mass attenuation coefficient in cm2/g, log-log between the 60 and 80 keV tables of NIST (Hubbell and
/// Seltzer, NISTIR 5632). Throws Error outside 60 to 80 keV.
double mass_attenuation_cm2_per_g(const Composition& composition, double energy_kev = kEffectiveEnergyKeV);

/// What one label of a label volume is made of.
struct Organ {
  std::string name;  ///< as in ICRP 110, for example "Lung, left, tissue"
  double density_g_per_cm3 = 0;
  Composition composition{};

  [[nodiscard]] double attenuation_per_mm(double energy_kev = kEffectiveEnergyKeV) const;
};

/// Index is the label; entry 0 is the air around the body. Labels without an entry have an empty name.
using OrganTable = std::vector<Organ>;

/// Reads the two tab-separated tables that lie beside an ICRP 110 label volume: organs (id, organ, medium,
/// density_g_cm3) and media (medium, name, mass percent of each element). Throws InputError naming file and
/// line.
OrganTable read_organ_table(const std::filesystem::path& organs, const std::filesystem::path& media);

}  // namespace skiagraph::anatomy
