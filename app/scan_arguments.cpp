#include "app/scan_arguments.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"

namespace skiagraph::app {
namespace {

/// An offset of one marker in the picture: to the patient's left and to the head.
struct PinOffset {
  Marker marker;
  double left_mm, head_mm;
};

/// "-12" or "-12mm"; nothing for anything else.
std::optional<double> millimetres(std::string_view text) {
  if (text.ends_with("mm")) text.remove_suffix(2);
  const std::optional<double> mm = number_in(text);
  return mm && std::isfinite(*mm) ? mm : std::nullopt;
}

PinOffset read_pin(const std::string& text) {
  constexpr std::size_t kLongest = 60;  // of what is quoted
  const std::string quoted = text.size() > kLongest ? text.substr(0, kLongest) + "..." : text;
  const std::size_t equals = std::min(text.find('='), text.size());
  const std::vector<std::string> offsets =
      split(std::string_view(text).substr(std::min(equals + 1, text.size())), ',');
  const auto left = offsets.size() == 2 ? millimetres(offsets[0]) : std::nullopt,
             head = offsets.size() == 2 ? millimetres(offsets[1]) : std::nullopt;
  if (!left || !head)
    throw InputError(
        "pin.format",
        "The pin \"{}\" is not of the form marker=LEFT,HEAD in mm, for example liver_top=+0,-12mm.", quoted);
  const auto marker = marker_named(text.substr(0, equals));
  if (!marker || static_cast<int>(*marker) >= kMarkerCount)
    throw InputError("pin.marker", "There is no marker \"{}\".", quoted.substr(0, equals));
  return {*marker, *left, *head};
}

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

std::shared_ptr<ScanArguments> ScanArguments::add_to(CLI::App& command) {
  auto arguments = std::make_shared<ScanArguments>();
  command.add_option("--pin", arguments->pins_,
                     "Hold a marker away from where the network puts it: NAME=LEFT,HEAD in mm, towards the "
                     "patient's left and towards the head, for example liver_top=+0,-12mm; in place of a "
                     "session's pins");
  command.add_option("--unit", arguments->unit_,
                     "Unit of the scan: mm, cm, dm, m, inch or millimetres per unit; else found");
  command.add_option("--up", arguments->up_,
                     "Axis of the scan that points to the head: +x, -x, +y, ...; else found");
  command.add_option("--front", arguments->front_,
                     "Axis of the scan that the person looks along; else found");
  command.add_option("--neck-level", arguments->neck_level_mm_,
                     "Height of the neck (C7/T1) in the patient frame, mm; else found");
  command.add_option("--symphysis-level", arguments->symphysis_level_mm_,
                     "Height of the pubic symphysis in the patient frame, mm; else found");
  return arguments;
}

geometry::AlignmentOverrides ScanArguments::overrides() const {
  geometry::AlignmentOverrides chosen;
  if (!unit_.empty()) chosen.unit_mm = read_unit(unit_);
  if (!up_.empty() || !front_.empty()) chosen.axes = geometry::ScanAxes{up_, front_};
  chosen.neck_level_mm = neck_level_mm_;
  chosen.symphysis_level_mm = symphysis_level_mm_;
  return chosen;
}

void ScanArguments::check_pins() const {
  for (const std::string& text : pins_) read_pin(text);
}

std::vector<inference::Pin> ScanArguments::pins(const MarkerPositions& from, double mm_per_px) const {
  std::vector<inference::Pin> pins;
  for (const std::string& text : pins_) {
    const PinOffset offset = read_pin(text);
    pins.push_back({offset.marker, from[static_cast<std::size_t>(offset.marker)] +
                                       Pixel{-offset.head_mm / mm_per_px, offset.left_mm / mm_per_px}});
  }
  return pins;
}

}  // namespace skiagraph::app
