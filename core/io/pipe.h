#pragma once

#include <cstddef>
#include <string>
#include <type_traits>
#include <vector>

namespace skiagraph::io {

/// One end of a pipe between two processes of this program; what one puts, the other gets in the same order.
/// Throws Error "process" when the other end is gone. Private to core/io.
class Pipe {
 public:
  explicit Pipe(int end) : end_(end) {}
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe();

  void put(const void* bytes, std::size_t count) const;
  void get(void* bytes, std::size_t count) const;
  /// Whether something comes within so many milliseconds, or never will.
  [[nodiscard]] bool ready(int milliseconds) const;

  template <class Value>
  requires std::is_trivially_copyable_v<Value>
  void put(const Value& value) const { put(&value, sizeof value); }
  template <class Value>
  requires std::is_trivially_copyable_v<Value>
  [[nodiscard]] Value get() const {
    Value value;
    get(&value, sizeof value);
    return value;
  }
  template <class Value>
  requires std::is_trivially_copyable_v<Value>
  void put(const std::vector<Value>& values) const {
    put(values.size());
    put(values.data(), values.size() * sizeof(Value));
  }
  template <class Value>
  requires std::is_trivially_copyable_v<Value>
  void get(std::vector<Value>& values) const {
    values.resize(get<std::size_t>());
    get(values.data(), values.size() * sizeof(Value));
  }
  void put(const std::string& text) const;
  [[nodiscard]] std::string get_text() const;
  void put(const std::vector<std::string>& texts) const;
  [[nodiscard]] std::vector<std::string> get_texts() const;

 private:
  int end_;
};

}  // namespace skiagraph::io
