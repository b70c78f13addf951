#include "core/io/checksum.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>

#include "core/base/error.h"

namespace skiagraph::io {

std::string sha256(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError("file.unreadable", "\"{}\" cannot be read.", path);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
  std::array<char, 1 << 16> block{};
  while (in.read(block.data(), block.size()) || in.gcount() > 0)
    EVP_DigestUpdate(context.get(), block.data(), static_cast<std::size_t>(in.gcount()));
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  if (in.bad()) throw InputError("file.unreadable", "\"{}\" cannot be read.", path);
  EVP_DigestFinal_ex(context.get(), digest.data(), &length);
  constexpr const char* kDigits = "0123456789abcdef";
  std::string text;
  for (unsigned int n = 0; n < length; ++n) {
    text += kDigits[digest[n] >> 4];
    text += kDigits[digest[n] & 15];
  }
  return text;
}

}  // namespace skiagraph::io
