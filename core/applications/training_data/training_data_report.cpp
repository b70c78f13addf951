#include "core/applications/training_data/training_data_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/base/number_text.h"
#include "core/evaluation/text_columns.h"

namespace skiagraph::applications {
namespace {

using Json = nlohmann::ordered_json;

/// Teixeira et al., table 2.
struct PaperRow {
  int epoch;
  double mse_parametrised, mse_translated, cm_parametrised, cm_translated;
};
constexpr std::array kPaper{
    PaperRow{1, 6.64e-4, 2.47e-3, 4.53, 9.17},  PaperRow{5, 4.04e-4, 6.76e-4, 0.99, 8.75},
    PaperRow{10, 3.50e-4, 5.66e-4, 0.93, 2.67}, PaperRow{15, 3.47e-4, 5.04e-4, 0.64, 1.97},
    PaperRow{20, 3.59e-4, 4.78e-4, 0.74, 1.28}, PaperRow{25, 3.50e-4, 5.34e-4, 0.68, 1.20}};

/// Over the seeds.
struct Spread {
  double mean = 0, sd = 0;
};

Spread spread(const TrainingDataStudy& study, Augmentation augmentation, int epoch,
              double EpochFigures::*figure) {
  std::vector<double> values;
  for (const TrainingRun& run : study.runs)
    for (const EpochFigures& one : run.epochs)
      if (run.augmentation == augmentation && one.epoch == epoch) values.push_back(one.*figure);
  Spread of;
  if (values.empty()) return of;
  for (const double value : values) of.mean += value / static_cast<double>(values.size());
  for (const double value : values) of.sd += (value - of.mean) * (value - of.mean);
  of.sd = values.size() > 1 ? std::sqrt(of.sd / static_cast<double>(values.size() - 1)) : 0;
  return of;
}

std::string centimetres(const Spread& of) {
  return fixed(of.mean, 2) + " +- " + fixed(of.sd, 2);
}

int last_epoch(const TrainingDataStudy& study) {
  return study.runs.empty() ? 0 : static_cast<int>(study.runs.front().epochs.size());
}

/// The paper's epochs, as far as there are so many, and the last.
std::vector<int> shown_epochs(const TrainingDataStudy& study) {
  std::vector<int> epochs;
  const int last = last_epoch(study);
  for (const PaperRow& row : kPaper)
    if (row.epoch <= last) epochs.push_back(row.epoch);
  if (epochs.empty() || epochs.back() != last) epochs.push_back(last);
  return epochs;
}

evaluation::TextColumns table(const TrainingDataStudy& study) {
  evaluation::TextColumns rows({"epoch", "MSE e-4 (p)", "MSE e-4 (t)", "cm (p)", "cm (t)", "p / t",
                                "cm (true people)", "paper cm (p)", "paper cm (t)", "paper p / t"});
  for (const int epoch : shown_epochs(study)) {
    const auto of = [&](Augmentation augmentation, double EpochFigures::*figure) {
      return spread(study, augmentation, epoch, figure);
    };
    const Spread p = of(Augmentation::kParametrised, &EpochFigures::cm),
                 t = of(Augmentation::kTranslated, &EpochFigures::cm);
    const auto paper = std::ranges::find(kPaper, epoch, &PaperRow::epoch);
    const bool known = paper != kPaper.end();
    rows.add({std::to_string(epoch), fixed(1e4 * of(Augmentation::kParametrised, &EpochFigures::mse).mean, 2),
              fixed(1e4 * of(Augmentation::kTranslated, &EpochFigures::mse).mean, 2), centimetres(p),
              centimetres(t), t.mean > 0 ? fixed(p.mean / t.mean, 2) : "",
              study.true_people > 0 ? centimetres(of(Augmentation::kTruePeople, &EpochFigures::cm)) : "-",
              known ? fixed(paper->cm_parametrised, 2) : "", known ? fixed(paper->cm_translated, 2) : "",
              known ? fixed(paper->cm_parametrised / paper->cm_translated, 2) : ""});
  }
  return rows;
}

const char* name_of(Augmentation augmentation) {
  if (augmentation == Augmentation::kTruePeople) return "true people";
  return augmentation == Augmentation::kParametrised ? "parametrised" : "translated";
}

std::string explanation(const TrainingDataStudy& study) {
  return "A network that finds the bottom of the left lung learns from " + std::to_string(study.people) +
         " annotated people, " + std::to_string(study.pictures) +
         " pictures: p, parametrised, markers moved and the annotation tracked (" +
         std::to_string(study.lost) + " lost tracks left out); t, as many, translated. Tested on " +
         std::to_string(study.tested) +
         " true X-rays; mean and standard deviation over the seeds. With the landmark at its mean place in "
         "the "
         "pictures learnt from it is off by " +
         fixed(study.mean_place_cm, 2) + " cm. " + std::to_string(study.not_seen) +
         " people were passed over because CIGN's X-ray does not show the landmark. True people: the same "
         "network learns from true X-rays of all " +
         std::to_string(study.true_people) + " people of the training split, each once an epoch.";
}

}  // namespace

std::string training_data_text(const TrainingDataStudy& study) {
  return "Training data (table 2)\n" + explanation(study) + "\n" + table(study).text();
}

std::string training_data_markdown(const TrainingDataStudy& study) {
  return "## Table 2: training data from parametrised X-rays\n\n" + explanation(study) + "\n\n" +
         table(study).markdown();
}

std::string training_data_json(const TrainingDataStudy& study) {
  Json runs = Json::array();
  for (const TrainingRun& run : study.runs) {
    Json epochs = Json::array();
    for (const EpochFigures& one : run.epochs)
      epochs.push_back({{"epoch", one.epoch}, {"mse", one.mse}, {"error_cm", one.cm}});
    runs.push_back(
        {{"augmentation", name_of(run.augmentation)}, {"seed", run.seed}, {"epochs", std::move(epochs)}});
  }
  return Json{{"model", study.model},
              {"people", study.people},
              {"tested", study.tested},
              {"pictures", study.pictures},
              {"lost", study.lost},
              {"not_seen", study.not_seen},
              {"mean_place_cm", study.mean_place_cm},
              {"true_people", study.true_people},
              {"table2", std::move(runs)}}
             .dump(2) +
         "\n";
}

}  // namespace skiagraph::applications
