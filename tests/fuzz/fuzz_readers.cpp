#include <fcntl.h>
#include <png.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/io/archive_file.h"
#include "core/io/byte_source.h"
#include "core/io/ct_volume_file.h"
#include "core/io/dicom_picture.h"
#include "core/io/dicom_series.h"
#include "core/io/fbx_file.h"
#include "core/io/landmarks_file.h"
#include "core/io/mesh_file.h"
#include "core/io/png.h"
#include "core/session/session_json.h"
#include "core/tensors/float_tensors.h"
#include "core/training/recipe.h"
#include "core/training/run_folder.h"

namespace {

using namespace skiagraph;
using std::filesystem::path;

struct Reader {
  std::string_view name, file;
  void (*read)(const path& path, std::string_view bytes);
};

void read_surface(const path& path, std::string_view) {
  io::read_surface(path);
}
void read_volume(const path& path, std::string_view) {
  io::read_ct_volume(path);
}
void read_landmarks(const path& path, std::string_view) {
  io::read_landmarks(path);
}

void read_recipe(const path& path, std::string_view) {
  training::read_recipe(path);
}

void read_run(const path& path, std::string_view) {
  training::read_run_status(path.parent_path());
}

void write_bytes(const path& path, std::string_view bytes) {
  const int file = open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0 || write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) std::abort();
  close(file);
}

void unpack(const path& path, std::string_view) {
  const auto folder = path.parent_path() / "unpacked";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  io::unpack_archive(path, folder);
}

/// With the right checksums, as libpng refuses all else at once.
void read_picture(const path& path, std::string_view bytes) {
  constexpr std::size_t kSignature = 8, kType = 4, kAround = 12;  // length, type and checksum of a part
  std::string png(bytes);
  const auto place = [&](std::size_t at) { return reinterpret_cast<unsigned char*>(png.data() + at); };
  for (std::size_t at = kSignature; at + kAround <= png.size();) {
    const std::size_t length = png_get_uint_32(place(at)), most = png.size() - at - kAround;
    if (length > most) break;
    const auto sum = crc32(0, place(at + kType), static_cast<unsigned>(length + 4));
    png_save_uint_32(place(at + length + 8), static_cast<png_uint_32>(sum));
    at += length + kAround;
  }
  write_bytes(path, png);
  io::read_png(path);
}

/// Not in a process of its own, which would hide how it ends; so is DICOM.
void read_fbx(const path& path, std::string_view) {
  io::ByteSource source(path);
  io::read_fbx_here(source);
}
void read_dicom(const path& path, std::string_view) {
  io::read_dicom_series(path, {}, [](const auto&) {});
}
void read_film(const path& path, std::string_view) {
  io::read_dicom_picture(path, [](const auto&) {});
}

void read_tensors(const path& path, std::string_view) {
  tensors::SafetensorsReader file(path);
  tensors::read_float_tensors(file);
}

/// What was read is written and read again without a change.
void read_session(const path&, std::string_view bytes) {
  const auto rewritten = [](std::string_view text) {
    return session::to_json_text(session::from_json_text(text, "session").session);
  };
  const std::string text = rewritten(bytes);
  const auto again = [&]() noexcept { return rewritten(text); };
  if (again() != text) std::abort();
}

constexpr std::array kReaders{
    Reader{"ply", "a.ply", read_surface},
    Reader{"stl", "a.stl", read_surface},
    Reader{"obj", "a.obj", read_surface},
    Reader{"off", "a.off", read_surface},
    Reader{"gltf", "a.gltf", read_surface},
    Reader{"glb", "a.glb", read_surface},
    Reader{"fbx", "a.fbx", read_fbx},
    Reader{"safetensors", "a.safetensors", read_tensors},
    Reader{"session", "", read_session},
    Reader{"png", "a.png", read_picture},
    Reader{"nifti", "a.nii", read_volume},
    Reader{"nrrd", "a.nrrd", read_volume},
    Reader{"meta_image", "a.mha", read_volume},
    Reader{"dicom", "a.dcm", read_dicom},
    Reader{"film", "b.dcm", read_film},
    Reader{"landmarks", "a.csv", read_landmarks},
    Reader{"markups", "a.mrk.json", read_landmarks},
    Reader{"recipe", "a.json", read_recipe},
    Reader{"run", "run.json", read_run},
    Reader{"packed", "a.obj.gz", read_surface},
    Reader{"archive", "a.zip", unpack},
};

/// Of the file under test, in memory where the system has a folder there; removed at the end, but for one
/// that crashed.
class Folder {
 public:
  Folder() {
    const path shared = "/dev/shm";
    path_ = std::filesystem::exists(shared) ? shared : std::filesystem::temp_directory_path();
    path_ /= "skiagraph-fuzz-" + std::to_string(getpid());
    std::filesystem::create_directory(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  [[nodiscard]] path write(std::string_view name, std::string_view bytes) const {
    const path file = path_ / name;
    write_bytes(file, bytes);
    return file;
  }

 private:
  path path_;
};

const Reader* reader = nullptr;

}  // namespace

/// Assimp and GDCM lose bytes when a file is damaged, which is not ours to mend.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT
  return "leak:libassimp\nleak:libgdcm\n";
}

extern "C" int LLVMFuzzerInitialize(int*, char*** arguments) {
  const std::string name = path((*arguments)[0]).filename().string();
  reader = std::ranges::find_if(kReaders, [&](const Reader& each) { return name.ends_with(each.name); });
  if (reader != kReaders.end()) return 0;
  std::cerr << "Call this program as fuzz_ply, fuzz_stl and so on.\n";
  std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    reader->read(reader->file.empty() ? path() : folder.write(reader->file, bytes), bytes);
  } catch (const Error&) {  // a sentence for the person
  }
  return 0;
}
