#include "core/anatomy/tissue.h"

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "core/base/error.h"

namespace skiagraph {
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

using Row = std::map<std::string, std::string, std::less<>>;

std::vector<std::string> split_tabs(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, '\t');) {
    if (!cell.empty() && cell.back() == '\r') cell.pop_back();
    cells.push_back(cell);
  }
  return cells;
}

std::vector<Row> read_table(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string line;
  if (!file || !std::getline(file, line))
    throw InputError("The table " + path.string() + " cannot be read; it belongs beside the label volume.");
  const auto header = split_tabs(line);
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const auto cells = split_tabs(line);
    if (cells.empty()) continue;
    if (cells.size() != header.size())
      throw InputError("Line " + std::to_string(rows.size() + 2) + " of " + path.string() + " has " +
                       std::to_string(cells.size()) + " columns instead of " + std::to_string(header.size()) +
                       ".");
    Row row;
    for (std::size_t i = 0; i < cells.size(); ++i) row[header[i]] = cells[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

double number(const Row& row, std::string_view column, const std::filesystem::path& path) {
  const auto cell = row.find(column);
  if (cell == row.end())
    throw InputError("The table " + path.string() + " has no column \"" + std::string(column) + "\".");
  try {
    return std::stod(cell->second);
  } catch (const std::exception&) {
    throw InputError("\"" + cell->second + "\" in column \"" + std::string(column) + "\" of " +
                     path.string() + " is not a number.");
  }
}

}  // namespace

double mass_attenuation_cm2_per_g(const Composition& composition, double energy_kev) {
  if (!(energy_kev >= 60 && energy_kev <= 80))
    throw Error("Attenuation is known between 60 and 80 keV, not at " + std::to_string(energy_kev) + " keV.");
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
  std::map<int, Composition> compositions;
  for (const Row& row : read_table(media)) {
    Composition composition{};
    for (std::size_t e = 0; e < kElementCount; ++e) composition[e] = number(row, kSymbols[e], media) / 100;
    compositions[static_cast<int>(number(row, "medium", media))] = composition;
  }
  OrganTable table(256);
  table[0].name = "Air";
  for (const Row& row : read_table(organs)) {
    const int id = static_cast<int>(number(row, "id", organs));
    const int medium = static_cast<int>(number(row, "medium", organs));
    if (id < 1 || id > 255)
      throw InputError("Organ id " + std::to_string(id) + " in " + organs.string() +
                       " is not within 1 to 255.");
    if (!compositions.contains(medium))
      throw InputError("Medium " + std::to_string(medium) + " of " + organs.string() + " is missing in " +
                       media.string() + ".");
    const auto name = row.find("organ");
    if (name == row.end()) throw InputError("The table " + organs.string() + " has no column \"organ\".");
    table[id] = {name->second, number(row, "density_g_cm3", organs), compositions[medium]};
  }
  return table;
}

}  // namespace skiagraph
