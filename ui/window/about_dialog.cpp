#include "ui/window/about_dialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace skiagraph::ui {
namespace {

QString content(const QString& resource) {
  QFile file(resource);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QTextBrowser* page(const QString& name) {
  auto* browser = new QTextBrowser;
  browser->setOpenLinks(false);  // offline: nothing is fetched
  browser->setAccessibleName(name);
  return browser;
}

/// Whose work the program stands on; the licences as their projects name them.
struct Library {
  const char *name, *licence;
};
constexpr Library kLibraries[] = {{"Qt 6", "LGPL-3.0"},
                                  {"VTK", "BSD-3-Clause"},
                                  {"LibTorch (PyTorch)", "BSD-3-Clause"},
                                  {"oneDNN", "Apache-2.0"},
                                  {"Assimp", "BSD-3-Clause"},
                                  {"GDCM", "BSD-3-Clause"},
                                  {"Draco", "Apache-2.0"},
                                  {"meshoptimizer", "MIT"},
                                  {"Eigen", "MPL-2.0"},
                                  {"nlohmann-json", "MIT"},
                                  {"CLI11", "BSD-3-Clause"},
                                  {"fmt", "MIT"},
                                  {"libarchive", "BSD-2-Clause"},
                                  {"libpng", "libpng-2.0"},
                                  {"zlib", "Zlib"},
                                  {"cairo", "LGPL-2.1 or MPL-1.1"},
                                  {"OpenSSL", "Apache-2.0"}};

QString library_rows() {
  QString rows;
  for (const auto& [name, licence] : kLibraries)
    rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                .arg(QString::fromLatin1(name).toHtmlEscaped(), QString::fromLatin1(licence));
  return "<table>" + rows + "</table>";
}

}  // namespace

AboutDialog::AboutDialog(const QString& model, QWidget* parent) : QDialog(parent) {
  setObjectName("about_dialog");
  setWindowTitle(tr("About Skiagraph"));
  resize(760, 560);
  auto* about = page(tr("About"));
  about->setHtml(
      tr("<h2>Skiagraph %1</h2><p>Predicts an X-ray and 17 anatomical markers from the surface of a "
         "person, after Teixeira et al., CVPR 2018.</p><p><b>The picture is synthetic. Research "
         "software, not a medical device, not for diagnosis.</b></p>")
          .arg(SKIAGRAPH_VERSION) +
      (model.isEmpty() ? QString() : tr("<p>Networks in use: %1</p>").arg(model.toHtmlEscaped())));
  auto* licences = page(tr("Licences"));
  licences->setHtml(tr("<p>Skiagraph is free software under the Apache License 2.0, whose text is below. It "
                       "uses these libraries:</p>") +
                    library_rows() + "<hr><pre>" +
                    content(QStringLiteral(":/about/LICENSE")).toHtmlEscaped() + "</pre>");
  auto* models = page(tr("Models"));
  models->setMarkdown(content(QStringLiteral(":/about/models.md")));
  auto* tabs = new QTabWidget;
  for (QTextBrowser* tab : {about, licences, models}) tabs->addTab(tab, tab->accessibleName());
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(tabs);
  layout->addWidget(buttons);
}

}  // namespace skiagraph::ui
