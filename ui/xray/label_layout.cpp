#include "ui/xray/label_layout.h"

#include <QLineF>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace skiagraph::ui {
namespace {

constexpr double kGap = 10;      ///< from a dot's middle to its label
constexpr double kDotReach = 7;  ///< half of what a dot covers
constexpr double kMargin = 1;    ///< between labels
constexpr double kLeader = 13;   ///< a label farther from its dot needs a line

double covered(const QRectF& a, const QRectF& b) {
  const QRectF both = a.intersected(b);
  return both.isEmpty() ? 0 : both.width() * both.height();
}

/// Places for one label, the best first: near its dot, on its side, and rather beside than over or under it.
std::vector<LabelPlace> candidates(const Label& label, const QRectF& area, double scale) {
  constexpr int kRows = 14;
  constexpr double kOtherSide = 6, kFarther[] = {0, 24, 56};
  struct Candidate {
    double cost;
    QRectF box;
  };
  const QSizeF& size = label.size;
  const double gap = kGap * scale;
  const double least_x = area.left(), most_x = area.right() - size.width();
  const double least_y = area.top(), most_y = area.bottom() - size.height();
  if (most_x < least_x || most_y < least_y) return {};
  std::vector<Candidate> found;
  const auto add = [&](double x, double y, double penalty) {
    const QRectF box(QPointF(std::clamp(x, least_x, most_x), std::clamp(y, least_y, most_y)), size);
    const double way = QLineF(label.dot, nearest_point(box, label.dot)).length(),
                 beside = std::abs(box.center().y() - label.dot.y());
    found.push_back({way + 0.2 * beside + penalty, box});
  };
  for (int row = -kRows; row <= kRows; ++row) {
    const double y = label.dot.y() + (row - 1) * size.height() / 2;
    for (const double farther : kFarther) {
      add(label.dot.x() - gap - farther - size.width(), y, label.left ? 0 : kOtherSide);
      add(label.dot.x() + gap + farther, y, label.left ? kOtherSide : 0);
    }
    add(label.dot.x() - size.width() / 2, y, kOtherSide);
  }
  std::ranges::stable_sort(found, {}, &Candidate::cost);
  std::vector<LabelPlace> places;
  for (const Candidate& candidate : found) {
    const double way = QLineF(label.dot, nearest_point(candidate.box, label.dot)).length();
    places.push_back({candidate.box, way > kLeader * scale});
  }
  return places;
}

}  // namespace

QPointF nearest_point(const QRectF& box, QPointF to) {
  return {std::clamp(to.x(), box.left(), box.right()), std::clamp(to.y(), box.top(), box.bottom())};
}

std::vector<LabelPlace> place_labels(const std::vector<Label>& labels, const QRectF& area, double scale) {
  const double reach = kDotReach * scale;
  std::vector<QRectF> taken;
  for (const Label& label : labels)
    taken.emplace_back(label.dot - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
  std::vector<std::size_t> order(labels.size());  // from the head down, so that a label rather moves up
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {},
                           [&](std::size_t n) { return std::pair(labels[n].dot.y(), labels[n].dot.x()); });
  std::vector<LabelPlace> places(labels.size());
  for (const std::size_t n : order) {
    double least = std::numeric_limits<double>::infinity();
    for (const LabelPlace& place : candidates(labels[n], area, scale)) {
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
