#include "app/ct_arguments.h"

namespace skiagraph::app {

std::shared_ptr<CtArguments> CtArguments::add_to(CLI::App& command, const std::string& of) {
  auto arguments = std::make_shared<CtArguments>();
  const auto add = [&](const std::string& name, std::string& value, const std::string& help) {
    if (of.empty())
      command.add_option("--" + name, value, help);
    else
      command.add_option("--" + of + "-" + name, value, "--" + name + " of the CT of --" + of);
  };
  add("series", arguments->series_,
      "Of several series of CT in a DICOM folder: its number in the list that is shown, or its UID");
  add("axes", arguments->axes_,
      "Directions of the CT file's three axes where it does not say them: L or R, P or A, S or I, "
      "as in LPS (to the patient's left, back and head)");
  add("spacing", arguments->spacing_,
      "Size of the CT file's voxels in mm along its axes, X,Y,Z, where it does not say it");
  add("values", arguments->values_,
      "Which values of the CT file are air and water, AIR,WATER, where they are no Hounsfield units "
      "(those have -1000,0)");
  return arguments;
}

io::CtOptions CtArguments::options() const {
  io::CtOptions options;
  if (!axes_.empty()) options.axes = io::parse_axes(axes_);
  if (!spacing_.empty()) options.spacing_mm = io::parse_spacing(spacing_);
  if (!values_.empty()) options.values = io::parse_hounsfield_scale(values_);
  options.series = series_;
  return options;
}

}  // namespace skiagraph::app
