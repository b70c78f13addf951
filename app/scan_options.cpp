#include "app/scan_options.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <string_view>
#include <utility>

#include "app/failure.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/session/session_frame.h"

namespace skiagraph::app {
namespace {

double read_unit(const std::string& text) {
  const std::vector<std::pair<std::string, double>> units{
      {"mm", 1}, {"cm", 10}, {"dm", 100}, {"m", 1000}, {"inch", 25.4}};
  for (const auto& [name, mm] : units)
    if (text == name) return mm;
  const std::optional<double> mm = number_in(text);
  if (mm && *mm > 0 && std::isfinite(*mm)) return *mm;
  throw InputError("scan.unit",
                   "There is no unit \"{}\"; use mm, cm, dm, m, inch or a number of millimetres.", text);
}

}  // namespace

geometry::AlignmentOverrides ScanOptions::overrides() const {
  geometry::AlignmentOverrides chosen;
  if (!unit.empty()) chosen.unit_mm = read_unit(unit);
  if (!up.empty() || !front.empty()) chosen.axes = geometry::ScanAxes{up, front};
  chosen.neck_level_mm = neck_level_mm;
  chosen.symphysis_level_mm = symphysis_level_mm;
  return chosen;
}

void add_scan_options(CLI::App& command, ScanOptions& options) {
  command.add_option("--unit", options.unit,
                     "Unit of the scan: mm, cm, dm, m, inch or millimetres per unit; else found");
  command.add_option("--up", options.up,
                     "Axis of the scan that points to the head: +x, -x, +y, ...; else found");
  command.add_option("--front", options.front, "Axis of the scan that the person looks along; else found");
  command.add_option("--neck-level", options.neck_level_mm,
                     "Height of the neck (C7/T1) in the patient frame, mm; else found");
  command.add_option("--symphysis-level", options.symphysis_level_mm,
                     "Height of the pubic symphysis in the patient frame, mm; else found");
}

std::vector<inference::Pin> session_pins(const session::Session& session,
                                         const geometry::CanonicalFrame& frame) {
  const session::Pins places = session::in_frame(session, frame).pins;
  std::vector<inference::Pin> pins;
  for (std::size_t n = 0; n < places.size(); ++n)
    if (places[n]) pins.push_back({static_cast<Marker>(n), *places[n]});
  return pins;
}

void tell_remarks(const std::vector<Remark>& remarks) {
  for (const Remark& remark : remarks) {
    const std::string_view option = option_for(remark.code);
    std::cerr << (remark.doubtful ? "Warning: " : "Note: ") << remark.text();
    if (!option.empty()) std::cerr << " (" << option << ")";
    std::cerr << '\n';
  }
  if (std::ranges::any_of(remarks, &Remark::doubtful)) throw CLI::RuntimeError(ExitCode::kUntrusted);
}

}  // namespace skiagraph::app
