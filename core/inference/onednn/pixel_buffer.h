#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include "core/inference/onednn/pixel_loops.h"

namespace skiagraph::inference {

/// Memory of a picture of 32 channels, (rows, columns, 32), in float32 or uint8; zeros at first. Copies share
/// the memory.
class PixelBuffer {
 public:
  PixelBuffer() = default;
  PixelBuffer(std::ptrdiff_t pixels, std::size_t bytes_of_value)
      : bytes_(static_cast<std::size_t>(pixels) * kPictureChannels * bytes_of_value) {
    constexpr std::size_t kLine = 64;
    data_.reset(std::aligned_alloc(kLine, (bytes_ + kLine - 1) / kLine * kLine), std::free);
    if (data_ == nullptr) throw std::bad_alloc();
    std::memset(data_.get(), 0, bytes_);
  }

  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  [[nodiscard]] void* data() const { return data_.get(); }
  template <typename T>
  [[nodiscard]] T* as() const {
    return static_cast<T*>(data_.get());
  }

 private:
  std::shared_ptr<void> data_;
  std::size_t bytes_ = 0;
};

}  // namespace skiagraph::inference
