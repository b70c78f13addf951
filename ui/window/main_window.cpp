#include "ui/window/main_window.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <utility>

#include "core/base/error.h"
#include "core/io/png.h"
#include "ui/commands/people_menu.h"

namespace skiagraph::ui {
namespace {

constexpr int kSlowMs = 300, kNewsMs = 8000;

/// "12 ms a frame" while the hand moves; at rest how the loop ended.
QString loop_text(const ConvergenceReport& report) {
  const auto ms = QString::number(report.milliseconds, 'f', 0);
  if (report.iterations == 1) return MainWindow::tr("%1 ms a frame").arg(ms);
  const auto how = report.converged ? MainWindow::tr("At rest after %1 iterations of %2 ms")
                                    : MainWindow::tr("Not at rest after %1 iterations of %2 ms");
  return how.arg(report.iterations).arg(ms);
}

}  // namespace

MainWindow::MainWindow(PredictorFactory factory, BodyModelSource bodies, const QString& scan, QWidget* parent)
    : QMainWindow(parent), loader_(std::move(bodies)), wanted_(scan), worker_(std::move(factory)) {
  setAcceptDrops(true);
  resize(1480, 920);
  setWindowTitle(tr("Skiagraph"));
  lay_out();
  connect_parts();
  update_actions();
  loader_.read_models();
  worker_.start();
}

/// Members die before child widgets, but the views look at the model and its undo stack speaks when it is
/// cleared.
MainWindow::~MainWindow() {
  model_.disconnect(this);
  model_.undo_stack().disconnect(this);
  delete takeCentralWidget();
  delete dock_;
}

void MainWindow::lay_out() {
  body_view_ = new BodyView(model_);
  xray_view_ = new XrayView(model_);
  marker_panel_ = new MarkerPanel(model_);
  messages_ = new MessageBar;
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
  auto* tabs = new QTabWidget;
  tabs->setObjectName("tabs");
  tabs->setDocumentMode(true);
  tabs->tabBar()->setDrawBase(false);
  tabs->addTab(marker_panel_, tr("Markers"));
  tabs->addTab(new BodyPanel(choice_), tr("Body"));
  dock_ = new QDockWidget(tr("Markers and body"), this);
  dock_->setObjectName("markers");
  dock_->setWidget(tabs);
  addDockWidget(Qt::RightDockWidgetArea, dock_);
  place_ = new QLabel;
  loop_ = new QLabel(tr("Loading the networks"));
  device_ = new QLabel;
  statusBar()->addWidget(place_, 1);
  statusBar()->addPermanentWidget(loop_);
  statusBar()->addPermanentWidget(device_);
  actions_ = add_actions(*this, [this](Command command) { run(command); });
  actions_[Command::kPeople]->setMenu(new PeopleMenu(choice_, this));
  slow_.setSingleShot(true);
  slow_.setInterval(kSlowMs);
}

void MainWindow::connect_parts() {
  connect(&worker_, &ConvergenceWorker::ready, this,
          [this](const geometry::CanonicalFrame& frame, const QString& device, const QString& model) {
            frame_ = frame;
            device_->setText(tr("%1, model %2").arg(device, model));
            model_.reset(frame);
            if (wanted_.isEmpty()) {
              follow_choice();
            } else {
              loader_.load(std::exchange(wanted_, {}), frame);
            }
          });
  connect(&worker_, &ConvergenceWorker::reported, this, [this](const auto& report) { show_report(*report); });
  connect(&worker_, &ConvergenceWorker::failed, this, &MainWindow::show_failure);
  connect(&loader_, &ScanLoader::offered, this, &MainWindow::take_offers);
  connect(&loader_, &ScanLoader::loaded, this, &MainWindow::take_scan);
  connect(&loader_, &ScanLoader::refused, this, &MainWindow::take_refusal);
  connect(&loader_, &ScanLoader::failed, this, &MainWindow::show_failure);
  connect(&loader_, &ScanLoader::saved, this,
          [this](const QString& path) { statusBar()->showMessage(tr("Saved %1").arg(path), kNewsMs); });
  connect(&choice_, &BodyChoice::edited, this, &MainWindow::follow_choice);
  connect(&choice_, &BodyChoice::rested, this, [this] {
    if (!choice_.waiting()) ask(false);  // else the body that comes is at rest
  });
  connect(&model_, &MarkerModel::edited, this, &MainWindow::ask);
  connect(&model_, &MarkerModel::changed, this, &MainWindow::update_actions);
  connect(&model_.undo_stack(), &QUndoStack::indexChanged, this, &MainWindow::update_actions);
  connect(xray_view_, &XrayView::pointed_at, place_, &QLabel::setText);
  connect(&slow_, &QTimer::timeout, this, [this] { loop_->setText(tr("Computing")); });
}

void MainWindow::open(const QString& path) {
  if (!frame_) {
    wanted_ = path;
    return;
  }
  loader_.load(path, *frame_);
}

void MainWindow::follow_choice() {
  if (!frame_) {
    wanted_.clear();
  } else if (choice_.scan()) {
    loader_.drop();
    show_scan(choice_.scan());
  } else {
    loader_.make(choice_.targets(), *frame_);
  }
}

void MainWindow::take_offers(const BodyOffers& offers) {
  choice_.set_offers(offers);
  for (const BodyOffer& offer : offers)
    if (!offer.trouble.isEmpty()) trouble_ = offer.trouble;
  if (!trouble_.isEmpty()) messages_->show_sentence(trouble_);
}

void MainWindow::take_scan(const std::shared_ptr<const LoadedScan>& scan) {
  if (scan->made) {
    choice_.take_body(*scan->made);
  } else {
    model_.reset(*frame_);
    choice_.open(scan);
  }
  show_scan(scan);
}

/// Without any body yet, the one made in code is better than none.
void MainWindow::take_refusal(const QString& sentence) {
  choice_.take_refusal(sentence);
  if (scan_) {
    if (!choice_.moving()) ask(false);
  } else {
    trouble_ = tr("%1 The person made in code is shown.").arg(sentence);
    loader_.load({}, *frame_);
  }
}

void MainWindow::show_scan(std::shared_ptr<const LoadedScan> scan) {
  const bool same_person =
      scan_ && scan_->made && scan->made && scan_->made->targets.sex == scan->made->targets.sex;
  scan_ = std::move(scan);
  messages_->hide();
  if (!trouble_.isEmpty()) messages_->show_sentence(std::exchange(trouble_, {}));
  if (!same_person) {
    ++scan_number_;
    model_.forget_answers();
  }
  body_view_->set_scan(scan_, same_person);
  xray_view_->set_surface(scan_->surface, same_person);
  marker_panel_->set_surface(scan_->surface);
  setWindowTitle(tr("%1 – Skiagraph").arg(scan_->name));
  update_actions();
  ask(choice_.moving());
}

/// While the hand moves one iteration is a frame, a draft; at rest the loop runs until it agrees with itself.
void MainWindow::ask(bool moving) {
  if (!scan_) return;
  inference::LoopRequest request;
  request.surface = scan_->surface;
  request.pins = model_.pins();
  if (model_.valid()) request.start = model_.positions();
  if (moving) {
    request.max_iterations = 1;
    request.precision = inference::Precision::kDraft;
  }
  computing_ = true;
  if (!slow_.isActive()) slow_.start();
  worker_.request(std::move(request), scan_number_);
}

void MainWindow::show_report(const ConvergenceReport& report) {
  if (report.scan != scan_number_) return;  // of an earlier scan
  xray_view_->set_xray(report.xray);
  model_.take_answer(report.markers);
  Q_EMIT xray_came();
  if (!report.last) return;
  slow_.stop();
  loop_->setText(loop_text(report));
  if (report.converged || report.iterations > 1) {
    computing_ = false;
    body_view_->catch_up();
    Q_EMIT settled();
  }
}

void MainWindow::show_failure(const QString& sentence) {
  messages_->show_sentence(sentence);
  slow_.stop();
  if (!scan_) {
    loop_->clear();
    Q_EMIT gave_up(sentence);
    if (!frame_) return;
    trouble_ = sentence;
    follow_choice();  // a built-in person is better than an empty window
  } else if (choice_.waiting()) {
    follow_choice();  // the file that failed had come before this body
  }
}

void MainWindow::update_actions() {
  if (actions_.isEmpty()) return;
  actions_[Command::kUndo]->setEnabled(model_.undo_stack().canUndo());
  actions_[Command::kRedo]->setEnabled(model_.undo_stack().canRedo());
  actions_[Command::kReleaseAll]->setEnabled(!model_.pins().empty());
  actions_[Command::kSaveBody]->setEnabled(scan_ != nullptr);
  actions_[Command::kScreenshot]->setEnabled(model_.valid());
}

void MainWindow::ask_for_scan() {
  const QString path = QFileDialog::getOpenFileName(
      this, tr("Open a scan"), {}, tr("Body surfaces (*.ply *.obj *.stl *.gltf *.glb *.fbx)"));
  if (!path.isEmpty()) open(path);
}

void MainWindow::ask_for_body_file() {
  QString path = QFileDialog::getSaveFileName(this, tr("Save body"), "body.ply", tr("PLY (*.ply)"));
  if (path.isEmpty()) return;
  if (QFileInfo(path).suffix().isEmpty()) path += ".ply";
  save_body(path);
}

void MainWindow::ask_for_picture_file() {
  const QString path =
      QFileDialog::getSaveFileName(this, tr("Save picture"), "skiagraph.png", tr("PNG (*.png)"));
  if (path.isEmpty()) return;
  try {
    save_pictures(path);
  } catch (const Error& error) {
    messages_->show_sentence(QString::fromUtf8(error.what()));
  }
}

void MainWindow::show_built_in() {
  const bodies::BuiltInPerson& first = bodies::built_in_people().front();
  if (choice_.usable(first.targets.sex)) {
    choice_.choose(first);
  } else {
    open({});
  }
}

void MainWindow::run(Command command) {
  switch (command) {
    case Command::kOpen:
      ask_for_scan();
      break;
    case Command::kBuiltIn:
      show_built_in();
      break;
    case Command::kPeople:  // its submenu acts
      break;
    case Command::kSaveBody:
      ask_for_body_file();
      break;
    case Command::kScreenshot:
      ask_for_picture_file();
      break;
    case Command::kQuit:
      close();
      break;
    case Command::kUndo:
      model_.undo_stack().undo();
      break;
    case Command::kRedo:
      model_.undo_stack().redo();
      break;
    case Command::kReleaseAll:
      model_.unpin_all();
      break;
    case Command::kFront:
      body_view_->look_from(BodySide::kFront);
      break;
    case Command::kBack:
      body_view_->look_from(BodySide::kBack);
      break;
    case Command::kLeft:
      body_view_->look_from(BodySide::kLeft);
      break;
    case Command::kRight:
      body_view_->look_from(BodySide::kRight);
      break;
    case Command::kFitXray:
      xray_view_->fit();
      break;
    case Command::kResetWindow:
      xray_view_->reset_window();
      break;
    case Command::kShortcuts:
      QMessageBox::information(this, tr("Keys and mouse"),
                               shortcut_list() + tr("<p>On the X-ray: drag a marker; wheel zooms, middle "
                                                    "drag pans, right drag changes brightness "
                                                    "and contrast, double click fits. Arrow keys move the "
                                                    "selected marker by 1 mm, with Shift by "
                                                    "10 mm; Tab walks the markers; Esc cancels a drag.</p>"));
      break;
    case Command::kAbout:
      QMessageBox::about(this, tr("About Skiagraph"),
                         tr("<b>Skiagraph %1</b><p>Predicts an X-ray and 17 anatomical markers from the "
                            "surface of a person, after Teixeira et "
                            "al., CVPR 2018.</p><p>The picture is synthetic. Research software, not a "
                            "medical device, not for diagnosis.</p>")
                             .arg(SKIAGRAPH_VERSION));
      break;
  }
}

void MainWindow::save_body(const QString& path) {
  if (scan_) loader_.save(scan_, path);
}

void MainWindow::save_pictures(const QString& path) {
  if (!grab().save(path, "PNG")) throw Error("\"" + path.toStdString() + "\" cannot be written.");
  const QFileInfo info(path);
  const imaging::XrayImage& xray = xray_view_->xray();
  io::write_png16((info.path() + "/" + info.completeBaseName() + "_xray.png").toStdString(), xray.frame.rows,
                  xray.frame.columns, xray.pixels);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const auto urls = event->mimeData()->urls();
  if (urls.size() == 1 && urls.front().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  open(event->mimeData()->urls().front().toLocalFile());
}

}  // namespace skiagraph::ui
