#include "ui/body_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <string>

namespace skiagraph {
namespace {

QString translated(const char* context, std::string_view text) {
  return QCoreApplication::translate(context, std::string(text).c_str());
}

const BodySizeInfo& info(BodySize size) {
  return body_size_table()[static_cast<std::size_t>(size)];
}

}  // namespace

QString size_label(BodySize size) {
  const QString name = translated("Sizes", info(size).name);
  return name.left(1).toUpper() + name.mid(1);
}

QString size_meaning(BodySize size) {
  return translated("Sizes", info(size).meaning);
}

QString size_unit(BodySize size) {
  return translated("Sizes", info(size).unit);
}

QString person_title(const BuiltInPerson& person) {
  return translated("People", person.title);
}

const BuiltInPerson* person_of(const BodySliders& sliders) {
  const auto& people = built_in_people();
  const auto found = std::ranges::find(people, sliders, &BuiltInPerson::sliders);
  return found == people.end() ? nullptr : &*found;
}

}  // namespace skiagraph
