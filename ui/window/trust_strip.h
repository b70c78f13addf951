#pragma once

#include <QFrame>
#include <QToolButton>
#include <QVBoxLayout>
#include <vector>

#include "core/base/remark.h"
#include "ui/app/app.h"

namespace skiagraph::ui {

/// What a person should know about the body and the X-ray that are shown, over the panes: a sentence for each
/// remark, what is doubtful first and in another colour. Each can be dismissed for this body; more than two
/// collapse.
class TrustStrip : public QFrame {
  Q_OBJECT

 public:
  explicit TrustStrip(const App& app, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// The person wants the command that settles a remark; by its id in the command table.
  void command_wanted(const QString& id);

 private:
  void follow_result();
  void follow_body();
  void show_remarks(const std::shared_ptr<const LoadedBody>& body, std::vector<Remark> remarks);
  void refresh();
  [[nodiscard]] QWidget* row(const Remark& remark);
  [[nodiscard]] QString key_of(const Remark& remark) const;
  void dismiss(const Remark& remark);

  App app_;
  QVBoxLayout* layout_;
  std::shared_ptr<const LoadedBody> body_;  ///< that the remarks are on
  std::vector<Remark> remarks_;
  bool expanded_ = false;
};

}  // namespace skiagraph::ui
