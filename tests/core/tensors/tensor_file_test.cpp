#include "core/tensors/tensor_file.h"

#include <torch/types.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "core/base/error.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::tensors;
using Catch::Matchers::Contains;
using skiagraph::testing::TemporaryFolder;

namespace {

std::string little_endian(std::uint64_t value) {
  std::string bytes;
  for (int n = 0; n < 8; ++n, value >>= 8) bytes += static_cast<char>(value & 0xff);
  return bytes;
}

/// A file with this header, its true length in front, and `data_bytes` zeros behind.
std::string file_with(const std::string& header, std::size_t data_bytes) {
  return little_endian(header.size()) + header + std::string(data_bytes, '\0');
}

std::string entry(const std::string& name, const std::string& type, const std::string& shape,
                  const std::string& offsets) {
  return "\"" + name + R"(":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets +
         "}";
}

class HostileFiles {
 public:
  /// What reading a file of these bytes complains about; "read" when it does not.
  std::string complaint(const std::string& bytes) {
    const auto path = folder_ / "hostile.safetensors";
    std::ofstream(path, std::ios::binary) << bytes;
    try {
      read_tensor_file(path);
    } catch (const InputError& error) {
      const std::string text = error.what();
      CHECK_THAT(text, Contains("hostile.safetensors"));
      CHECK(text.back() == '.');
      CHECK(text.find('\n') == std::string::npos);
      return text;
    }
    return "read";
  }
  std::string complaint(const std::string& header, std::size_t data_bytes) {
    return complaint(file_with(header, data_bytes));
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("tensors of every type come back as they were") {
  torch::manual_seed(1);
  TensorFile file;
  file.metadata = {{"model", "T"}, {"quote", "a \"b\"\n\xc3\xa9"}};
  for (const auto type : {torch::kFloat64, torch::kFloat32, torch::kFloat16, torch::kBFloat16})
    file.tensors[std::string("f") + c10::toString(type)] = torch::randn({2, 3, 5}).to(type);
  for (const auto type : {torch::kInt64, torch::kInt32, torch::kInt16, torch::kInt8, torch::kUInt8})
    file.tensors[std::string("i") + c10::toString(type)] = torch::randint(0, 100, {7}).to(type);
  file.tensors["flags"] = torch::tensor({true, false, true});
  file.tensors["scalar"] = torch::tensor(2.5F);
  file.tensors["empty"] = torch::zeros({0, 4});
  file.tensors["turned"] = torch::randn({4, 6}).t();

  const TemporaryFolder folder;
  const auto path = folder / "all.safetensors";
  write_tensor_file(path, file);
  const TensorFile back = read_tensor_file(path);
  CHECK(back.metadata == file.metadata);
  REQUIRE(back.tensors.size() == file.tensors.size());
  for (const auto& [name, tensor] : file.tensors) {
    INFO(name);
    const auto& read = back.tensors.at(name);
    CHECK(read.scalar_type() == tensor.scalar_type());
    CHECK(read.is_contiguous());
    CHECK(torch::equal(read, tensor));
  }
}

TEST_CASE("a file written byte by byte after the format is read") {
  HostileFiles files;
  const std::string header = "{" + entry("x", "I16", "[2]", "[0,4]") + "}";
  CHECK(files.complaint(header, 4) == "read");

  const TemporaryFolder folder;
  const auto path = folder / "by_hand.safetensors";
  std::ofstream(path, std::ios::binary)
      << little_endian(header.size()) << header << std::string("\x02\x01\xff\xff", 4);
  CHECK(torch::equal(read_tensor_file(path).tensors.at("x"), torch::tensor({258, -1}, torch::kInt16)));
}

TEST_CASE("written headers follow the format") {
  const TemporaryFolder folder;
  const auto path = folder / "x.safetensors";
  TensorFile file;
  file.tensors["x"] = torch::ones({3}, torch::kUInt8);
  write_tensor_file(path, file);
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  const std::string text = bytes.str();
  const auto length = static_cast<std::size_t>(static_cast<unsigned char>(text[0]));
  CHECK(length % 8 == 0);
  CHECK(text.size() == 8 + length + 3);
  CHECK_THAT(text.substr(8, length), Contains(R"("dtype":"U8")"));
}

TEST_CASE("a file that is written whole is alone in its folder; one that is not leaves the old one") {
  const TemporaryFolder folder;
  const auto path = folder / "x.safetensors";
  TensorFile file;
  file.tensors["x"] = torch::ones({3});
  write_tensor_file(path, file);
  std::ofstream(path.string() + ".partial") << "of a killed run";
  file.tensors["x"] = torch::zeros({1}, torch::kComplexFloat);
  CHECK_THROWS_AS(write_tensor_file(path, file), Error);
  CHECK(read_tensor_file(path).tensors.at("x").size(0) == 3);
  const auto files = std::distance(std::filesystem::directory_iterator(folder / "."), {});
  CHECK(files == 2);
}

TEST_CASE("a full disk is told as a file that cannot be written") {
  TensorFile file;
  file.tensors["x"] = torch::zeros({1 << 16});
  try {
    write_tensor_file("/dev/full", file);
    FAIL("written");
  } catch (const Error& error) {
    CHECK(error.code() == "file.write");
    CHECK_THAT(error.what(), Contains("the disk is full"));
  }
}

TEST_CASE("metadata that is not UTF-8, as a file's name may be, is written in replacement characters") {
  const TemporaryFolder folder;
  const auto path = folder / "x.safetensors";
  TensorFile file;
  file.metadata["command"] = "train caf\xe9.safetensors";
  write_tensor_file(path, file);
  CHECK(read_tensor_file(path).metadata.at("command") == "train caf\xef\xbf\xbd.safetensors");
}

TEST_CASE("a tensor file that cannot be opened or written says so") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(read_tensor_file(folder / "nowhere.safetensors"), InputError);
  CHECK_THROWS_AS(read_tensor_file(folder / "."), InputError);
  TensorFile file;
  file.tensors["x"] = torch::zeros({1});
  CHECK_THROWS_AS(write_tensor_file(folder / "no_such_folder/x.safetensors", file), Error);
  file.tensors["x"] = torch::zeros({1}, torch::kComplexFloat);
  CHECK_THROWS_AS(write_tensor_file(folder / "x.safetensors", file), Error);
  CHECK_FALSE(std::filesystem::exists(folder / "x.safetensors"));
}

TEST_CASE("hostile headers are refused in one sentence") {
  HostileFiles files;
  const std::string good = entry("x", "F32", "[2]", "[0,8]");
  REQUIRE(files.complaint("{" + good + "}", 8) == "read");

  SECTION("lengths") {
    CHECK_THAT(files.complaint(""), Contains("too short"));
    CHECK_THAT(files.complaint("1234567"), Contains("too short"));
    CHECK_THAT(files.complaint(little_endian(100) + "{}"), Contains("longer than the file"));
    CHECK_THAT(files.complaint(little_endian(~0ULL) + "{}"), Contains("longer than the file"));
    CHECK_THAT(files.complaint(little_endian(~0ULL - 7) + "{}"), Contains("longer than the file"));
    CHECK_THAT(files.complaint("{" + good + "}", 7), Contains("larger than the file"));
    CHECK_THAT(files.complaint("{" + good + "}", 9), Contains("do not fill"));
    CHECK_THAT(files.complaint("{" + good + "}", 0), Contains("larger than the file"));
  }
  SECTION("a header over the limit, though the file holds it") {
    CHECK_THAT(files.complaint("{" + good + std::string(17 << 20, ' ') + "}", 8), Contains("limit"));
  }
  SECTION("JSON") {
    CHECK_THAT(files.complaint("not JSON", 0), Contains("not JSON"));
    CHECK_THAT(files.complaint("", 0), Contains("not JSON"));
    CHECK_THAT(files.complaint("{" + good, 8), Contains("not JSON"));
    CHECK_THAT(files.complaint("{" + good + "} trailing", 8), Contains("not JSON"));
    CHECK_THAT(files.complaint("[1,2]", 0), Contains("not a JSON object"));
    CHECK_THAT(files.complaint("{\"\xff\xfe\":1}", 0), Contains("not JSON"));
    CHECK_THAT(files.complaint(R"({"x":5})", 0), Contains("incomplete"));
    CHECK_THAT(files.complaint(R"({"x":{"dtype":"F32","shape":[1]}})", 4), Contains("incomplete"));
  }
  SECTION("nested a million deep") {
    constexpr std::size_t kDepth = 1000000;
    CHECK(files.complaint(std::string(kDepth, '['), 0) != "read");
    CHECK(files.complaint(R"({"x":)" + std::string(kDepth, '[') + std::string(kDepth, ']') + "}", 0) !=
          "read");
    std::string objects;
    for (std::size_t n = 0; n < kDepth; ++n) objects += R"({"a":)";
    CHECK(files.complaint(objects + "1" + std::string(kDepth, '}'), 0) != "read");
  }
  SECTION("metadata") {
    CHECK_THAT(files.complaint(R"({"__metadata__":[]})", 0), Contains("metadata"));
    CHECK_THAT(files.complaint(R"({"__metadata__":{"a":1}})", 0), Contains("not text"));
  }
  SECTION("types") {
    for (const std::string type : {"F8", "f32", "", "U64", "F32 "})
      CHECK_THAT(files.complaint("{" + entry("x", type, "[2]", "[0,8]") + "}", 8), Contains("unknown type"));
    CHECK_THAT(files.complaint(R"({"x":{"dtype":5,"shape":[2],"data_offsets":[0,8]}})", 8),
               Contains("unknown type"));
  }
  SECTION("shapes") {
    const auto with_shape = [&](const std::string& shape) {
      return files.complaint("{" + entry("x", "F32", shape, "[0,8]") + "}", 8);
    };
    CHECK_THAT(with_shape("[-2]"), Contains("negative"));
    CHECK_THAT(with_shape("[2.0]"), Contains("fractional"));
    CHECK_THAT(with_shape("[\"2\"]"), Contains("fractional"));
    CHECK_THAT(with_shape("2"), Contains("no usable shape"));
    CHECK_THAT(with_shape("[1,1,1,1,1,1,1,1,2]"), Contains("no usable shape"));
    CHECK_THAT(with_shape("[3]"), Contains("larger than the file"));
    CHECK_THAT(with_shape("[1]"), Contains("do not fit"));
    // 2^32 x 2^32 x 4 bytes and 2^62 x 4 bytes are 0 in 64 bits.
    CHECK_THAT(with_shape("[4294967296,4294967296]"), Contains("larger than the file"));
    CHECK_THAT(with_shape("[4611686018427387904]"), Contains("larger than the file"));
    CHECK_THAT(with_shape("[18446744073709551615]"), Contains("larger than the file"));
    CHECK_THAT(with_shape("[18446744073709551616]"), Contains("fractional"));
  }
  SECTION("shapes that an extent of 0 makes empty") {
    const auto empty = [&](const std::string& shape) {
      return files.complaint("{" + entry("x", "F32", shape, "[0,0]") + "}", 0);
    };
    CHECK(empty("[0]") == "read");
    CHECK(empty("[0,7]") == "read");
    CHECK(empty("[0,9223372036854775807]") != "read");
    CHECK(empty("[0,18446744073709551615]") != "read");
    CHECK(empty("[0,4294967296,4294967296,4294967296]") != "read");
    CHECK(empty("[4294967296,4294967296,0]") != "read");
  }
  SECTION("offsets") {
    const auto with_offsets = [&](const std::string& offsets) {
      return files.complaint("{" + entry("x", "F32", "[2]", offsets) + "}", 8);
    };
    for (const std::string offsets : {"[0]", "[0,8,8]", "[-8,0]", "[0,8.0]", "8", "[\"0\",\"8\"]"})
      CHECK_THAT(with_offsets(offsets), Contains("no usable offsets"));
    for (const std::string offsets : {"[8,0]", "[0,4]", "[4,12]", "[0,18446744073709551615]",
                                      "[18446744073709551608,18446744073709551615]", "[100,108]"})
      CHECK_THAT(with_offsets(offsets), Contains("do not fit"));
  }
  SECTION("overlaps and gaps") {
    const auto two = [&](const std::string& second, std::size_t bytes) {
      return files.complaint("{" + good + "," + entry("y", "F32", "[2]", second) + "}", bytes);
    };
    REQUIRE(two("[8,16]", 16) == "read");
    CHECK_THAT(two("[0,8]", 8), Contains("overlaps"));
    CHECK_THAT(two("[4,12]", 12), Contains("overlaps"));
    CHECK_THAT(two("[12,20]", 20), Contains("gap"));
    CHECK_THAT(files.complaint("{" + entry("x", "F32", "[2]", "[4,12]") + "}", 12), Contains("gap"));
  }
  SECTION("one name twice") {
    CHECK_THAT(files.complaint("{" + good + "," + entry("x", "F32", "[2]", "[8,16]") + "}", 16),
               Contains("twice"));
    CHECK_THAT(files.complaint("{" + good + "," + good + "}", 8), Contains("twice"));
    CHECK_THAT(files.complaint(R"({"__metadata__":{"a":"1"},"__metadata__":{"a":"2"},)" + good + "}", 8),
               Contains("twice"));
  }
}
