#include "ui/engine/real_xray_reader.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "core/io/checksum.h"
#include "core/io/xray_picture_file.h"

namespace skiagraph::ui {
namespace {

constexpr int kMostPixels = 512;

/// Grey from the least to the largest value; transparent where nothing was recorded.
QImage grey_picture(const imaging::XrayPicture& xray) {
  const int step = std::max(1, std::max(xray.rows, xray.columns) / kMostPixels);
  QImage image((xray.columns + step - 1) / step, (xray.rows + step - 1) / step, QImage::Format_ARGB32);
  image.fill(Qt::transparent);
  const auto [least, most] = std::ranges::minmax(xray.values);
  const float scale = most > least ? 255 / (most - least) : 0;
  for (int row = 0; row < image.height(); ++row)
    for (int column = 0; column < image.width(); ++column) {
      const std::size_t n =
          static_cast<std::size_t>(row) * step * xray.columns + static_cast<std::size_t>(column) * step;
      const int grey = static_cast<int>(scale * (xray.values[n] - least));
      if (xray.known[n] != 0) image.setPixel(column, row, qRgba(grey, grey, grey, 255));
    }
  return image;
}

std::string checksum_of(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error) ? io::sha256(path) : std::string();
}

/// A picture with its checksum, which is the session's where the session has one.
std::shared_ptr<const RealXray> read_picture(session::PartialXray source, const CancelToken& cancel) {
  io::XrayPictureOptions options;
  options.spacing_mm = source.spacing_mm;
  options.negative = source.negative;
  auto picture =
      std::make_shared<const imaging::XrayPicture>(io::read_xray_picture(source.path, options, {}, &cancel));
  std::string checksum = checksum_of(source.path);
  if (!source.sha256.empty() && checksum != source.sha256)
    throw InputError("xray.changed",
                     "The X-ray \"{}\" has changed since this session was saved; open it anew.", source.path);
  source.sha256 = std::move(checksum);
  QImage preview = grey_picture(*picture);
  return std::make_shared<const RealXray>(
      RealXray{std::move(source), std::move(picture), std::move(preview)});
}

}  // namespace

bool same_picture(const session::PartialXray& a, const session::PartialXray& b) {
  return a.path == b.path && a.sha256 == b.sha256 && a.spacing_mm == b.spacing_mm && a.negative == b.negative;
}

RealXrayReader::RealXrayReader(QObject* parent) : QObject(parent) {
  pool_.setMaxThreadCount(1);
}

RealXrayReader::~RealXrayReader() {
  for (const auto& reading : reading_) reading->cancel();
  pool_.waitForDone();
}

void RealXrayReader::read(std::uint64_t id, const session::PartialXray& source, Purpose purpose) {
  std::shared_ptr<CancelToken>& reading = reading_[static_cast<std::size_t>(purpose)];
  reading->cancel();
  reading = std::make_shared<CancelToken>();
  pool_.start([this, id, source, cancel = reading] {
    try {
      const auto xray = read_picture(source, *cancel);
      if (!cancel->cancelled()) Q_EMIT answered(id, xray);
    } catch (const std::exception& exception) {
      if (!cancel->cancelled()) Q_EMIT failed(id, std::make_shared<const Error>(readable_error(exception)));
    }
  });
}

}  // namespace skiagraph::ui
