#include "core/base/error.h"

#include <catch2/catch.hpp>
#include <clocale>
#include <cstdint>
#include <limits>
#include <map>
#include <new>
#include <string>

using namespace skiagraph;

namespace {

/// What a person reads when `work` throws.
template <typename Work>
Error read_after(Work work) {
  try {
    work();
  } catch (const std::exception& exception) {
    return readable_error(exception);
  }
  FAIL("Nothing was thrown.");
  return Error("", "");
}

/// How an argument stands in a sentence.
template <typename Argument>
std::string text_of(const Argument& argument) {
  return Error("code", "{}", argument).what();
}

}  // namespace

TEST_CASE("an error has a code, a sentence to translate, its arguments and the whole text") {
  const Error error("body.tall", "\"{}\" is {} mm tall, {} at most.", std::filesystem::path("a b.ply"),
                    4000.5, std::string("3 m"));
  CHECK(error.code() == "body.tall");
  CHECK(error.sentence() == "\"{}\" is {} mm tall, {} at most.");
  CHECK(error.arguments() == std::vector<std::string>{"a b.ply", "4000", "3 m"});
  CHECK(std::string(error.what()) == "\"a b.ply\" is 4000 mm tall, 3 m at most.");
}

TEST_CASE("braces inside an argument stay as they are") {
  CHECK(std::string(Error("c", "{} and {}.", "{}", "second").what()) == "{} and second.");
  CHECK(filled_in("{}{}", {"{}{}", "x"}) == "{}{}x");
}

TEST_CASE("placeholders without an argument and arguments without a placeholder do no harm") {
  CHECK(filled_in("{} of {}", {"one"}) == "one of {}");
  CHECK(filled_in("none", {"one"}) == "none");
  CHECK(filled_in("{", {"one"}) == "{");
  CHECK(filled_in("", {}).empty());
}

TEST_CASE("numbers in errors: whole ones in full, others with four digits") {
  CHECK(text_of(0) == "0");
  CHECK(text_of(-17) == "-17");
  CHECK(text_of(1699.0) == "1699");
  CHECK(text_of(123456789.0) == "123456789");
  CHECK(text_of(0.123456) == "0.1235");
  CHECK(text_of(1.5F) == "1.5");
  CHECK(text_of(1e300) == "1e+300");
  CHECK(text_of(-0.0) == "0");
  CHECK(text_of(std::numeric_limits<double>::infinity()) == "inf");
  // A seed or the size of a file, which no double holds.
  CHECK(text_of(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
  CHECK(text_of(std::int64_t{9007199254740993}) == "9007199254740993");
  CHECK(text_of('x') == "x");
}

TEST_CASE("numbers in errors have a decimal point in every locale") {
  const std::string before = std::setlocale(LC_NUMERIC, nullptr);
  const bool german = std::setlocale(LC_NUMERIC, "de_DE.UTF-8") != nullptr;
  CHECK(text_of(2.5) == "2.5");
  std::setlocale(LC_NUMERIC, before.c_str());
  if (!german) WARN("Not tried with a decimal comma: the locale de_DE.UTF-8 is not installed.");
}

TEST_CASE("an InputError is told from a fault, and keeps its parts") {
  const InputError error("mesh.empty", "\"{}\" is empty.", "a.ply");
  CHECK(error.code() == "mesh.empty");
  CHECK(std::string(error.what()) == "\"a.ply\" is empty.");
  CHECK(Cancelled().code() == "cancelled");
}

TEST_CASE("our own errors pass unchanged") {
  const Error error = read_after([] { throw InputError("mesh.empty", "\"{}\" is empty.", "a.ply"); });
  CHECK(error.code() == "mesh.empty");
  CHECK(error.arguments() == std::vector<std::string>{"a.ply"});
}

TEST_CASE("texts of other libraries never reach a person") {
  const Error memory = read_after([] { throw std::bad_alloc(); });
  CHECK(memory.code() == "memory");
  CHECK(std::string(memory.what()).find("bad_alloc") == std::string::npos);

  const Error map = read_after([] { (void)std::map<int, int>{}.at(1); });
  const Error number = read_after([] { (void)std::stod("no number"); });
  for (const Error& fault : {map, number}) {
    CHECK(fault.code() == "internal");
    CHECK(std::string(fault.what()).find("at") != 0);
    CHECK(std::string(fault.what()).find("stod") == std::string::npos);
    CHECK(std::string(fault.what()).find("map::") == std::string::npos);
  }
}

TEST_CASE("an error of the file system names the file and the reason") {
  const Error error = read_after([] { (void)std::filesystem::file_size("/no/such/file"); });
  CHECK(error.code() == "file.access");
  CHECK(std::string(error.what()) == "\"/no/such/file\" cannot be used: No such file or directory.");
}
