#pragma once

#include <gdcmDataSet.h>
#include <gdcmSequenceOfItems.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/text.h"

namespace skiagraph::io {

/// Fields of a DICOM data set, as far as they can be read. Private to core/io.

/// Trimmed; empty where there is none.
std::string text_of(const gdcm::DataSet& data, const gdcm::Tag& tag);

/// The numbers between backslashes; nothing when there are not exactly `Count` or one is none (a decimal
/// comma).
template <std::size_t Count>
std::optional<std::array<double, Count>> numbers_of(const gdcm::DataSet& data, const gdcm::Tag& tag) {
  const auto parts = split(text_of(data, tag), '\\');
  if (parts.size() != Count) return std::nullopt;
  std::array<double, Count> values{};
  for (std::size_t n = 0; n < Count; ++n) {
    const auto value = number_in(trimmed(parts[n]));
    if (!value || !std::isfinite(*value)) return std::nullopt;
    values[n] = *value;
  }
  return values;
}

std::optional<double> number_of(const gdcm::DataSet& data, const gdcm::Tag& tag);
int whole_of(const gdcm::DataSet& data, const gdcm::Tag& tag);
/// Two bytes, in this machine's order as GDCM leaves them.
std::optional<std::uint16_t> word_of(const gdcm::DataSet& data, const gdcm::Tag& tag);
gdcm::SmartPointer<gdcm::SequenceOfItems> sequence_of(const gdcm::DataSet& data, const gdcm::Tag& tag);

/// From the first to the last stored value that stand for no measurement.
std::optional<std::pair<int, int>> padding_of(const gdcm::DataSet& data, bool is_signed);

/// Throws InputError "dicom.compression" for pixels that GDCM does not unpack.
void check_transfer_syntax(const std::filesystem::path& path, const std::string& uid);

}  // namespace skiagraph::io
