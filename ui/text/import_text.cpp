#include "ui/text/import_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <string_view>

#include "ui/text/error_text.h"

namespace skiagraph::ui {
namespace {

struct Sentence {
  std::string_view code;
  const char* text;
};

/// Of those whose own sentence names what is typed on a command line.
constexpr std::array kSentences{
    Sentence{"unit.needed",
             QT_TRANSLATE_NOOP("Import", "The levels do not tell the unit of the scan; choose it.")},
    Sentence{
        "unit.none_fits",
        QT_TRANSLATE_NOOP("Import", "In no unit would the body be as large as a person; choose the unit.")},
    Sentence{"volume.axes", QT_TRANSLATE_NOOP("Import",
                                              "The file does not say in which directions its axes run, so "
                                              "left, front and head are not known; give them.")},
    Sentence{"volume.place", QT_TRANSLATE_NOOP("Import",
                                               "The file does not say where its voxels lie; give the "
                                               "directions of its axes.")},
    Sentence{"dicom.place",
             QT_TRANSLATE_NOOP("Import",
                               "The slices do not say where they lie. When they follow one another by "
                               "their numbers, give directions and voxel size.")},
    Sentence{"ct.upside_down",
             QT_TRANSLATE_NOOP("Import",
                               "The CT is upside down: the windpipe lies below the lungs. Give the right "
                               "directions of its axes.")},
    Sentence{"ct.back_to_front",
             QT_TRANSLATE_NOOP("Import",
                               "The CT has front and back exchanged: the spine lies in front of the "
                               "windpipe. Give the right directions of its axes.")},
    Sentence{"volume.spacing",
             QT_TRANSLATE_NOOP("Import", "The file does not say how large its voxels are; give their size.")},
    Sentence{"volume.voxel_size",
             QT_TRANSLATE_NOOP("Import",
                               "The file's voxels have a size that no scanner makes; give the right one.")},
    Sentence{
        "ct.body_size",
        QT_TRANSLATE_NOOP("Import", "Nobody is as large as the body in this CT; give the right voxel size.")},
    Sentence{"options.spacing",
             QT_TRANSLATE_NOOP("Import",
                               "This voxel size does not fit: give three lengths in mm, as the file's "
                               "slices lie, such as 0.8,0.8,2.5.")},
    Sentence{"volume.values",
             QT_TRANSLATE_NOOP("Import",
                               "The file's values are no Hounsfield units; say which values air and water "
                               "have.")},
    Sentence{"volume.no_ct",
             QT_TRANSLATE_NOOP("Import",
                               "The file holds small whole numbers, as labels do; if it is a CT, say which "
                               "values air and water have.")},
    Sentence{"dicom.no_rescale",
             QT_TRANSLATE_NOOP("Import",
                               "The files do not say what their values mean; say which values air and "
                               "water have. Most scanners store 24 and 1024.")},
    Sentence{"dicom.rescale_type",
             QT_TRANSLATE_NOOP("Import",
                               "The files' values are no Hounsfield units; say which values air and water "
                               "have, or choose another series.")},
    Sentence{"dicom.several_series", QT_TRANSLATE_NOOP("Import", "Here are several CT series; choose one.")},
    Sentence{"dicom.series",
             QT_TRANSLATE_NOOP("Import", "There is no such series; choose one from the list.")},
    Sentence{"ct.levels_unknown",
             QT_TRANSLATE_NOOP("Import",
                               "The CT does not show the whole body, so the levels of neck and pubic "
                               "symphysis are not known. Move both lines to where they are, or would be; "
                               "tick one that is right.")},
    Sentence{"ct.levels_swapped",
             QT_TRANSLATE_NOOP("Import", "The neck must lie above the pubic symphysis; move the lines.")},
    Sentence{"ct.levels_apart", QT_TRANSLATE_NOOP("Import",
                                                  "Neck and pubic symphysis lie further apart than in any "
                                                  "person; move the lines.")},
    Sentence{"levels.too_close",
             QT_TRANSLATE_NOOP("Import",
                               "Neck and pubic symphysis lie too close to each other; move the lines.")}};

}  // namespace

QString import_sentence(const Error& error) {
  const auto* found = std::ranges::find(kSentences, error.code(), &Sentence::code);
  return found == kSentences.end() ? error_text(error) : QCoreApplication::translate("Import", found->text);
}

}  // namespace skiagraph::ui
