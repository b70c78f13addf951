#include "ui/window/main_window.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <utility>
#include <variant>

#include "ui/app/log_feed.h"
#include "ui/commands/commands.h"
#include "ui/import/import_dialog.h"
#include "ui/panels/panel_table.h"
#include "ui/text/error_text.h"
#include "ui/text/file_text.h"
#include "ui/window/layout_memory.h"
#include "ui/window/session_notices.h"
#include "ui/xray/ct/ct_pane.h"

namespace skiagraph::ui {

MainWindow::MainWindow(const App& app, QWidget* parent)
    : QMainWindow(parent),
      app_(app),
      body_pane_(new BodyPane(app)),
      xray_view_(new XrayView(app)),
      messages_(new MessageBar),
      trust_(new TrustStrip(app)),
      status_(new StatusLine(app.engine)) {
  setAcceptDrops(true);
  resize(1480, 920);
  setWindowTitle(tr("Skiagraph"));
  setStatusBar(status_);
  lay_out_panes();
  add_panels();
  add_commands(commands());
  for (const char* id : {"xray_in_body", "level_handles"}) body_pane_->add(findChild<QAction*>(id));
  connect_parts();
  feed_log(app, files_, this);
  new LayoutMemory(*this);
  xray_view_->setFocus();  // its keys work at once
}

void MainWindow::lay_out_panes() {
  auto* panes = new QSplitter(Qt::Horizontal);
  panes->addWidget(body_pane_);
  panes->addWidget(with_ct(app_, xray_view_));
  panes->setStretchFactor(0, 4);
  panes->setStretchFactor(1, 5);
  panes->setSizes({400, 500});  // shares
  panes->setChildrenCollapsible(false);
  auto* centre = new QWidget;
  auto* layout = new QVBoxLayout(centre);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(new SessionNotices(app_, *this));
  layout->addWidget(messages_);
  layout->addWidget(trust_);
  layout->addWidget(panes, 1);
  setCentralWidget(centre);
}

void MainWindow::add_panels() {
  auto* tabs = new QTabWidget;
  tabs->setObjectName("tabs");
  tabs->setDocumentMode(true);
  tabs->tabBar()->setDrawBase(false);
  for (const PanelRow& panel : kPanels)
    tabs->addTab(panel.make(app_, tabs), QCoreApplication::translate("Panels", panel.title));
  auto* dock = new QDockWidget(tr("Markers and body"), this);
  dock->setObjectName("markers");
  dock->setWidget(tabs);
  addDockWidget(Qt::RightDockWidgetArea, dock);
}

void MainWindow::connect_parts() {
  const auto show = [this](const std::shared_ptr<const Error>& error) { show_error(*error); };
  connect(&app_.engine, &Engine::failed, this, show);
  connect(&files_, &FileWriter::failed, this, show);
  connect(&app_.sessions, &SessionFiles::failed, this, show);
  connect(&app_.autosave, &Autosave::failed, this, show);
  connect(&files_, &FileWriter::failed, this, [this] { closing_ = false; });  // the person must hear of it
  connect(&files_, &FileWriter::saved, status_, &StatusLine::tell_saved);
  connect(&files_, &FileWriter::saved, messages_, &QWidget::hide);
  connect(&files_, &FileWriter::saved, this, &MainWindow::close_when_written);
  connect(&app_.sessions, &SessionFiles::saved, status_, &StatusLine::tell_saved);
  connect(&app_.sessions, &SessionFiles::saved, messages_, &QWidget::hide);
  connect(&app_.document, &Document::file_changed, this, &MainWindow::show_title);
  connect(&app_.engine, &Engine::body_changed, this, &MainWindow::show_body);
  connect(&app_.engine, &Engine::limits_changed, this, [this] {
    for (const SizeLimits& limits : *app_.engine.limits())
      if (limits.error) show_error(*limits.error);
  });
  // A message goes when the person has done something else.
  connect(&app_.document, &Document::changed, this, [this](const session::Session& before) {
    if (before.body != app_.document.session().body && !app_.document.previewing()) messages_->hide();
    leaving_ = false;
  });
  connect(trust_, &TrustStrip::command_wanted, this, [this](const QString& id) {
    if (auto* action = findChild<QAction*>(id)) action->trigger();
  });
  app_.engine.ask_about_scans([this](const std::shared_ptr<const ImportTrial>& question) {
    show_import_dialog(app_, question, this);
  });
  connect(xray_view_, &XrayView::pointed_at, status_, &StatusLine::show_place);
  connect(&app_.selection, &Selection::told, status_, &StatusLine::tell);
}

void MainWindow::show_error(const Error& error) {
  messages_->show_sentence(error_text(error));
}

void MainWindow::show_body() {
  show_title();
  const auto& body = app_.engine.body();
  if (!body || !body->substitute || !app_.engine.body_error()) return;
  const bool scan = std::holds_alternative<session::ScanSource>(body->source);
  messages_->show_sentence((scan ? tr("%1 The person made in code stands in for it; Locate scan, in the menu "
                                      "File, finds it again.")
                                 : tr("%1 The person made in code is shown."))
                               .arg(error_text(*app_.engine.body_error())));
}

/// The session's file, or the body where there is none; a star where something is not saved.
void MainWindow::show_title() {
  const auto& body = app_.engine.body();
  const std::filesystem::path& file = app_.document.file();
  QString name = !file.empty() ? file_name_text(file) : body ? body->name : QString();
  name.replace("[*]", "[*][*]");
  setWindowTitle(name.isEmpty() ? tr("Skiagraph[*]") : tr("%1[*] – Skiagraph").arg(name));
  setWindowModified(app_.document.modified());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!leaving_ && (app_.sessions.busy() || app_.document.modified())) {
    event->ignore();
    unless_unsaved(app_, *this, [this] {
      leaving_ = true;
      close();
    });
    return;
  }
  if (!app_.engine.has_waiting() && !files_.busy()) return event->accept();
  event->ignore();
  if (std::exchange(closing_, true)) return event->accept();  // asked twice: the person does not want to wait
  messages_->show_sentence(
      tr("A file is still to be written; the window closes then. Close it again to leave now."));
}

void MainWindow::close_when_written() {
  if (closing_ && !app_.engine.has_waiting() && !files_.busy()) close();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const auto urls = event->mimeData()->urls();
  if (urls.size() == 1 && urls.front().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  open_file(app_, *this, to_path(event->mimeData()->urls().front().toLocalFile()));
}

}  // namespace skiagraph::ui
