#include "core/evaluation/contact_sheet.h"

#include <torch/types.h>

#include <array>
#include <catch2/catch.hpp>

#include "core/base/error.h"

namespace skiagraph {
namespace {

using Colour = std::array<int, 3>;

Colour at(const evaluation::ContactSheet& sheet, int row, int column) {
  const std::uint8_t* pixel = &sheet.rgb.at((static_cast<std::size_t>(row) * sheet.columns + column) * 3);
  return {pixel[0], pixel[1], pixel[2]};
}

Colour colour_of(Marker marker) {
  const auto& colour = info(marker).colour;
  return {colour[0], colour[1], colour[2]};
}

/// Grey pictures of 40 x 30 pixels; every marker in the lower left corner, far from what the tests look at.
evaluation::Example example(double truth, double predicted) {
  evaluation::Example person{torch::full({40, 30}, truth), torch::full({40, 30}, predicted), {}, {}};
  person.true_markers.fill({36, 4});
  person.predicted_markers.fill({36, 4});
  return person;
}

TEST_CASE("A contact sheet shows truth, prediction and 4 times the difference") {
  const evaluation::ContactSheet sheet =
      evaluation::contact_sheet(std::vector{example(0.2, 0.4), example(1, 0)});
  CHECK(sheet.rows == 2 * 80 + 4);
  CHECK(sheet.columns == 3 * 60 + 2 * 4);
  REQUIRE(sheet.rgb.size() == static_cast<std::size_t>(sheet.rows) * sheet.columns * 3);
  CHECK(at(sheet, 20, 30) == Colour{51, 51, 51});
  CHECK(at(sheet, 20, 64 + 30) == Colour{102, 102, 102});
  CHECK(at(sheet, 20, 128 + 30) == Colour{204, 204, 204});
  CHECK(at(sheet, 84 + 20, 30) == Colour{255, 255, 255});
  CHECK(at(sheet, 84 + 20, 64 + 30) == Colour{0, 0, 0});
  CHECK(at(sheet, 84 + 20, 128 + 30) == Colour{255, 255, 255});  // clipped
  CHECK(at(sheet, 81, 30) == Colour{40, 40, 40});                // between two people
}

TEST_CASE("A contact sheet rings the true place of a marker and dots the predicted one") {
  evaluation::Example person = example(0, 0);
  constexpr auto kMarker = Marker::kCarina;
  person.true_markers[static_cast<std::size_t>(kMarker)] = {9.75,
                                                            9.75};  // the middle of pixel 20 when enlarged
  person.predicted_markers[static_cast<std::size_t>(kMarker)] = {9.75, 19.75};
  const evaluation::ContactSheet sheet = evaluation::contact_sheet(std::vector{person});
  for (const int left : {0, 64}) {
    CHECK(at(sheet, 20, left + 20) == Colour{0, 0, 0});  // inside the ring
    for (const int side : {-6, 6}) {
      CHECK(at(sheet, 20 + side, left + 20) == colour_of(kMarker));
      CHECK(at(sheet, 20, left + 20 + side) == colour_of(kMarker));
    }
    CHECK(at(sheet, 20, left + 20 + 9) == Colour{0, 0, 0});
    CHECK(at(sheet, 20, left + 40) == colour_of(kMarker));
    CHECK(at(sheet, 20, left + 44) == Colour{0, 0, 0});
  }
  CHECK(at(sheet, 20, 128 + 26) == Colour{0, 0, 0});  // the difference stays clean
}

TEST_CASE("Markers beyond the edge of a contact sheet do no harm") {
  evaluation::Example person = example(0, 0);
  person.true_markers[0] = {-50, 5};
  person.predicted_markers[0] = {39, 500};
  CHECK_NOTHROW(evaluation::contact_sheet(std::vector{person}));
  CHECK_THROWS_AS(evaluation::contact_sheet({}), Error);
}

}  // namespace
}  // namespace skiagraph
