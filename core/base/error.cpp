#include "core/base/error.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <new>

namespace skiagraph {

Error::Error(std::string code, std::string sentence, std::vector<std::string> arguments)
    : std::runtime_error(filled_in(sentence, arguments)),
      code_(std::move(code)),
      sentence_(std::move(sentence)),
      arguments_(std::move(arguments)) {}

std::string Error::number_text(double number) {
  if (std::isfinite(number) && number == std::floor(number) && std::abs(number) < 1e15)
    return std::to_string(static_cast<std::int64_t>(number));
  // Unlike printf, to_chars writes a point in every locale.
  constexpr int kDigits = 4;
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.begin(), text.end(), number, std::chars_format::general, kDigits);
  return {text.data(), end.ptr};
}

std::string filled_in(std::string_view sentence, const std::vector<std::string>& arguments) {
  std::string text;
  std::size_t next = 0;
  for (std::size_t n = 0; n < sentence.size(); ++n) {
    if (sentence.substr(n, 2) == "{}" && next < arguments.size()) {
      text += arguments[next++];
      ++n;
    } else {
      text += sentence[n];
    }
  }
  return text;
}

Error readable_error(const std::exception& exception) {
  if (const auto* error = dynamic_cast<const Error*>(&exception)) return *error;
  if (dynamic_cast<const std::bad_alloc*>(&exception) != nullptr)
    return {
        "memory",
        "The memory of this computer is not enough for this; close other programs or use a smaller file."};
  if (const auto* error = dynamic_cast<const std::filesystem::filesystem_error*>(&exception))
    return {"file.access", "\"{}\" cannot be used: {}.", error->path1(), error->code().message()};
  return {"internal", "The program has a fault and could not finish this; please report what you did."};
}

}  // namespace skiagraph
