#include "ui/window/help_pages.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

namespace skiagraph::ui {
namespace {

struct Topic {
  const char* widget;   ///< its class, without namespaces, or its object name
  const char* heading;  ///< empty: from its top
  const char* page = "window";
};

/// Headings of the page about the window, translated with it, or another page.
constexpr Topic kTopics[] = {
    {"BodyView", QT_TRANSLATE_NOOP("HelpTopics", "The body")},
    {"XrayView", QT_TRANSLATE_NOOP("HelpTopics", "The X-ray")},
    {"MarkerPanel", QT_TRANSLATE_NOOP("HelpTopics", "The list of markers")},
    {"BodyPanel", QT_TRANSLATE_NOOP("HelpTopics", "A body made to measure")},
    {"RangePanel", "", "scan_range"},
    {"CompletionPanel", "", "completion"},
    {"AnomalyPanel", QT_TRANSLATE_NOOP("HelpTopics", "What differs"), "completion"},
    {"TrainingDataPanel", "", "training-data"},
    {"TrainingWindow", "", "training"},
    {"HistoryPanel", QT_TRANSLATE_NOOP("HelpTopics", "Undo and history")},
    {"TrustStrip", QT_TRANSLATE_NOOP("HelpTopics", "What cannot be trusted")},
    {"ImportDialog", QT_TRANSLATE_NOOP("HelpTopics", "Opening scans and CT")},
};

/// "window.md", or "window.de.md" where that exists.
QString localised(const char* page) {
  const QString own = QStringLiteral("%1.%2.md").arg(QString::fromLatin1(page), QLocale().name().left(2));
  return QFile::exists(":/help/" + own) ? own : QStringLiteral("%1.md").arg(QString::fromLatin1(page));
}

}  // namespace

std::vector<HelpPage> help_pages() {
  const auto title = [](const char* text) { return QCoreApplication::translate("HelpPages", text); };
  return {{localised("index"), title(QT_TRANSLATE_NOOP("HelpPages", "Contents"))},
          {localised("first_steps"), title(QT_TRANSLATE_NOOP("HelpPages", "First steps"))},
          {localised("technician"), title(QT_TRANSLATE_NOOP("HelpPages", "For technicians"))},
          {localised("clinician"), title(QT_TRANSLATE_NOOP("HelpPages", "For clinicians"))},
          {localised("data_scientist"), title(QT_TRANSLATE_NOOP("HelpPages", "For data scientists"))},
          {localised("window"), title(QT_TRANSLATE_NOOP("HelpPages", "The window"))},
          {localised("scan_range"), title(QT_TRANSLATE_NOOP("HelpPages", "Planning a scan range"))},
          {localised("completion"), title(QT_TRANSLATE_NOOP("HelpPages", "Completing a partial X-ray"))},
          {localised("training-data"), title(QT_TRANSLATE_NOOP("HelpPages", "Training data"))},
          {localised("formats"), title(QT_TRANSLATE_NOOP("HelpPages", "File formats"))},
          {localised("stand"), title(QT_TRANSLATE_NOOP("HelpPages", "The stand at a conference"))},
          {localised("training"), title(QT_TRANSLATE_NOOP("HelpPages", "Training"))},
          {localised("export"), title(QT_TRANSLATE_NOOP("HelpPages", "What exports hold"))},
          {localised("figures"), title(QT_TRANSLATE_NOOP("HelpPages", "What the figures mean"))},
          {localised("own_ct"), title(QT_TRANSLATE_NOOP("HelpPages", "Training with your own CT"))},
          {localised("limits"), title(QT_TRANSLATE_NOOP("HelpPages", "What it cannot do"))},
          {localised("results"), title(QT_TRANSLATE_NOOP("HelpPages", "How good it is"))},
          {localised("applications"), title(QT_TRANSLATE_NOOP("HelpPages", "How good the applications are"))},
          {localised("population"), title(QT_TRANSLATE_NOOP("HelpPages", "Whom the networks learnt from"))},
          {localised("messages"), title(QT_TRANSLATE_NOOP("HelpPages", "Messages"))}};
}

HelpTopic help_topic(const QWidget* widget) {
  for (; widget != nullptr; widget = widget->parentWidget()) {
    const QString name =
        QString::fromLatin1(widget->metaObject()->className()).section(QStringLiteral("::"), -1);
    for (const Topic& topic : kTopics)
      if (name == topic.widget || widget->objectName() == topic.widget)
        return {localised(topic.page), *topic.heading != '\0'
                                           ? QCoreApplication::translate("HelpTopics", topic.heading)
                                           : QString()};
  }
  return {localised("window"), {}};
}

}  // namespace skiagraph::ui
