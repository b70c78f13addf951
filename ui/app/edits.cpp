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
    session::clear_edits(session);
  });
}

void set_pinned(const App& app, int marker, bool pinned) {
  const auto& result = app.engine.result();
  if (!result || !may_move(app, marker)) return;
  const auto n = static_cast<std::size_t>(marker);
  const Pixel place = shown_markers(app.document.session(), *result)[n].position;
  const QString text = (pinned ? translated("Pin %1") : translated("Release %1")).arg(marker_label(marker));
  app.document.edit(text, [&](session::Session& session) {
    if (session.pins[n].has_value() == pinned) return;
    session.pins[n] = pinned ? std::optional(place) : std::nullopt;
  });
}

void release_all_markers(Document& document) {
  document.edit(translated("Release all markers"), [](session::Session& session) {
    for (std::size_t n = 0; n < session.pins.size(); ++n)
      if (!session.locks[n]) session.pins[n].reset();
  });
}

bool any_pinned(const session::Session& session) {
  return std::ranges::any_of(session.pins, [](const auto& pin) { return pin.has_value(); });
}

bool any_to_release(const session::Session& session) {
  for (std::size_t n = 0; n < session.pins.size(); ++n)
    if (session.pins[n] && !session.locks[n]) return true;
  return false;
}

void set_locked(const App& app, int marker, bool locked) {
  const QString text = (locked ? translated("Lock %1") : translated("Unlock %1")).arg(marker_label(marker));
  app.document.edit(
      text, [&](session::Session& session) { session.locks[static_cast<std::size_t>(marker)] = locked; });
}

bool can_release_selected(const App& app) {
  const int marker = app.selection.selected();
  if (marker == Selection::kNone) return false;
  const auto n = static_cast<std::size_t>(marker);
  return app.document.session().pins[n] && !app.document.session().locks[n];
}

bool may_move(const App& app, int marker) {
  if (!app.document.session().locks[static_cast<std::size_t>(marker)]) return true;
  app.selection.tell(
      translated("%1 is locked and stays where it is; K unlocks it, or its tick under Markers.")
          .arg(marker_label(marker)));
  return false;
}

void show_group(const App& app, MarkerGroup group, bool shown) {
  app.document.set_view(
      [&](session::View& view) { view.hidden_groups[static_cast<std::size_t>(group)] = !shown; });
  const int selected = app.selection.selected();
  if (selected != Selection::kNone && !session::is_shown(app.document.session().view, selected))
    app.selection.select(Selection::kNone);
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
