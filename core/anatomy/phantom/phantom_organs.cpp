#include "core/anatomy/phantom/phantom_organs.h"

#include <numeric>
#include <utility>

namespace skiagraph::anatomy {
namespace {

struct Medium {
  double density_g_per_cm3;
  Composition composition;
};

/// Mass fractions of hydrogen, carbon, nitrogen and of what is given besides; oxygen makes up the rest.
Medium medium(double density, double h, double c, double n,
              std::initializer_list<std::pair<Element, double>> others = {}) {
  Medium m{density, {}};
  m.composition[kH] = h, m.composition[kC] = c, m.composition[kN] = n;
  for (const auto& [element, fraction] : others) m.composition[element] = fraction;
  m.composition[kO] = 1 - std::accumulate(m.composition.begin(), m.composition.end(), 0.0);
  return m;
}

/// Spongiosa: red and yellow marrow between trabeculae, which take `mineral` of the mass.
Medium spongiosa(double density, double mineral) {
  const double marrow = 1 - mineral;
  return medium(density, 0.11 * marrow + 0.035 * mineral, 0.52 * marrow + 0.16 * mineral, 0.03,
                {{kP, 0.1 * mineral}, {kS, 0.002}, {kCa, 0.22 * mineral}});
}

}  // namespace

OrganTable phantom_organs() {
  const Medium skin = medium(1.09, 0.10, 0.20, 0.042, {{kNa, 0.002}, {kP, 0.001}, {kS, 0.002}, {kCl, 0.003}});
  const Medium fat = medium(0.95, 0.114, 0.60, 0.007, {{kNa, 0.001}, {kS, 0.001}, {kCl, 0.001}});
  const Medium muscle = medium(1.05, 0.102, 0.14, 0.034, {{kP, 0.002}, {kS, 0.003}, {kK, 0.004}});
  const Medium soft = medium(1.04, 0.104, 0.14, 0.029, {{kP, 0.002}, {kS, 0.002}, {kCl, 0.002}, {kK, 0.002}});
  const Medium dense_soft =
      medium(1.05, 0.103, 0.14, 0.03, {{kP, 0.002}, {kS, 0.003}, {kCl, 0.002}, {kK, 0.003}});
  const Medium blood =
      medium(1.06, 0.102, 0.11, 0.033, {{kS, 0.002}, {kCl, 0.003}, {kK, 0.002}, {kFe, 0.0005}});
  const Medium gland = medium(1.02, 0.106, 0.33, 0.03, {{kP, 0.001}, {kS, 0.002}});
  const Medium lung =
      medium(0.25, 0.103, 0.105, 0.031, {{kNa, 0.002}, {kP, 0.002}, {kS, 0.003}, {kCl, 0.003}});
  const Medium cartilage = medium(1.10, 0.096, 0.10, 0.022, {{kNa, 0.005}, {kP, 0.022}, {kS, 0.009}});
  const Medium cortical =
      medium(1.92, 0.034, 0.155, 0.042, {{kMg, 0.002}, {kP, 0.10}, {kS, 0.003}, {kCa, 0.22}});
  const Medium tooth = medium(2.7, 0.022, 0.095, 0.029, {{kMg, 0.007}, {kP, 0.135}, {kCa, 0.285}});
  const Medium sparse = spongiosa(1.06, 0.13), firm = spongiosa(1.16, 0.30),
               vertebral = spongiosa(1.26, 0.44);
  const Medium marrow = medium(0.98, 0.115, 0.64, 0.007);
  const Medium bowel = medium(1.03, 0.106, 0.11, 0.02, {{kNa, 0.001}, {kCl, 0.002}});
  const Medium urine = medium(1.02, 0.11, 0.005, 0.01, {{kNa, 0.004}, {kCl, 0.006}});
  const Medium air = medium(0.0012, 0, 0, 0.76);

  using enum PhantomLabel;
  OrganTable organs(static_cast<std::size_t>(kCount));
  const auto set = [&](PhantomLabel label, const char* name, const Medium& m) {
    organs[static_cast<std::size_t>(label)] = {name, m.density_g_per_cm3, m.composition};
  };
  organs.front().name = "Air";
  set(kSkinHead, "Skin, head", skin);
  set(kSkinTrunk, "Skin, trunk", skin);
  set(kSkinArms, "Skin, arms", skin);
  set(kSkinLegs, "Skin, legs", skin);
  set(kFatHead, "Residual tissue, head", fat);
  set(kFatTrunk, "Residual tissue, trunk", fat);
  set(kFatArms, "Residual tissue, arms", fat);
  set(kFatLegs, "Residual tissue, legs", fat);
  set(kMuscleHead, "Muscle, head", muscle);
  set(kMuscleTrunk, "Muscle, trunk", muscle);
  set(kMuscleArms, "Muscle, arms", muscle);
  set(kMuscleLegs, "Muscle, legs", muscle);
  set(kCartilageHead, "Cartilage, head", cartilage);
  set(kCartilageTrunk, "Cartilage, trunk", cartilage);
  set(kCranium, "Cranium, cortical", cortical);
  set(kCraniumSpongiosa, "Cranium, spongiosa", firm);
  set(kMandible, "Mandible, cortical", cortical);
  set(kMandibleSpongiosa, "Mandible, spongiosa", firm);
  set(kTeeth, "Teeth", tooth);
  set(kBrain, "Brain", soft);
  set(kEyes, "Eyes", urine);
  set(kSpinalCord, "Spinal cord", soft);
  set(kCervicalSpine, "Cervical spine, cortical", cortical);
  set(kCervicalSpineSpongiosa, "Cervical spine, spongiosa", vertebral);
  set(kThoracicSpine, "Thoracic spine, cortical", cortical);
  set(kThoracicSpineSpongiosa, "Thoracic spine, spongiosa", vertebral);
  set(kLumbarSpine, "Lumbar spine, cortical", cortical);
  set(kLumbarSpineSpongiosa, "Lumbar spine, spongiosa", vertebral);
  set(kSacrum, "Sacrum, cortical", cortical);
  set(kSacrumSpongiosa, "Sacrum, spongiosa", sparse);
  set(kRibs, "Ribs, cortical", cortical);
  set(kRibsSpongiosa, "Ribs, spongiosa", firm);
  set(kSternum, "Sternum, cortical", cortical);
  set(kSternumSpongiosa, "Sternum, spongiosa", sparse);
  set(kClavicles, "Clavicles, cortical", cortical);
  set(kClaviclesSpongiosa, "Clavicles, spongiosa", firm);
  set(kScapulae, "Scapulae, cortical", cortical);
  set(kScapulaeSpongiosa, "Scapulae, spongiosa", firm);
  set(kPelvis, "Pelvis, cortical", cortical);
  set(kPelvisSpongiosa, "Pelvis, spongiosa", firm);
  set(kHumeriUpper, "Humeri, upper half, cortical", cortical);
  set(kHumeriUpperSpongiosa, "Humeri, upper half, spongiosa", firm);
  set(kHumeriUpperMarrow, "Humeri, upper half, medullary cavity", marrow);
  set(kHumeriLower, "Humeri, lower half, cortical", cortical);
  set(kHumeriLowerMarrow, "Humeri, lower half, medullary cavity", marrow);
  set(kForearms, "Ulnae and radii, cortical", cortical);
  set(kForearmsMarrow, "Ulnae and radii, medullary cavity", marrow);
  set(kHands, "Wrists and hand bones, cortical", cortical);
  set(kHandsSpongiosa, "Wrists and hand bones, spongiosa", firm);
  set(kFemoraUpper, "Femora, upper half, cortical", cortical);
  set(kFemoraUpperSpongiosa, "Femora, upper half, spongiosa", firm);
  set(kFemoraUpperMarrow, "Femora, upper half, medullary cavity", marrow);
  set(kFemoraLower, "Femora, lower half, cortical", cortical);
  set(kFemoraLowerSpongiosa, "Femora, lower half, spongiosa", firm);
  set(kFemoraLowerMarrow, "Femora, lower half, medullary cavity", marrow);
  set(kLowerLegs, "Tibiae, fibulae and patellae, cortical", cortical);
  set(kLowerLegsSpongiosa, "Tibiae, fibulae and patellae, spongiosa", firm);
  set(kLowerLegsMarrow, "Tibiae, fibulae and patellae, medullary cavity", marrow);
  set(kFeet, "Ankles and foot bones, cortical", cortical);
  set(kFeetSpongiosa, "Ankles and foot bones, spongiosa", firm);
  set(kLungRight, "Lung, right, tissue", lung);
  set(kLungRightBlood, "Lung, right, blood", blood);
  set(kLungLeft, "Lung, left, tissue", lung);
  set(kLungLeftBlood, "Lung, left, blood", blood);
  set(kTrachea, "Trachea", soft);
  set(kBronchi, "Bronchi", soft);
  set(kInnerAir, "Air inside body", air);
  set(kHeartWall, "Heart wall", dense_soft);
  set(kHeartContents, "Heart contents (blood)", blood);
  set(kVessels, "Blood vessels, trunk", blood);
  set(kThyroid, "Thyroid", dense_soft);
  set(kLiver, "Liver", dense_soft);
  set(kGallBladderWall, "Gall bladder wall", soft);
  set(kGallBladder, "Gall bladder contents", bowel);
  set(kSpleen, "Spleen", dense_soft);
  set(kPancreas, "Pancreas", soft);
  set(kStomachWall, "Stomach wall", soft);
  set(kStomach, "Stomach contents", bowel);
  set(kSmallIntestineWall, "Small intestine wall", soft);
  set(kSmallIntestine, "Small intestine contents", bowel);
  set(kAscendingColonWall, "Ascending colon wall", soft);
  set(kAscendingColon, "Ascending colon contents", bowel);
  set(kTransverseColonWall, "Transverse colon wall", soft);
  set(kTransverseColon, "Transverse colon contents", bowel);
  set(kDescendingColonWall, "Descending colon wall", soft);
  set(kDescendingColon, "Descending colon contents", bowel);
  set(kSigmoidColonWall, "Sigmoid colon wall", soft);
  set(kSigmoidColon, "Sigmoid colon contents", bowel);
  set(kAdrenalRight, "Adrenal, right", soft);
  set(kAdrenalLeft, "Adrenal, left", soft);
  set(kKidneyRight, "Kidney, right, cortex", dense_soft);
  set(kKidneyRightMedulla, "Kidney, right, medulla", dense_soft);
  set(kKidneyLeft, "Kidney, left, cortex", dense_soft);
  set(kKidneyLeftMedulla, "Kidney, left, medulla", dense_soft);
  set(kBladderWall, "Urinary bladder wall", soft);
  set(kBladder, "Urinary bladder contents", urine);
  set(kProstate, "Prostate", soft);
  set(kUterus, "Uterus", soft);
  set(kBreastRight, "Breast, right, adipose tissue", fat);
  set(kBreastRightGland, "Breast, right, glandular tissue", gland);
  set(kBreastLeft, "Breast, left, adipose tissue", fat);
  set(kBreastLeftGland, "Breast, left, glandular tissue", gland);
  return organs;
}

}  // namespace skiagraph::anatomy
