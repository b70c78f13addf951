#pragma once

#include <optional>

#include "core/base/vector.h"
#include "core/imaging/xray_image.h"

namespace skiagraph::applications {

/// In pixels of the networks' grid at full size; the pictures' own are as many times smaller as their frame
/// is finer.
struct TrackingOptions {
  double patch_px = 10;       ///< half the width of what is compared
  double search_px = 14;      ///< how far the annotation may have gone
  double least_score = 0.75;  ///< a worse match is a lost track
  double return_px = 1.5;     ///< tracked back, the annotation must come as near to where it was
};

struct TrackedPlace {
  Pixel place;
  double score = 0;  ///< normalised cross-correlation of the patches, -1 to 1
};

/// Finds what lies around `place` of one X-ray in another one of the same frame: by normalised
/// cross-correlation of patches (Lewis, "Fast normalized cross-correlation", 1995), and from the best match
/// to a part of a pixel by least squares (Lucas and Kanade, 1981). Nothing when the patch leaves the picture
/// or is flat, or when the best match lies at the border of the search.
std::optional<TrackedPlace> matching_place(const imaging::XrayImage& from, Pixel place,
                                           const imaging::XrayImage& to, const TrackingOptions& options = {});

/// The same, and tracked back from there. Nothing when the track is lost: a poor match, or another way back.
std::optional<TrackedPlace> tracked_place(const imaging::XrayImage& from, Pixel place,
                                          const imaging::XrayImage& to, const TrackingOptions& options = {});

}  // namespace skiagraph::applications
