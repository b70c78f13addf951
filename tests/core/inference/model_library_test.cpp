#include "core/inference/model_library.h"

#include <catch2/catch.hpp>

#include "core/base/error.h"
#include "core/base/write_file.h"
#include "core/inference/predictor.h"
#include "core/networks/networks.h"
#include "core/networks/super_resolution.h"
#include "tests/core/networks/small_people.h"

using namespace skiagraph;
using namespace skiagraph::inference;
using skiagraph::testing::kSmallFrame;
using skiagraph::testing::TemporaryFolder;

namespace {

/// Untrained networks in a folder.
void write_model(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  networks::Networks networks = networks::make_networks(kSmallFrame, 3);
  networks.metadata = {{"model", "mine"}, {"recipe", "tiny"}};
  networks::write_networks(folder, networks);
  write_file(folder / "README.md", "# A card");
  write_file(folder / "LICENCE", "Yours.");
}

}  // namespace

TEST_CASE("A model is taken in with card and licence, becomes active, and the shipped one comes back") {
  const TemporaryFolder folder;
  write_model(folder.path() / "from");
  const ModelLibrary library(folder.path() / "library");
  CHECK(library.names().empty());
  CHECK_FALSE(library.active());
  CHECK(library.add(folder.path() / "from", "a/b") == "a-b");
  CHECK(library.add(folder.path() / "from", "a/b") == "a-b 2");
  CHECK(library.names() == std::vector<std::string>{"a-b", "a-b 2"});
  const ModelFacts facts = read_model(library.folder_of("a-b"));
  CHECK(facts.name == "mine");
  CHECK(facts.recipe == "tiny");
  CHECK(facts.frame == kSmallFrame);
  CHECK(facts.card == "# A card");
  CHECK(facts.licence == "Yours.");
  CHECK_FALSE(facts.calibrated);
  CHECK_FALSE(facts.finer);
  library.activate("a-b 2");
  CHECK(library.active() == "a-b 2");
  library.use_shipped();
  CHECK_FALSE(library.active());
  CHECK_NOTHROW(library.use_shipped());
  CHECK_THROWS_AS(library.activate("none"), InputError);
}

TEST_CASE("What reads partial X-rays goes along with its model, and a damaged one is refused") {
  const TemporaryFolder folder;
  const auto from = folder.path() / "from", reader = from / "reader" / "mpn.safetensors";
  write_model(from);
  std::filesystem::create_directories(from / "reader");
  std::filesystem::copy_file(from / "mpn.safetensors", reader);
  const ModelLibrary library(folder.path() / "library");
  const std::string name = library.add(from, "x");
  CHECK(std::filesystem::file_size(library.folder_of(name) / "reader" / "mpn.safetensors") ==
        std::filesystem::file_size(reader));
  std::filesystem::resize_file(reader, 5000);
  CHECK_THROWS_WITH(library.add(from, "y"), Catch::Contains("mpn.safetensors"));
  CHECK(library.names() == std::vector<std::string>{name});
}

TEST_CASE("What makes X-rays finer goes along with its model, and a damaged one is refused") {
  const TemporaryFolder folder;
  const auto from = folder.path() / "from";
  write_model(from);
  const auto file = networks::super_resolution_path(from);
  networks::write_super_resolution(file, networks::weights_of(networks::make_super_resolution(2),
                                                              networks::read_network_weights(from).frame));
  const ModelLibrary library(folder.path() / "library");
  const std::string name = library.add(from, "x");
  CHECK(Predictor(library.folder_of(name), "cpu").fine_frame().rows ==
        2 * Predictor(library.folder_of(name), "cpu").frame().rows);
  CHECK(read_model(library.folder_of(name)).finer->rows ==
        2 * read_model(library.folder_of(name)).frame.rows);
  std::filesystem::resize_file(file, 500);
  CHECK_THROWS_WITH(library.add(from, "y"), Catch::Contains("super_resolution.safetensors"));
  CHECK(library.names() == std::vector<std::string>{name});
}

TEST_CASE("A model that is incomplete, damaged or not finite is refused, and nothing of it stays") {
  const TemporaryFolder folder;
  const auto from = folder.path() / "from";
  write_model(from);
  const ModelLibrary library(folder.path() / "library");
  SECTION("incomplete, also beside a whole one") {
    std::filesystem::create_directories(from / "below");
    std::filesystem::copy(from / "cign.safetensors", from / "below" / "cign.safetensors");
    CHECK_THROWS_WITH(library.add(from / "below", "x"), Catch::Contains("t.safetensors"));
  }
  SECTION("cut short") {
    std::filesystem::resize_file(from / "mpn.safetensors", 5000);
    CHECK_THROWS_WITH(library.add(from, "x"), Catch::Contains("mpn.safetensors"));
  }
  SECTION("of another frame") {
    networks::Networks other = networks::make_networks({128, 96, 32, 100, 48}, 3);
    networks::write_networks(folder.path(), other);
    std::filesystem::copy_file(folder.path() / "t.safetensors", from / "t.safetensors",
                               std::filesystem::copy_options::overwrite_existing);
    CHECK_THROWS_WITH(library.add(from, "x"), Catch::Contains("different picture frames"));
  }
  CHECK(library.names().empty());
  CHECK_FALSE(std::filesystem::exists(library.folder_of("x")));
}

TEST_CASE("An active model that has gone, and a name that leads elsewhere, count for nothing") {
  const TemporaryFolder folder;
  write_model(folder.path() / "library" / "gone");
  write_model(folder.path() / "outside");
  const ModelLibrary library(folder.path() / "library");
  library.activate("gone");
  std::filesystem::remove_all(library.folder_of("gone"));
  CHECK_FALSE(library.active());
  write_file(folder.path() / "library" / "active.txt", "../outside");
  CHECK_FALSE(library.active());
}
