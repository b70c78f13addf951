#pragma once

#include <torch/types.h>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/anatomy/patient/virtual_patient.h"
#include "core/base/random.h"
#include "core/markers/marker_table.h"

namespace skiagraph::anatomy {

/// A finding that an X-ray shows and the surface does not. A person has at most one.
enum class Anomaly : std::uint8_t {
  kNone,           ///< a healthy control
  kMissingLung,    ///< after pneumonectomy: fluid fills the place
  kCollapsedLung,  ///< pneumothorax: air around a small, dense lung
  kEffusion,       ///< fluid in the pleural space
  kHipReplacement,
  kPacemaker,  ///< with one or two leads
  kSpinalRods,
  kNodule,  ///< one to three in a lung
  kAbsentKidney
};
inline constexpr int kAnomalyCount = 9;

/// snake_case, in the order of Anomaly; the first is "healthy".
const std::array<std::string_view, kAnomalyCount>& anomaly_names();
/// "missing_lung,effusion" or "all", which includes "healthy". Throws InputError, which lists the names.
std::vector<Anomaly> anomalies_named(std::string_view list);

/// One anomaly of one person. Lengths are those in the person, whatever the person's size.
struct AnomalyParameters {
  Anomaly kind = Anomaly::kNone;
  bool left = false;    ///< side of the patient
  double collapse = 0;  ///< share of the lung's volume that is lost
  double effusion_ml = 0;
  std::vector<double> nodules_mm;  ///< diameters
  int leads = 1;
  double rods_bottom = 0, rods_top = 1;  ///< 0: lower end of the lumbar spine, 1: upper end of the thoracic
  std::uint64_t seed = 0;                ///< of places and shapes
};

AnomalyParameters draw_anomaly(Anomaly kind, RandomStream& random);

/// Changes the person's attenuation of the torso, 1/mm. Implants and nodules are rigid: made in the person
/// and carried to the base, where the attenuation lies. A person who lies has the effusion at the back.
/// Throws InputError when the base lacks the organ, Error when nodules find no room.
void add_anomaly(const VirtualPatient& patient, const AnomalyParameters& anomaly,
                 const TissueVariation& tissue, std::vector<float>& attenuation);

/// Landmarks that this person does not have, or that have moved.
std::vector<Marker> lost_landmarks(const AnomalyParameters& anomaly);

/// Differences of the X-ray up to this one, of full scale, do not count as the anomaly: about the attenuation
/// of 1.5 mm of water.
inline constexpr float kVisibleDifference = 0.003F;

/// H x W uint8: 1 where the X-ray with the anomaly differs from that of the same person without it. Pixels
/// that are white in both do not differ.
torch::Tensor anomaly_mask(const imaging::XrayImage& with, const imaging::XrayImage& without);

}  // namespace skiagraph::anatomy
