#include <QTemporaryDir>
#include <catch2/catch.hpp>

#include "core/base/write_file.h"
#include "ui/tasks/task_row.h"
#include "ui/text/file_text.h"
#include "ui/training/data_info.h"
#include "ui/training/ingest_form.h"
#include "ui/training/recipe_fields.h"
#include "ui/training/run_control.h"
#include "ui/training/workspace.h"

using namespace skiagraph;
using namespace skiagraph::ui;

TEST_CASE("Each of several machines gets a command of its own that a shell reads right") {
  const QStringList lines = machine_lines(resume_words("/data/a run's folder"), 3, "10.0.0.7", 29500);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] ==
        "RANK=0 WORLD_SIZE=3 LOCAL_RANK=0 LOCAL_WORLD_SIZE=1 MASTER_ADDR=10.0.0.7 MASTER_PORT=29500 "
        "skiagraph-cli train --resume --out '/data/a run'\\''s folder'");
  CHECK(lines[2].startsWith("RANK=2 WORLD_SIZE=3 "));
}

TEST_CASE("The field of a recipe under the cursor is explained") {
  const QString recipe =
      "{\n  \"name\": \"x\",\n  \"stages\": [\n    {\"kind\": \"t\", \"steps\": 20}\n  ]\n}";
  CHECK(recipe_field_text(recipe, static_cast<int>(recipe.indexOf("\"x\""))).contains("<b>name</b>"));
  CHECK(recipe_field_text(recipe, static_cast<int>(recipe.indexOf("\"t\""))).contains("<b>kind</b>"));
  CHECK(recipe_field_text(recipe, static_cast<int>(recipe.indexOf("20"))).contains("<b>steps</b>"));
  CHECK(recipe_field_text(recipe, 0).contains("<b>warm_up</b>"));  // no field: all of them
}

TEST_CASE("Names become free places in the workspace") {
  const QTemporaryDir folder;
  const std::filesystem::path path = folder.path().toStdString();
  CHECK(free_path(path, "a/b: c") == path / "a-b- c");
  CHECK(free_path(path, "../x", ".json") == path / "-x.json");
  write_file(path / "run.json", "");
  CHECK(free_path(path, "run", ".json") == path / "run 2.json");
}

TEST_CASE("What the command line is doing is told in words of the window") {
  CHECK(progress_text("virtual patients") == "Making people");
  CHECK(progress_text("something new") == "something new");
}

TEST_CASE("The person's own folder is shortened in what is shown") {
  const std::filesystem::path home = to_path(QDir::homePath());
  CHECK(short_path_text(home / "Documents" / "Skiagraph") == "~/Documents/Skiagraph");
  CHECK(short_path_text("/elsewhere/data") == "/elsewhere/data");
  CHECK(short_path_text(home.string() + "s/data") == path_text(home.string() + "s/data"));
}

TEST_CASE("Landmarks beside a CT are found") {
  const QTemporaryDir folder;
  const std::filesystem::path path = folder.path().toStdString();
  write_file(path / "one.nii.gz", "");
  write_file(path / "one.mrk.json", "");
  write_file(path / "two.nii.gz", "");
  std::filesystem::create_directories(path / "three");
  write_file(path / "three.csv", "");
  CHECK(landmarks_beside(folder.filePath("one.nii.gz")) == folder.filePath("one.mrk.json"));
  CHECK(landmarks_beside(folder.filePath("two.nii.gz")).isEmpty());
  CHECK(landmarks_beside(folder.filePath("three")) == folder.filePath("three.csv"));
}

TEST_CASE("Files that are no data sets are refused") {
  const QTemporaryDir folder;
  const std::filesystem::path path = folder.path().toStdString();
  write_file(path / "damaged.safetensors", "rubbish");
  CHECK_THROWS_AS(read_data_info(path / "damaged.safetensors"), InputError);
  CHECK_THROWS_AS(read_data_info(path / "none.safetensors"), InputError);
  CHECK_THROWS_WITH(read_data_info(SKIAGRAPH_SOURCE_DIR "/models/t.safetensors"),
                    Catch::Contains("not a data set"));
}
