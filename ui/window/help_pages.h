#pragma once

#include <QString>
#include <QWidget>
#include <vector>

namespace skiagraph::ui {

/// A place in the help: a page of the program's resources and a heading in it.
struct HelpTopic {
  QString page, heading;  ///< heading empty: the page's begin
};

struct HelpPage {
  QString file, title;
};

/// The pages that the program brings with it, in the person's language where there is one.
[[nodiscard]] std::vector<HelpPage> help_pages();
/// What the help says about a widget: about the nearest of its parents that has a topic of its own.
[[nodiscard]] HelpTopic help_topic(const QWidget* widget);

}  // namespace skiagraph::ui
