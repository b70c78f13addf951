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
    Command{"release_all", kEdit, QT_TRANSLATE_NOOP("Commands", "Release &all markers"), "Ctrl+R",
            QT_TRANSLATE_NOOP("Commands", "Let every marker go where the networks put it"), true, release_all,
            can_release},
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
    Command{"fit_xray", kView, QT_TRANSLATE_NOOP("Commands", "Fit &X-ray"), "F",
            QT_TRANSLATE_NOOP("Commands", "Show the whole X-ray"), false, fit_xray, nullptr},
    Command{"reset_window", kView, QT_TRANSLATE_NOOP("Commands", "Reset &window and level"), "W",
            QT_TRANSLATE_NOOP("Commands", "Show brightness and contrast as at the start"), false,
            reset_window_level, nullptr},
    Command{"theme", kView, QT_TRANSLATE_NOOP("Commands", "&Theme"), "",
            QT_TRANSLATE_NOOP("Commands", "Light or dark windows"), false, nullptr, nullptr, make_theme_menu},
    Command{"language", kView, QT_TRANSLATE_NOOP("Commands", "Lan&guage"), "",
            QT_TRANSLATE_NOOP("Commands", "The language of the window"), false, nullptr, nullptr,
            make_language_menu},
    Command{"reset_layout", kView, QT_TRANSLATE_NOOP("Commands", "Reset the la&yout"), "",
            QT_TRANSLATE_NOOP("Commands", "Show panes and panels where they were at first"), false,
            reset_layout, nullptr},
    Command{"help", kHelp, QT_TRANSLATE_NOOP("Commands", "&Help"), "F1",
            QT_TRANSLATE_NOOP("Commands", "Explain what has the focus"), false, show_help, nullptr},
    Command{"keys", kHelp, QT_TRANSLATE_NOOP("Commands", "&Keys and mouse"), "Ctrl+F1",
            QT_TRANSLATE_NOOP("Commands", "What keys and mouse buttons do"), false, show_keys, nullptr},
    Command{"log", kHelp, QT_TRANSLATE_NOOP("Commands", "&Log"), "Ctrl+L",
            QT_TRANSLATE_NOOP("Commands", "What the program has told since its start"), false, show_log,
            nullptr},
    Command{"about", kHelp, QT_TRANSLATE_NOOP("Commands", "&About Skiagraph"), "",
            QT_TRANSLATE_NOOP("Commands", "What this program is, and what it is not"), false, show_about,
            nullptr},
};

}  // namespace

std::span<const Command> command_table() {
  return kTable;
}

}  // namespace skiagraph::ui
