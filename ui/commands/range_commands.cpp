#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QStatusBar>

#include "core/scan_range/table_position.h"
#include "ui/app/range_edits.h"
#include "ui/commands/commands.h"
#include "ui/text/export_text.h"
#include "ui/text/marker_text.h"
#include "ui/text/number_text.h"
#include "ui/text/range_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("ScanRange", text);
}

/// A row: what it is, its height in the patient frame, in the scan's own coordinates and from the landmark.
QString end_row(const QString& title, const ShownRange& range, const scan_range::TableAxis& axis, double z) {
  return QStringList{title, number_text(z, 1), number_text(axis.position_mm(z), 1),
                     QString::fromStdString(scan_range::table_position(z - range.landmark_mm))}
             .join('\t') +
         '\n';
}

QString range_table(const App& app, const ShownRange& range) {
  const scan_range::TableAxis axis(app.engine.body()->scan);
  const QStringList titles{region_label(range.plan.region), translated("Height, mm"),
                           translated("Along %1 of the scan, mm").arg(QString::fromStdString(axis.name())),
                           translated("From %1, mm").arg(marker_label(static_cast<int>(range.landmark)))};
  const auto length_row = [](const QString& title, double mm) {
    return title + '\t' + number_text(mm, 1) + '\n';
  };
  return titles.join('\t') + '\n' + end_row(translated("Start"), range, axis, range.box.top_mm) +
         end_row(translated("End"), range, axis, range.box.bottom_mm) +
         length_row(translated("Length, mm"), range.box.length_mm()) +
         length_row(translated("Width, mm"), range.box.width_mm()) + planning_notice() + '\n' +
         synthetic_notice() + '\n';
}

}  // namespace

void toggle_range(const CommandContext& context) {
  if (has_range(context.app)) return remove_range(context.app);
  plan_range(context.app, scan_range::Plan{}.region);
}

bool has_range(const App& app) {
  return app.document.session().scan_range.has_value();
}

QMenu* make_region_menu(const CommandContext& context) {
  auto* menu = new QMenu(&context.window);
  menu->setToolTipsVisible(true);
  const auto refresh = [menu, app = context.app] {
    const auto& plan = app.document.session().scan_range;
    for (const scan_range::RegionInfo& info : scan_range::region_table())
      menu->actions()[static_cast<qsizetype>(info.region)]->setChecked(plan && plan->region == info.region);
  };
  for (const scan_range::RegionInfo& info : scan_range::region_table()) {
    QAction* action = menu->addAction(region_label(info.region));
    action->setObjectName("region_" + QString::fromStdString(std::string(info.name)));
    action->setCheckable(true);
    action->setToolTip(region_meaning(info.region));
    action->setStatusTip(region_meaning(info.region));
    QObject::connect(action, &QAction::triggered, menu, [app = context.app, region = info.region, refresh] {
      plan_range(app, region);
      refresh();  // the click has turned the tick, even where nothing changes
    });
  }
  QObject::connect(&context.app.document, &Document::changed, menu, refresh);
  refresh();
  return menu;
}

void reset_planned_range(const CommandContext& context) {
  reset_range(context.app);
}

/// Nothing that leaves the program is a draft.
void copy_range(const CommandContext& context) {
  context.app.engine.when_settled([context](const Result&) {
    const auto range = shown_range(context.app);
    if (!range) return;
    constexpr int kShownMs = 8000;
    QGuiApplication::clipboard()->setText(range_table(context.app, *range));
    context.window.statusBar()->showMessage(translated("The scan range is in the clipboard"), kShownMs);
  });
}

}  // namespace skiagraph::ui
