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

#include "ui/app/log_feed.h"
#include "ui/panels/panel_table.h"
#include "ui/text/error_text.h"
#include "ui/text/file_text.h"
#include "ui/window/layout_memory.h"

namespace skiagraph::ui {

MainWindow::MainWindow(const App& app, QWidget* parent)
    : QMainWindow(parent),
      app_(app),
      body_view_(new BodyView(app)),
      xray_view_(new XrayView(app)),
      messages_(new MessageBar),
      status_(new StatusLine(app.engine)) {
  setAcceptDrops(true);
  resize(1480, 920);
  setWindowTitle(tr("Skiagraph"));
  setStatusBar(status_);
  lay_out_panes();
  add_panels();
  add_commands(commands());
  connect_parts();
  feed_log(app, files_, this);
  new LayoutMemory(*this);
}

void MainWindow::lay_out_panes() {
  auto* panes = new QSplitter(Qt::Horizontal);
  panes->addWidget(body_view_);
  panes->addWidget(xray_view_);
  panes->setStretchFactor(0, 4);
  panes->setStretchFactor(1, 5);
  panes->setChildrenCollapsible(false);
  auto* centre = new QWidget;
  auto* layout = new QVBoxLayout(centre);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(messages_);
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
  connect(&files_, &FileWriter::failed, this, [this] { closing_ = false; });  // the person must hear of it
  connect(&files_, &FileWriter::saved, status_, &StatusLine::tell_saved);
  connect(&files_, &FileWriter::saved, messages_, &QWidget::hide);
  connect(&files_, &FileWriter::saved, this, &MainWindow::close_when_written);
  connect(&app_.engine, &Engine::body_changed, this, &MainWindow::show_body);
  connect(&app_.engine, &Engine::limits_changed, this, [this] {
    for (const SizeLimits& limits : *app_.engine.limits())
      if (limits.error) show_error(*limits.error);
  });
  // A message goes when the person has done something else.
  connect(&app_.document, &Document::changed, this, [this](const session::Session& before) {
    if (before.body != app_.document.session().body && !app_.document.previewing()) messages_->hide();
  });
  connect(xray_view_, &XrayView::pointed_at, status_, &StatusLine::show_place);
}

void MainWindow::show_error(const Error& error) {
  messages_->show_sentence(error_text(error));
}

void MainWindow::show_body() {
  const auto& body = app_.engine.body();
  if (!body) return;
  setWindowTitle(tr("%1 – Skiagraph").arg(body->name));
  if (body->substitute && app_.engine.body_error())
    messages_->show_sentence(
        tr("%1 The person made in code is shown.").arg(error_text(*app_.engine.body_error())));
}

void MainWindow::closeEvent(QCloseEvent* event) {
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
  app_.engine.open(to_path(event->mimeData()->urls().front().toLocalFile()));
}

}  // namespace skiagraph::ui
