#pragma once

#include <QString>

namespace skiagraph::ui {

/// What the field whose name stands at this place of a recipe means; elsewhere all fields. Rich text.
[[nodiscard]] QString recipe_field_text(const QString& recipe, int position);
/// All fields, as one page.
[[nodiscard]] QString recipe_fields_page();

}  // namespace skiagraph::ui
