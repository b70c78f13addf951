#include "core/io/library_versions.h"

#include <archive.h>
#include <assimp/version.h>
#include <cairo.h>
#include <draco/core/draco_version.h>
#include <fmt/core.h>
#include <gdcmVersion.h>
#include <meshoptimizer.h>
#include <openssl/crypto.h>
#include <png.h>
#include <vtkVersion.h>
#include <zlib.h>

#include <Eigen/Core>
#include <nlohmann/json.hpp>

namespace skiagraph::io {
namespace {

template <class... Numbers>
std::string dotted(unsigned first, Numbers... further) {
  std::string text = std::to_string(first);
  ((text += '.', text += std::to_string(further)), ...);
  return text;
}

}  // namespace

std::vector<LibraryVersion> library_versions() {
  return {{"Assimp", dotted(aiGetVersionMajor(), aiGetVersionMinor(), aiGetVersionPatch())},
          {"cairo", cairo_version_string()},
          {"Draco", draco::kDracoVersion},
          {"Eigen", dotted(EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION)},
          {"fmt", dotted(FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100)},
          {"GDCM", gdcm::Version::GetVersion()},
          {"libarchive", dotted(static_cast<unsigned>(archive_version_number() / 1'000'000),
                                archive_version_number() / 1000 % 1000, archive_version_number() % 1000)},
          {"libpng", png_get_libpng_ver(nullptr)},
          {"meshoptimizer", dotted(MESHOPTIMIZER_VERSION / 1000, MESHOPTIMIZER_VERSION / 10 % 100)},
          {"nlohmann-json",
           dotted(NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)},
          {"OpenSSL", OpenSSL_version(OPENSSL_VERSION_STRING)},
          {"VTK", vtkVersion::GetVTKVersion()},
          {"zlib", zlibVersion()}};
}

}  // namespace skiagraph::io
