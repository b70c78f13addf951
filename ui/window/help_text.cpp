#include "ui/window/help_text.h"

#include <QImage>
#include <QPixmap>
#include <QResizeEvent>
#include <algorithm>
#include <cmath>

namespace skiagraph::ui {

HelpText::HelpText(QWidget* parent) : QTextBrowser(parent) {
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // the width does not depend on the pictures' heights
  constexpr int kRestMs = 100;
  resized_.setSingleShot(true);
  resized_.setInterval(kRestMs);
  connect(&resized_, &QTimer::timeout, this, &HelpText::fit_pictures);
}

QPixmap HelpText::fitted(const QImage& picture) const {
  const double room = std::max(1.0, viewport()->width() - 2 * document()->documentMargin());
  if (picture.width() <= room) return QPixmap::fromImage(picture);
  const int width = std::min(picture.width(), static_cast<int>(std::lround(room * devicePixelRatioF())));
  QPixmap small = QPixmap::fromImage(picture.scaledToWidth(width, Qt::SmoothTransformation));
  small.setDevicePixelRatio(width / room);
  return small;
}

QVariant HelpText::loadResource(int type, const QUrl& name) {
  const QVariant loaded = QTextBrowser::loadResource(type, name);
  if (type != QTextDocument::ImageResource) {
    pictures_.clear();  // another page
    return loaded;
  }
  const QImage picture = QImage::fromData(loaded.toByteArray());
  if (picture.isNull()) return loaded;
  pictures_.insert(name);
  return fitted(picture);
}

void HelpText::resizeEvent(QResizeEvent* event) {
  QTextBrowser::resizeEvent(event);
  if (event->size().width() == event->oldSize().width()) return;
  if (isVisible()) {
    resized_.start();  // once, when it has come to rest
  } else {
    fit_pictures();
  }
}

void HelpText::fit_pictures() {
  const QSet<QUrl> pictures = pictures_;
  for (const QUrl& name : pictures)
    document()->addResource(QTextDocument::ImageResource, name,
                            loadResource(QTextDocument::ImageResource, name));
  document()->markContentsDirty(0, document()->characterCount());
}

}  // namespace skiagraph::ui
