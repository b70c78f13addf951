#pragma once

#include <QImage>
#include <QPainter>

#include "core/imaging/ct_xray.h"
#include "core/imaging/window_level.h"
#include "core/imaging/xray_image.h"

namespace skiagraph::ui {

/// The true X-ray of a CT in grey; transparent where the CT does not cover it.
QImage ct_image(const imaging::CtXray& truth, const imaging::WindowLevel& window_level);
/// What is predicted less the truth: orange where the prediction is whiter, blue where it is darker, dark
/// where they agree. Colour-blind people tell the two apart. Transparent where the CT does not cover it.
QImage difference_image(const imaging::XrayImage& predicted, const imaging::CtXray& truth);
/// The mean absolute difference where the CT covers the body, in the X-ray's values; 0 where it covers
/// nothing.
double mean_difference(const imaging::XrayImage& predicted, const imaging::CtXray& truth);

/// A picture with transparent places over a hatch, so that what is not known never looks like air.
void paint_over_hatch(QPainter& painter, const QRectF& place, const QImage& image);

}  // namespace skiagraph::ui
