#include "core/io/surface_formats.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "core/base/text.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

std::string desktop_file(const std::string& name) {
  return read_file(std::filesystem::path(SKIAGRAPH_SOURCE_DIR) / "packaging" / "desktop" / name);
}

/// The MIME types that shared-mime-info has of its own; the others are ours to describe.
bool known_to_desktops(const SurfaceFormat& format) {
  return format.mime_type.starts_with("model/");
}

}  // namespace

TEST_CASE("A file's format is found by its extension, in capitals or not") {
  REQUIRE(surface_format_of("a/b.GLB") != nullptr);
  CHECK(surface_format_of("a/b.GLB")->name == "GLB");
  CHECK(surface_format_of("a/b.txt") == nullptr);
  CHECK(surface_format_of("ply") == nullptr);
}

TEST_CASE("Formats that gzip may pack are found behind .gz") {
  REQUIRE(surface_format_of("body.Obj.GZ") != nullptr);
  CHECK(surface_format_of("body.Obj.GZ")->name == "OBJ");
  CHECK(surface_format_of("body.glb.gz") == nullptr);
  CHECK(surface_format_of("body.gz") == nullptr);
}

TEST_CASE("Help and dialogs name the formats of the table") {
  CHECK(surface_format_names() == "PLY, OBJ, STL, glTF, GLB, FBX or OFF");
  CHECK(surface_format_patterns() ==
        "*.ply *.obj *.stl *.gltf *.glb *.fbx *.off *.ply.gz *.obj.gz *.stl.gz *.off.gz");
  CHECK(surface_format_patterns(true) == "*.ply");
}

TEST_CASE("Surfaces are written in the table's writable formats alone") {
  CHECK_NOTHROW(check_surface_output("body.PLY"));
  for (const char* name : {"body.obj", "body", "body.txt"}) {
    CAPTURE(name);
    CHECK_THROWS_WITH(check_surface_output(name), Contains(name) && Contains("*.ply"));
  }
}

TEST_CASE("The desktop entry opens the formats of the table, and sessions") {
  std::set<std::string> wanted{"application/x-skiagraph-session"};
  for (const SurfaceFormat& format : surface_formats()) wanted.emplace(format.mime_type);
  const std::string entry = desktop_file("org.skiagraph.Skiagraph.desktop"), key = "\nMimeType=";
  const std::size_t begin = entry.find(key) + key.size();
  std::set<std::string> found;
  for (const std::string& type : split(entry.substr(begin, entry.find('\n', begin) - begin), ';'))
    if (!type.empty()) found.insert(type);
  CHECK(found == wanted);
}

TEST_CASE("The file of MIME types describes those formats that desktops do not know, and no others") {
  const std::string types = desktop_file("skiagraph.xml");
  for (const SurfaceFormat& format : surface_formats()) {
    CAPTURE(format.name);
    const std::string type = "<mime-type type=\"" + std::string(format.mime_type) + "\">",
                      glob = "<glob pattern=\"*" + std::string(format.extension) + "\"/>";
    const std::size_t at = types.find(type);
    CHECK((at == std::string::npos) == known_to_desktops(format));
    if (at == std::string::npos) continue;
    CHECK_THAT(types.substr(at, types.find("</mime-type>", at) - at), Contains(glob));
  }
}

TEST_CASE("Software centres are told the formats of the table") {
  std::string names = surface_format_names();
  names.replace(names.find(" or "), 4, " and ");
  CHECK_THAT(desktop_file("org.skiagraph.Skiagraph.metainfo.xml"), Contains(names));
}
