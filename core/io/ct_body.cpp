#include "core/io/ct_body.h"

#include <vtkImageData.h>
#include <vtkImageDilateErode3D.h>
#include <vtkNew.h>
#include <vtkSmartPointer.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/io/ct_direction.h"
#include "core/io/ct_outside.h"
#include "core/io/voxel_pieces.h"

namespace skiagraph::io {
namespace {

constexpr double kVoxelMm = 3;
constexpr float kAir = -1000, kSkinHounsfield = -350;
// Couch plates and blankets are thinner than this, necks and wrists are not.
constexpr double kErosionMm = 12;

using Image = vtkSmartPointer<vtkImageData>;

int kernel(double size_mm, double spacing_mm) {
  return 2 * static_cast<int>(std::lround(size_mm / 2 / spacing_mm)) + 1;
}

/// A CT on coarser voxels.
struct Coarse {
  bodies::LabelVolume solid;  ///< label 1 for what is dense enough
  std::vector<float> hounsfield;
};

/// Means over blocks of voxels.
Coarse coarse(const imaging::CtVolume& ct) {
  const auto factor = [](double spacing, int count) {
    return std::clamp(static_cast<int>(std::lround(kVoxelMm / spacing)), 1, count);
  };
  const int fx = factor(ct.spacing_mm.x, ct.nx), fy = factor(ct.spacing_mm.y, ct.ny),
            fz = factor(ct.spacing_mm.z, ct.nz);
  Coarse result{{ct.nx / fx, ct.ny / fy, ct.nz / fz, {}, {}, {}}, {}};
  bodies::LabelVolume& solid = result.solid;
  solid.spacing_mm = {ct.spacing_mm.x * fx, ct.spacing_mm.y * fy, ct.spacing_mm.z * fz};
  solid.origin_mm = ct.origin_mm + (solid.spacing_mm - ct.spacing_mm) * 0.5;
  for (int k = 0; k < solid.nz; ++k)
    for (int j = 0; j < solid.ny; ++j)
      for (int i = 0; i < solid.nx; ++i) {
        float sum = 0;
        for (int c = 0; c < fz; ++c)
          for (int b = 0; b < fy; ++b)
            for (int a = 0; a < fx; ++a) sum += std::max(ct.at(i * fx + a, j * fy + b, k * fz + c), kAir);
        result.hounsfield.push_back(sum / static_cast<float>(fx * fy * fz));
        solid.labels.push_back(result.hounsfield.back() > kSkinHounsfield ? 1 : 0);
      }
  return result;
}

Image to_image(const bodies::LabelVolume& mask) {
  auto image = Image::New();
  image->SetDimensions(mask.nx, mask.ny, mask.nz);
  image->AllocateScalars(VTK_UNSIGNED_CHAR, 1);
  std::ranges::copy(mask.labels, static_cast<std::uint8_t*>(image->GetScalarPointer()));
  return image;
}

/// Grows (or shrinks) label 1 by half of `size_mm` in the slices, and by one slice.
Image grown(vtkImageData* image, const Vec3& spacing_mm, double size_mm, bool grow) {
  vtkNew<vtkImageDilateErode3D> filter;
  filter->SetInputData(image);
  filter->SetDilateValue(grow ? 1 : 0);
  filter->SetErodeValue(grow ? 0 : 1);
  filter->SetKernelSize(kernel(size_mm, spacing_mm.x), kernel(size_mm, spacing_mm.y), 3);
  filter->Update();
  return filter->GetOutput();
}

/// A mask of the same grid.
bodies::LabelVolume to_mask(vtkImageData* image, bodies::LabelVolume mask) {
  std::copy_n(static_cast<const std::uint8_t*>(image->GetScalarPointer()), mask.labels.size(),
              mask.labels.begin());
  return mask;
}

/// What is not outside.
bodies::LabelVolume filled(const bodies::LabelVolume& solid, const std::vector<float>& hounsfield) {
  bodies::LabelVolume mask = outside_of(solid, hounsfield);
  for (std::uint8_t& label : mask.labels) label = label == 0 ? 1 : 0;
  return mask;
}

/// The largest piece, and those of flesh around bone.
bodies::LabelVolume pieces_of_a_person(bodies::LabelVolume mask, const std::vector<float>& hounsfield) {
  constexpr double kLeastFlesh = 0.5, kLeastBone = 0.01, kLeastLitres = 0.02;
  const VoxelPieces pieces = voxel_pieces(mask);
  std::vector<double> flesh(pieces.size.size()), bone(pieces.size.size());
  for (std::size_t n = 0; n < mask.labels.size(); ++n) {
    const auto piece = static_cast<std::size_t>(pieces.piece[n]);
    if (hounsfield[n] > -200 && hounsfield[n] < 200) ++flesh[piece];
    if (hounsfield[n] >= 200) ++bone[piece];
  }
  const auto largest = std::ranges::max_element(pieces.size) - pieces.size.begin();
  const double voxel_litres = mask.spacing_mm.x * mask.spacing_mm.y * mask.spacing_mm.z * 1e-6;
  std::vector<bool> kept(pieces.size.size());
  for (std::size_t piece = 1; piece < kept.size(); ++piece) {
    const auto size = static_cast<double>(pieces.size[piece]);
    kept[piece] = static_cast<std::ptrdiff_t>(piece) == largest ||
                  (size * voxel_litres > kLeastLitres && flesh[piece] > kLeastFlesh * size &&
                   bone[piece] > kLeastBone * size);
  }
  for (std::size_t n = 0; n < mask.labels.size(); ++n)
    mask.labels[n] = kept[static_cast<std::size_t>(pieces.piece[n])] ? 1 : 0;
  return mask;
}

double litres(const bodies::LabelVolume& mask) {
  return static_cast<double>(std::ranges::count(mask.labels, 1)) * mask.spacing_mm.x * mask.spacing_mm.y *
         mask.spacing_mm.z * 1e-6;
}

/// From a newborn to the heaviest; wrong spacings lie far beyond.
void check_size(const bodies::LabelVolume& body) {
  constexpr double kMostLitres = 500, kLeastSection = 50, kMostSection = 3000;  // cm2
  int slices = 0;
  const std::ptrdiff_t area = static_cast<std::ptrdiff_t>(body.nx) * body.ny;
  for (auto slice = body.labels.begin(); slice != body.labels.end(); slice += area)
    slices += std::find(slice, slice + area, 1) != slice + area ? 1 : 0;
  constexpr double kPerLitre = 1e4;  // mm of height into cm2
  const double section = kPerLitre * litres(body) / (slices * body.spacing_mm.z);
  if (litres(body) > kMostLitres || section < kLeastSection || section > kMostSection)
    throw InputError(
        "ct.body_size",
        "The body in the CT has {} litres over {} mm of height, which nobody has; its spacing is "
        "wrong (--spacing X,Y,Z in mm).",
        litres(body), slices * body.spacing_mm.z);
}

/// Whether a voxel or one that shares a face with it is labelled.
bool near_body(const bodies::LabelVolume& body, int i, int j, int k) {
  const auto labelled = [&](int a, int b, int c) {
    return a >= 0 && b >= 0 && c >= 0 && a < body.nx && b < body.ny && c < body.nz && body.at(a, b, c) != 0;
  };
  return labelled(i, j, k) || labelled(i - 1, j, k) || labelled(i + 1, j, k) || labelled(i, j - 1, k) ||
         labelled(i, j + 1, k) || labelled(i, j, k - 1) || labelled(i, j, k + 1);
}

[[noreturn]] void refuse() {
  throw InputError("ct.no_body", "The CT shows no body: nothing in it is as thick as one.");
}

/// For each of `count` fine voxels the coarse one that it lies in.
std::vector<int> coarse_indices(int count, double spacing, int coarse_count, double coarse_spacing) {
  const int factor = static_cast<int>(std::lround(coarse_spacing / spacing));
  std::vector<int> indices;
  for (int n = 0; n < count; ++n) indices.push_back(std::min(n / factor, coarse_count - 1));
  return indices;
}

}  // namespace

CtBody ct_body(const imaging::CtVolume& ct) {
  if (ct.nx < 2 || ct.ny < 2) refuse();  // one column or row is thinner than any body
  const Coarse grid = coarse(ct);
  CtBody body{filled(grid.solid, grid.hounsfield), {}};  // filled, so that erosion does not meet lungs
  const double all = litres(body.volume);
  const Image eroded = grown(to_image(body.volume), body.volume.spacing_mm, kErosionMm, false);
  const bodies::LabelVolume core = pieces_of_a_person(to_mask(eroded, body.volume), grid.hounsfield);
  if (std::ranges::none_of(core.labels, [](std::uint8_t label) { return label == 1; })) refuse();
  const bodies::LabelVolume near_core =
      to_mask(grown(to_image(core), core.spacing_mm, kErosionMm + 2 * kVoxelMm, true), core);
  for (std::size_t n = 0; n < near_core.labels.size(); ++n) body.volume.labels[n] &= near_core.labels[n];
  body.volume = filled(body.volume, std::vector<float>(grid.hounsfield.size(), 0));
  check_size(body.volume);
  if (auto remark = check_direction(body.volume, grid.hounsfield)) body.remarks.push_back(std::move(*remark));
  constexpr double kWorthTelling = 0.05;
  if (const double off = all - litres(body.volume); off > kWorthTelling)
    body.remarks.push_back(
        {.code = "ct.taken_off",
         .title = "Couch taken off",
         .sentence = "Taken off as couch, straps or other things that are no body: {} litres.",
         .arguments = {fixed(off, 1)}});
  return body;
}

void clear_outside(imaging::CtVolume& ct, const bodies::LabelVolume& body) {
  const auto is = coarse_indices(ct.nx, ct.spacing_mm.x, body.nx, body.spacing_mm.x),
             js = coarse_indices(ct.ny, ct.spacing_mm.y, body.ny, body.spacing_mm.y),
             ks = coarse_indices(ct.nz, ct.spacing_mm.z, body.nz, body.spacing_mm.z);
  bodies::LabelVolume near = body;
  for (int k = 0; k < body.nz; ++k)
    for (int j = 0; j < body.ny; ++j)
      for (int i = 0; i < body.nx; ++i) near.labels[body.index(i, j, k)] = near_body(body, i, j, k) ? 1 : 0;
  for (int k = 0; k < ct.nz; ++k)
    for (int j = 0; j < ct.ny; ++j)
      for (int i = 0; i < ct.nx; ++i)
        if (float& value = ct.hounsfield[ct.index(i, j, k)];
            near.at(is[i], js[j], ks[k]) == 0 && value != imaging::CtVolume::kOutside)
          value = kAir;
}

}  // namespace skiagraph::io
