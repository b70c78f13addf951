#pragma once

#include <QObject>
#include <QTimer>

#include "ui/document/document.h"

namespace skiagraph::ui {

/// How the person last liked pictures and markers to be drawn: window, level, margins, names. It is kept for
/// the next start, in the person's settings. What cannot be used there is as at the first start.
session::View remembered_view();
void remember_view(const session::View& view);

/// Remembers a document's view once it has stayed the same for a second, so that a crash forgets nothing, and
/// when this is destroyed. The document outlives it.
class ViewMemory : public QObject {
  Q_OBJECT

 public:
  explicit ViewMemory(Document& document);
  ~ViewMemory() override;

 private:
  void keep();

  Document& document_;
  session::View kept_;
  QTimer settled_;
};

}  // namespace skiagraph::ui
