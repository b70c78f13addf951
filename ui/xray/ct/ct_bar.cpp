#include "ui/xray/ct/ct_bar.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "core/io/ct_scan.h"
#include "ui/text/number_text.h"
#include "ui/xray/ct/ct_image.h"
#include "ui/xray/ct/true_xray.h"

namespace skiagraph::ui {
namespace {

constexpr int kWipeSteps = 200;

}  // namespace

CtBar::CtBar(const App& app, QWidget* parent)
    : QWidget(parent),
      app_(app),
      modes_(new QButtonGroup(this)),
      wipe_(new QSlider(Qt::Horizontal, this)),
      words_(new QLabel(this)) {
  setObjectName("ct_bar");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 4, 8, 4);
  layout->setSpacing(2);
  auto* row = new QHBoxLayout;
  layout->addLayout(row);
  add_mode(session::CtView::kHidden, "ct_mode_hidden", tr("Prediction"), tr("The predicted X-ray alone"));
  add_mode(session::CtView::kBeside, "ct_mode_beside", tr("Beside"),
           tr("The true X-ray beside the predicted one"));
  add_mode(session::CtView::kWipe, "ct_mode_wipe", tr("Wipe"),
           tr("The predicted X-ray to the left of a line, the true one to the right"));
  add_mode(
      session::CtView::kDifference, "ct_mode_difference", tr("Difference"),
      tr("The predicted X-ray less the true one: orange where it is too white, blue where it is too dark"));
  wipe_->setObjectName("wipe");
  wipe_->setAccessibleName(tr("Line between prediction and true X-ray"));
  wipe_->setToolTip(tr("Moves the line between prediction and true X-ray"));
  wipe_->setRange(0, kWipeSteps);
  wipe_->setMaximumWidth(160);
  words_->setObjectName("ct_words");
  words_->setWordWrap(true);
  words_->setTextFormat(Qt::PlainText);
  for (QAbstractButton* button : modes_->buttons()) row->addWidget(button);
  row->addWidget(wipe_);
  row->addStretch(1);
  layout->addWidget(words_);
  connect(wipe_, &QSlider::valueChanged, this, [this](int value) {
    app_.document.set_view(
        [value](session::View& view) { view.wipe = static_cast<double>(value) / kWipeSteps; });
  });
  connect(&app.engine, &Engine::body_changed, this, &CtBar::refresh);
  connect(&app.engine, &Engine::result_changed, this, &CtBar::refresh);
  connect(&app.document, &Document::changed, this, [this](const session::Session& before) {
    const session::View& now = app_.document.session().view;
    if (before.view.ct != now.ct || before.view.wipe != now.wipe) refresh();
  });
  refresh();
}

void CtBar::add_mode(session::CtView mode, const char* name, const QString& text, const QString& tip) {
  auto* button = new QToolButton(this);
  button->setObjectName(name);
  button->setText(text);
  button->setToolTip(tip);
  button->setCheckable(true);
  button->setFocusPolicy(Qt::StrongFocus);
  modes_->addButton(button, static_cast<int>(mode));
  connect(button, &QToolButton::clicked, this,
          [this, mode] { app_.document.set_view([mode](session::View& view) { view.ct = mode; }); });
}

QString CtBar::words() const {
  const TrueXray truth = true_xray(app_);
  const QString covers = (truth.partial ? tr("The real X-ray covers %1 % of the trunk.")
                                        : tr("The CT covers %1 % of the trunk."))
                             .arg(std::lround(100 * io::covered_trunk(*truth.xray)));
  if (!has_comparison(app_)) return covers;
  const double mean = mean_difference(*predicted_xray(app_), *truth.xray) * imaging::kXrayFullScale;
  return covers + ' ' + tr("Mean difference there: %1 of attenuation.").arg(number_text(mean, 2));
}

void CtBar::refresh() {
  const TrueXray truth = true_xray(app_);
  setVisible(truth.xray != nullptr);
  if (!truth.xray) return;
  QAbstractButton* alone = modes_->button(static_cast<int>(session::CtView::kHidden));
  alone->setText(truth.partial ? tr("Joined") : tr("Prediction"));
  alone->setToolTip(truth.partial ? tr("The real X-ray joined into the predicted one")
                                  : tr("The predicted X-ray alone"));
  const session::View& view = app_.document.session().view;
  modes_->button(static_cast<int>(view.ct))->setChecked(true);
  wipe_->setVisible(view.ct == session::CtView::kWipe);
  const QSignalBlocker blocker(wipe_);
  wipe_->setValue(static_cast<int>(std::lround(view.wipe * kWipeSteps)));
  words_->setText(words());
}

}  // namespace skiagraph::ui
