#pragma once

#include <QString>

#include "core/bodies/built_in_people.h"

namespace skiagraph::ui {

/// What core's tables of sizes and people say, translated.
QString size_label(bodies::BodySize size);
QString size_meaning(bodies::BodySize size);
QString size_unit(bodies::BodySize size);
QString person_title(const bodies::BuiltInPerson& person);

/// The built-in person with exactly these targets, or null.
const bodies::BuiltInPerson* built_in_person_with(const bodies::SizeTargets& targets);

}  // namespace skiagraph::ui
