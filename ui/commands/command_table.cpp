#include <array>

#include "ui/commands/command.h"
#include "ui/commands/commands.h"

namespace skiagraph::ui {
namespace {

constexpr const char* kFile = QT_TRANSLATE_NOOP("Commands", "&File");
constexpr const char* kEdit = QT_TRANSLATE_NOOP("Commands", "&Edit");
constexpr const char* kView = QT_TRANSLATE_NOOP("Commands", "&View");
constexpr const char* kHelp = QT_TRANSLATE_NOOP("Commands", "&Help");

constexpr std::array kTable{
    Command{"open", kFile, QT_TRANSLATE_NOOP("Commands", "&Open…"), "Ctrl+O",
            QT_TRANSLATE_NOOP("Commands", "Open a body surface or a CT from a file"), true, open_scan,
            nullptr},
    Command{"open_folder", kFile, QT_TRANSLATE_NOOP("Commands", "Open CT &folder…"), "Ctrl+Shift+O",
            QT_TRANSLATE_NOOP("Commands", "Open a CT from a folder with a DICOM series"), false,
            open_ct_folder, nullptr},
    Command{"built_in", kFile, QT_TRANSLATE_NOOP("Commands", "&Built-in person"), "Ctrl+B",
            QT_TRANSLATE_NOOP("Commands", "Show the person that the window begins with"), false,
            show_built_in, nullptr},
    Command{"people", kFile, QT_TRANSLATE_NOOP("Commands", "Built-in p&eople"), "",
            QT_TRANSLATE_NOOP("Commands", "Show one of the people that come with the program"), false,
            nullptr, nullptr, make_people_menu},
    Command{"save_body", kFile, QT_TRANSLATE_NOOP("Commands", "&Save body…"), "Ctrl+S",
            QT_TRANSLATE_NOOP("Commands", "Save the surface of the body as PLY, in mm"), false, save_body,
            has_body},
    Command{
        "save_picture", kFile, QT_TRANSLATE_NOOP("Commands", "Save &picture…"), "Ctrl+Shift+S",
        QT_TRANSLATE_NOOP("Commands", "Save the window as a picture, and the X-ray as 16-bit PNG beside it"),
        true, save_picture, has_xray},
    Command{"quit", kFile, QT_TRANSLATE_NOOP("Commands", "&Quit"), "Ctrl+Q",
            QT_TRANSLATE_NOOP("Commands", "Leave the program"), false, quit, nullptr},
    Command{"undo", kEdit, QT_TRANSLATE_NOOP("Commands", "&Undo"), "Ctrl+Z",
            QT_TRANSLATE_NOOP("Commands", "Take the last edit back"), true, undo, can_undo, nullptr,
            undo_subject},
    Command{"redo", kEdit, QT_TRANSLATE_NOOP("Commands", "&Redo"), "Ctrl+Shift+Z",
            QT_TRANSLATE_NOOP("Commands", "Make the edit again"), true, redo, can_redo, nullptr,
            redo_subject},
    Command{"release_all", kEdit, QT_TRANSLATE_NOOP("Commands", "Release &all markers"), "Ctrl+R",
            QT_TRANSLATE_NOOP("Commands", "Let every marker go where the networks put it"), true, release_all,
            can_release},
    Command{"turn_body", kEdit, QT_TRANSLATE_NOOP("Commands", "&Turn the body round"), "Ctrl+T",
            QT_TRANSLATE_NOOP("Commands", "Show the scan's back as its front, where the two were mistaken"),
            false, turn_body, can_turn_body},
    Command{"reset_levels", kEdit, QT_TRANSLATE_NOOP("Commands", "Reset &levels"), "",
            QT_TRANSLATE_NOOP("Commands", "Put neck and pubic symphysis back where they were found"), false,
            reset_found_levels, can_reset_found_levels},
    Command{"import_settings", kEdit, QT_TRANSLATE_NOOP("Commands", "&Import settings…"), "Ctrl+I",
            QT_TRANSLATE_NOOP("Commands",
                              "Correct unit, direction and levels of the scan, or what a CT's file "
                              "does not say"),
            false, edit_import_settings, has_scan},
    Command{"front", kView, QT_TRANSLATE_NOOP("Commands", "&Front"), "1",
            QT_TRANSLATE_NOOP("Commands", "Look at the body from the front"), true,
            look_from<session::BodySide::kFront>, nullptr},
    Command{"back", kView, QT_TRANSLATE_NOOP("Commands", "&Back"), "2",
            QT_TRANSLATE_NOOP("Commands", "Look at the body from the back"), true,
            look_from<session::BodySide::kBack>, nullptr},
    Command{"left", kView, QT_TRANSLATE_NOOP("Commands", "&Left side"), "3",
            QT_TRANSLATE_NOOP("Commands", "Look at the body from its left"), true,
            look_from<session::BodySide::kLeft>, nullptr},
    Command{"right", kView, QT_TRANSLATE_NOOP("Commands", "&Right side"), "4",
            QT_TRANSLATE_NOOP("Commands", "Look at the body from its right"), true,
            look_from<session::BodySide::kRight>, nullptr},
    Command{"top", kView, QT_TRANSLATE_NOOP("Commands", "From &above"), "5",
            QT_TRANSLATE_NOOP("Commands", "Look at the body from its head"), false,
            look_from<session::BodySide::kTop>, nullptr},
    Command{"bottom", kView, QT_TRANSLATE_NOOP("Commands", "From b&elow"), "6",
            QT_TRANSLATE_NOOP("Commands", "Look at the body from its feet"), false,
            look_from<session::BodySide::kBottom>, nullptr},
    Command{"fit_body", kView, QT_TRANSLATE_NOOP("Commands", "Fit b&ody"), "B",
            QT_TRANSLATE_NOOP("Commands", "Show the whole body"), false, fit_body, nullptr},
    Command{"translucent", kView, QT_TRANSLATE_NOOP("Commands", "&Translucent body"), "T",
            QT_TRANSLATE_NOOP("Commands", "See through the skin"), false, toggle_translucent, nullptr,
            nullptr, nullptr, is_translucent},
    Command{"xray_in_body", kView, QT_TRANSLATE_NOOP("Commands", "X-ray &in the body"), "X",
            QT_TRANSLATE_NOOP("Commands", "Show the X-ray where it lies inside the body"), false,
            toggle_xray_in_body, nullptr, nullptr, nullptr, is_xray_in_body},
    Command{"level_handles", kView, QT_TRANSLATE_NOOP("Commands", "Le&vels on the body"), "L",
            QT_TRANSLATE_NOOP("Commands", "Show neck and pubic symphysis on the body, to be dragged"), false,
            toggle_level_handles, nullptr, nullptr, nullptr, has_level_handles},
    Command{"fit_xray", kView, QT_TRANSLATE_NOOP("Commands", "Fit &X-ray"), "F",
            QT_TRANSLATE_NOOP("Commands", "Show the whole X-ray"), false, fit_xray, nullptr},
    Command{"reset_window", kView, QT_TRANSLATE_NOOP("Commands", "Reset &window and level"), "W",
            QT_TRANSLATE_NOOP("Commands", "Show brightness and contrast as at the start"), false,
            reset_window_level, nullptr},
    Command{"ct_hidden", kView, QT_TRANSLATE_NOOP("Commands", "&Prediction alone"), "Ctrl+1",
            QT_TRANSLATE_NOOP("Commands", "Show the predicted X-ray without that of the CT"), false,
            show_ct<session::CtView::kHidden>, has_ct},
    Command{"ct_beside", kView, QT_TRANSLATE_NOOP("Commands", "&CT beside the prediction"), "Ctrl+2",
            QT_TRANSLATE_NOOP("Commands", "Show the CT's own X-ray beside the predicted one"), false,
            show_ct<session::CtView::kBeside>, has_ct},
    Command{"ct_wipe", kView, QT_TRANSLATE_NOOP("Commands", "CT &over the prediction"), "Ctrl+3",
            QT_TRANSLATE_NOOP("Commands", "Show the CT's own X-ray to the right of a line that can be moved"),
            false, show_ct<session::CtView::kWipe>, has_ct},
    Command{"ct_difference", kView, QT_TRANSLATE_NOOP("Commands", "&Difference to the CT"), "Ctrl+4",
            QT_TRANSLATE_NOOP("Commands", "Show where the predicted X-ray is whiter or darker than the CT's"),
            false, show_ct<session::CtView::kDifference>, has_ct},
    Command{"keys", kHelp, QT_TRANSLATE_NOOP("Commands", "&Keys and mouse"), "F1",
            QT_TRANSLATE_NOOP("Commands", "What keys and mouse buttons do"), false, show_keys, nullptr},
    Command{"about", kHelp, QT_TRANSLATE_NOOP("Commands", "&About Skiagraph"), "",
            QT_TRANSLATE_NOOP("Commands", "What this program is, and what it is not"), false, show_about,
            nullptr},
};

}  // namespace

std::span<const Command> command_table() {
  return kTable;
}

}  // namespace skiagraph::ui
