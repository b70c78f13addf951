#pragma once

#include <QString>

#include "core/base/error.h"

namespace skiagraph::ui {

/// The sentence of an error in the person's language, as plain text.
QString error_text(const Error& error);

}  // namespace skiagraph::ui
