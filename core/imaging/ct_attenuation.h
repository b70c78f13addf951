#pragma once

namespace skiagraph::imaging {

/// Linear attenuation coefficient of tissue with this CT value, 1/mm at the effective energy of the X-ray
/// images (70 keV).
///
/// Density times mass attenuation, mixed by volume between four points, so linear in between:
/// below -800 HU nothing; from there to 100 HU water of density 1 + HU/1000 g/cm3; at 1600 HU cortical bone
/// of 1.92 g/cm3 (ICRP 110), so the density rises about half as fast in bone as in soft tissue, as in
/// Schneider, Pedroni and Lomax, "The calibration of CT Hounsfield units for radiotherapy treatment
/// planning", Phys. Med. Biol. 41, 1996. Mass attenuation: log-log between 60 and 80 keV of Hubbell and
/// Seltzer, NISTIR 5632: water 0.206 and 0.184, cortical bone 0.315 and 0.223 cm2/g. Values above cortical
/// bone continue the line of bone.
double ct_attenuation_per_mm(double hounsfield);

}  // namespace skiagraph::imaging
