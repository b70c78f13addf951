#include "ui/xray/label_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace skiagraph::ui {
namespace {

constexpr double kGap = 10;                      ///< from a dot's middle to its label
constexpr double kDotReach = 7;                  ///< half of what a dot covers
constexpr double kMargin = 1;                    ///< between labels
constexpr int kFarthest = 12;                    ///< steps up or down
constexpr std::array kFarther{0.0, 26.0, 60.0};  ///< sideways, with a leader

double covered(const QRectF& a, const QRectF& b) {
  const QRectF both = a.intersected(b);
  return both.isEmpty() ? 0 : both.width() * both.height();
}

/// Places for one label, the best first.
std::vector<LabelPlace> candidates(const Label& label, const QRectF& area) {
  std::vector<LabelPlace> places;
  const double step = label.size.height() / 2;
  const auto add = [&](bool left, int steps, double farther) {
    const double x =
        left ? label.dot.x() - kGap - farther - label.size.width() : label.dot.x() + kGap + farther;
    QRectF box(QPointF(x, label.dot.y() - label.size.height() / 2 + steps * step), label.size);
    if (box.left() < area.left() || box.right() > area.right()) return;
    box.moveTop(std::clamp(box.top(), area.top(), std::max(area.top(), area.bottom() - box.height())));
    places.push_back({box, std::abs(box.center().y() - label.dot.y()) > step || farther > 0});
  };
  for (int away = 0; away <= kFarthest; ++away)
    for (const double farther : kFarther)
      for (const bool left : {label.left, !label.left}) {
        add(left, -away, farther);
        if (away > 0) add(left, away, farther);
      }
  return places;
}

}  // namespace

std::vector<LabelPlace> place_labels(const std::vector<Label>& labels, const QRectF& area) {
  std::vector<QRectF> taken;
  for (const Label& label : labels)
    taken.emplace_back(label.dot - QPointF(kDotReach, kDotReach), QSizeF(2 * kDotReach, 2 * kDotReach));
  std::vector<std::size_t> order(labels.size());  // from the head down, so that a label rather moves up
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {},
                           [&](std::size_t n) { return std::pair(labels[n].dot.y(), labels[n].dot.x()); });
  std::vector<LabelPlace> places(labels.size());
  for (const std::size_t n : order) {
    double least = std::numeric_limits<double>::infinity();
    for (const LabelPlace& place : candidates(labels[n], area)) {
      const double cost =
          std::accumulate(taken.begin(), taken.end(), 0.0,
                          [&](double sum, const QRectF& box) { return sum + covered(place.box, box); });
      if (cost >= least) continue;
      least = cost;
      places[n] = place;
      if (cost == 0) break;
    }
    if (std::isinf(least)) {  // wider than the area
      QRectF box(QPointF(), labels[n].size);
      box.moveCenter(labels[n].dot);
      places[n].box = box;
    }
    taken.push_back(places[n].box.adjusted(-kMargin, -kMargin, kMargin, kMargin));
  }
  return places;
}

}  // namespace skiagraph::ui
