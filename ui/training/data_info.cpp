#include "ui/training/data_info.h"

#include <QCoreApplication>
#include <algorithm>
#include <vector>

#include "core/base/error.h"
#include "core/tensors/safetensors.h"

namespace skiagraph::ui {
namespace {

constexpr std::size_t kMostPeople = 100'000'000;

const tensors::TensorEntry* entry_named(const tensors::SafetensorsReader& file, const char* name) {
  const auto found = std::ranges::find(file.entries(), name, &tensors::TensorEntry::name);
  return found == file.entries().end() ? nullptr : &*found;
}

}  // namespace

DataInfo read_data_info(const std::filesystem::path& path) {
  tensors::SafetensorsReader file(path);
  const tensors::TensorEntry *split = entry_named(file, "split"), *surface = entry_named(file, "surface");
  const bool fits = split != nullptr && surface != nullptr && split->type == tensors::TensorType::kU8 &&
                    split->shape.size() == 1 && surface->shape.size() == 4 &&
                    split->end - split->begin <= kMostPeople && surface->shape[0] == split->shape[0];
  if (!fits)
    throw InputError("data.foreign", "The file \"{}\" is not a data set of Skiagraph; choose another one.",
                     path);
  DataInfo info;
  info.people = split->shape[0];
  info.rows = static_cast<int>(surface->shape[2]);
  info.columns = static_cast<int>(surface->shape[3]);
  std::vector<std::uint8_t> splits(split->end - split->begin);
  file.read(*split, splits.data());
  for (const std::uint8_t which : splits)
    if (which < info.by_split.size()) ++info.by_split[which];
  const auto bases = file.metadata().find("bases");
  if (bases != file.metadata().end()) info.bases = bases->second;
  return info;
}

QString data_info_text(const DataInfo& info) {
  const auto translated = [](const char* text) { return QCoreApplication::translate("TrainingData", text); };
  QString text = translated(QT_TRANSLATE_NOOP("TrainingData",
                                              "%1 people: %2 to train, %3 to validate, %4 to test; "
                                              "pictures of %5 x %6."))
                     .arg(info.people)
                     .arg(info.by_split[0])
                     .arg(info.by_split[1])
                     .arg(info.by_split[2])
                     .arg(info.rows)
                     .arg(info.columns);
  if (!info.bases.empty())
    text += " " + translated(QT_TRANSLATE_NOOP("TrainingData", "Made from: %1."))
                      .arg(QString::fromStdString(info.bases).replace(",", ", "));
  if (info.by_split[0] == 0 || info.by_split[1] == 0)
    text += " " + translated(QT_TRANSLATE_NOOP("TrainingData",
                                               "Training needs people to train and people to validate."));
  return text;
}

}  // namespace skiagraph::ui
