#include "core/io/gltf_uri.h"

#include <openssl/evp.h>

#include <charconv>
#include <limits>

namespace skiagraph::io {

std::string percent_decoded(std::string_view uri) {
  constexpr int kHexadecimal = 16;
  std::string text;
  for (std::size_t n = 0; n < uri.size(); ++n) {
    unsigned char byte = 0;
    const char* digits = uri.data() + n + 1;
    if (uri[n] == '%' && n + 2 < uri.size() &&
        std::from_chars(digits, digits + 2, byte, kHexadecimal).ptr == digits + 2) {
      text += static_cast<char>(byte);
      n += 2;
    } else {
      text += uri[n];
    }
  }
  return text;
}

std::optional<std::string> data_of_uri(std::string_view uri) {
  constexpr std::string_view kMark = ";base64,";
  const std::size_t mark = uri.find(kMark);
  if (mark == std::string_view::npos) return std::nullopt;
  const std::string_view text = uri.substr(mark + kMark.size());
  if (text.size() % 4 != 0 || text.size() > std::numeric_limits<int>::max()) return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  const int length =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                      reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (length < 0) return std::nullopt;
  return bytes;  // with up to two bytes of filling at its end, which nothing refers to
}

}  // namespace skiagraph::io
