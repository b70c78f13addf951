#include "core/io/checksum.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;

TEST_CASE("SHA-256 of the examples of its standard") {
  const TemporaryFolder folder;
  write_file(folder / "empty", "");
  CHECK(sha256(folder / "empty") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  write_file(folder / "abc", "abc");
  CHECK(sha256(folder / "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  write_file(folder / "million", std::string(1000000, 'a'));
  CHECK(sha256(folder / "million") == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("What cannot be read has no checksum") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(sha256(folder / "nowhere"), InputError);
  std::filesystem::create_directory(folder / "folder");
  CHECK_THROWS_AS(sha256(folder / "folder"), InputError);
}
