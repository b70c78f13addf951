#include "core/io/fbx_records.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

constexpr std::string_view kFormat = "FBX", kBinaryMark = "Kaydara FBX Binary  ";
constexpr std::size_t kMostValues = 4, kMostValueBytes = 256;
constexpr int kMostDepth = 64;

void check_version(const ByteSource& source, std::uint64_t version) {
  constexpr std::uint64_t kLeast = 7000;
  if (version < kLeast)
    throw InputError(
        "surface.version",
        "\"{}\" is an FBX file of version {}, which is older than 7 and not read here; convert it, "
        "for example with Autodesk's FBX Converter or Blender.",
        source.path(), static_cast<double>(version) / 1000);
}

void check_depth(const ByteSource& source, int depth) {
  if (depth > kMostDepth)
    throw InputError("surface.nested", "\"{}\" is damaged: its parts are nested too deep.", source.path());
}

/// A record is its end's place in the file, three lengths and a name, then properties, then further records.
class BinaryRecords {
 public:
  BinaryRecords(ByteSource& source, FbxRecords& records) : source_(source), records_(records) {}

  void read() {
    constexpr std::size_t kVersionAt = 23, kWideVersion = 7500;
    skip(kVersionAt);
    const auto version = take<std::uint32_t>();
    check_version(source_, version);
    wide_ = version >= kWideVersion;
    for (;;) {
      while (!ends_.empty() && at_ >= ends_.back()) {
        if (at_ > ends_.back()) throw ends_early(source_.path(), kFormat);
        ends_.pop_back();
      }
      const std::uint64_t end = length(), count = length();
      length();
      const std::string name = text(take<std::uint8_t>());
      if (end == 0) {
        if (ends_.empty()) return;
        continue;  // an empty record ends a list, and its record with it
      }
      if (end < at_ || end > source_.most_bytes() || (!ends_.empty() && end > ends_.back()))
        throw ends_early(source_.path(), kFormat);
      read_record(name, count);
      ends_.push_back(end);
      check_depth(source_, static_cast<int>(ends_.size()));
    }
  }

 private:
  void read_record(const std::string& name, std::uint64_t count) {
    FbxRecord record{.name = name, .depth = static_cast<int>(ends_.size()) + 1};
    for (std::uint64_t n = 0; n < count; ++n) {
      const std::string value = property(record);
      if (record.values.size() < kMostValues) record.values.push_back(value);
    }
    records_.take(record);
  }

  std::string property(FbxRecord& record) {
    switch (const char type = take<char>()) {
      case 'C':
      case 'B':
        return std::to_string(take<std::int8_t>());
      case 'Y':
        return std::to_string(take<std::int16_t>());
      case 'I':
        return std::to_string(take<std::int32_t>());
      case 'L':
        return std::to_string(take<std::int64_t>());
      case 'F':
        return std::to_string(take<float>());
      case 'D':
        return std::to_string(take<double>());
      case 'S':
      case 'R':
        return text(take<std::uint32_t>());
      case 'i':
        return array(4, record, record.name == "Indexes");
      case 'f':
        return array(4, record);
      case 'd':
      case 'l':
        return array(8, record);
      case 'b':
      case 'c':
        return array(1, record);
      default:
        throw InputError("surface.damaged", "\"{}\" is a damaged FBX file: there is no type \"{}\".",
                         source_.path(), static_cast<int>(type));
    }
  }

  std::string array(std::uint64_t bytes_each, FbxRecord& record, bool looked_at = false) {
    const std::uint64_t count = take<std::uint32_t>(), bytes = count * bytes_each;
    const bool packed = take<std::uint32_t>() != 0;
    const std::uint64_t stored = take<std::uint32_t>();
    constexpr std::uint64_t kMostPacked = 1032, kSmallest = 64;  // times: the limit of the Deflate format
    if (packed ? bytes > kMostPacked * stored + kSmallest : bytes != stored && stored != 0)
      throw ends_early(source_.path(), kFormat);
    record.array_bytes += bytes;
    record.numbers += count;
    if (looked_at)
      record.largest = std::max(record.largest, packed ? largest_packed(stored) : largest(count));
    else
      skip(packed ? stored : bytes);
    return {};
  }

  std::int64_t largest(std::uint64_t count) {
    std::int64_t result = -1;
    for (; count > 0; --count) result = std::max<std::int64_t>(result, take<std::int32_t>());
    return result;
  }

  /// As far as the packing is whole.
  std::int64_t largest_packed(std::uint64_t stored) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) throw std::bad_alloc();
    const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
    std::array<std::int32_t, 4096> numbers;
    std::int64_t result = -1;
    int state = Z_OK;
    for (std::uint64_t left = stored; left > 0;) {
      std::string part(source_.peek(std::min<std::uint64_t>(left, sizeof numbers)));
      skip(std::max<std::size_t>(part.size(), 1));
      left -= part.size();
      stream.next_in = reinterpret_cast<Bytef*>(part.data());
      stream.avail_in = static_cast<uInt>(part.size());
      while (state == Z_OK) {
        // What was unpacked of a number stays at the beginning.
        const std::size_t begun = stream.total_out % sizeof numbers[0];
        stream.next_out = reinterpret_cast<Bytef*>(numbers.data()) + begun;
        stream.avail_out = static_cast<uInt>(sizeof numbers - begun);
        state = inflate(&stream, Z_NO_FLUSH);
        const std::size_t bytes = sizeof numbers - stream.avail_out, whole = bytes / sizeof numbers[0];
        for (std::size_t n = 0; n < whole; ++n) result = std::max<std::int64_t>(result, numbers[n]);
        if (whole < numbers.size()) numbers[0] = numbers[whole];
        if (stream.avail_out > 0) break;
      }
    }
    return result;
  }

  std::uint64_t length() { return wide_ ? take<std::uint64_t>() : take<std::uint32_t>(); }

  template <class Number>
  Number take() {
    const std::string_view next = source_.peek(sizeof(Number));
    if (next.size() < sizeof(Number)) throw ends_early(source_.path(), kFormat);
    Number number;
    std::memcpy(&number, next.data(), sizeof number);
    source_.skip(sizeof number);
    at_ += sizeof number;
    return number;
  }

  /// The beginning alone of a long one.
  std::string text(std::uint64_t bytes) {
    const std::uint64_t kept = std::min<std::uint64_t>(bytes, kMostValueBytes);
    std::string result(source_.peek(kept));
    skip(bytes);
    return result;
  }

  void skip(std::uint64_t bytes) {
    constexpr std::uint64_t kPart = 1 << 16;
    for (std::uint64_t left = bytes; left > 0;) {
      const std::size_t part = std::min(left, kPart);
      if (source_.peek(part).size() < part) throw ends_early(source_.path(), kFormat);
      source_.skip(part);
      left -= part;
    }
    at_ += bytes;
  }

  ByteSource& source_;
  FbxRecords& records_;
  bool wide_ = false;  // lengths have eight bytes
  std::uint64_t at_ = 0;
  std::vector<std::uint64_t> ends_;  // of the records that are open
};

/// "Name: value, value { records }", with quoted text and comments; line ends count for nothing but comments.
class TextRecords {
 public:
  TextRecords(ByteSource& source, FbxRecords& records) : source_(source), records_(records) {}

  void read() {
    while (const auto line = source_.line()) {
      rest_ = *line;
      while (take_sign()) {
      }
    }
    finish_record();
    if (quoted_ || depth_ != 0) throw ends_early(source_.path(), kFormat);
    if (!versioned_)
      throw InputError("surface.damaged",
                       "\"{}\" cannot be read as a surface: the file is damaged or of another format.",
                       source_.path());
  }

 private:
  /// False at the end of the line.
  bool take_sign() {
    if (rest_.empty()) {
      if (!quoted_) end_word();
      return false;
    }
    const char sign = rest_.front();
    rest_.remove_prefix(1);
    if (quoted_ || sign == '"') {
      if (sign == '"')
        quoted_ = !quoted_;
      else
        add(sign);
      return true;
    }
    switch (sign) {
      case ';':
        rest_ = {};
        break;
      case ':':
        begin_record();
        break;
      case '{':
        end_word();
        finish_record();
        check_depth(source_, ++depth_);
        break;
      case '}':
        end_word();
        finish_record();
        if (--depth_ < 0) throw ends_early(source_.path(), kFormat);
        break;
      case ',':
      case ' ':
      case '\t':
        end_word();
        break;
      default:
        add(sign);
    }
    return true;
  }

  void add(char sign) {
    if (word_.size() < kMostValueBytes) word_ += sign;
  }

  void end_word() {
    if (word_.empty()) return;
    if (word_.front() == '*') promise(word_);
    ++record_.numbers;
    if (record_.name == "a")
      record_.largest = std::max<std::int64_t>(record_.largest, std::strtoll(word_.c_str(), nullptr, 10));
    if (record_.values.size() < kMostValues) record_.values.push_back(word_);
    word_.clear();
  }

  /// "*12": so many numbers follow, each with a comma or a line end.
  void promise(std::string_view word) {
    std::uint64_t count = 0;
    word.remove_prefix(1);
    const auto [rest, error] = std::from_chars(word.data(), word.data() + word.size(), count);
    if (error != std::errc() || 2 * count > source_.most_bytes() + 2)
      throw ends_early(source_.path(), kFormat);
  }

  void begin_record() {
    std::string name;
    name.swap(word_);
    finish_record();
    record_ = {.name = name, .depth = depth_ + 1};
  }

  void finish_record() {
    if (record_.name.empty()) return;
    if (record_.name == "FBXVersion" && !record_.values.empty()) {
      versioned_ = true;
      check_version(source_, std::strtoull(record_.values.front().c_str(), nullptr, 10));
    }
    records_.take(record_);
    record_ = {};
  }

  ByteSource& source_;
  FbxRecords& records_;
  std::string_view rest_;  // of the line
  std::string word_;
  FbxRecord record_;
  int depth_ = 0;
  bool quoted_ = false, versioned_ = false;
};

}  // namespace

void read_fbx_records(ByteSource& source, FbxRecords& records) {
  if (source.peek(kBinaryMark.size()) == kBinaryMark)
    BinaryRecords(source, records).read();
  else
    TextRecords(source, records).read();
}

}  // namespace skiagraph::io
