#pragma once

#include <zlib.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/progress.h"

namespace skiagraph::io {

/// The bytes of a file from the first to the last, a part of them in memory at a time; of a file that gzip
/// has packed, those that it holds. Views stay valid until the next call. Every call may throw InputError,
/// when the file cannot be read or its packing is damaged, and Cancelled. Private to core/io.
class ByteSource {
 public:
  explicit ByteSource(const std::filesystem::path& path, ProgressFunction progress = {},
                      const CancelToken* cancel = nullptr);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Of the file as it lies on the disk.
  [[nodiscard]] std::uint64_t file_bytes() const { return file_bytes_; }
  /// More bytes than this the file does not hold, unpacked.
  [[nodiscard]] std::uint64_t most_bytes() const;
  /// Whether gzip has packed the file.
  [[nodiscard]] bool packed() const { return packed_; }

  /// The next bytes, fewer than `count` at the end of the file alone. They stay the next ones.
  std::string_view peek(std::size_t count) {
    if (static_cast<std::size_t>(end_ - at_) < count) fill(count);
    return {at_, std::min(count, static_cast<std::size_t>(end_ - at_))};
  }
  /// Goes beyond bytes that were peeked at.
  void skip(std::size_t count) { at_ += count; }

  /// The next line without its end (LF, CR LF or CR alone); nothing at the end of the file.
  std::optional<std::string_view> line();
  /// The next word between blanks and line ends; empty at the end of the file.
  std::string_view word();

 private:
  void fill(std::size_t count);
  void read_more();
  /// A text that an old Macintosh wrote ends its lines with CR.
  char line_end();

  struct Close {
    void operator()(gzFile file) const { gzclose(file); }
  };

  std::filesystem::path path_;
  ProgressFunction progress_;
  const CancelToken* cancel_;
  std::unique_ptr<gzFile_s, Close> file_;
  std::uint64_t file_bytes_ = 0;
  bool packed_ = false, ended_ = false;
  std::optional<char> line_end_;
  std::vector<char> buffer_;
  const char *at_ = nullptr, *end_ = nullptr;  // of what is in the buffer and was not skipped
};

/// Whether the text begins with the byte order mark of UTF-16, which no surface format allows.
bool is_utf16(std::string_view begin);

/// Goes beyond the byte order mark of UTF-8.
void skip_byte_order_mark(ByteSource& source);

}  // namespace skiagraph::io
