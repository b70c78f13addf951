#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "core/bodies/built_in_person.h"
#include "core/inference/learned_people.h"
#include "core/io/mesh_file.h"
#include "core/networks/network_weights.h"
#include "tests/app/networks.h"
#include "tests/app/program.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::bodies;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

/// Somebody who is in the middle of the picture.
void write_people(const std::filesystem::path& models) {
  inference::LearnedPeople people;
  people.mean.fill({33, 24});
  people.covariance.diagonal().setConstant(9);
  inference::write_learned_people(inference::learned_people_path(models), people,
                                  networks::weights_checksum(networks::read_network_weights(models)));
}

/// The built-in person, landmarks beside it and untrained networks in a folder.
struct Workplace {
  TemporaryFolder folder;
  std::string models = folder / "models", figures = folder / "figures.json", table = folder / "scans.tsv";

  Workplace() {
    std::filesystem::create_directory(folder / "files");
    write_ply(folder / "files" / "person.ply", built_in_person());
    write_file(folder / "files" / "person.csv", "name,x,y,z\ncarina,0,0,1300\nliver_top,-60,0,1220\n");
    write_untrained_networks(models);
    write_people(models);
  }
  [[nodiscard]] ProgramEnd evaluate(const std::string& rows, std::vector<std::string> more = {}) const {
    write_file(table, rows);
    std::vector<std::string> words{"evaluate", "--scans", table,   "--models",
                                   models,     "--json",  figures, "--force"};
    words.insert(words.end(), more.begin(), more.end());
    return run_cli(words);
  }
  [[nodiscard]] json scans() const { return json::parse(read_file(figures)).at("scans"); }
};

}  // namespace

TEST_CASE("evaluate runs the whole pipeline on a table of scans, beside the mean person") {
  const Workplace place;
  const std::string report = place.folder / "report";
  const ProgramEnd end = place.evaluate(
      "name\tscan\tlandmarks\tsame_as\nhim\tfiles/person.ply\tfiles/person.csv\tagain\n"
      "again\tfiles/person.ply\t\t\nlost\tfiles/nobody.ply\t\t\n",
      {"--report", report});
  INFO(end.err);
  REQUIRE(end.code == 0);
  const json scans = place.scans();
  REQUIRE(scans.size() == 3);
  REQUIRE(scans[0]["markers"].size() == 2);
  const json carina = scans[0]["markers"][0];
  CHECK(carina["name"] == "carina");
  CHECK(carina["error_cm"].get<double>() ==
        Approx(std::hypot(carina["head_feet_cm"].get<double>(), carina["sideways_cm"].get<double>())));
  CHECK(carina["mean_person_cm"] < 15.0);
  CHECK(carina["inside_95"].is_boolean());
  CHECK(scans[0]["loop"]["iterations"] > 0);
  CHECK(scans[0]["checks"]["mirror"]["mean_cm"].is_number());
  CHECK(scans[0]["checks"]["resampled"]["mean_cm"].is_number());
  CHECK(scans[0]["checks"]["same_as"]["name"] == "again");
  CHECK(scans[0]["checks"]["same_as"]["greatest_cm"] == 0.0);
  CHECK(scans[1]["markers"].empty());
  CHECK(scans[2]["refusal"]["code"] == "file.missing");
  CHECK_THAT(end.out, Contains("refused: There is no file") && Contains("liver_top"));
  CHECK_THAT(read_file(place.folder / "report" / "results.md"),
             Contains("evaluate --scans models/scans.tsv") && Contains("| him | 2 | "));
}

TEST_CASE("A row may bring networks of its own") {
  const Workplace place;
  const std::string rows = "name,scan,models\nown,files/person.ply,other\nours,files/person.ply,\n";
  REQUIRE(place.evaluate(rows).code == 0);
  CHECK_THAT(place.scans()[0]["refusal"]["text"].get<std::string>(), Contains("other\" holds no networks"));
  CHECK_FALSE(place.scans()[1].contains("refusal"));
  std::filesystem::copy(place.models, place.folder / "other");
  REQUIRE(place.evaluate(rows).code == 0);
  CHECK(place.scans()[0]["checks"] == place.scans()[1]["checks"]);
}

TEST_CASE("evaluate --scans says what is wrong with the call or the table") {
  const Workplace place;
  const auto refusal = [&](const std::string& rows) {
    const ProgramEnd end = place.evaluate(rows);
    CHECK(end.code == 2);
    return end.err;
  };
  CHECK_THAT(refusal("name,file\na,b\n"), Contains("no column \"scan\""));
  CHECK_THAT(refusal("name,scan\n"), Contains("holds no scans"));
  CHECK_THAT(refusal("name,scan\na,\n"), Contains("Line 2") && Contains("lacks a name or a scan"));
  CHECK_THAT(refusal("name,scan\na,b\na,c\n"), Contains("holds the name \"a\" twice"));
  CHECK_THAT(refusal("name,scan,same_as\na,b,a\n"), Contains("no other row"));
  CHECK_THAT(refusal("name,scan\na,none.ply\n"), Contains("None of the scans"));
  CHECK(place.scans()[0]["refusal"]["code"] == "file.missing");  // and yet the figures are there

  std::filesystem::remove(inference::learned_people_path(place.models));
  CHECK_THAT(refusal("name,scan\na,files/person.ply\n"), Contains("skiagraph-cli calibrate"));
  CHECK_THAT(run_cli({"evaluate", "--models", place.models}).err, Contains("--scans"));
  CHECK(run_cli({"evaluate", "--scans", place.table, "--models", place.models, "--study", "3"}).code == 2);
}

TEST_CASE("skin knows no landmarks in a CT") {
  const TemporaryFolder folder;
  write_file(folder / "ct.nii", "no volume");
  const ProgramEnd end = run_cli(
      {"skin", folder / "ct.nii", "--ct", "--out", folder / "skin.ply", "--landmarks", folder / "skin.csv"});
  CHECK(end.code == 2);
  CHECK_THAT(end.err, Contains("--landmarks needs a label volume"));
}
