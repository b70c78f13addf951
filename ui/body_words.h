#pragma once

#include <QString>

#include "core/anatomy/built_in_people.h"

namespace skiagraph {

/// What core's tables of sizes and people say, translated.
QString size_label(BodySize size);
QString size_meaning(BodySize size);
QString size_unit(BodySize size);
QString person_title(const BuiltInPerson& person);

/// The built-in person with exactly these sliders, or null.
const BuiltInPerson* person_of(const BodySliders& sliders);

}  // namespace skiagraph
