// The files of tests/cases/ct, each of which was read wrongly once, against the table beside them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/io/ct_body.h"
#include "core/io/ct_person.h"
#include "core/io/ct_volume_file.h"

using namespace skiagraph;
using namespace skiagraph::geometry;
using namespace skiagraph::imaging;
using namespace skiagraph::io;

namespace {

const std::filesystem::path kFolder = std::filesystem::path(SKIAGRAPH_SOURCE_DIR) / "tests/cases/ct";

struct Case {
  std::string file, options, right;
};

std::vector<Case> cases() {
  std::vector<Case> all;
  std::ifstream table(kFolder / "INDEX.tsv");
  std::string line;
  std::getline(table, line);  // the names of the columns
  while (std::getline(table, line)) {
    const auto columns = split(line, '\t');
    all.push_back({columns.at(0), columns.at(1), columns.at(2)});
  }
  return all;
}

CtOptions options_of(const std::string& text) {
  CtOptions options;
  std::istringstream words(text);
  for (std::string name, value; words >> name >> value;) {
    if (name == "--axes") options.axes = parse_axes(value);
    if (name == "--spacing") options.spacing_mm = parse_spacing(value);
    if (name == "--values") options.values = parse_hounsfield_scale(value);
    if (name == "--series") options.series = value;
  }
  return options;
}

/// The same levels for all, counted from the middle.
CtXray xray_of(CtVolume ct) {
  const double middle = ct.origin_mm.z + 0.5 * (ct.nz - 1) * ct.spacing_mm.z;
  CtKnowledge known;
  known.neck_level_mm = middle + 154;
  known.symphysis_level_mm = middle - 386;
  return make_ct_person(std::move(ct), known, CanonicalFrame{}).xray;
}

double difference(const CtXray& a, const CtXray& b) {
  double sum = 0;
  for (std::size_t n = 0; n < a.image.pixels.size(); ++n)
    sum += std::abs(a.image.pixels[n] - b.image.pixels[n]);
  return sum / static_cast<double>(a.image.pixels.size());
}

double covered(const CtXray& xray) {
  return static_cast<double>(std::ranges::count(xray.covered, 1)) / static_cast<double>(xray.covered.size());
}

std::string code_of(const Case& one) {
  try {
    read_ct_volume(kFolder / one.file, options_of(one.options));
  } catch (const InputError& error) {
    return error.code();
  }
  return "no error";
}

double litres_of(const std::string& file) {
  const auto body = ct_body(read_ct_volume(kFolder / file)).volume;
  return static_cast<double>(std::ranges::count(body.labels, 1)) * body.spacing_mm.x * body.spacing_mm.y *
         body.spacing_mm.z * 1e-6;
}

}  // namespace

TEST_CASE("Files that were read wrongly once are read right or refused by the right name") {
  std::map<std::string, CtXray> references;
  for (const Case& one : cases()) {
    CAPTURE(one.file, one.options, one.right);
    if (one.right == "reference") {
      references[one.file] = xray_of(read_ct_volume(kFolder / one.file, options_of(one.options)));
    } else if (one.right.starts_with("as ") || one.right.starts_with("like ")) {
      // Exactly, or as far as coarser voxels and a turn allow.
      const bool exact = one.right.starts_with("as ");
      const CtXray& reference = references.at(one.right.substr(exact ? 3 : 5));
      REQUIRE(code_of(one) == "no error");
      const CtXray xray = xray_of(read_ct_volume(kFolder / one.file, options_of(one.options)));
      CHECK(difference(xray, reference) < (exact ? 1e-4 : 3e-3));
      CHECK(covered(xray) == Approx(covered(reference)).margin(exact ? 0.002 : 0.02));
    } else if (one.right.ends_with(" litres")) {
      CHECK(litres_of(one.file) == Approx(std::stod(one.right)).epsilon(0.02));
    } else if (one.right != "arms") {
      CHECK(code_of(one) == one.right);
    }
  }
  CHECK(references.size() == 2);
}

TEST_CASE("Arms beside the trunk are of the body, the couch is not") {
  const CtBody body = ct_body(read_ct_volume(kFolder / "body_arms_beside.nii.gz"));
  const auto labelled = [&](Vec3 p) {
    const auto& v = body.volume;
    return v.at(static_cast<int>(std::lround((p.x - v.origin_mm.x) / v.spacing_mm.x)),
                static_cast<int>(std::lround((p.y - v.origin_mm.y) / v.spacing_mm.y)),
                static_cast<int>(std::lround((p.z - v.origin_mm.z) / v.spacing_mm.z))) == 1;
  };
  for (const double side : {-1, 1}) CHECK(labelled({side * 220, 0, -200}));
  CHECK(labelled({0, 0, -200}));
  CHECK_FALSE(labelled({0, 150, -200}));
  CHECK(litres_of("body_arms_beside.nii.gz") > litres_of("body_alone.nii.gz") + 1);
}

TEST_CASE("What was taken off a body is told") {
  CHECK(ct_body(read_ct_volume(kFolder / "body_alone.nii.gz")).remarks.empty());
  for (const char* file : {"body_strap.nii.gz", "body_mask.nii.gz", "body_hollow_couch.nii.gz"}) {
    CAPTURE(file);
    const auto remarks = ct_body(read_ct_volume(kFolder / file)).remarks;
    REQUIRE(remarks.size() == 1);
    CHECK_THAT(remarks.front().text(), Catch::Matchers::Contains("litres"));
  }
}
