#include "core/anatomy/base/tissue.h"

#include <cmath>
#include <map>
#include <optional>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/text_table.h"

namespace skiagraph::anatomy {
namespace {

struct ElementAttenuation {
  double at_60_kev, at_80_kev;  // cm2/g
};

constexpr std::array<ElementAttenuation, kElementCount> kNist{{{0.3260, 0.3091},    // H
                                                               {0.1753, 0.1610},    // C
                                                               {0.1817, 0.1639},    // N
                                                               {0.1907, 0.1678},    // O
                                                               {0.2282, 0.1796},    // Na
                                                               {0.2573, 0.1951},    // Mg
                                                               {0.3494, 0.2324},    // P
                                                               {0.4053, 0.2585},    // S
                                                               {0.4420, 0.2720},    // Cl
                                                               {0.5678, 0.3251},    // K
                                                               {0.6578, 0.3656},    // Ca
                                                               {1.2050, 0.5952},    // Fe
                                                               {7.5790, 3.5100}}};  // I

constexpr std::array<std::string_view, kElementCount> kSymbols{"H", "C",  "N", "O",  "Na", "Mg", "P",
                                                               "S", "Cl", "K", "Ca", "Fe", "I"};

/// One of the two tables beside a label volume, with numbers that are checked.
class Table {
 public:
  explicit Table(const std::filesystem::path& path) : path_(path), table_(read(path)) {}

  [[nodiscard]] const std::vector<TextTable::Row>& rows() const { return table_.rows(); }
  [[nodiscard]] const std::string& text(const TextTable::Row& row, std::string_view column) const {
    return row.cells[table_.column(column)];
  }
  [[nodiscard]] double number(const TextTable::Row& row, std::string_view column, double least,
                              double most) const {
    const std::string& cell = text(row, column);
    const std::optional<double> value = number_in(cell);
    if (!value || !(*value >= least && *value <= most))
      throw InputError("table.number", "\"{}\" in column \"{}\" of \"{}\" is not a number from {} to {}.",
                       cell, column, path_, least, most);
    return *value;
  }
  [[nodiscard]] int whole_number(const TextTable::Row& row, std::string_view column, int least,
                                 int most) const {
    const double value = number(row, column, least, most);
    if (value != std::floor(value))
      throw InputError("table.whole_number", "\"{}\" in column \"{}\" of \"{}\" is not a whole number.",
                       text(row, column), column, path_);
    return static_cast<int>(value);
  }

 private:
  static TextTable read(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
      throw InputError("table.missing", "There is no table \"{}\"; it belongs beside the label volume.",
                       path);
    return {path, "\t"};
  }

  std::filesystem::path path_;
  TextTable table_;
};

}  // namespace

double mass_attenuation_cm2_per_g(const Composition& composition, double energy_kev) {
  if (!(energy_kev >= 60 && energy_kev <= 80))
    throw Error("attenuation.energy", "Attenuation is known between 60 and 80 keV, not at {} keV.",
                energy_kev);
  const double t = std::log(energy_kev / 60) / std::log(80.0 / 60);
  double sum = 0;
  for (std::size_t e = 0; e < kElementCount; ++e)
    sum += composition[e] * kNist[e].at_60_kev * std::pow(kNist[e].at_80_kev / kNist[e].at_60_kev, t);
  return sum;
}

double Organ::attenuation_per_mm(double energy_kev) const {
  return 0.1 * density_g_per_cm3 * mass_attenuation_cm2_per_g(composition, energy_kev);
}

OrganTable read_organ_table(const std::filesystem::path& organs, const std::filesystem::path& media) {
  constexpr int kMostMedium = 100000, kMostLabel = 255;
  constexpr double kMostDensity = 25;  // no metal is denser
  std::map<int, Composition> compositions;
  const Table media_table(media), organ_table(organs);
  for (const TextTable::Row& row : media_table.rows()) {
    Composition composition{};
    for (std::size_t e = 0; e < kElementCount; ++e)
      composition[e] = media_table.number(row, kSymbols[e], 0, 100) / 100;
    compositions[media_table.whole_number(row, "medium", 0, kMostMedium)] = composition;
  }
  OrganTable table(kMostLabel + 1);
  table[0].name = "Air";
  for (const TextTable::Row& row : organ_table.rows()) {
    const int id = organ_table.whole_number(row, "id", 1, kMostLabel);
    const int medium = organ_table.whole_number(row, "medium", 0, kMostMedium);
    if (!compositions.contains(medium))
      throw InputError("table.medium", "Medium {} of \"{}\" is missing in \"{}\".", medium, organs, media);
    table[id] = {organ_table.text(row, "organ"), organ_table.number(row, "density_g_cm3", 0, kMostDensity),
                 compositions[medium]};
  }
  return table;
}

}  // namespace skiagraph::anatomy
