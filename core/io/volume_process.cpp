#include "core/io/volume_process.h"

#include <string>

namespace skiagraph::io {
namespace {

void put(const Pipe& pipe, const Remark& remark) {
  for (const std::string* text : {&remark.code, &remark.title, &remark.sentence}) pipe.put(*text);
  pipe.put(remark.arguments);
  pipe.put(remark.doubtful);
}

Remark get_remark(const Pipe& pipe) {
  Remark remark;
  for (std::string* text : {&remark.code, &remark.title, &remark.sentence}) *text = pipe.get_text();
  remark.arguments = pipe.get_texts();
  remark.doubtful = pipe.get<bool>();
  return remark;
}

void put(const Pipe& pipe, const imaging::CtVolume& volume) {
  for (const int count : {volume.nx, volume.ny, volume.nz}) pipe.put(count);
  pipe.put(volume.spacing_mm), pipe.put(volume.origin_mm);
  pipe.put(volume.remarks.size());
  for (const Remark& remark : volume.remarks) put(pipe, remark);
  pipe.put(volume.hounsfield);
}

void get(const Pipe& pipe, imaging::CtVolume& volume) {
  for (int* count : {&volume.nx, &volume.ny, &volume.nz}) *count = pipe.get<int>();
  volume.spacing_mm = pipe.get<Vec3>(), volume.origin_mm = pipe.get<Vec3>();
  volume.remarks.resize(pipe.get<std::size_t>());
  for (Remark& remark : volume.remarks) remark = get_remark(pipe);
  pipe.get(volume.hounsfield);
}

InputError damaged(const std::filesystem::path& file) {
  return InputError("dicom.damaged", "The DICOM file \"{}\" is damaged; copy it again.", file);
}

}  // namespace

imaging::CtVolume read_volume_apart(const std::filesystem::path& path, const ReadingWatch& watch,
                                    const std::function<imaging::CtVolume(const FileNote&)>& read,
                                    const std::filesystem::path& unpacked_to) {
  imaging::CtVolume volume;
  const auto read_and_send = [&](const FileNote& note) {
    return [result = read(note)](const Pipe& pipe) { put(pipe, result); };
  };
  read_apart(path, watch,
             {read_and_send, [&](const Pipe& pipe) { get(pipe, volume); }, damaged, unpacked_to});
  return volume;
}

}  // namespace skiagraph::io
