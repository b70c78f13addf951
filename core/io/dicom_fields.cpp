#include "core/io/dicom_fields.h"

#include <algorithm>
#include <cstring>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/error.h"

namespace skiagraph::io {

using gdcm::Tag;

std::string text_of(const gdcm::DataSet& data, const Tag& tag) {
  if (!data.FindDataElement(tag)) return {};
  const gdcm::ByteValue* bytes = data.GetDataElement(tag).GetByteValue();
  if (bytes == nullptr) return {};
  std::string text(bytes->GetPointer(), bytes->GetLength());
  while (!text.empty() && text.back() == '\0') text.pop_back();
  return std::string(trimmed(text));
}

std::optional<double> number_of(const gdcm::DataSet& data, const Tag& tag) {
  const auto number = numbers_of<1>(data, tag);
  return number ? std::optional((*number)[0]) : std::nullopt;
}

int whole_of(const gdcm::DataSet& data, const Tag& tag) {
  constexpr double kMost = 2e9;
  const double number = number_of(data, tag).value_or(0);
  return std::abs(number) < kMost ? static_cast<int>(number) : 0;
}

std::optional<std::uint16_t> word_of(const gdcm::DataSet& data, const Tag& tag) {
  if (!data.FindDataElement(tag)) return std::nullopt;
  const gdcm::ByteValue* bytes = data.GetDataElement(tag).GetByteValue();
  if (bytes == nullptr || bytes->GetLength() < 2) return std::nullopt;
  std::uint16_t word = 0;
  std::memcpy(&word, bytes->GetPointer(), sizeof word);
  return word;
}

gdcm::SmartPointer<gdcm::SequenceOfItems> sequence_of(const gdcm::DataSet& data, const Tag& tag) {
  return data.FindDataElement(tag) ? data.GetDataElement(tag).GetValueAsSQ() : nullptr;
}

std::optional<std::pair<int, int>> padding_of(const gdcm::DataSet& data, bool is_signed) {
  const auto as_stored = [&](std::uint16_t word) {
    return is_signed ? int{static_cast<std::int16_t>(word)} : int{word};
  };
  const auto value = word_of(data, Tag(0x0028, 0x0120));
  if (!value) return std::nullopt;
  const int from = as_stored(*value), to = as_stored(word_of(data, Tag(0x0028, 0x0121)).value_or(*value));
  return std::pair(std::min(from, to), std::max(from, to));
}

void check_transfer_syntax(const std::filesystem::path& path, const std::string& uid) {
  static const std::set<std::string_view> kRead{"",
                                                "1.2.840.10008.1.2",
                                                "1.2.840.10008.1.2.1",
                                                "1.2.840.10008.1.2.1.99",
                                                "1.2.840.10008.1.2.2",
                                                "1.2.840.113619.5.2",
                                                "1.2.840.10008.1.2.5",
                                                "1.2.840.10008.1.2.4.50",
                                                "1.2.840.10008.1.2.4.51",
                                                "1.2.840.10008.1.2.4.57",
                                                "1.2.840.10008.1.2.4.70",
                                                "1.2.840.10008.1.2.4.80",
                                                "1.2.840.10008.1.2.4.81",
                                                "1.2.840.10008.1.2.4.90",
                                                "1.2.840.10008.1.2.4.91"};
  if (kRead.contains(uid)) return;
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kNames{
      {{"1.2.840.10008.1.2.4.20", "HTJ2K"},
       {"1.2.840.10008.1.2.4.10", "MPEG video"},
       {"1.2.840.10008.1.2.4.11", "JPEG XL"},
       {"1.2.840.10008.1.2.4.9", "JPEG 2000 with several components or over a network"}}};
  const auto* known =
      std::ranges::find_if(kNames, [&](const auto& name) { return uid.starts_with(name.first); });
  throw InputError("dicom.compression",
                   "The DICOM file \"{}\" is compressed in a way that is not read ({}); export the series "
                   "uncompressed.",
                   path, known == kNames.end() ? uid : std::string(known->second));
}

}  // namespace skiagraph::io
