#include "core/io/png.h"

#include <zlib.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using namespace skiagraph::io;
using namespace skiagraph::testing;
using Catch::Matchers::Contains;

TEST_CASE("Every one of the 65536 greys comes back from a 16-bit PNG, in its place") {
  const TemporaryFolder folder;
  constexpr int kRows = 128, kColumns = 512;
  std::vector<float> values;
  for (int i = 0; i < kRows * kColumns; ++i) values.push_back(static_cast<float>(i) / 65535.0F);
  write_png16(folder / "grey.png", kRows, kColumns, values);
  const PngImage image = read_png(folder / "grey.png");
  REQUIRE(image.rows == kRows);
  REQUIRE(image.columns == kColumns);
  CHECK(image.channels == 1);
  CHECK(image.bits == 16);
  REQUIRE(image.values.size() == values.size());
  double worst = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    worst = std::max<double>(worst, std::abs(image.values[i] - values[i]));
  CHECK(worst < 1e-6);
}

TEST_CASE("Row 0 is at the top of the file") {
  const TemporaryFolder folder;
  write_png16(folder / "grey.png", 1, 1, std::vector<float>{1});
  // PNG stores rows from the top; compressed pictures of one row at the top and at the bottom differ.
  write_png16(folder / "top.png", 2, 1, std::vector<float>{1, 0});
  const PngImage image = read_png(folder / "top.png");
  CHECK(image.values == std::vector<float>{1, 0});
}

TEST_CASE("What is outside black and white is clipped, and what is no number is black") {
  const TemporaryFolder folder;
  const float nan = std::numeric_limits<float>::quiet_NaN(),
              infinite = std::numeric_limits<float>::infinity();
  write_png16(folder / "grey.png", 1, 4, std::vector<float>{-3, 7, nan, infinite});
  CHECK(read_png(folder / "grey.png").values == std::vector<float>{0, 1, 0, 0});
}

TEST_CASE("What a PNG tells beside its pixels comes back, and other readers can ignore it") {
  const TemporaryFolder folder;
  const PngTags tags{3.3125, {{"Description", "Synthetic X-ray"}, {"Software", "Skiagraph"}}};
  write_png8(folder / "grey.png", 2, 2, std::vector<std::uint8_t>{0, 51, 102, 255}, tags);
  const PngImage image = read_png(folder / "grey.png");
  CHECK(image.bits == 8);
  CHECK(image.channels == 1);
  CHECK(image.values == std::vector<float>{0, 0.2F, 0.4F, 1});
  CHECK(image.tags.mm_per_px == Approx(1000.0 / 302));  // whole pixels per metre
  REQUIRE(image.tags.texts.size() == 2);
  CHECK(image.tags.texts[0].keyword == "Description");
  CHECK(image.tags.texts[0].text == "Synthetic X-ray");
  CHECK(image.tags.texts[1].text == "Skiagraph");
  write_png16(folder / "bare.png", 1, 1, std::vector<float>{1});
  CHECK(read_png(folder / "bare.png").tags.texts.empty());
  CHECK(read_png(folder / "bare.png").tags.mm_per_px == 0);
}

TEST_CASE("Colours come back from an 8-bit PNG") {
  const TemporaryFolder folder;
  write_png_rgb(folder / "colour.png", 2, 1, std::vector<std::uint8_t>{255, 0, 51, 102, 204, 0});
  const PngImage image = read_png(folder / "colour.png");
  CHECK(image.channels == 3);
  CHECK(image.bits == 8);
  CHECK(image.values == std::vector<float>{1, 0, 0.2F, 0.4F, 0.8F, 0});
}

TEST_CASE("Pictures of the wrong size, or in no folder, are not written") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(write_png16(folder / "grey.png", 2, 2, std::vector<float>(3)), Error);
  CHECK_THROWS_AS(write_png_rgb(folder / "grey.png", 2, 2, std::vector<std::uint8_t>(4)), Error);
  CHECK_THROWS_AS(write_png16(folder / "grey.png", 0, 0, {}), Error);
  CHECK(folder.empty());
  CHECK_THROWS_AS(write_png16(folder / "nowhere" / "grey.png", 1, 1, std::vector<float>{1}), Error);
}

TEST_CASE("What is no PNG is refused with one sentence that names it") {
  const TemporaryFolder folder;
  const auto message_of = [&](const std::string& name) -> std::string {
    try {
      read_png(folder / name);
    } catch (const InputError& error) {
      return error.what();
    }
    return "no error";
  };
  CHECK_THAT(message_of("nowhere.png"), Contains("There is no file") && Contains("nowhere.png"));
  write_file(folder / "empty.png", "");
  CHECK_THAT(message_of("empty.png"), Contains("empty.png"));
  write_file(folder / "text.png", "This is a letter, and no picture at all.");
  CHECK_THAT(message_of("text.png"), Contains("not a PNG") && Contains("text.png"));

  std::vector<float> noise;
  for (int i = 0; i < 64 * 64; ++i) noise.push_back(std::fmod(static_cast<float>(i) * 0.6180339F, 1.0F));
  write_png16(folder / "whole.png", 64, 64, noise);
  for (const std::size_t bytes : {9, 40, 400, 4000}) {
    CAPTURE(bytes);
    write_truncated(folder / "whole.png", folder / "cut.png", bytes);
    CHECK_THAT(message_of("cut.png"), Contains("cut.png"));
  }
}

TEST_CASE("A PNG of more pixels than a screen has is refused, however small it is as a file") {
  const auto number = [](unsigned long n) {
    return std::string{static_cast<char>(n >> 24), static_cast<char>(n >> 16), static_cast<char>(n >> 8),
                       static_cast<char>(n)};
  };
  const auto part = [&](const std::string& content) {  // its type and its bytes
    const auto* bytes = reinterpret_cast<const Bytef*>(content.data());
    return number(content.size() - 4) + content +
           number(crc32(0, bytes, static_cast<unsigned>(content.size())));
  };
  const TemporaryFolder folder;
  constexpr unsigned long kColumns = 8192;
  for (const unsigned long rows : {4096UL, 4097UL}) {
    const std::vector<Bytef> black((1 + kColumns / 8) * rows);  // one bit for each pixel
    uLongf size = compressBound(black.size());
    std::string packed(size, '\0');
    REQUIRE(compress(reinterpret_cast<Bytef*>(packed.data()), &size, black.data(), black.size()) == Z_OK);
    packed.resize(size);
    write_file(folder / "black.png",
               "\x89PNG\r\n\x1a\n" +
                   part("IHDR" + number(kColumns) + number(rows) + std::string("\1\0\0\0\0", 5)) +
                   part("IDAT" + packed) + part("IEND"));
    if (rows == 4096)
      CHECK(read_png(folder / "black.png").rows == 4096);
    else
      CHECK_THROWS_AS(read_png(folder / "black.png"), InputError);
  }
}
