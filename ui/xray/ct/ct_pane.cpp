#include "ui/xray/ct/ct_pane.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/xray/ct/ct_bar.h"
#include "ui/xray/ct/ct_picture.h"
#include "ui/xray/ct/true_xray.h"

namespace skiagraph::ui {

QWidget* with_ct(const App& app, QWidget* xray_view) {
  auto* pane = new QWidget;
  auto* picture = new CtPicture(app, *xray_view, pane);
  auto* beside = new QHBoxLayout;
  beside->setSpacing(2);
  beside->addWidget(xray_view, 1);
  beside->addWidget(picture, 1);
  auto* layout = new QVBoxLayout(pane);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(beside, 1);
  layout->addWidget(new CtBar(app, pane));
  const auto refresh = [app, picture] {
    picture->setVisible(true_xray(app).xray && app.document.session().view.ct == session::CtView::kBeside);
  };
  QObject::connect(&app.engine, &Engine::body_changed, picture, refresh);
  QObject::connect(&app.engine, &Engine::result_changed, picture, refresh);
  QObject::connect(&app.document, &Document::changed, picture, refresh);
  refresh();
  return pane;
}

}  // namespace skiagraph::ui
