#pragma once

#include <string>
#include <vector>

namespace skiagraph::io {

struct LibraryVersion {
  std::string name, version;
};

/// The libraries that read, write and align files, by name. Of shared ones the version at hand, of others the
/// one that the program was built with.
std::vector<LibraryVersion> library_versions();

}  // namespace skiagraph::io
