#include "ui/engine/import_question.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace skiagraph::ui {
namespace {

struct Settled {
  std::string_view code;
  ImportPart part;
};

constexpr std::array kSettled{Settled{"unit.wrong", ImportPart::kUnit},
                              Settled{"unit.none_fits", ImportPart::kUnit},
                              Settled{"unit.head", ImportPart::kUnit},
                              Settled{"unit.needed", ImportPart::kUnit},
                              Settled{"unit.doubtful", ImportPart::kUnit},
                              Settled{"front.doubtful", ImportPart::kOrientation},
                              Settled{"surface.not_a_body", ImportPart::kOrientation},
                              Settled{"surface.part", ImportPart::kLevels},
                              Settled{"axes.angle", ImportPart::kOrientation},
                              Settled{"axes.front_along_body", ImportPart::kOrientation},
                              Settled{"pose.bent", ImportPart::kLevels},
                              Settled{"pose.arms_forward", ImportPart::kLevels},
                              Settled{"pose.leg_raised", ImportPart::kLevels},
                              Settled{"pose.kneeling", ImportPart::kLevels},
                              Settled{"pose.sitting", ImportPart::kLevels},
                              Settled{"levels.outside", ImportPart::kLevels},
                              Settled{"levels.too_close", ImportPart::kLevels},
                              Settled{"ct.levels_unknown", ImportPart::kLevels},
                              Settled{"ct.levels_swapped", ImportPart::kLevels},
                              Settled{"ct.levels_apart", ImportPart::kLevels},
                              Settled{"ct.levels_outside", ImportPart::kLevels},
                              Settled{"volume.axes", ImportPart::kAxes},
                              Settled{"volume.place", ImportPart::kAxes},
                              Settled{"dicom.place", ImportPart::kAxes},
                              Settled{"ct.upside_down", ImportPart::kAxes},
                              Settled{"ct.back_to_front", ImportPart::kAxes},
                              Settled{"options.axes", ImportPart::kAxes},
                              Settled{"volume.spacing", ImportPart::kSpacing},
                              Settled{"volume.voxel_size", ImportPart::kSpacing},
                              Settled{"ct.body_size", ImportPart::kSpacing},
                              Settled{"options.spacing", ImportPart::kSpacing},
                              Settled{"volume.values", ImportPart::kValues},
                              Settled{"volume.no_ct", ImportPart::kValues},
                              Settled{"dicom.no_rescale", ImportPart::kValues},
                              Settled{"dicom.rescale_type", ImportPart::kValues},
                              Settled{"options.values", ImportPart::kValues},
                              Settled{"dicom.several_series", ImportPart::kSeries},
                              Settled{"dicom.series", ImportPart::kSeries}};

}  // namespace

std::optional<ImportPart> part_settling(const std::string& code) {
  const auto* found = std::ranges::find(kSettled, code, &Settled::code);
  return found == kSettled.end() ? std::nullopt : std::optional(found->part);
}

std::optional<ImportPart> asked_part(const LoadedBody* body, const Error* error) {
  if (error != nullptr) return part_settling(error->code());
  if (body != nullptr)
    for (const Remark& remark : body->scan.remarks)
      if (const auto part = part_settling(remark.code); part && remark.doubtful) return part;
  return std::nullopt;
}

}  // namespace skiagraph::ui
