#include "core/io/ct_body.h"

#include <vtkImageConnectivityFilter.h>
#include <vtkImageData.h>
#include <vtkImageDilateErode3D.h>
#include <vtkNew.h>
#include <vtkSmartPointer.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

constexpr double kVoxelMm = 3;
constexpr float kSkinHounsfield = -350;
// Couch plates and blankets are thinner than this, necks and wrists are not.
constexpr double kErosionMm = 12;

using Image = vtkSmartPointer<vtkImageData>;

int kernel(double size_mm, double spacing_mm) {
  return 2 * static_cast<int>(std::lround(size_mm / 2 / spacing_mm)) + 1;
}

/// Means over blocks of voxels, above the threshold.
bodies::LabelVolume solid(const imaging::CtVolume& ct) {
  const auto factor = [](double spacing, int count) {
    return std::clamp(static_cast<int>(std::lround(kVoxelMm / spacing)), 1, count);
  };
  const int fx = factor(ct.spacing_mm.x, ct.nx), fy = factor(ct.spacing_mm.y, ct.ny),
            fz = factor(ct.spacing_mm.z, ct.nz);
  bodies::LabelVolume mask{ct.nx / fx, ct.ny / fy, ct.nz / fz, {}, {}, {}};
  mask.spacing_mm = {ct.spacing_mm.x * fx, ct.spacing_mm.y * fy, ct.spacing_mm.z * fz};
  mask.origin_mm = ct.origin_mm + (mask.spacing_mm - ct.spacing_mm) * 0.5;
  mask.labels.reserve(static_cast<std::size_t>(mask.nx) * mask.ny * mask.nz);
  for (int k = 0; k < mask.nz; ++k)
    for (int j = 0; j < mask.ny; ++j)
      for (int i = 0; i < mask.nx; ++i) {
        float sum = 0;
        for (int c = 0; c < fz; ++c)
          for (int b = 0; b < fy; ++b)
            for (int a = 0; a < fx; ++a) sum += ct.at(i * fx + a, j * fy + b, k * fz + c);
        mask.labels.push_back(sum > kSkinHounsfield * static_cast<float>(fx * fy * fz) ? 1 : 0);
      }
  return mask;
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

Image largest_piece(vtkImageData* image) {
  vtkNew<vtkImageConnectivityFilter> filter;
  filter->SetInputData(image);
  filter->SetScalarRange(1, 1);
  filter->SetExtractionModeToLargestRegion();
  filter->SetLabelModeToConstantValue();
  filter->SetLabelConstantValue(1);
  filter->SetLabelScalarTypeToUnsignedChar();
  filter->Update();
  return filter->GetOutput();
}

/// What cannot be reached from the slice's border belongs to the body.
void fill(bodies::LabelVolume& mask, int slice) {
  std::vector<std::pair<int, int>> open;
  std::vector<bool> outside(static_cast<std::size_t>(mask.nx) * mask.ny, false);
  const auto visit = [&](int i, int j) {
    if (i < 0 || j < 0 || i >= mask.nx || j >= mask.ny || mask.at(i, j, slice) != 0) return;
    const std::size_t n = static_cast<std::size_t>(j) * mask.nx + i;
    if (outside[n]) return;
    outside[n] = true;
    open.emplace_back(i, j);
  };
  for (int i = 0; i < mask.nx; ++i) visit(i, 0), visit(i, mask.ny - 1);
  for (int j = 0; j < mask.ny; ++j) visit(0, j), visit(mask.nx - 1, j);
  while (!open.empty()) {
    const auto [i, j] = open.back();
    open.pop_back();
    visit(i - 1, j), visit(i + 1, j), visit(i, j - 1), visit(i, j + 1);
  }
  for (int j = 0; j < mask.ny; ++j)
    for (int i = 0; i < mask.nx; ++i)
      mask.labels[mask.index(i, j, slice)] = outside[static_cast<std::size_t>(j) * mask.nx + i] ? 0 : 1;
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

bodies::LabelVolume ct_body(const imaging::CtVolume& ct) {
  if (ct.nx < 2 || ct.ny < 2) refuse();  // one column or row is thinner than any body
  bodies::LabelVolume body = solid(ct);
  for (int slice = 0; slice < body.nz; ++slice) fill(body, slice);  // so that erosion does not meet lungs
  const Image core = largest_piece(grown(to_image(body), body.spacing_mm, kErosionMm, false));
  const Image whole = grown(core, body.spacing_mm, kErosionMm + 2 * kVoxelMm, true);
  const auto* near_core = static_cast<const std::uint8_t*>(whole->GetScalarPointer());
  for (std::size_t n = 0; n < body.labels.size(); ++n) body.labels[n] &= near_core[n];
  for (int slice = 0; slice < body.nz; ++slice) fill(body, slice);
  if (std::ranges::none_of(body.labels, [](std::uint8_t label) { return label == 1; })) refuse();
  return body;
}

void clear_outside(imaging::CtVolume& ct, const bodies::LabelVolume& body) {
  constexpr float kAir = -1000;
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
        if (near.at(is[i], js[j], ks[k]) == 0) ct.hounsfield[ct.index(i, j, k)] = kAir;
}

}  // namespace skiagraph::io
