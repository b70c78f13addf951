#include "core/io/pipe.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

template <class Move>
void move_all(std::size_t count, Move some) {
  constexpr std::size_t kMost = 1 << 30;
  while (count > 0) {
    const ssize_t moved = some(std::min(count, kMost));
    if (moved < 0 && errno == EINTR) continue;
    if (moved <= 0) throw Error("process", "The process that reads a file has ended.");
    count -= static_cast<std::size_t>(moved);
  }
}

}  // namespace

Pipe::~Pipe() {
  close(end_);
}

void Pipe::put(const void* bytes, std::size_t count) const {
  const auto* at = static_cast<const char*>(bytes);
  move_all(count, [&](std::size_t left) {
    const ssize_t moved = ::write(end_, at, left);
    at += moved > 0 ? moved : 0;
    return moved;
  });
}

void Pipe::get(void* bytes, std::size_t count) const {
  auto* at = static_cast<char*>(bytes);
  move_all(count, [&](std::size_t left) {
    const ssize_t moved = ::read(end_, at, left);
    at += moved > 0 ? moved : 0;
    return moved;
  });
}

bool Pipe::ready(int milliseconds) const {
  pollfd wanted{end_, POLLIN, 0};
  return ::poll(&wanted, 1, milliseconds) != 0;
}

void Pipe::put(const std::string& text) const {
  put(text.size());
  put(text.data(), text.size());
}

std::string Pipe::get_text() const {
  std::string text(get<std::size_t>(), '\0');
  get(text.data(), text.size());
  return text;
}

void Pipe::put(const std::vector<std::string>& texts) const {
  put(texts.size());
  for (const std::string& text : texts) put(text);
}

std::vector<std::string> Pipe::get_texts() const {
  std::vector<std::string> texts(get<std::size_t>());
  for (std::string& text : texts) text = get_text();
  return texts;
}

}  // namespace skiagraph::io
