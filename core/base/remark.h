#pragma once

#include <string>
#include <vector>

#include "core/base/error.h"

namespace skiagraph {

/// What a person should know about a result: what was guessed, mended or left out, and what not to trust.
struct Remark {
  std::string code;      ///< stable, for programs
  std::string title;     ///< a few English words
  std::string sentence;  ///< English, with one {} for each argument: the key of its translation
  std::vector<std::string> arguments = {};
  bool doubtful = false;  ///< the result may be wrong because of it

  [[nodiscard]] std::string text() const { return filled_in(sentence, arguments); }

  friend bool operator==(const Remark&, const Remark&) = default;
};

}  // namespace skiagraph
