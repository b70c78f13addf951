#pragma once

#include <QSet>
#include <QTextBrowser>
#include <QTimer>

namespace skiagraph::ui {

/// A page of the help whose pictures are never wider than the page.
class HelpText : public QTextBrowser {
  Q_OBJECT

 public:
  explicit HelpText(QWidget* parent = nullptr);

  QVariant loadResource(int type, const QUrl& name) override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] QPixmap fitted(const QImage& picture) const;
  void fit_pictures();

  QSet<QUrl> pictures_;
  QTimer resized_;
};

}  // namespace skiagraph::ui
