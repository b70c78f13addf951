#include <catch2/catch.hpp>
#include <string>

#include "core/io/mesh_file.h"
#include "tests/core/io/files.h"
#include "tests/core/io/surface_files.h"
#include "tests/core/io/surface_shape.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

std::string fbx() {
  const TemporaryFolder folder;
  write_fbx(folder / "body.fbx", tetrahedron(), {0, 0, 0});
  return read_file(folder / "body.fbx");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  REQUIRE(text.find(from) != std::string::npos);
  return text.replace(text.find(from), from.size(), to);
}

Refusal refusal(const std::string& name, const std::string& text) {
  const TemporaryFolder folder;
  write_file(folder / name, text);
  return refusal_of(folder / name);
}

/// Models one below the other, the mesh below the last one.
std::string with_models(int count, bool ring) {
  std::string models, connections;
  for (int n = 0; n < count; ++n) {
    models += "\tModel: " + std::to_string(5000 + n) + ", \"Model::part\", \"Null\" {\n\t}\n";
    const int parent = n > 0 ? 4999 + n : ring ? 4999 + count : 0;
    connections += "\tC: \"OO\"," + std::to_string(5000 + n) + "," + std::to_string(parent) + "\n";
  }
  std::string text = replaced(fbx(), "\tModel: 2000", models + "\tModel: 2000");
  return replaced(text, "\tC: \"OO\",2000,0\n",
                  connections + "\tC: \"OO\",2000," + std::to_string(4999 + count) + "\n");
}

/// Two bones, one on top of the other; the upper one holds the vertices that `weights` name and is turned by
/// 90 degrees about z since it was bound.
std::string with_bones(const std::string& indices, const std::string& weights, int count) {
  const auto list = [](const char* name, int numbers, const std::string& text) {
    return std::string("\t\t") + name + ": *" + std::to_string(numbers) + " {\n\t\t\ta: " + text +
           "\n\t\t}\n";
  };
  const auto model = [](const char* number, const char* name, const std::string& properties) {
    return std::string("\tModel: ") + number + ", \"Model::" + name +
           "\", \"LimbNode\" {\n\t\tVersion: 232\n\t\tProperties70:  {\n" + properties + "\t\t}\n\t}\n";
  };
  const std::string place = "\t\t\tP: \"Lcl Translation\", \"Lcl Translation\", \"\", \"A\",0,0,1\n",
                    turn = "\t\t\tP: \"Lcl Rotation\", \"Lcl Rotation\", \"\", \"A\",0,0,90\n";
  const std::string objects = model("3000", "lower", "") + model("3001", "upper", place + turn) +
                              "\tDeformer: 4000, \"Deformer::\", \"Skin\" {\n\t\tVersion: 101\n\t}\n"
                              "\tDeformer: 4001, \"SubDeformer::\", \"Cluster\" {\n\t\tVersion: 100\n" +
                              list("Indexes", count, indices) + list("Weights", count, weights) +
                              list("Transform", 16, "1,0,0,0,0,1,0,0,0,0,1,0,0,0,-1,1") +
                              list("TransformLink", 16, "1,0,0,0,0,1,0,0,0,0,1,0,0,0,1,1") + "\t}\n";
  return replaced(replaced(fbx(), "\tModel: 2000", objects + "\tModel: 2000"), "Connections:  {\n",
                  "Connections:  {\n\tC: \"OO\",3000,0\n\tC: \"OO\",3001,3000\n\tC: \"OO\",4000,1000\n"
                  "\tC: \"OO\",4001,4000\n\tC: \"OO\",3001,4001\n");
}

}  // namespace

TEST_CASE("The unit factor of an FBX says how many centimetres it counts in") {
  const TemporaryFolder folder;
  for (const double factor : {1.0, 2.54, 100.0}) {
    const std::string settings =
        "GlobalSettings:  {\n\tVersion: 1000\n\tProperties70:  {\n\t\tP: \"UnitScaleFactor\", "
        "\"double\", \"Number\", \"\"," +
        std::to_string(factor) + "\n\t}\n}\nObjects:  {";
    write_file(folder / "body.fbx", replaced(fbx(), "Objects:  {", settings));
    const SurfaceFile surface = read_surface(folder / "body.fbx");
    REQUIRE(surface.unit_mm.has_value());
    CHECK(*surface.unit_mm == Approx(10 * factor));
    CHECK(shape(surface.mesh) == shape(tetrahedron()));
  }
}

TEST_CASE("FBX of versions before 7 is refused as such") {
  for (const char* version : {"6100", "5800"})
    CHECK(refusal("body.fbx", replaced(fbx(), "FBXVersion: 7400", std::string("FBXVersion: ") + version))
              .code == "surface.version");
  std::string binary = "Kaydara FBX Binary  ";
  binary += std::string("\0\x1a\0", 3) + std::string("\xd4\x17\0\0", 4) + std::string(100, '\0');
  const Refusal old = refusal("body.fbx", binary);
  CHECK(old.code == "surface.version");
  CHECK_THAT(old.sentence, Contains("version 6.1"));
}

TEST_CASE("Records of an FBX that are nested without end are refused") {
  std::string deep;
  for (int n = 0; n < 100'000; ++n) deep += "A: {\n";
  CHECK(refusal("body.fbx", fbx() + deep).code == "surface.nested");
  // Binary: each record ends where the file does.
  std::string binary = "Kaydara FBX Binary  ";
  binary += std::string("\0\x1a\0", 3) + std::string("\xe8\x1c\0\0", 4);
  const std::string record = std::string("\x00\x00\x10\x00", 4) + std::string(8, '\0') + "\1A";
  while (binary.size() < 0x100000 - record.size()) binary += record;
  binary.resize(0x100000);
  CHECK(refusal("body.fbx", binary).code == "surface.nested");
}

TEST_CASE("Models of an FBX must be a tree") {
  CHECK(refusal("body.fbx", with_models(20, false)).code == "none");
  CHECK(refusal("body.fbx", with_models(5000, false)).code == "surface.nested");
  CHECK(refusal("body.fbx", with_models(3, true)).code == "surface.damaged");
  CHECK(refusal("body.fbx", replaced(with_models(3, false), "\tC: \"OO\",2000,5002\n",
                                     "\tC: \"OO\",2000,5002\n\tC: \"OO\",2000,5001\n"))
            .code == "surface.damaged");
}

TEST_CASE("Arrays of an FBX that are not there are refused before memory is taken for them") {
  CHECK(refusal("body.fbx", replaced(fbx(), "Vertices: *12", "Vertices: *400000000")).code ==
        "surface.damaged");
  std::string binary = "Kaydara FBX Binary  ";
  binary += std::string("\0\x1a\0", 3) + std::string("\xe8\x1c\0\0", 4);
  std::string record = std::string("\x00\x01\x00\x00", 4) + std::string("\1\0\0\0\x10\0\0\0", 8) + "\1V";
  record += std::string("d\0\x84\xd7\x17\1\0\0\0\x20\0\0\0", 13);  // 4e8 numbers out of 32 bytes
  binary += record;
  binary.resize(0x200);
  CHECK(refusal("body.fbx", binary).code == "surface.damaged");
}

TEST_CASE("An FBX text that is cut off is refused") {
  const std::string whole = fbx();
  for (std::size_t bytes = 30; bytes < whole.size() - 3; bytes += 11) {
    CAPTURE(bytes);
    CHECK_THAT(refusal("body.fbx", whole.substr(0, bytes)).code, Contains("surface."));
  }
}

TEST_CASE("Vertices of an FBX that bones move are where the bones are now") {
  const TemporaryFolder folder;
  write_file(folder / "body.fbx", with_bones("1,2", "1,0.25", 2));
  geometry::TriangleMesh right = tetrahedron();
  for (const int n : {1, 2}) {  // the weights that are there are all that counts
    Vec3& p = right.vertices[static_cast<std::size_t>(n)];
    p = {-p.y, p.x, p.z};
  }
  CHECK(distance(read_mesh(folder / "body.fbx"), right) < 1e-5);
}

TEST_CASE("An FBX whose bones move vertices that are not there is refused") {
  for (const char* indices : {"1,900", "4,1", "1,4294967295"}) {
    const Refusal refused = refusal("wrong.fbx", with_bones(indices, "1,1", 2));
    CHECK(refused.code == "surface.damaged");
    CHECK_THAT(refused.sentence, Contains("vertices that are not there"));
  }
}

TEST_CASE("An FBX far from its origin is refused, as its coordinates are not read exactly") {
  const TemporaryFolder folder;
  geometry::TriangleMesh far = tetrahedron();
  write_fbx(folder / "placed.fbx", far, {403'121, 3'604'907, 132});  // its model alone lies far away
  const Vec3 shift{403'121, 3'604'907, 132};
  // Where it lies as a whole does not matter; its shape does.
  const geometry::TriangleMesh placed = read_mesh(folder / "placed.fbx");
  const Vec3 off = placed.vertices[0] - tetrahedron().vertices[0];
  CHECK(norm(off - shift) < 1e-6 * norm(shift));
  CHECK(distance(moved(placed, [&](Vec3 p) { return p - off; }), tetrahedron()) < 1e-5);
  for (Vec3& p : far.vertices) p = p + shift;
  write_fbx(folder / "far.fbx", far, {});
  CHECK(refusal_of(folder / "far.fbx").code == "surface.far_away");
}
