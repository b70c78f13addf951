#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "core/io/ct_options.h"

namespace skiagraph::app {

/// The options of every command that reads CT: what its file does not say.
class CtArguments {
 public:
  /// Adds them to a command.
  static std::shared_ptr<CtArguments> add_to(CLI::App& command);

  /// Throws InputError.
  [[nodiscard]] io::CtOptions options() const;

 private:
  std::string axes_, spacing_, values_, series_;
};

}  // namespace skiagraph::app
