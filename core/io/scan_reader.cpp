#include "core/io/scan_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/error.h"
#include "core/geometry/body_pieces.h"
#include "core/geometry/extent.h"
#include "core/io/checksum.h"
#include "core/io/ct_volume_file.h"
#include "core/io/surface_formats.h"

namespace skiagraph::io {
namespace {

/// The file's axis along which a mesh is longest is up, and the one along which it is shortest is front.
geometry::BodyAxes likely_axes(const geometry::TriangleMesh& mesh) {
  const std::array<Vec3, 3> axes{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  const auto size = [&](const Vec3& axis) { return extent(mesh, axis).size(); };
  const Vec3 up = std::ranges::max(axes, {}, size),
             front = std::ranges::min(axes, {}, [&](const Vec3&a) { return a == up ? 1e300 : size(a); });
  return {cross(front * -1, up), front * -1, up};
}

}  // namespace

session::ScanSource with_kind(session::ScanSource source) {
  if (!source.ct && surface_format_of(source.path) == nullptr && is_volume(source.path)) source.ct.emplace();
  return source;
}

CtOptions ct_options(const session::CtSettings& settings) {
  CtOptions options;
  if (!settings.axes.empty()) options.axes = parse_axes(settings.axes);
  if (!settings.spacing.empty()) options.spacing_mm = parse_spacing(settings.spacing);
  if (!settings.values.empty()) options.values = parse_hounsfield_scale(settings.values);
  options.series = settings.series;
  return options;
}

ScanReader::Key ScanReader::key_of(const session::ScanSource& source) {
  std::error_code error;
  Key key{source.path, source.ct, std::filesystem::last_write_time(source.path, error), 0};
  if (!std::filesystem::is_directory(source.path, error)) {
    const auto size = std::filesystem::file_size(source.path, error);
    key.size = error ? 0 : size;
  }
  return key;
}

void ScanReader::forget() {
  key_ = {};
  checksum_.clear();
  surface_.reset();
  ct_.reset();
}

/// A mesh that is too large to be copied at ease is not kept.
geometry::AlignedScan ScanReader::align_surface(const session::ScanSource& source,
                                                const ProgressFunction& progress, const CancelToken* cancel) {
  constexpr std::size_t kMostTriangles = 3'000'000;
  constexpr double kReading = 0.5;  // of the time that a large file takes
  const auto reading = [&](double done, const std::string& what) {
    if (progress) progress(kReading * done, what);
  };
  if (!surface_) surface_ = read_surface(source.path, reading, cancel);
  if (progress) progress(kReading, {});
  const auto unit_mm = surface_->unit_mm;
  try {
    if (surface_->mesh.triangles.size() <= kMostTriangles)
      return geometry::align_scan(surface_->mesh, source.overrides, unit_mm);
    geometry::TriangleMesh mesh = std::move(surface_->mesh);
    surface_.reset();
    return geometry::align_scan(std::move(mesh), source.overrides, unit_mm);
  } catch (const InputError& error) {
    throw InputError(error.code(), "\"{}\": {}", source.path, error.what());
  }
}

std::optional<ScanReader::Unaligned> ScanReader::unaligned(const session::ScanSource& source) const {
  constexpr double kShownMm = 1700, kLeastMm = 200, kMostMm = 4000;
  if (ct_) return Unaligned{ct_skin(*ct_), std::nullopt};
  if (!surface_ || surface_->mesh.triangles.empty()) return std::nullopt;
  Unaligned shown;
  const auto& given = source.overrides.axes;
  try {
    shown.mesh = geometry::used_part(surface_->mesh);
    const bool both = given && !given->up.empty() && !given->front.empty();
    shown.axes = both ? geometry::find_body_axes(shown.mesh, *given) : likely_axes(shown.mesh);
  } catch (const InputError&) {
    return std::nullopt;
  }
  geometry::rotate(shown.mesh, *shown.axes);
  const geometry::Extent height = extent(shown.mesh, {0, 0, 1});
  if (!(height.size() > 0)) return std::nullopt;
  const double unit_mm = source.overrides.unit_mm.value_or(0);
  const bool as_given = unit_mm * height.size() > kLeastMm && unit_mm * height.size() < kMostMm;
  const double scale = as_given ? unit_mm : kShownMm / height.size();
  for (Vec3& p : shown.mesh.vertices) p = Vec3{p.x, p.y, p.z - height.low} * scale;
  return shown;
}

ReadScan ScanReader::read(session::ScanSource source, const geometry::CanonicalFrame& frame,
                          const ProgressFunction& progress, const CancelToken* cancel) {
  source = with_kind(std::move(source));
  if (const Key key = key_of(source); key != key_) {
    forget();
    key_ = key;
  }
  ReadScan read;
  try {
    if (source.ct) {
      const CtOptions options = ct_options(*source.ct);
      if (!ct_) ct_.emplace(read_ct(source.path, options, progress, cancel));
      CtScan placed = place_ct(*ct_, source.overrides, frame);
      read.scan = std::move(placed.scan);
      read.ct = std::make_shared<const imaging::CtXray>(std::move(placed.xray));
    } else {
      read.scan = align_surface(source, progress, cancel);
    }
    // After the reader: of a missing or damaged file it says more than the checksum does.
    if (checksum_.empty()) checksum_ = sha256_of_scan(source.path);
  } catch (const Cancelled&) {
    forget();
    throw;
  }
  if (!source.sha256.empty() && checksum_ != source.sha256)
    throw InputError("scan.changed", "The scan \"{}\" has changed since it was opened; open it again.",
                     source.path);
  source.sha256 = checksum_;
  read.source = std::move(source);
  return read;
}

}  // namespace skiagraph::io
