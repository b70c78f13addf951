#include "app/scans.h"

#include <algorithm>
#include <map>

#include "app/models_folder.h"
#include "core/base/error.h"
#include "core/evaluation/scan_checks.h"
#include "core/io/landmarks_file.h"
#include "core/io/mesh_file.h"

namespace skiagraph::app {
namespace {

using std::filesystem::path;

/// Networks with whom they learned from.
struct Model {
  inference::Predictor predictor;
  inference::LearnedPeople learned;
};

/// Reads each folder of networks once.
class Models {
 public:
  explicit Models(const ScanNetworks& networks) : networks_(networks) {}

  Model& of(const path& folder) {
    const auto found = models_.find(folder);
    if (found != models_.end()) return found->second;
    inference::Predictor predictor(models_folder(folder), networks_.device);
    const auto& own = predictor.learned_people();
    if (!own && !networks_.of_dataset)
      throw InputError(
          "evaluate.mean_person",
          "The weights in \"{}\" do not say whom they learned from, so there is no mean person to "
          "compare with; run skiagraph-cli calibrate for them, or give their data set with --data.",
          folder);
    inference::LearnedPeople learned = own ? *own : *networks_.of_dataset;
    return models_.emplace(folder, Model{std::move(predictor), std::move(learned)}).first->second;
  }

 private:
  const ScanNetworks& networks_;
  std::map<path, Model> models_;
};

evaluation::Scan read(const ScanRow& row) {
  evaluation::Scan scan;
  scan.name = row.name;
  scan.mesh = io::read_mesh(row.scan);
  if (row.landmarks) scan.landmarks = io::read_landmarks(*row.landmarks);
  return scan;
}

}  // namespace

std::vector<evaluation::ScanResult> evaluate_scans(std::span<const ScanRow> rows,
                                                   const ScanNetworks& networks,
                                                   const ProgressFunction& progress,
                                                   const CancelToken* cancel) {
  Models models(networks);
  // Networks that everybody needs are no matter of one row.
  if (std::ranges::any_of(rows, [](const ScanRow& row) { return !row.models; })) models.of(networks.models);
  std::vector<evaluation::ScanResult> results;
  for (const ScanRow& row : rows) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    if (progress) progress(static_cast<double>(results.size()) / static_cast<double>(rows.size()), "Scans");
    try {
      Model& model = models.of(row.models.value_or(networks.models));
      results.push_back(evaluation::study_scan(model.predictor, model.learned, read(row), cancel));
    } catch (const InputError& error) {
      evaluation::ScanResult& refused = results.emplace_back();
      refused.name = row.name;
      refused.refusal_code = error.code();
      refused.refusal = error.what();
    }
  }
  for (std::size_t n = 0; n < rows.size(); ++n)
    if (rows[n].same_as && !results[n].refused())
      results[n].checks.same_as = evaluation::same_body(results[n], results[*rows[n].same_as]);
  if (progress) progress(1, "Scans");
  return results;
}

}  // namespace skiagraph::app
