#include "core/anatomy/base/tissue.h"

#include <charconv>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "core/base/error.h"

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
    if (cells.empty() || (cells.size() == 1 && cells[0].empty())) continue;
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

const std::string& text(const Row& row, std::string_view column, const std::filesystem::path& path) {
  const auto cell = row.find(column);
  if (cell == row.end())
    throw InputError("The table " + path.string() + " has no column \"" + std::string(column) + "\".");
  return cell->second;
}

[[noreturn]] void refuse(const Row& row, std::string_view column, const std::filesystem::path& path,
                         const std::string& wanted) {
  throw InputError("\"" + text(row, column, path) + "\" in column \"" + std::string(column) + "\" of " +
                   path.string() + " is not " + wanted + ".");
}

double number(const Row& row, std::string_view column, const std::filesystem::path& path, double most) {
  const std::string& cell = text(row, column, path);
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !(value >= 0 && value <= most))
    refuse(row, column, path, "a number from 0 to " + std::to_string(std::lround(most)));
  return value;
}

int whole_number(const Row& row, std::string_view column, const std::filesystem::path& path, int most) {
  const double value = number(row, column, path, most);
  if (value != std::floor(value)) refuse(row, column, path, "a whole number");
  return static_cast<int>(value);
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
  constexpr int kMostMedium = 100000, kMostLabel = 255;
  constexpr double kMostDensity = 25;  // no metal is denser
  std::map<int, Composition> compositions;
  for (const Row& row : read_table(media)) {
    Composition composition{};
    for (std::size_t e = 0; e < kElementCount; ++e)
      composition[e] = number(row, kSymbols[e], media, 100) / 100;
    compositions[whole_number(row, "medium", media, kMostMedium)] = composition;
  }
  OrganTable table(kMostLabel + 1);
  table[0].name = "Air";
  for (const Row& row : read_table(organs)) {
    const int id = whole_number(row, "id", organs, kMostLabel);
    if (id == 0) refuse(row, "id", organs, "a number from 1 to " + std::to_string(kMostLabel));
    const int medium = whole_number(row, "medium", organs, kMostMedium);
    if (!compositions.contains(medium))
      throw InputError("Medium " + std::to_string(medium) + " of " + organs.string() + " is missing in " +
                       media.string() + ".");
    table[id] = {text(row, "organ", organs), number(row, "density_g_cm3", organs, kMostDensity),
                 compositions[medium]};
  }
  return table;
}

}  // namespace skiagraph::anatomy
