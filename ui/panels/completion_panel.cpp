#include <QAction>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/app/xray_edits.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/panel_table.h"
#include "ui/text/error_text.h"
#include "ui/text/file_text.h"
#include "ui/text/number_text.h"

namespace skiagraph::ui {

/// A real X-ray of part of the body: its file, its pixels, where it lies, and what came of it.
class CompletionPanel : public QWidget {
  Q_OBJECT

 public:
  CompletionPanel(const App& app, QWidget* parent);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QLayout* file_row();
  QLayout* numbers();
  QLayout* progress_row();
  QDoubleSpinBox* number(const char* name, const QString& spoken, const QString& tip, int decimals,
                         double least, double most);
  void connect_numbers();
  [[nodiscard]] QString merge_key(const QString& what) const;
  void take_place();
  void refresh();
  void show_progress(double done);
  [[nodiscard]] QString words() const;
  [[nodiscard]] QString success(const CompletionResult& result) const;

  App app_;
  QLabel *file_, *words_;
  QWidget* details_;  ///< all that needs a real X-ray
  QDoubleSpinBox *spacing_ = nullptr, *magnification_ = nullptr, *left_ = nullptr, *height_ = nullptr;
  QCheckBox* negative_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QPushButton *cancel_ = nullptr, *again_ = nullptr;
  bool refreshing_ = false;  ///< signals of our own are not edits
  int gesture_ = 0;
};

CompletionPanel::CompletionPanel(const App& app, QWidget* parent)
    : QWidget(parent),
      app_(app),
      file_(text_label(this, "completion_file")),
      words_(text_label(this, "completion_words")),
      details_(new QWidget(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(8);
  layout->addWidget(file_);
  layout->addLayout(file_row());
  auto* inner = new QVBoxLayout(details_);
  inner->setContentsMargins(0, 0, 0, 0);
  inner->setSpacing(8);
  inner->addLayout(numbers());
  inner->addLayout(progress_row());
  inner->addWidget(words_);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(command_button(details_, tr("Hold the markers"), "keep_completed"));
  buttons->addWidget(command_button(details_, tr("Export…"), "export_xray"));
  inner->addLayout(buttons);
  layout->addWidget(details_);
  layout->addStretch(1);
  connect_numbers();
  connect(&app.document, &Document::changed, this, &CompletionPanel::refresh);
  connect(&app.engine, &Engine::result_changed, this, &CompletionPanel::refresh);
  connect(&app.engine, &Engine::real_xray_changed, this, &CompletionPanel::refresh);
  connect(&app.engine, &Engine::state_changed, this, &CompletionPanel::refresh);
  connect(&app.engine, &Engine::completing, this, &CompletionPanel::show_progress);
  refresh();
}

QLayout* CompletionPanel::file_row() {
  auto* row = new QHBoxLayout;
  row->addWidget(command_button(this, tr("Open…"), "open_xray"));
  row->addWidget(command_button(this, tr("Remove"), "remove_xray"));
  return row;
}

QDoubleSpinBox* CompletionPanel::number(const char* name, const QString& spoken, const QString& tip,
                                        int decimals, double least, double most) {
  auto* box = new QDoubleSpinBox(details_);
  box->setObjectName(name);
  box->setAccessibleName(spoken);
  box->setToolTip(tip);
  box->setDecimals(decimals);
  box->setRange(least, most);
  box->setAlignment(Qt::AlignRight);
  box->setKeyboardTracking(false);  // not at 1 on the way to 1.5
  box->installEventFilter(this);
  return box;
}

QLayout* CompletionPanel::numbers() {
  constexpr double kFarthestMm = 5000, kMostSpacingMm = 20;
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(6);
  grid->setColumnStretch(2, 1);
  int row = 0;
  const auto add = [&](const QString& title, QWidget* field, QWidget* beside = nullptr) {
    auto* label = new QLabel(title, details_);
    label->setBuddy(field);
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
    if (beside != nullptr) grid->addWidget(beside, row, 2);
    ++row;
  };
  spacing_ = number("xray_spacing", tr("Size of the real X-ray's pixels, mm"),
                    tr("From pixel to pixel in the body; where the file does not say it, or says it wrongly"),
                    3, 0, kMostSpacingMm);
  spacing_->setSpecialValueText(tr("as in the file"));
  spacing_->setSingleStep(0.01);
  spacing_->setSuffix(tr(" mm"));
  magnification_ = number("xray_magnification", tr("Magnification of the real X-ray"),
                          tr("How much larger the body is in the picture than its pixels say; above 1 for a "
                             "body far from the detector"),
                          2, 0.5, 2);
  magnification_->setSingleStep(0.01);
  negative_ = new QCheckBox(tr("Bone is dark"), details_);
  negative_->setObjectName("xray_negative");
  negative_->setAccessibleName(negative_->text());
  negative_->setToolTip(tr("The picture is a negative"));
  left_ = number(
      "xray_left", tr("Middle of the real X-ray to the left, mm"),
      tr("Of the picture's middle; plus is left of the patient's middle. On the X-ray, drag its frame"), 0,
      -kFarthestMm, kFarthestMm);
  height_ = number("xray_height", tr("Height of the real X-ray's middle, mm"),
                   tr("Height as in the list of markers; up and down keys move it by 1 mm"), 0, -kFarthestMm,
                   kFarthestMm);
  for (QDoubleSpinBox* box : {left_, height_}) box->setSuffix(tr(" mm"));
  add(tr("Pixels"), spacing_, negative_);
  add(tr("Magnification"), magnification_);
  add(tr("To the left"), left_);
  add(tr("Height"), height_, command_button(details_, tr("Find the place"), "find_xray_place"));
  return grid;
}

QLayout* CompletionPanel::progress_row() {
  progress_ = new QProgressBar(details_);
  progress_->setObjectName("completion_progress");
  progress_->setAccessibleName(tr("Progress of the completion"));
  progress_->setRange(0, 100);
  cancel_ = new QPushButton(tr("Cancel"), details_);
  cancel_->setObjectName("cancel_completion");
  again_ = new QPushButton(tr("Complete again"), details_);
  again_->setObjectName("complete_again");
  connect(cancel_, &QPushButton::clicked, this, [this] { app_.engine.cancel_completion(); });
  connect(again_, &QPushButton::clicked, this, [this] { app_.engine.complete_again(); });
  auto* row = new QHBoxLayout;
  row->addWidget(progress_, 1);
  row->addWidget(cancel_);
  row->addWidget(again_);
  return row;
}

bool CompletionPanel::eventFilter(QObject* watched, QEvent* event) {
  const bool key = event->type() == QEvent::KeyPress && !static_cast<QKeyEvent*>(event)->isAutoRepeat();
  if (key || event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel) ++gesture_;
  return QObject::eventFilter(watched, event);
}

/// What one press of a key or button does is one undo step.
QString CompletionPanel::merge_key(const QString& what) const {
  return QStringLiteral("xray %1 %2").arg(what).arg(gesture_);
}

void CompletionPanel::take_place() {
  if (!refreshing_) set_xray_place(app_, {left_->value(), 0, height_->value()}, merge_key("place"));
}

void CompletionPanel::connect_numbers() {
  connect(spacing_, &QDoubleSpinBox::valueChanged, this, [this](double mm) {
    if (!refreshing_) set_xray_spacing(app_, mm > 0 ? std::optional(mm) : std::nullopt, merge_key("spacing"));
  });
  connect(magnification_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    if (!refreshing_) set_xray_magnification(app_, value, merge_key("magnification"));
  });
  for (QDoubleSpinBox* box : {left_, height_})
    connect(box, &QDoubleSpinBox::valueChanged, this, &CompletionPanel::take_place);
  connect(negative_, &QCheckBox::clicked, this, [this](bool on) { set_xray_negative(app_, on); });
}

void CompletionPanel::show_progress(double done) {
  progress_->setValue(static_cast<int>(100 * done));
}

void CompletionPanel::refresh() {
  const auto& xray = app_.document.session().partial_xray;
  details_->setVisible(xray.has_value());
  file_->setText(
      xray ? file_name_text(xray->path)
           : tr("A real X-ray of part of the body is laid on the predicted one, and the markers are "
                "moved until both agree: the whole X-ray follows. PNG, DICOM, or a CT of a part."));
  if (!xray) return;
  const bool working = app_.engine.state() == EngineState::kSettling;
  progress_->setVisible(working);
  cancel_->setVisible(working);
  const auto& result = app_.engine.result();
  again_->setVisible(!working && result && result->completion_error);
  refreshing_ = true;
  spacing_->setValue(xray->spacing_mm.value_or(0));
  magnification_->setValue(xray->magnification);
  negative_->setChecked(xray->negative);
  const auto place = xray_place(app_);
  for (QDoubleSpinBox* box : {left_, height_}) box->setEnabled(app_.engine.real_xray() != nullptr);
  if (place) left_->setValue(place->centre.x), height_->setValue(place->centre.z);
  refreshing_ = false;
  words_->setText(words());
}

QString CompletionPanel::words() const {
  const auto& result = app_.engine.result();
  if (result && result->complete && result->completion_error) return error_text(*result->completion_error);
  const auto completion = completion_now(app_);
  return completion ? success(*completion) : QString();
}

/// How well both agree, and what it did to the markers.
QString CompletionPanel::success(const CompletionResult& result) const {
  const applications::Completion& completion = result.completion;
  const double mm = app_.engine.body()->surface->placement.mm_per_px();
  double farthest = 0, before = 0, after = 0;
  int seen = 0;
  for (std::size_t n = 0; n < completion.markers.size(); ++n) {
    const applications::CompletedMarker& marker = completion.markers[n];
    farthest = std::max(farthest, mm * norm(marker.position - marker.before));
    before += inference::margin_mm(completion.rest.markers[n]) / kMarkerCount;
    after += marker.margin_mm / kMarkerCount;
    seen += marker.seen ? 1 : 0;
  }
  return tr("Correlation of both X-rays: %1, before %2. The real one shows %3 of %4 markers; they moved by "
            "up "
            "to %5 mm. Margins: ± %6 mm on average, before ± %7.")
      .arg(number_text(completion.fit.agreement, 2), number_text(completion.agreement_before, 2))
      .arg(seen)
      .arg(kMarkerCount)
      .arg(number_text(farthest, 0), number_text(after, 0), number_text(before, 0));
}

QWidget* make_completion_panel(const App& app, QWidget* parent) {
  return new CompletionPanel(app, parent);
}

}  // namespace skiagraph::ui

#include "completion_panel.moc"
