#pragma once

#include <QString>

#include "core/base/remark.h"

namespace skiagraph::ui {

/// A few words, and a sentence, in the person's language.
QString warning_title(const Remark& remark);
QString warning_sentence(const Remark& remark);

}  // namespace skiagraph::ui
