#include "core/io/byte_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

constexpr std::size_t kPartBytes = 1 << 20;
constexpr std::size_t kMostLineBytes = 1 << 24;

}  // namespace

ByteSource::ByteSource(const std::filesystem::path& path, ProgressFunction progress,
                       const CancelToken* cancel)
    : path_(path), progress_(std::move(progress)), cancel_(cancel), file_(gzopen(path.c_str(), "rb")) {
  std::error_code error;
  file_bytes_ = std::filesystem::file_size(path, error);
  if (error || !file_) throw InputError("file.unreadable", "\"{}\" cannot be read.", path);
  // Small files are read into small buffers.
  gzbuffer(file_.get(), static_cast<unsigned>(std::clamp<std::uint64_t>(file_bytes_, 16, kPartBytes / 4)));
  packed_ = gzdirect(file_.get()) == 0;
  buffer_.resize(std::min<std::uint64_t>(kPartBytes, most_bytes() + 1));
  at_ = end_ = buffer_.data();
}

std::uint64_t ByteSource::most_bytes() const {
  constexpr std::uint64_t kMostPacked = 1032;  // times: the limit of the Deflate format
  return packed_ ? kMostPacked * file_bytes_ : file_bytes_;
}

void ByteSource::fill(std::size_t count) {
  const auto kept = static_cast<std::size_t>(end_ - at_);
  count = static_cast<std::size_t>(std::min<std::uint64_t>(count, most_bytes() + 1));
  std::memmove(buffer_.data(), at_, kept);
  if (count > buffer_.size()) buffer_.resize(std::max(count, 2 * buffer_.size()));
  at_ = buffer_.data();
  end_ = at_ + kept;
  while (!ended_ && static_cast<std::size_t>(end_ - at_) < count) read_more();
  if (static_cast<std::uint64_t>(end_ - at_) > most_bytes()) ended_ = true;  // somebody still writes it
}

void ByteSource::read_more() {
  if (cancel_ != nullptr && cancel_->cancelled()) throw Cancelled();
  const std::size_t have = static_cast<std::size_t>(end_ - buffer_.data());
  const int read = gzread(file_.get(), buffer_.data() + have, static_cast<unsigned>(buffer_.size() - have));
  int error = Z_OK;
  gzerror(file_.get(), &error);
  if (read < 0 || error != Z_OK) {
    if (packed_) throw InputError("surface.damaged", "\"{}\" is a damaged gzip file.", path_);
    throw InputError("file.unreadable", "\"{}\" cannot be read.", path_);
  }
  end_ += read;
  ended_ = read == 0;
  if (progress_ && file_bytes_ > 0)
    progress_(std::min(1.0, static_cast<double>(gzoffset(file_.get())) / static_cast<double>(file_bytes_)),
              "Reading");
}

char ByteSource::line_end() {
  if (!line_end_) {
    const std::string_view begin = peek(kPartBytes / 2);
    const std::size_t end = begin.find_first_of("\r\n");
    const bool carriage_return =
        end != std::string_view::npos && begin[end] == '\r' && !begin.substr(end).starts_with("\r\n");
    line_end_ = carriage_return ? '\r' : '\n';
  }
  return *line_end_;
}

std::optional<std::string_view> ByteSource::line() {
  const char end_sign = line_end();
  std::size_t count = static_cast<std::size_t>(end_ - at_);
  for (;;) {
    const std::string_view rest = peek(count);
    const void* found = rest.empty() ? nullptr : std::memchr(rest.data(), end_sign, rest.size());
    if (found == nullptr && !ended_) {
      if (count >= kMostLineBytes)
        throw InputError("surface.damaged", "\"{}\" is damaged: it is no text, or a line of it has no end.",
                         path_);
      count = std::max<std::size_t>(rest.size() + 1, std::min(2 * rest.size(), kMostLineBytes));
      continue;
    }
    if (rest.empty()) return std::nullopt;
    std::string_view line = rest;
    if (found != nullptr)
      line = rest.substr(0, static_cast<std::size_t>(static_cast<const char*>(found) - rest.data()));
    skip(std::min(line.size() + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }
}

std::string_view ByteSource::word() {
  constexpr std::size_t kMostWordBytes = 512;
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  std::string_view rest;
  do {
    rest = peek(kMostWordBytes);
    const auto begin = std::ranges::find_if_not(rest, is_space);
    skip(static_cast<std::size_t>(begin - rest.begin()));
  } while (!rest.empty() && at_ == rest.data() + rest.size());
  rest = peek(kMostWordBytes);
  const auto end = std::ranges::find_if(rest, is_space);
  const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  skip(word.size());
  return word;
}

bool is_utf16(std::string_view begin) {
  return begin.starts_with("\xff\xfe") || begin.starts_with("\xfe\xff");
}

void skip_byte_order_mark(ByteSource& source) {
  constexpr std::string_view kMark = "\xef\xbb\xbf";
  if (source.peek(kMark.size()) == kMark) source.skip(kMark.size());
}

}  // namespace skiagraph::io
