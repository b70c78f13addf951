#include "ui/app/edits.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/text/body_text.h"
#include "ui/text/marker_text.h"

namespace skiagraph::ui {
namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Edits", text);
}

}  // namespace

void choose_person(const App& app, const bodies::BuiltInPerson& person) {
  if (!app.engine.usable(person.targets.sex)) return;
  app.engine.cancel_open();
  app.document.edit(translated("Choose %1").arg(person_title(person)), [&person](session::Session& session) {
    session.body = person.targets;
    session.pins = {};
  });
}

void set_pinned(const App& app, int marker, bool pinned) {
  const auto& result = app.engine.result();
  if (!result) return;
  const auto n = static_cast<std::size_t>(marker);
  const Pixel place = shown_markers(app.document.session(), *result)[n].position;
  const QString text = (pinned ? translated("Pin %1") : translated("Release %1")).arg(marker_label(marker));
  app.document.edit(text, [&](session::Session& session) {
    if (session.pins[n].has_value() == pinned) return;
    session.pins[n] = pinned ? std::optional(place) : std::nullopt;
  });
}

void release_all_markers(Document& document) {
  document.edit(translated("Release all markers"), [](session::Session& session) { session.pins = {}; });
}

bool any_pinned(const session::Session& session) {
  return std::ranges::any_of(session.pins, [](const auto& pin) { return pin.has_value(); });
}

bodies::SizeTargets size_targets(const session::Session& session) {
  const auto* targets = std::get_if<bodies::SizeTargets>(&session.body);
  return targets != nullptr ? *targets
                            : bodies::SizeTargets{bodies::built_in_people().front().targets.sex, {}};
}

const bodies::BuiltInPerson* chosen_person(const session::Session& session) {
  const auto* targets = std::get_if<bodies::SizeTargets>(&session.body);
  return targets != nullptr ? built_in_person_with(*targets) : nullptr;
}

}  // namespace skiagraph::ui
