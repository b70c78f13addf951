#include "ui/xray/xray_picture.h"

#include <catch2/catch.hpp>

#include "tests/ui/window.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

constexpr imaging::WindowLevel kAll{0.5, 1};

/// A slope from black at the left edge to `factor` at the right.
std::shared_ptr<imaging::XrayImage> slope(int rows, int columns, float factor) {
  auto image = std::make_shared<imaging::XrayImage>();
  image->frame.rows = rows;
  image->frame.columns = columns;
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column)
      image->pixels.push_back(factor * static_cast<float>(column) / static_cast<float>(columns));
  return image;
}

/// What a pane of this size shows of the whole X-ray.
QImage painted(const PictureSource& source, QSize pane, double ratio = 1) {
  start_application();
  QImage screen(pane * ratio, QImage::Format_RGB32);
  screen.setDevicePixelRatio(ratio);
  screen.fill(Qt::red);
  QPainter painter(&screen);
  XrayPicture().paint(painter, source, {source.now->frame, pane, std::nullopt}, ratio);
  return screen;
}

int grey_at(const QImage& image, int x, int y) {
  const QColor colour = image.pixelColor(x, y);
  CHECK(colour.red() == colour.blue());
  return colour.red();
}

}  // namespace

TEST_CASE("A picture of any size is drawn at the screen's own resolution, without steps between its pixels") {
  for (const int size : {24, 48, 96})
    for (const double ratio : {1.0, 1.5, 2.0}) {
      const QImage shown = painted({slope(size, size, 1), nullptr, kAll, {}}, {400, 400}, ratio);
      for (int x = 40; x < shown.width() - 40; ++x) {
        const double wanted = (x + 0.5) / shown.width() - 0.5 / size;
        REQUIRE(grey_at(shown, x, shown.height() / 2) == Approx(255 * wanted).margin(1.01));
      }
    }
}

TEST_CASE("A picture that is finer than the pane's frame lies at the same place") {
  // The same slope: pixels have their centres at whole numbers.
  const auto coarse = slope(24, 24, 1);
  auto fine = slope(48, 48, 1);
  for (float& pixel : fine->pixels) pixel -= 0.25F / 24;
  start_application();
  const auto shown_of = [&](const std::shared_ptr<const imaging::XrayImage>& xray) {
    QImage screen(QSize(400, 400), QImage::Format_RGB32);
    QPainter painter(&screen);
    const session::XrayViewport close{30, {11, 14}};
    XrayPicture().paint(painter, {xray, nullptr, kAll, {}}, {coarse->frame, QSizeF(400, 400), close}, 1);
    return screen;
  };
  const QImage expected = shown_of(coarse), shown = shown_of(fine);
  for (int x = 5; x < 395; x += 10)
    REQUIRE(std::abs(grey_at(shown, x, 200) - grey_at(expected, x, 200)) <= 1);
  CHECK(grey_at(expected, 390, 200) > grey_at(expected, 10, 200) + 100);
}

TEST_CASE("The picture covers its place to the last pixel and nothing beside it") {
  const QImage shown = painted({slope(20, 10, 0), nullptr, kAll, {}}, {300, 200});
  CHECK(shown.pixel(99, 100) == qRgb(255, 0, 0));
  CHECK(shown.pixel(100, 0) == qRgb(0, 0, 0));
  CHECK(shown.pixel(199, 199) == qRgb(0, 0, 0));
  CHECK(shown.pixel(200, 100) == qRgb(255, 0, 0));
}

TEST_CASE("A split shows the state before editing left of its line, a blend mixes the two") {
  PictureSource source{slope(20, 20, 1), slope(20, 20, 0), kAll, {session::ComparisonMode::kSplit, 0.75}};
  const QImage split = painted(source, {400, 400});
  CHECK(grey_at(split, 299, 200) == 0);
  CHECK(grey_at(split, 301, 200) > 170);
  source.comparison = {session::ComparisonMode::kBlend, 0.75};
  CHECK(grey_at(painted(source, {400, 400}), 300, 200) ==
        Approx(0.25 * grey_at(painted({source.now, nullptr, kAll, {}}, {400, 400}), 300, 200)).margin(1.5));
}

TEST_CASE(
    "A difference is orange where there is more now, blue where there is less, grey where nothing changed") {
  auto now = slope(20, 20, 0.5F), before = slope(20, 20, 0.5F);
  for (int row = 0; row < 20; ++row) {
    now->pixels[static_cast<std::size_t>(row * 20 + 4)] += 0.1F;
    now->pixels[static_cast<std::size_t>(row * 20 + 14)] -= 0.1F;
  }
  const QImage shown = painted({now, before, kAll, {session::ComparisonMode::kDifference, 0.5}}, {400, 400});
  const QColor more = shown.pixelColor(90, 200), less = shown.pixelColor(290, 200);
  CHECK(more.red() > more.blue() + 80);
  CHECK(less.blue() > less.red() + 80);
  grey_at(shown, 190, 200);
}

TEST_CASE("The legend's range is round and holds the largest difference") {
  auto now = slope(8, 8, 0), before = slope(8, 8, 0);
  CHECK(difference_range(*now, *before) == 0.02);
  now->pixels[9] = 0.07F;
  CHECK(difference_range(*now, *before) == 0.1);
  now->pixels[9] = 0.9F;
  CHECK(difference_range(*now, *before) == 1);
}
