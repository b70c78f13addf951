// After DICOM PS3.5, chapter 7 (data sets) and annex A (transfer syntaxes), and PS3.10, chapter 7 (files).
#include "core/io/dicom_structure.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

constexpr std::uintmax_t kPreamble = 128;
constexpr std::uint32_t kUndefined = 0xffffffff;
constexpr std::uint32_t kPixelData = 0x7fe00010, kTransferSyntax = 0x00020010;
constexpr std::uint32_t kItem = 0xfffee000, kEndOfItem = 0xfffee00d, kEndOfSequence = 0xfffee0dd;
constexpr const char *kImplicit = "1.2.840.10008.1.2", *kBigEndian = "1.2.840.10008.1.2.2",
                     *kDeflated = "1.2.840.10008.1.2.1.99", *kImplicitOfGe = "1.2.840.113619.5.2";

struct Element {
  std::uint32_t tag = 0, length = 0;
  std::string vr;  ///< empty where it is implicit
};

class Walk {
 public:
  explicit Walk(const std::filesystem::path& path)
      : path_(path), file_(path, std::ios::binary), bytes_(std::filesystem::file_size(path)) {}

  DicomStructure walk() {
    DicomStructure structure;
    if (bytes_at(kPreamble, 4) == "DICM") {
      at_ = kPreamble + 4;
      structure.transfer_syntax = walk_file_header();
      if (structure.transfer_syntax.empty() || at_ >= bytes_) refuse();
    } else {
      implicit_ = !letters_at(4);  // without a header: in its oldest form
    }
    if (structure.transfer_syntax == kDeflated) return structure;  // GDCM unpacks it
    while (!ended()) {
      const Element element = next();
      if (element.tag == kPixelData) {
        structure.pixels = true;
        if (element.length != kUndefined) structure.pixel_bytes = element.length;
      }
      pass(element, 0);
    }
    return structure;
  }

  /// Fewer than `count` at the end of the file; valid until the next call.
  [[nodiscard]] std::string_view bytes_at(std::uintmax_t place, std::size_t count) {
    if (place < window_at_ || place + count > window_at_ + window_.size()) {
      constexpr std::size_t kWindow = 1 << 12;
      window_.resize(std::max(count, kWindow));
      window_at_ = place;
      file_.clear();
      file_.seekg(static_cast<std::streamoff>(place));
      file_.read(window_.data(), static_cast<std::streamsize>(window_.size()));
      window_.resize(static_cast<std::size_t>(file_.gcount()));
    }
    const std::string_view window(window_);
    return place - window_at_ < window.size() ? window.substr(place - window_at_, count) : std::string_view();
  }

 private:
  [[noreturn]] void refuse() const {
    throw InputError("dicom.damaged",
                     "The DICOM file \"{}\" is damaged or was not copied to its end; copy it again.", path_);
  }
  [[nodiscard]] bool letters_at(std::uintmax_t place) {
    const std::string_view vr = bytes_at(place, 2);
    return vr.size() == 2 && std::ranges::all_of(vr, [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  /// The next bytes, all of them.
  [[nodiscard]] std::string_view value_at(std::size_t count) {
    const std::string_view bytes = bytes_at(at_, count);
    if (bytes.size() < count) refuse();
    return bytes;
  }
  [[nodiscard]] bool ended() const { return at_ >= bytes_; }
  std::uint32_t number(int bytes) {
    const std::string_view raw = value_at(static_cast<std::size_t>(bytes));
    at_ += raw.size();
    std::uint32_t value = 0;
    for (int n = 0; n < bytes; ++n)
      value |= std::uint32_t{static_cast<unsigned char>(raw[big_endian_ ? bytes - 1 - n : n])} << 8 * n;
    return value;
  }
  std::string walk_file_header() {
    std::string syntax;
    while (!ended()) {
      const std::uint32_t group = number(2);
      at_ -= 2;
      if (group != 2) break;
      const Element element = next();
      if (element.tag == kTransferSyntax) syntax = text(element.length);
      pass(element, 0);
    }
    while (!syntax.empty() && (syntax.back() == '\0' || syntax.back() == ' ')) syntax.pop_back();
    implicit_ = syntax == kImplicit || syntax == kImplicitOfGe;
    big_endian_ = syntax == kBigEndian;
    return syntax;
  }
  std::string text(std::uint32_t length) {
    constexpr std::uint32_t kLongestUid = 64;
    return std::string(value_at(std::min(length, kLongestUid)));
  }
  Element next() {
    Element element;
    const std::uint32_t group = number(2);
    element.tag = group << 16 | number(2);
    if (group == 0xfffe || implicit_) {
      element.length = number(4);
      return element;
    }
    if (!letters_at(at_)) refuse();
    element.vr = bytes_at(at_, 2);
    at_ += 2;
    constexpr std::array<std::string_view, 13> kLong{"OB", "OD", "OF", "OL", "OV", "OW", "SQ",
                                                     "SV", "UC", "UN", "UR", "UT", "UV"};
    if (std::ranges::find(kLong, element.vr) == kLong.end()) {
      element.length = number(2);
    } else {
      at_ += 2;
      element.length = number(4);
    }
    return element;
  }
  /// Goes on behind the value of an element.
  void pass(const Element& element, int depth) {
    constexpr int kDeepest = 64;
    if (depth > kDeepest) refuse();
    if (element.length != kUndefined) {
      if (element.length > bytes_ - std::min(at_, bytes_)) refuse();
      at_ += element.length;
      return;
    }
    const bool explicit_before = !implicit_;
    if (element.vr == "UN") implicit_ = true;  // as the standard has it
    for (Element item = next(); item.tag != kEndOfSequence; item = next()) {
      if (item.tag != kItem) refuse();
      if (item.length == kUndefined)
        for (Element inner = next(); inner.tag != kEndOfItem; inner = next()) pass(inner, depth + 1);
      else
        pass(item, depth + 1);
    }
    implicit_ = !explicit_before;
  }

  const std::filesystem::path& path_;
  std::ifstream file_;
  std::string window_;  ///< of the file, from window_at_
  std::uintmax_t window_at_ = 0, bytes_, at_ = 0;
  bool implicit_ = false, big_endian_ = false;
};

}  // namespace

bool is_dicom(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error) || std::filesystem::file_size(path, error) < 8)
    return false;
  Walk file(path);
  if (file.bytes_at(kPreamble, 4) == "DICM") return true;
  // Without a header: group 8 first, and its group length or one of its first elements.
  const std::string_view first = file.bytes_at(0, 4);
  return first.size() == 4 && first[0] == 8 && first[1] == 0 && first[3] == 0;
}

DicomStructure dicom_structure(const std::filesystem::path& path) {
  return Walk(path).walk();
}

}  // namespace skiagraph::io
