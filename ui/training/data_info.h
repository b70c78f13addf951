#pragma once

#include <QString>
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

namespace skiagraph::ui {

/// What the head of a data set says, without its pictures.
struct DataInfo {
  std::int64_t people = 0;
  std::array<std::int64_t, 3> by_split{};  ///< to train, to validate, to test
  std::string bases;                       ///< names, commas between
  int rows = 0, columns = 0;               ///< of a picture
};

/// Throws InputError when the file is missing, damaged or no data set. Any thread.
DataInfo read_data_info(const std::filesystem::path& file);

[[nodiscard]] QString data_info_text(const DataInfo& info);

}  // namespace skiagraph::ui
