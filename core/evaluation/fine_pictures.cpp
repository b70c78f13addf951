#include "core/evaluation/fine_pictures.h"

#include <torch/types.h>

#include "core/anatomy/patient/virtual_patient.h"
#include "core/base/error.h"
#include "core/base/number_text.h"
#include "core/evaluation/picture_figures.h"
#include "core/evaluation/statistics.h"
#include "core/networks/super_resolution_weights.h"

namespace skiagraph::evaluation {
namespace {

using torch::Tensor;

constexpr int kFactor = networks::SuperResolutionShape::kFactor;

/// The picture (H, W) on the finer frame, cubic.
Tensor interpolated(const Tensor& xray) {
  const Tensor planes = xray.unsqueeze(0).unsqueeze(0);
  return torch::upsample_bicubic2d(planes, {kFactor * xray.size(0), kFactor * xray.size(1)}, false)[0][0]
      .clamp(0, 1);
}

PictureFigures means(const std::vector<PictureFigures>& people) {
  const auto of = [&](double PictureFigures::*figure) {
    std::vector<double> values;
    for (const PictureFigures& one : people) values.push_back(one.*figure);
    return mean(values);
  };
  return {of(&PictureFigures::mae), of(&PictureFigures::mae_body), of(&PictureFigures::ms_ssim),
          of(&PictureFigures::ms_ssim_box), of(&PictureFigures::sharpness)};
}

std::string title(const FinePictures& pictures) {
  return filled_in("X-rays of {} x {}", {std::to_string(pictures.rows), std::to_string(pictures.columns)});
}

std::string row(const char* name, const PictureFigures& p) {
  return filled_in("| {} | {}e-2 | {} | {} |\n",
                   {name, fixed(100 * p.mae_body, 2), fixed(100 * p.ms_ssim_box, 2), fixed(p.sharpness, 2)});
}

}  // namespace

FineComparison::FineComparison(const tensors::Dataset& fine, const tensors::Dataset& coarse) : fine_(fine) {
  if (!(fine.frame == refined(coarse.frame, kFactor)))
    throw InputError("evaluate.fine_frame",
                     "The pictures of the finer data set must be twice as large as those of the other one.");
  const bool same = fine.mm_per_px.numel() == coarse.mm_per_px.numel() &&
                    torch::equal(fine.split, coarse.split) &&
                    torch::allclose(fine.mm_per_px * kFactor, coarse.mm_per_px);
  if (!same)
    throw InputError("evaluate.fine_people",
                     "The finer data set holds other people than the other one; make that one from it with "
                     "population --halve.");
}

FineComparison::Pictures FineComparison::add(inference::Predictor& predictor,
                                             const std::shared_ptr<const geometry::SurfaceImage>& surface,
                                             const imaging::XrayImage& xray, std::int64_t index) {
  const Tensor truth = fine_.xray[index][0].to(torch::kFloat32),
               inside = fine_.surface[index][1].to(torch::kFloat32) > 0;
  const PixelBox box = body_box(inside);
  const imaging::XrayImage fine = predictor.fine_xray(surface, xray);
  const Tensor plain = interpolated(anatomy::xray_tensor(xray)),
               shown = fine.frame == fine_.frame ? anatomy::xray_tensor(fine) : plain;
  interpolated_.push_back(picture_figures(plain, truth, inside, box));
  shown_.push_back(picture_figures(shown, truth, inside, box));
  return {truth, shown};
}

FinePictures FineComparison::result() const {
  FinePictures pictures{fine_.frame.rows,     fine_.frame.columns, static_cast<std::int64_t>(shown_.size()),
                        means(interpolated_), means(shown_),       {}};
  if (fine_.floor_xray.defined()) pictures.floor = fine_.floor_xray.item<double>();
  return pictures;
}

std::string fine_pictures_text(const FinePictures& pictures) {
  const auto line = [](const char* name, const PictureFigures& p) {
    return filled_in("  {}: {} in the body, MS-SSIM {} in its box, sharpness {}\n",
                     {name, fixed(p.mae_body, 4), fixed(p.ms_ssim_box, 4), fixed(p.sharpness, 2)});
  };
  return title(pictures) + "\n" + line("the loop's, interpolated", pictures.interpolated) +
         line("as shown", pictures.shown);
}

std::string fine_pictures_markdown(const FinePictures& pictures) {
  std::string text = "## " + title(pictures) + "\n\n| | MAE in the body | MS-SSIM, body box | sharpness |\n" +
                     "|---|---|---|---|\n" + row("the loop's, interpolated", pictures.interpolated) +
                     row("as they are shown and exported", pictures.shown);
  if (pictures.floor) text += filled_in("| floor | {}e-2 | - | - |\n", {fixed(100 * *pictures.floor, 2)});
  return text +
         "\nThe loop works on pictures of half the size. A network adds what the four pixels of a square "
         "differ from their mean, which stays. Sharpness as in table 1, in pixels of these pictures.\n";
}

}  // namespace skiagraph::evaluation
