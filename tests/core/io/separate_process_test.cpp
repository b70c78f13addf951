#include "core/io/separate_process.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <new>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

#include "core/base/error.h"

using namespace skiagraph;
using namespace skiagraph::io;
using Catch::Matchers::Contains;

namespace {

InputError damaged(const std::filesystem::path& file) {
  return InputError("test.damaged", "\"{}\" is damaged.", file);
}

using Send = std::function<void(const Pipe&)>;

/// Reads numbers with what `read` does.
std::vector<int> numbers(const std::function<Send(const FileNote&)>& read,
                         const CancelToken* cancel = nullptr, const std::filesystem::path& unpacked_to = {}) {
  std::vector<int> result;
  read_apart("given.zip", {{}, cancel},
             {read, [&](const Pipe& pipe) { pipe.get(result); }, damaged, unpacked_to});
  return result;
}

std::string code_of(const std::function<Send(const FileNote&)>& read) {
  try {
    numbers(read);
  } catch (const Error& error) {
    return error.code();
  }
  return {};
}

}  // namespace

TEST_CASE("What a process of its own reads comes back whole") {
  std::vector<int> many(1'000'000);
  std::iota(many.begin(), many.end(), 0);
  CHECK(numbers([&](const FileNote&) -> Send { return [&](const Pipe& pipe) { pipe.put(many); }; }) == many);
}

TEST_CASE("However a library ends, the program goes on and names the file") {
  CHECK(code_of([](const FileNote&) -> Send { std::abort(); }) == "test.damaged");
  CHECK(code_of([](const FileNote&) -> Send { std::exit(0); }) == "test.damaged");
  CHECK(code_of([](const FileNote&) -> Send { throw std::runtime_error("of a library"); }) == "test.damaged");
  CHECK(code_of([](const FileNote&) -> Send { throw InputError("test.refused", "No."); }) == "test.refused");
  CHECK_THROWS_AS(numbers([](const FileNote&) -> Send { throw std::bad_alloc(); }), std::bad_alloc);
  const auto second = [](const FileNote& note) -> Send {
    note("/tmp/unpacked/first"), note("/tmp/unpacked/second");
    std::abort();
  };
  CHECK_THROWS_WITH(numbers(second), Contains("/tmp/unpacked/second\" is damaged"));
  CHECK_THROWS_WITH(numbers(second, nullptr, "/tmp/unpacked"), Contains("\"given.zip/second\" is damaged"));
}

TEST_CASE("Reading in a process of its own ends when it is cancelled") {
  CancelToken cancel;
  cancel.cancel();
  const auto for_ever = [](const FileNote&) -> Send {
    while (true) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  };
  CHECK_THROWS_AS(numbers(for_ever, &cancel), Cancelled);
}
