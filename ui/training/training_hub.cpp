#include "ui/training/training_hub.h"

#include "core/base/write_file.h"
#include "ui/text/file_text.h"
#include "ui/training/model_card.h"

namespace skiagraph::ui {

TrainingHub::TrainingHub(const App& app, QObject* parent)
    : QObject(parent),
      app_(app),
      shipped_(inference::shipped_folder_with("cign.safetensors").value_or(std::filesystem::path())) {
  connect(&background_, &Background::failed, this, &TrainingHub::failed);
}

void TrainingHub::use_model(const std::optional<std::string>& name) {
  const auto work = [name, shipped = shipped_] {
    const inference::ModelLibrary library;
    if (!name) {
      library.use_shipped();
      return inference::read_model(shipped);
    }
    library.activate(*name);
    return inference::read_model(library.folder_of(*name));
  };
  background_.run(work, [this, name](const inference::ModelFacts& facts) {
    const QString shown = name ? tr("\"%1\"").arg(QString::fromStdString(*name)) : tr("the shipped model");
    if (app_.engine.frame() == facts.frame) {
      app_.engine.use_networks_anew();
      Q_EMIT told(tr("The main window uses %1 now.").arg(shown));
    } else {
      Q_EMIT told(
          tr("Pictures of %1 have another size; the main window uses it from its next start on.").arg(shown));
    }
    Q_EMIT models_changed();
  });
}

void TrainingHub::install_run(const RunState& run) {
  const auto work = [run] {
    const inference::ModelLibrary library;
    const std::string name = run.status.model.empty() ? run.folder.filename().string() : run.status.model;
    const std::string installed = library.add(run.folder, name);
    const auto folder = library.folder_of(installed);
    write_file(folder / "README.md", model_card(run, inference::read_model(folder)));
    return installed;
  };
  background_.run(work, [this](const std::string& name) { use_model(name); });
}

}  // namespace skiagraph::ui
