#include "core/io/checksum.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

class Digest {
 public:
  Digest() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
    EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
  }
  void add(const char* bytes, std::size_t count) { EVP_DigestUpdate(context_.get(), bytes, count); }
  std::string text() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(context_.get(), digest.data(), &length);
    constexpr const char* kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned int n = 0; n < length; ++n) {
      text += kDigits[digest[n] >> 4];
      text += kDigits[digest[n] & 15];
    }
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

}  // namespace

std::string sha256(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError("file.unreadable", "\"{}\" cannot be read.", path);
  Digest digest;
  std::array<char, 1 << 16> block{};
  while (in.read(block.data(), block.size()) || in.gcount() > 0)
    digest.add(block.data(), static_cast<std::size_t>(in.gcount()));
  if (in.bad()) throw InputError("file.unreadable", "\"{}\" cannot be read.", path);
  return digest.text();
}

std::string sha256_of_scan(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error) ? std::string() : sha256(path);
}

std::string sha256_of(std::string_view bytes) {
  Digest digest;
  digest.add(bytes.data(), bytes.size());
  return digest.text();
}

}  // namespace skiagraph::io
