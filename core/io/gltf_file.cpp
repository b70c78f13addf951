#include "core/io/gltf_file.h"

#include <array>
#include <utility>
#include <vector>

#include "core/io/gltf_accessor.h"
#include "core/io/gltf_primitive.h"
#include "core/io/gltf_scene.h"
#include "core/io/surface_builder.h"
#include "core/io/surface_errors.h"

namespace skiagraph::io {
namespace {

using nlohmann::json;

double determinant(const Transform& t) {
  const auto row = [&](int n) { return Vec3{t.m[n][0], t.m[n][1], t.m[n][2]}; };
  return dot(row(0), cross(row(1), row(2)));
}

/// A mesh where a node shows it.
struct ShownMesh {
  const json& mesh;
  const json& node;
  Transform to_world;
};

class GltfReader {
 public:
  GltfReader(const std::filesystem::path& path, const CancelToken* cancel)
      : cancel_(cancel),
        document_(path),
        scene_(document_),
        accessors_(document_),
        builder_(path, "glTF", document_.all_bytes()) {}

  SurfaceBuilder read() {
    const std::vector<ShownMesh> shown = shown_meshes();
    check_size(shown);
    for (const ShownMesh& each : shown)
      for (const json& primitive : gltf_member(each.mesh, "primitives")) add(each, primitive);
    return std::move(builder_);
  }

 private:
  /// A file without nodes is a list of meshes.
  std::vector<ShownMesh> shown_meshes() {
    std::vector<ShownMesh> shown;
    static const json kNoNode;
    for (const std::uint64_t index : scene_.shown()) {
      const json& node = document_.entry("nodes", index);
      if (const auto mesh = gltf_whole(document_, node, "mesh"))
        shown.push_back({document_.entry("meshes", *mesh), node, scene_.to_world(index)});
    }
    if (document_.list("nodes").empty())
      for (const json& mesh : document_.list("meshes")) shown.push_back({mesh, kNoNode, {}});
    return shown;
  }

  /// Many nodes may show one mesh, and many meshes the same numbers.
  void check_size(const std::vector<ShownMesh>& shown) {
    std::uint64_t vertices = 0, corners = 0;
    for (const ShownMesh& each : shown)
      for (const json& primitive : gltf_member(each.mesh, "primitives")) {
        const GltfCounts counts = counts_of(document_, primitive);
        vertices += counts.vertices;
        corners += counts.corners;
      }
    builder_.reserve(vertices, corners / 3);
  }

  void add(const ShownMesh& shown, const json& primitive) {
    if (cancel_ != nullptr && cancel_->cancelled()) throw Cancelled();
    const GltfPrimitive part = read_primitive(document_, accessors_, primitive);
    const std::uint32_t first = builder_.vertex_count();
    const std::vector<double> morph = morph_weights(shown);
    const std::vector<Transform> joints =
        part.weights.empty() ? std::vector<Transform>() : joints_of(shown.node);
    for (std::uint64_t n = 0; n < part.positions.size(); ++n) {
      const Vec3 place = morphed(part, morph, n);
      builder_.add_vertex(joints.empty() ? shown.to_world(place) : posed(part, joints, n, place));
    }
    // A skeleton takes the node's place.
    const bool mirrored = determinant(joints.empty() ? shown.to_world : joints.front()) < 0;
    add_faces(part, first, mirrored);
  }

  /// A node's weights go before those of its mesh.
  std::vector<double> morph_weights(const ShownMesh& shown) const {
    const std::vector<double> weights = gltf_numbers(document_, shown.node, "weights");
    return weights.empty() ? gltf_numbers(document_, shown.mesh, "weights") : weights;
  }

  static Vec3 place_of(const GltfNumbers& numbers, std::uint64_t n) {
    return {numbers(n, 0), numbers(n, 1), numbers(n, 2)};
  }

  static Vec3 morphed(const GltfPrimitive& part, const std::vector<double>& weights, std::uint64_t n) {
    Vec3 place = place_of(part.positions, n);
    for (std::size_t target = 0; target < std::min(part.shifts.size(), weights.size()); ++target)
      if (weights[target] != 0 && part.shifts[target].size() > 0)
        place = place + weights[target] * place_of(part.shifts[target], n);
    return place;
  }

  /// From a mesh's own frame to where each joint of the node's skeleton brings it; empty without a skeleton.
  std::vector<Transform> joints_of(const json& node) {
    const auto index = gltf_whole(document_, node, "skin");
    if (!index) return {};
    const json& skin = document_.entry("skins", *index);
    const auto inverse_accessor = gltf_whole(document_, skin, "inverseBindMatrices");
    const GltfNumbers inverse = inverse_accessor ? accessors_.read(*inverse_accessor) : GltfNumbers();
    std::vector<Transform> joints;
    for (const double joint : gltf_numbers(document_, skin, "joints")) {
      if (!(joint >= 0 && joint < static_cast<double>(document_.list("nodes").size())))
        throw document_.damaged();
      joints.push_back(scene_.to_world(static_cast<std::uint64_t>(joint)));
      std::array<double, 16> numbers{};
      if (!inverse_accessor) continue;
      if (inverse.components() != numbers.size() || joints.size() > inverse.size()) throw document_.damaged();
      for (std::size_t n = 0; n < numbers.size(); ++n) numbers[n] = inverse(joints.size() - 1, n);
      joints.back() = joints.back() * gltf_matrix(numbers);
    }
    if (joints.empty()) throw document_.damaged();
    return joints;
  }

  /// Weights are made to add up to 1, as viewers do.
  Vec3 posed(const GltfPrimitive& part, const std::vector<Transform>& joints, std::uint64_t n,
             Vec3 place) const {
    Vec3 sum;
    double weights = 0;
    for (const GltfWeights& set : part.weights)
      for (std::size_t c = 0; c < set.joints.components(); ++c) {
        const double weight = set.weights(n, c), joint = set.joints(n, c);
        if (weight == 0) continue;
        if (!(joint >= 0 && joint < static_cast<double>(joints.size()))) throw document_.damaged();
        sum = sum + weight * joints[static_cast<std::size_t>(joint)](place);
        weights += weight;
      }
    return weights > 0 ? sum * (1 / weights) : joints.front()(place);
  }

  void add_faces(const GltfPrimitive& part, std::uint32_t first, bool mirrored) {
    const auto corner = [&](std::uint64_t n) {
      const std::uint32_t vertex = part.corner(n);
      return vertex == SurfaceBuilder::kNoVertex ? vertex : first + vertex;
    };
    const auto add = [&](std::uint64_t a, std::uint64_t b, std::uint64_t c) {
      if (mirrored) std::swap(b, c);
      builder_.add_triangle(corner(a), corner(b), corner(c));
    };
    const std::uint64_t count = part.corner_count;
    if (part.mode == GltfPrimitive::kTriangles)
      for (std::uint64_t n = 0; n + 2 < count; n += 3) add(n, n + 1, n + 2);
    if (part.mode == GltfPrimitive::kStrip)
      for (std::uint64_t n = 0; n + 2 < count; ++n) add(n, n + 1 + n % 2, n + 2 - n % 2);
    if (part.mode == GltfPrimitive::kFan)
      for (std::uint64_t n = 1; n + 1 < count; ++n) add(0, n, n + 1);
  }

  const CancelToken* cancel_;
  GltfDocument document_;
  GltfScene scene_;
  GltfAccessors accessors_;
  SurfaceBuilder builder_;
};

}  // namespace

geometry::TriangleMesh read_gltf(const std::filesystem::path& path, const CancelToken* cancel) try {
  SurfaceBuilder builder = GltfReader(path, cancel).read();  // the file's own bytes are gone from here on
  return builder.finish();
} catch (const nlohmann::json::exception&) {
  throw InputError("surface.damaged", "\"{}\" is a damaged glTF file: its JSON is cut off or makes no sense.",
                   path);
}

}  // namespace skiagraph::io
