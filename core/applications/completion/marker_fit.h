#pragma once

#include <Eigen/Core>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "core/applications/completion/coarse_differences.h"
#include "core/applications/completion/intensity_curve.h"
#include "core/applications/completion/marker_prior.h"
#include "core/applications/completion/picture_placement.h"
#include "core/base/progress.h"
#include "core/inference/predictor.h"

namespace skiagraph::applications {

/// How much each source counts.
struct FitOptions {
  /// Coarse pixels whose differences count as one: neighbours are wrong together.
  double correlated_cells = 8;
  /// Least standard deviation of what is read in a real X-ray, pixels of the networks' grid: by MPN, and by a
  /// reader, whose answer is taken as surer or less sure than its heat maps say.
  double reading_sd_px = 1.5, reader_sd_px = 0.7, reader_doubt = 1;
  double placement_sd_px = 1.5;  ///< of a placement that was found, likewise; 0: it is held
  int most_steps = 12;
  double tolerance_px = 0.1;  ///< at rest when no marker moves farther, likewise
};

/// What a fit starts from.
struct FitRequest {
  std::shared_ptr<const geometry::SurfaceImage> surface;
  std::shared_ptr<const PictureSampler> picture;
  PicturePlacement placement;
  MarkerPrior prior;
  std::vector<inference::Pin> pins;  ///< markers that the person holds
  /// Reads the real X-ray (recipe "reader"); null: MPN reads the joined one, where the real one shows
  /// markers.
  inference::Predictor* reader = nullptr;
  FitOptions options;
};

/// Where a fit is.
struct FitState {
  PicturePlacement placement;
  MarkerPositions markers{};
  imaging::XrayImage synthetic;           ///< CIGN's, of these markers
  PlacedPicture real;                     ///< on the scale of the synthetic X-ray
  double agreement = 0;                   ///< of the two where both are (IntensityCurve)
  double difference = 0;                  ///< mean absolute difference of the two inside the body
  std::array<bool, kMarkerCount> seen{};  ///< the real X-ray shows the marker's place
  Eigen::MatrixXd covariance;             ///< (34, 34) px^2, of the markers; at first that of the prior
  int steps = 0;
};

/// Moves the markers of a body until its synthetic X-ray agrees with a real one where they overlap: the most
/// probable markers given (1) what the surface tells of them, with the covariance that pulls those along that
/// the real X-ray does not show, (2) the real X-ray, compared through CIGN on coarse pixels with a robust
/// loss (Huber's), and (3) what MPN or a reader reads in the real X-ray. Gauss-Newton steps over the leading
/// components of the covariance, with finite differences of CIGN, which are taken anew in every third step.
/// Who owns it calls step() until it returns false, on one thread, and may show every state.
class MarkerFit {
 public:
  /// Computes the state before the first step. Throws InputError "partial.no_overlap" when the picture at
  /// this place shows nothing of the body; besides as Predictor does. predictor: lives longer.
  MarkerFit(inference::Predictor& predictor, FitRequest request);

  /// One step; false when the markers are at rest. Throws Cancelled.
  bool step(const CancelToken* cancel = nullptr);
  [[nodiscard]] const FitState& state() const { return state_; }
  /// The synthetic X-ray with the real one in it, softly joined.
  [[nodiscard]] imaging::XrayImage blended() const;

 private:
  struct Equations {
    Eigen::MatrixXd matrix;
    Eigen::VectorXd right;
  };

  void make_basis();
  [[nodiscard]] Eigen::VectorXd places(const Eigen::VectorXd& unknowns) const;
  [[nodiscard]] MarkerPositions markers_at(const Eigen::VectorXd& unknowns) const;
  [[nodiscard]] PicturePlacement placement_at(const Eigen::VectorXd& unknowns) const;
  [[nodiscard]] std::pair<PlacedPicture, double> real_at(const Eigen::VectorXd& unknowns,
                                                         const imaging::XrayImage& synthetic) const;
  [[nodiscard]] FitState state_at(const Eigen::VectorXd& unknowns) const;
  [[nodiscard]] Eigen::MatrixXd jacobian(const CancelToken* cancel) const;
  [[nodiscard]] Equations equations() const;
  void read_markers();
  void set_reading(int marker, Pixel place, double sd_px);
  [[nodiscard]] double cost(const FitState& state, const Eigen::VectorXd& unknowns) const;
  [[nodiscard]] double move_to(const Eigen::VectorXd& target);

  inference::Predictor& predictor_;
  FitRequest request_;
  CoarseDifferences cells_;
  Eigen::MatrixXd basis_;   ///< (36, unknowns): markers and place, pixels, for each unknown of unit variance
  Eigen::MatrixXd slopes_;  ///< of the coarse differences, by the unknowns: see step()
  Eigen::MatrixXd small_covariance_;                     ///< of the markers, beside the leading components
  Eigen::VectorXd unknowns_, reading_, reading_weight_;  // of the markers: px, 1 / px^2
  double sd_ = 0;                                        // of a coarse pixel's difference
  FitState state_;
};

/// `synthetic` with `real` in it, softly joined along the border of what is known.
imaging::XrayImage joined(const imaging::XrayImage& synthetic, const PlacedPicture& real, int fold);

}  // namespace skiagraph::applications
