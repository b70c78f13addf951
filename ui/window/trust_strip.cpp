#include "ui/window/trust_strip.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/bodies/body_sizes.h"
#include "core/geometry/scan_remarks.h"
#include "ui/engine/import_question.h"
#include "ui/text/warning_text.h"

namespace skiagraph::ui {
namespace {

constexpr std::size_t kShown = 2;

/// What tells one body from another in a session.
QString body_key(const session::BodySource& source) {
  if (const auto* scan = std::get_if<session::ScanSource>(&source))
    return QString::fromStdString(scan->path.string());
  const auto& targets = std::get<bodies::SizeTargets>(source);
  QString key = QString::number(static_cast<int>(targets.sex));
  for (const auto& value : targets.values) key += ' ' + (value ? QString::number(*value) : QString("-"));
  return key;
}

}  // namespace

TrustStrip::TrustStrip(const App& app, QWidget* parent)
    : QFrame(parent), app_(app), layout_(new QVBoxLayout(this)) {
  setObjectName("trust_strip");
  setAccessibleName(tr("Remarks on body and X-ray"));
  layout_->setContentsMargins(0, 0, 0, 0);
  layout_->setSpacing(0);
  connect(&app.engine, &Engine::body_changed, this, &TrustStrip::follow_body);
  connect(&app.engine, &Engine::result_changed, this, &TrustStrip::follow_result);
  connect(&app.document, &Document::changed, this, [this](const session::Session& before) {
    if (before.view.dismissed != app_.document.session().view.dismissed) refresh();
  });
  hide();
}

/// What there is to say of a scan is known before its X-ray is. Bodies made to measure have nothing to say of
/// themselves, and what is said of their X-ray stays until the next is there.
void TrustStrip::follow_body() {
  const auto& body = app_.engine.body();
  if (!body || body == body_ || body->made_to_measure()) return;
  expanded_ = false;
  show_remarks(body, geometry::remarks_on(body->scan, *body->surface));
}

void TrustStrip::follow_result() {
  const auto& result = app_.engine.result();
  if (!result || !result->complete || result->precision == inference::Precision::kDraft) return;
  show_remarks(result->body, result->warnings);
}

void TrustStrip::show_remarks(const std::shared_ptr<const LoadedBody>& body, std::vector<Remark> remarks) {
  std::ranges::stable_partition(remarks, &Remark::doubtful);
  const bool same_body = body_ && body_->source == body->source;
  body_ = body;
  if (same_body && remarks == remarks_) return;
  remarks_ = std::move(remarks);
  refresh();
}

QString TrustStrip::key_of(const Remark& remark) const {
  return QString::fromStdString(remark.code) + ' ' + body_key(body_->source);
}

void TrustStrip::dismiss(const Remark& remark) {
  app_.document.set_view(
      [key = key_of(remark).toStdString()](session::View& view) { view.dismissed.insert(key); });
}

QWidget* TrustStrip::row(const Remark& remark) {
  auto* row = new QFrame(this);
  row->setObjectName(remark.doubtful ? "doubtful_remark" : "noted_remark");
  const QString kind = remark.doubtful ? tr("Doubtful") : tr("Note");
  const QString sentence = warning_sentence(remark);
  row->setAccessibleName(kind + ": " + sentence);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(12, 3, 6, 3);
  auto* icon = new QLabel(row);
  const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
  icon->setPixmap(
      style()
          ->standardIcon(remark.doubtful ? QStyle::SP_MessageBoxWarning : QStyle::SP_MessageBoxInformation)
          .pixmap(size, size));
  icon->setAccessibleName(kind);
  icon->setToolTip(kind);
  auto* text = new QLabel(sentence, row);
  text->setTextFormat(Qt::PlainText);  // it may name files
  text->setWordWrap(true);
  text->setAccessibleName(kind + ": " + sentence);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  layout->addWidget(icon);
  layout->addWidget(text, 1);
  const auto add_button = [&](const char* id, const QString& label) {
    auto* button = new QPushButton(label, row);
    button->setObjectName(QStringLiteral("trust_") + id);
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT command_wanted(id); });
  };
  if (remark.code == "front.doubtful") add_button("turn_body", tr("Turn the body round"));
  if (part_settling(remark.code) || remark.code == "ct.partial" || remark.code == "scan.partial")
    add_button("import_settings", tr("Import settings…"));
  auto* dismiss_button = new QToolButton(row);
  dismiss_button->setText("✕");
  dismiss_button->setAutoRaise(true);
  dismiss_button->setFocusPolicy(Qt::StrongFocus);
  dismiss_button->setObjectName("dismiss_remark");
  dismiss_button->setToolTip(tr("Do not show this again for this body"));
  dismiss_button->setAccessibleName(tr("Dismiss: %1").arg(warning_title(remark)));
  connect(dismiss_button, &QToolButton::clicked, this, [this, remark] { dismiss(remark); });
  layout->addWidget(dismiss_button);
  return row;
}

/// Made anew: remarks are few and seldom change. Buttons may be among what goes, so it goes later.
void TrustStrip::refresh() {
  const bool had_focus = isAncestorOf(QApplication::focusWidget());
  for (QObject* child : children())
    if (auto* widget = qobject_cast<QWidget*>(child)) {
      widget->setObjectName({});
      widget->hide();
      layout_->removeWidget(widget);
      widget->deleteLater();
    }
  const auto& dismissed = app_.document.session().view.dismissed;
  std::vector<Remark> shown;
  std::ranges::copy_if(remarks_, std::back_inserter(shown), [&](const Remark& remark) {
    return !dismissed.contains(key_of(remark).toStdString());
  });
  const bool collapse = shown.size() > kShown;
  for (std::size_t n = 0; n < shown.size() && (n < kShown || expanded_); ++n)
    layout_->addWidget(row(shown[n]));
  if (collapse) {
    auto* more = new QToolButton(this);
    more->setObjectName("more_remarks");
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::StrongFocus);
    more->setText(expanded_ ? tr("Show fewer")
                            : tr("and %n more", nullptr, static_cast<int>(shown.size() - kShown)));
    connect(more, &QToolButton::clicked, this, [this] {
      expanded_ = !expanded_;
      refresh();
    });
    layout_->addWidget(more);
  }
  setVisible(!shown.empty());
  if (had_focus)
    for (auto* button : findChildren<QToolButton*>())
      if (!button->objectName().isEmpty() && !button->isHidden()) button->setFocus();
  if (std::ranges::any_of(shown, &Remark::doubtful)) {
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
  }
}

}  // namespace skiagraph::ui
