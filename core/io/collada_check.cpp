#include "core/io/collada_check.h"

#include <expat.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <set>
#include <string>
#include <type_traits>

#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

/// What is found on the way; no exception may cross the parser, which is C.
class ColladaParts {
 public:
  explicit ColladaParts(std::uint64_t file_bytes) : file_bytes_(file_bytes) {}

  void begin(std::string_view element, const char** attributes) {
    constexpr int kMostDepth = 500;
    too_deep |= ++depth_ > kMostDepth;
    library_depth_ += element == "library_nodes" || library_depth_ > 0 ? 1 : 0;
    for (const char** each = attributes; *each != nullptr; each += 2) {
      const std::string_view name = each[0], value = each[1];
      if (name == "count") check_count(value);
      if (element == "node" && name == "id" && library_depth_ > 0) library_nodes_.emplace(value);
      if (element == "instance_node" && name == "url") add_instance(value);
    }
  }
  void end() {
    --depth_;
    library_depth_ -= library_depth_ > 0 ? 1 : 0;
  }

  /// Only nodes of the library may be shown, and they show no others: then there is no ring, and no more to
  /// show than the file has.
  [[nodiscard]] bool wrong_instances() const {
    constexpr std::size_t kMostInstances = 1000;
    return nested_instance_ || instance_count_ > kMostInstances ||
           !std::ranges::all_of(instances_, [&](const auto& url) { return library_nodes_.contains(url); });
  }

  bool too_deep = false, too_much = false;

 private:
  void check_count(std::string_view value) {
    std::uint64_t count = 0;
    const auto [rest, error] = std::from_chars(value.data(), value.data() + value.size(), count);
    too_much |= error == std::errc::result_out_of_range || count > file_bytes_;
  }
  void add_instance(std::string_view url) {
    ++instance_count_;
    nested_instance_ |= library_depth_ > 0;
    if (url.starts_with('#')) instances_.emplace(url.substr(1));
  }

  std::uint64_t file_bytes_;
  int depth_ = 0, library_depth_ = 0;
  std::size_t instance_count_ = 0;
  bool nested_instance_ = false;
  std::set<std::string> library_nodes_, instances_;
};

}  // namespace

void check_collada(ByteSource& source) {
  ColladaParts parts(source.most_bytes());
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), &XML_ParserFree);
  XML_SetUserData(parser.get(), &parts);
  XML_SetElementHandler(
      parser.get(),
      [](void* data, const char* element, const char** attributes) {
        static_cast<ColladaParts*>(data)->begin(element, attributes);
      },
      [](void* data, const char*) { static_cast<ColladaParts*>(data)->end(); });
  constexpr std::size_t kPart = 1 << 16;
  bool ended = false;
  while (!ended && !parts.too_deep && !parts.too_much) {
    const std::string_view part = source.peek(kPart);
    ended = part.size() < kPart;
    if (XML_Parse(parser.get(), part.data(), static_cast<int>(part.size()), ended ? 1 : 0) != XML_STATUS_OK)
      throw InputError("surface.damaged",
                       "\"{}\" is a damaged DAE file: its XML is cut off or makes no sense.", source.path());
    source.skip(part.size());
  }
  if (parts.too_deep)
    throw InputError("surface.nested", "\"{}\" is damaged: its parts are nested too deep.", source.path());
  if (parts.too_much) throw ends_early(source.path(), "DAE");
  if (parts.wrong_instances())
    throw InputError("surface.repeated",
                     "\"{}\" shows the same parts over and over, which no body scan does.", source.path());
}

}  // namespace skiagraph::io
