#include "core/anatomy/anomalies/anomaly.h"

#include <torch/types.h>

#include <algorithm>
#include <string>

#include "core/anatomy/anomalies/anomaly_edits.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace skiagraph::anatomy {
namespace {

Anomaly anomaly_named(const std::string& name) {
  const auto& names = anomaly_names();
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) {
    std::string allowed;
    for (const std::string_view known : names) allowed += ", " + std::string(known);
    throw InputError("anomaly.unknown", "There is no anomaly \"{}\"; choose from all{}.", name, allowed);
  }
  return static_cast<Anomaly>(found - names.begin());
}

}  // namespace

const std::array<std::string_view, kAnomalyCount>& anomaly_names() {
  static constexpr std::array<std::string_view, kAnomalyCount> kNames{
      "healthy",   "missing_lung", "collapsed_lung", "effusion",     "hip_replacement",
      "pacemaker", "spinal_rods",  "nodule",         "absent_kidney"};
  return kNames;
}

std::vector<Anomaly> anomalies_named(std::string_view list) {
  std::vector<Anomaly> anomalies;
  if (list == "all") {
    for (int kind = 0; kind < kAnomalyCount; ++kind) anomalies.push_back(static_cast<Anomaly>(kind));
    return anomalies;
  }
  for (const std::string& name : split(list, ',')) anomalies.push_back(anomaly_named(name));
  if (anomalies.empty()) anomaly_named("");
  return anomalies;
}

AnomalyParameters draw_anomaly(Anomaly kind, RandomStream& random) {
  AnomalyParameters drawn;
  drawn.kind = kind;
  drawn.left = random.uniform() < 0.5;
  drawn.seed = random.bits();
  switch (kind) {
    case Anomaly::kCollapsedLung:
      drawn.collapse = random.uniform(0.3, 0.8);
      break;
    case Anomaly::kEffusion:
      drawn.effusion_ml = random.uniform(200, 1500);
      break;
    case Anomaly::kPacemaker:
      drawn.left = random.uniform() < 0.8;  // most are right-handed
      drawn.leads = random.uniform() < 0.5 ? 1 : 2;
      break;
    case Anomaly::kSpinalRods:
      drawn.rods_bottom = random.uniform(0.03, 0.25);
      drawn.rods_top = random.uniform(0.5, 0.85);
      break;
    case Anomaly::kNodule:
      drawn.nodules_mm.resize(1 + static_cast<std::size_t>(random.uniform(0, 3)));
      for (double& diameter : drawn.nodules_mm) diameter = random.uniform(8, 30);
      break;
    default:
      break;
  }
  return drawn;
}

void add_anomaly(const VirtualPatient& patient, const AnomalyParameters& anomaly,
                 const TissueVariation& tissue, std::vector<float>& attenuation) {
  const AnomalySite site{patient, patient.base(), patient.base().parts[kTorso], attenuation};
  switch (anomaly.kind) {
    case Anomaly::kNone:
      return;
    case Anomaly::kMissingLung:
      return remove_lung(site, anomaly.left);
    case Anomaly::kCollapsedLung:
      return collapse_lung(site, anomaly.left, anomaly.collapse);
    case Anomaly::kEffusion:
      return add_effusion(site, anomaly.left, anomaly.effusion_ml, tissue.lying);
    case Anomaly::kHipReplacement:
      return replace_hip(site, anomaly.left);
    case Anomaly::kPacemaker:
      return add_pacemaker(site, anomaly.left, anomaly.leads);
    case Anomaly::kSpinalRods:
      return add_spinal_rods(site, anomaly.rods_bottom, anomaly.rods_top);
    case Anomaly::kNodule:
      return add_nodules(site, anomaly.left, anomaly.nodules_mm, anomaly.seed);
    case Anomaly::kAbsentKidney:
      return remove_kidney(site, anomaly.left);
  }
}

std::vector<Marker> lost_landmarks(const AnomalyParameters& anomaly) {
  switch (anomaly.kind) {
    case Anomaly::kMissingLung:
    case Anomaly::kCollapsedLung:
      if (anomaly.left) return {Marker::kLungTopLeft, Marker::kLungBottomLeft};
      return {Marker::kLungTopRight};
    case Anomaly::kAbsentKidney:
      return {anomaly.left ? Marker::kKidneyCentreLeft : Marker::kKidneyCentreRight};
    default:
      return {};
  }
}

torch::Tensor anomaly_mask(const imaging::XrayImage& with, const imaging::XrayImage& without) {
  return ((xray_tensor(with) - xray_tensor(without)).abs() > kVisibleDifference).to(torch::kUInt8);
}

}  // namespace skiagraph::anatomy
