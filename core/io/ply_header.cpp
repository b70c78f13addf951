#include "core/io/ply_header.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>

#include "core/base/error.h"

namespace skiagraph {
namespace {

constexpr std::size_t kMostHeaderBytes = 1 << 16;

/// Bytes of a binary number of this type; 0 when there is no such type.
std::uint64_t type_bytes(const std::string& type) {
  constexpr std::array<std::pair<const char*, int>, 16> kTypes{{{"char", 1},
                                                                {"uchar", 1},
                                                                {"int8", 1},
                                                                {"uint8", 1},
                                                                {"short", 2},
                                                                {"ushort", 2},
                                                                {"int16", 2},
                                                                {"uint16", 2},
                                                                {"int", 4},
                                                                {"uint", 4},
                                                                {"int32", 4},
                                                                {"uint32", 4},
                                                                {"float", 4},
                                                                {"float32", 4},
                                                                {"double", 8},
                                                                {"float64", 8}}};
  for (const auto& [name, bytes] : kTypes)
    if (type == name) return static_cast<std::uint64_t>(bytes);
  return 0;
}

/// What the elements of the header take at least.
class PromisedBytes {
 public:
  /// False when the line makes no sense.
  bool add(const std::string& line) {
    std::istringstream words(line);
    std::string keyword, type;
    words >> keyword;
    if (keyword == "format") {
      words >> type;
      text_ = type == "ascii";
      return text_ || type == "binary_little_endian" || type == "binary_big_endian";
    }
    if (keyword == "element") {
      close_element();
      std::string count;
      words >> type >> count;
      if (count.empty() || count.size() > 10 || count.find_first_not_of("0123456789") != std::string::npos)
        return false;
      count_ = std::stoull(count);
      return true;
    }
    if (keyword == "property") {
      words >> type;
      if (type == "list") words >> type;  // may be empty: its count alone
      const std::uint64_t bytes = type_bytes(type);
      element_bytes_ += text_ ? 2 : bytes;  // a digit and a blank or line end
      return bytes > 0;
    }
    return true;
  }
  std::uint64_t total() {
    close_element();
    return total_;
  }

 private:
  void close_element() {
    total_ += count_ * element_bytes_;
    count_ = 0, element_bytes_ = 0;
  }

  bool text_ = false;
  std::uint64_t count_ = 0, element_bytes_ = 0, total_ = 0;
};

}  // namespace

void check_ply_header(const std::filesystem::path& path) {
  const auto damaged = [&](const char* why) {
    throw InputError("\"" + path.string() + "\" is a damaged PLY file: " + why + ".");
  };
  std::string header(kMostHeaderBytes, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(header.data(), static_cast<std::streamsize>(header.size()));
  header.resize(static_cast<std::size_t>(file.gcount()));
  if (!header.starts_with("ply")) damaged("it does not begin like one");

  PromisedBytes promised;
  std::size_t begin = 0;
  while (begin < header.size()) {
    std::size_t end = header.find_first_of("\r\n", begin);
    if (end == std::string::npos) break;
    const std::string line = header.substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with("end_header")) {
      // The last line of a text may lack its end.
      if (promised.total() > std::filesystem::file_size(path) - begin + 1)
        damaged("it is shorter than its header says");
      return;
    }
    if (!promised.add(line)) damaged("its header makes no sense");
  }
  damaged("its header is cut off");
}

}  // namespace skiagraph
