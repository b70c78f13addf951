#include <array>

#include "ui/app/edits.h"
#include "ui/commands/command.h"
#include "ui/commands/commands.h"

namespace skiagraph::ui {
namespace {

constexpr const char* kFile = QT_TRANSLATE_NOOP("Commands", "&File");
constexpr const char* kEdit = QT_TRANSLATE_NOOP("Commands", "&Edit");
constexpr const char* kView = QT_TRANSLATE_NOOP("Commands", "&View");
constexpr const char* kXray = QT_TRANSLATE_NOOP("Commands", "&X-ray");
constexpr const char* kHelp = QT_TRANSLATE_NOOP("Commands", "&Help");

constexpr std::array kTable{
    Command{"open", kFile, QT_TRANSLATE_NOOP("Commands", "&Open scan…"), "Ctrl+O",
            QT_TRANSLATE_NOOP("Commands", "Open a body surface from a file"), true, open_scan, nullptr},
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
    Command{"pin", kEdit, QT_TRANSLATE_NOOP("Commands", "&Pin marker"), "P",
            QT_TRANSLATE_NOOP("Commands", "Hold the selected marker where it is, or let it go"), false,
            toggle_pin, has_selected, nullptr, nullptr, is_pinned},
    Command{"release", kEdit, QT_TRANSLATE_NOOP("Commands", "R&elease marker"), "Del",
            QT_TRANSLATE_NOOP("Commands", "Let the selected marker go where the networks put it"), false,
            release_selected, can_release_selected},
    Command{"lock", kEdit, QT_TRANSLATE_NOOP("Commands", "&Lock marker"), "K",
            QT_TRANSLATE_NOOP("Commands", "Keep the selected marker from being moved by hand"), false,
            toggle_lock, has_selected, nullptr, nullptr, is_locked},
    Command{
        "release_all", kEdit, QT_TRANSLATE_NOOP("Commands", "Release &all markers"), "Ctrl+R",
        QT_TRANSLATE_NOOP("Commands", "Let every marker go where the networks put it, but for locked ones"),
        true, release_all, can_release},
    Command{"turn_body", kEdit, QT_TRANSLATE_NOOP("Commands", "&Turn the body round"), "Ctrl+T",
            QT_TRANSLATE_NOOP("Commands", "Show the scan's back as its front, where the two were mistaken"),
            false, turn_body, can_turn_body},
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
    Command{"fit_xray", kXray, QT_TRANSLATE_NOOP("Commands", "&Fit"), "F",
            QT_TRANSLATE_NOOP("Commands", "Show the whole X-ray"), false, fit_xray, nullptr},
    Command{"window_whole", kXray, QT_TRANSLATE_NOOP("Commands", "Window for the &whole"), "W",
            QT_TRANSLATE_NOOP("Commands", "Brightness and contrast as at the start: all of a usual body"),
            false, show_window<imaging::kWholeWindow>, nullptr, nullptr, nullptr,
            is_window<imaging::kWholeWindow>},
    Command{"window_bone", kXray, QT_TRANSLATE_NOOP("Commands", "Window for &bone"), "Alt+1",
            QT_TRANSLATE_NOOP("Commands", "Brightness and contrast for bones in the trunk"), false,
            show_window<imaging::kBoneWindow>, nullptr, nullptr, nullptr, is_window<imaging::kBoneWindow>},
    Command{"window_soft", kXray, QT_TRANSLATE_NOOP("Commands", "Window for &soft tissue"), "Alt+2",
            QT_TRANSLATE_NOOP("Commands", "Brightness and contrast for organs of the abdomen"), false,
            show_window<imaging::kSoftTissueWindow>, nullptr, nullptr, nullptr,
            is_window<imaging::kSoftTissueWindow>},
    Command{"window_lung", kXray, QT_TRANSLATE_NOOP("Commands", "Window for &lung"), "Alt+3",
            QT_TRANSLATE_NOOP("Commands", "Brightness and contrast for lungs and arms"), false,
            show_window<imaging::kLungWindow>, nullptr, nullptr, nullptr, is_window<imaging::kLungWindow>},
    Command{
        "margins", kXray, QT_TRANSLATE_NOOP("Commands", "95 % &margins"), "M",
        QT_TRANSLATE_NOOP("Commands", "Circles that hold the true place of each marker in 95 of 100 people"),
        false, toggle_margins, nullptr, nullptr, nullptr, shows_margins},
    Command{"labels", kXray, QT_TRANSLATE_NOOP("Commands", "&Names of all markers"), "L",
            QT_TRANSLATE_NOOP("Commands", "Name all markers, or the highlighted one alone"), false,
            toggle_labels, nullptr, nullptr, nullptr, shows_all_labels},
    Command{
        "measure", kXray, QT_TRANSLATE_NOOP("Commands", "M&easure"), "D",
        QT_TRANSLATE_NOOP("Commands",
                          "Drag on the X-ray to measure a distance in mm; Esc removes it and ends measuring"),
        true, toggle_measuring, has_xray, nullptr, nullptr, is_measuring},
    Command{"compare_split", kXray, QT_TRANSLATE_NOOP("Commands", "&Compare"), "C",
            QT_TRANSLATE_NOOP("Commands", "Set the state before editing beside the X-ray, at a line to drag"),
            true, toggle_comparison<session::ComparisonMode::kSplit>, has_xray, nullptr, nullptr,
            compares<session::ComparisonMode::kSplit>},
    Command{"compare_blend", kXray, QT_TRANSLATE_NOOP("Commands", "Compare by blen&ding"), "Shift+C",
            QT_TRANSLATE_NOOP("Commands", "Lay the state before editing over the X-ray"), false,
            toggle_comparison<session::ComparisonMode::kBlend>, has_xray, nullptr, nullptr,
            compares<session::ComparisonMode::kBlend>},
    Command{"compare_difference", kXray, QT_TRANSLATE_NOOP("Commands", "D&ifference"), "Ctrl+D",
            QT_TRANSLATE_NOOP("Commands", "Show in colour what editing changed"), false,
            toggle_comparison<session::ComparisonMode::kDifference>, has_xray, nullptr, nullptr,
            compares<session::ComparisonMode::kDifference>},
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
