// Every writer of core/io when the disk is full.
#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/bodies/built_in_person.h"
#include "core/io/export_formats.h"
#include "core/io/markers_file.h"
#include "core/io/mesh_file.h"
#include "core/io/plot.h"
#include "core/io/png.h"
#include "tests/core/io/person_prediction.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

namespace {

using Writer = std::function<void(const std::filesystem::path&)>;

std::vector<std::pair<std::string, Writer>> writers() {
  const std::vector<float> grey(64 * 64, 0.5F);
  const std::vector<std::uint8_t> colour(3 * 64 * 64, 100);
  const imaging::XrayImage xray{{32, 32, 8, 24, 16}, std::vector<float>(1024, 0.5F)};
  std::vector<std::pair<std::string, Writer>> all{
      {"16-bit PNG", [=](const auto& path) { write_png16(path, 64, 64, grey); }},
      {"8-bit PNG", [=](const auto& path) { write_png_rgb(path, 64, 64, colour); }},
      {"plot",
       [](const auto& path) {
         write_plot(path, {{"one", "n", "value", {{{0, 1}, {255, 0, 0}}}}});
       }},
      {"grid",
       [=](const auto& path) {
         write_picture_grid(path, {{"truth", {xray}}}, {"a"});
       }},
      {"PLY", [](const auto& path) { write_ply(path, bodies::built_in_person()); }},
      {"trace", [](const auto& path) { write_trace(path, std::vector<inference::LoopIteration>(2), {}); }},
  };
  const auto person = std::make_shared<const PersonPrediction>();
  for (const ExportFormat& format : export_formats())
    all.emplace_back(format.name,
                     [person, &format](const auto& path) { format.write(path, person->prediction()); });
  return all;
}

/// No file can grow beyond `bytes`, as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

std::string code_of(const Writer& write, const std::filesystem::path& path) {
  try {
    write(path);
  } catch (const Error& error) {
    return error.code();
  }
  return "no error";
}

std::size_t files_in(const std::filesystem::path& folder) {
  const auto entries = std::filesystem::directory_iterator(folder);
  return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

}  // namespace

TEST_CASE("A full device is told, by every writer") {
  const TemporaryFolder folder;
  for (const auto& [name, write] : writers()) {
    CAPTURE(name);
    CHECK(code_of(write, "/dev/full") == "file.write");
    CHECK(code_of(write, folder / "nowhere" / "out") == "file.write");
  }
}

TEST_CASE("Where the disk gets full the file that was there stays, with every writer") {
  const TemporaryFolder folder;
  for (const auto& [name, write] : writers()) {
    CAPTURE(name);
    write_file(folder / "out", "before");
    std::string code;
    {
      const FullDisk full(16);
      code = code_of(write, folder / "out");
    }
    CHECK(code == "file.write");
    CHECK(read_file(folder / "out") == "before");
    CHECK(files_in(folder / "") == 1);  // nothing temporary is left
    CHECK(code_of(write, folder / "out") == "no error");
    CHECK(read_file(folder / "out") != "before");
  }
}
