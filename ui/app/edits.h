#pragma once

#include "core/bodies/built_in_people.h"
#include "ui/app/app.h"

namespace skiagraph::ui {

/// What more than one panel, tool or command does to the document; each is one undo step.

/// The person as the body, without pins. Nothing happens when the body model of that sex cannot be used.
void choose_person(const App& app, const bodies::BuiltInPerson& person);
/// A marker is held where it is, or let go. A locked one stays as it is, and the person is told.
void set_pinned(const App& app, int marker, bool pinned);
/// All but locked ones.
void release_all_markers(Document& document);
[[nodiscard]] bool any_pinned(const session::Session& session);
/// A pinned one that is not locked.
[[nodiscard]] bool any_to_release(const session::Session& session);
/// Whether the person's hand cannot move it.
void set_locked(const App& app, int marker, bool locked);
/// Whether the selected marker is pinned and not locked.
[[nodiscard]] bool can_release_selected(const App& app);
/// False for a locked marker, and the person is told why.
[[nodiscard]] bool may_move(const App& app, int marker);
/// What is hidden is not selected either. Not undone: it is how the person looks at it.
void show_group(const App& app, MarkerGroup group, bool shown);

/// The sizes that the body model is asked for; of a scan: none, and the sex of the first built-in person.
bodies::SizeTargets size_targets(const session::Session& session);
/// The built-in person that is the document's body, or null.
const bodies::BuiltInPerson* chosen_person(const session::Session& session);

}  // namespace skiagraph::ui
