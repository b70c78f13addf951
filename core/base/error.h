#pragma once

#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace skiagraph {

/// Root of every exception that leaves a Skiagraph library. It has three parts: a stable code for programs
/// ("file.missing"), the arguments, and one clear English sentence for a person: what is wrong, with what,
/// and what to do. The sentence names its arguments with {}, so that a window can translate it first and fill
/// it in afterwards. The programs end with exit code 1 on it.
class Error : public std::runtime_error {
 public:
  /// `sentence` has one {} for each argument. Arguments: text, paths and numbers.
  template <class... Arguments>
  Error(std::string_view code, std::string_view sentence, const Arguments&... arguments)
      : Error(std::string(code), std::string(sentence), std::vector<std::string>{as_text(arguments)...}) {}
  Error(std::string code, std::string sentence, std::vector<std::string> arguments);

  [[nodiscard]] const std::string& code() const { return code_; }
  /// The sentence before its arguments are filled in: the key of its translation.
  [[nodiscard]] const std::string& sentence() const { return sentence_; }
  [[nodiscard]] const std::vector<std::string>& arguments() const { return arguments_; }
  /// Whether the person's file or argument is the cause: true of every InputError, and of copies of it as
  /// Error.
  [[nodiscard]] bool caused_by_input() const { return caused_by_input_; }

 protected:
  bool caused_by_input_ = false;

 private:
  template <class Argument>
  static std::string as_text(const Argument& argument) {
    if constexpr (std::is_same_v<Argument, std::filesystem::path>) {
      return argument.string();
    } else if constexpr (std::is_same_v<Argument, char>) {
      return std::string(1, argument);
    } else if constexpr (std::is_integral_v<Argument>) {
      return std::to_string(argument);
    } else if constexpr (std::is_floating_point_v<Argument>) {
      return number_text(argument);
    } else {
      return std::string(argument);
    }
  }
  /// Whole numbers in full, others with four digits; the decimal sign is a point in every locale.
  static std::string number_text(double number);

  std::string code_, sentence_;
  std::vector<std::string> arguments_;
};

/// The person's file or argument cannot be used. The programs end with exit code 2 on it.
class InputError : public Error {
 public:
  template <class... Arguments>
  InputError(std::string_view code, std::string_view sentence, const Arguments&... arguments)
      : Error(code, sentence, arguments...) {
    caused_by_input_ = true;
  }
};

/// The person asked to stop; work done so far has been kept.
class Cancelled : public Error {
 public:
  Cancelled() : Error("cancelled", "Stopped on request.") {}
};

/// `sentence` with each {} replaced by the next argument.
std::string filled_in(std::string_view sentence, const std::vector<std::string>& arguments);

/// The exception as an Error whose sentence a person can read. Exceptions of other libraries (no memory, file
/// system, anything else) get a sentence of ours; their own text stays out of it.
Error readable_error(const std::exception& exception);

}  // namespace skiagraph
