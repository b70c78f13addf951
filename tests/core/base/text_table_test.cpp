#include "core/base/text_table.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

TextTable table_of(const std::string& text, const std::string& separators = ",;") {
  const TemporaryFolder folder;
  write_file(folder / "table.csv", text);
  return {folder / "table.csv", separators};
}

std::string message_of(const std::string& text) {
  try {
    table_of(text);
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("A table is the same whichever program wrote it") {
  for (const char* text : {
           "name,x\nneck,1\nhip,2\n",
           "name,x\r\nneck,1\r\nhip,2",
           "\xef\xbb\xbfname,x\r\nneck,1\r\nhip,2\r\n",
           "Name , X\n neck , 1\n\n\"hip\" , \"2\"\n",
           "name;x\nneck;1\nhip;2\n",
           "name,x,\nneck,1,\nhip,2,,\n,,\n",
       }) {
    CAPTURE(text);
    const TextTable table = table_of(text);
    CHECK(table.column("name") == 0);
    CHECK(table.column("x") == 1);
    REQUIRE(table.rows().size() == 2);
    CHECK(table.rows()[0].cells == std::vector<std::string>{"neck", "1"});
    CHECK(table.rows()[1].cells == std::vector<std::string>{"hip", "2"});
  }
}

TEST_CASE("A column may be missing where that is allowed") {
  const TextTable table = table_of("name,x\nneck,1\n");
  CHECK(table.optional_column("X") == 1);
  CHECK_FALSE(table.optional_column("y"));
  CHECK_THROWS_AS(table.column("y"), InputError);
}

TEST_CASE("Quoted cells hold separators, quotes and line ends; rows know their line") {
  const TextTable table = table_of("name,x\n\"Lung, \"\"left\"\"\",1\n\"two\nlines\",2\nneck,3\n");
  REQUIRE(table.rows().size() == 3);
  CHECK(table.rows()[0].cells[0] == "Lung, \"left\"");
  CHECK(table.rows()[1].cells[0] == "two\nlines");
  CHECK(table.rows()[2].line == 5);
}

TEST_CASE("Where tabs part the cells, commas belong to them") {
  const TextTable table = table_of("id\torgan\n7\tLung, left\n", "\t");
  CHECK(table.rows()[0].cells == std::vector<std::string>{"7", "Lung, left"});
}

TEST_CASE("What is no table is refused with one sentence that names the file") {
  CHECK_THROWS_AS(TextTable("/nowhere/table.csv", ","), InputError);
  CHECK_THAT(message_of(""), Contains("table.csv") && Contains("empty"));
  CHECK_THAT(message_of("name,x\nneck\n"), Contains("Line 2") && Contains("1 columns instead of 2"));
  CHECK_THAT(message_of("name,x\nneck,1\nneck,1,2\n"), Contains("Line 3") && Contains("table.csv"));
  CHECK_THROWS_WITH(table_of("name,x\n").column("y"), Contains("no column \"y\""));
}
