#pragma once

#include <QString>

#include "core/base/error.h"

namespace skiagraph::ui {

/// Why a scan needs a person's word, in the words of the dialog that asks for it: without names of options.
QString import_sentence(const Error& error);

}  // namespace skiagraph::ui
