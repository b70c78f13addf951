#include "app/large_scan.h"

#include <unistd.h>

#include <chrono>
#include <memory>
#include <unordered_map>
#include <vector>

#include "core/base/error.h"
#include "core/bodies/built_in_person.h"
#include "core/geometry/scan_alignment.h"
#include "core/inference/predictor.h"
#include "core/io/mesh_file.h"

namespace skiagraph::app {
namespace {

constexpr std::size_t kTriangles = 2'000'000;

/// Triangles divided in four at the middles of their edges, round after round, until there are enough.
geometry::TriangleMesh refined(geometry::TriangleMesh mesh, std::size_t triangles) {
  while (mesh.triangles.size() < triangles) {
    std::unordered_map<std::uint64_t, std::uint32_t> middles;
    const auto middle = [&](std::uint32_t a, std::uint32_t b) {
      const auto key = (static_cast<std::uint64_t>(std::min(a, b)) << 32) | std::max(a, b);
      const auto [found, fresh] = middles.try_emplace(key, static_cast<std::uint32_t>(mesh.vertices.size()));
      if (fresh) mesh.vertices.push_back((mesh.vertices[a] + mesh.vertices[b]) * 0.5);
      return found->second;
    };
    const std::size_t before = mesh.triangles.size();
    for (std::size_t n = 0; n < before && mesh.triangles.size() < triangles; ++n) {
      const auto [a, b, c] = mesh.triangles[n];
      const std::uint32_t ab = middle(a, b), bc = middle(b, c), ca = middle(c, a);
      mesh.triangles[n] = {ab, bc, ca};
      for (const auto& corner : {std::array{a, ab, ca}, std::array{b, bc, ab}, std::array{c, ca, bc}})
        mesh.triangles.push_back(corner);
    }
  }
  return mesh;
}

/// A file that is removed with the object.
class TemporaryFile {
 public:
  TemporaryFile()
      : path_(std::filesystem::temp_directory_path() / ("skiagraph-" + std::to_string(::getpid()) + ".ply")) {
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

std::map<std::string, benchmark::TimeSummary> time_large_scan(const std::filesystem::path& models,
                                                              const ProgressFunction& progress,
                                                              const CancelToken* cancel) {
  constexpr int kRepetitions = 5;
  using Clock = std::chrono::steady_clock;
  const TemporaryFile file;
  io::write_ply(file.path(), refined(bodies::built_in_person(), kTriangles));
  inference::Predictor predictor(models, "cpu");
  std::map<std::string, std::vector<double>> times;
  for (int n = 0; n < kRepetitions; ++n) {
    if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
    if (progress) progress(static_cast<double>(n) / kRepetitions, "A large scan");
    const auto begun = Clock::now();
    auto last = begun;
    const auto took = [&](const char* stage) {
      const auto now = Clock::now();
      times[stage].push_back(std::chrono::duration<double, std::milli>(now - last).count());
      last = now;
    };
    const geometry::TriangleMesh mesh = io::read_mesh(file.path());
    took("scan_2m_read");
    const geometry::AlignedScan scan = geometry::align_scan(mesh);
    took("scan_2m_align");
    inference::LoopRequest request;
    request.surface = std::make_shared<geometry::SurfaceImage>(
        geometry::rasterise_surface({&scan.mesh, 1}, scan.placement(predictor.frame())));
    took("scan_2m_surface");
    request.max_iterations = 0;
    predictor.run(request);
    took("scan_2m_first_xray");
    times["scan_2m_whole"].push_back(std::chrono::duration<double, std::milli>(last - begun).count());
  }
  if (progress) progress(1, "A large scan");
  std::map<std::string, benchmark::TimeSummary> stages;
  for (const auto& [stage, milliseconds] : times) stages[stage] = benchmark::summary_of(milliseconds);
  return stages;
}

}  // namespace skiagraph::app
