#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/io/byte_source.h"

namespace skiagraph::io {

/// The beginning of a record of an FBX file. Private to core/io.
struct FbxRecord {
  std::string name;
  std::vector<std::string> values = {};  ///< of its first properties, as far as they are numbers or text
  int depth = 0;                         ///< 1 at the top level
  std::uint64_t array_bytes = 0;         ///< what its arrays take when they are unpacked
  std::uint64_t numbers = 0;             ///< how many its arrays have; text has them in a record "a" below
  std::int64_t largest = -1;             ///< of those, where the record is one of "Indexes", or such an "a"
};

/// Takes the records in their order.
class FbxRecords {
 public:
  virtual void take(const FbxRecord& record) = 0;

 protected:
  ~FbxRecords() = default;
};

/// Goes over all records of an FBX file of version 7, binary or text, without keeping them. Throws
/// InputError, one sentence naming the file: of another version, nested too deep, or cut off.
void read_fbx_records(ByteSource& source, FbxRecords& records);

}  // namespace skiagraph::io
