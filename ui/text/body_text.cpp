#include "ui/text/body_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <string>

namespace skiagraph::ui {
namespace {

QString translated(const char* context, std::string_view text) {
  return QCoreApplication::translate(context, std::string(text).c_str());
}

const bodies::BodySizeInfo& info(bodies::BodySize size) {
  return bodies::body_size_table()[static_cast<std::size_t>(size)];
}

}  // namespace

QString size_label(bodies::BodySize size) {
  const QString name = translated("Sizes", info(size).name);
  return name.left(1).toUpper() + name.mid(1);
}

QString size_meaning(bodies::BodySize size) {
  return translated("Sizes", info(size).meaning);
}

QString size_unit(bodies::BodySize size) {
  return translated("Sizes", info(size).unit);
}

QString person_title(const bodies::BuiltInPerson& person) {
  return translated("People", person.title);
}

const bodies::BuiltInPerson* built_in_person_with(const bodies::SizeTargets& targets) {
  const auto& people = bodies::built_in_people();
  const auto found = std::ranges::find(people, targets, &bodies::BuiltInPerson::targets);
  return found == people.end() ? nullptr : &*found;
}

}  // namespace skiagraph::ui
