#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "core/io/ct_options.h"

namespace skiagraph::app {

/// The options of every command that reads CT: what its file does not say.
class CtArguments {
 public:
  /// Adds them to a command. `of`: the option that the CT comes from, "like" for --like; then they are
  /// --like-axes and so on. Empty: the command's own CT.
  static std::shared_ptr<CtArguments> add_to(CLI::App& command, const std::string& of = {});

  /// Throws InputError.
  [[nodiscard]] io::CtOptions options() const;

 private:
  std::string axes_, spacing_, values_, series_;
};

}  // namespace skiagraph::app
