#include "core/io/separate_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <new>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

using imaging::CtVolume;

/// What one message is about.
enum class Message : char { kFile, kInputError, kError, kVolume };

/// One end of a pipe. Throws Error "process" when the other end is gone.
class Pipe {
 public:
  explicit Pipe(int end) : end_(end) {}
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() { close(end_); }

  void put(const void* bytes, std::size_t count) const {
    const auto* at = static_cast<const char*>(bytes);
    move(count, [&](std::size_t left) {
      const ssize_t moved = ::write(end_, at, left);
      at += moved > 0 ? moved : 0;
      return moved;
    });
  }
  void get(void* bytes, std::size_t count) const {
    auto* at = static_cast<char*>(bytes);
    move(count, [&](std::size_t left) {
      const ssize_t moved = ::read(end_, at, left);
      at += moved > 0 ? moved : 0;
      return moved;
    });
  }
  /// Whether something comes within so many milliseconds, or never will.
  [[nodiscard]] bool ready(int milliseconds) const {
    pollfd wanted{end_, POLLIN, 0};
    return ::poll(&wanted, 1, milliseconds) != 0;
  }
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
  void put(const std::string& text) const {
    put(text.size());
    put(text.data(), text.size());
  }
  [[nodiscard]] std::string get_text() const {
    std::string text(get<std::size_t>(), '\0');
    get(text.data(), text.size());
    return text;
  }
  void put(const std::vector<std::string>& texts) const {
    put(texts.size());
    for (const std::string& text : texts) put(text);
  }
  [[nodiscard]] std::vector<std::string> get_texts() const {
    std::vector<std::string> texts(get<std::size_t>());
    for (std::string& text : texts) text = get_text();
    return texts;
  }

 private:
  template <class Move>
  static void move(std::size_t count, Move some) {
    constexpr std::size_t kMost = 1 << 30;
    while (count > 0) {
      const ssize_t moved = some(std::min(count, kMost));
      if (moved < 0 && errno == EINTR) continue;
      if (moved <= 0) throw Error("process", "The process that reads a file has ended.");
      count -= static_cast<std::size_t>(moved);
    }
  }

  int end_;
};

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

void put(const Pipe& pipe, const CtVolume& volume) {
  pipe.put(Message::kVolume);
  for (const int count : {volume.nx, volume.ny, volume.nz}) pipe.put(count);
  pipe.put(volume.spacing_mm), pipe.put(volume.origin_mm);
  pipe.put(volume.remarks.size());
  for (const Remark& remark : volume.remarks) put(pipe, remark);
  pipe.put(volume.hounsfield.data(), volume.hounsfield.size() * sizeof(float));
}

CtVolume get_volume(const Pipe& pipe) {
  CtVolume volume;
  for (int* count : {&volume.nx, &volume.ny, &volume.nz}) *count = pipe.get<int>();
  volume.spacing_mm = pipe.get<Vec3>(), volume.origin_mm = pipe.get<Vec3>();
  volume.remarks.resize(pipe.get<std::size_t>());
  for (Remark& remark : volume.remarks) remark = get_remark(pipe);
  volume.hounsfield.resize(static_cast<std::size_t>(volume.nx) * volume.ny * volume.nz);
  pipe.get(volume.hounsfield.data(), volume.hounsfield.size() * sizeof(float));
  return volume;
}

void put(const Pipe& pipe, const Error& error) {
  pipe.put(error.caused_by_input() ? Message::kInputError : Message::kError);
  pipe.put(error.code()), pipe.put(error.sentence()), pipe.put(error.arguments());
}

[[noreturn]] void throw_error(const Pipe& pipe, bool by_input) {
  const std::string code = pipe.get_text(), sentence = pipe.get_text();
  std::vector<std::string> arguments = pipe.get_texts();
  if (!by_input) throw Error(code, sentence, arguments);
  constexpr std::size_t kMost = 5;  // a sentence leaves out what it does not name
  arguments.resize(kMost);
  throw InputError(code, sentence, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]);
}

InputError damaged(const std::filesystem::path& file) {
  return InputError("dicom.damaged", "The DICOM file \"{}\" is damaged.", file);
}

/// Ends with its parent and leaves nothing behind. Ctrl+C is its parent's affair.
void set_apart() {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (const int number : {SIGINT, SIGTERM}) std::signal(number, SIG_IGN);
  for (const int number : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS, SIGILL, SIGPIPE}) std::signal(number, SIG_DFL);
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  constexpr rlim_t kMostSeconds = 900;  // of a processor: damaged files may also be read for ever
  const rlimit patience{kMostSeconds, kMostSeconds};
  setrlimit(RLIMIT_CPU, &patience);
  const int nowhere = open("/dev/null", O_RDWR);
  dup2(nowhere, STDOUT_FILENO), dup2(nowhere, STDERR_FILENO);
}

/// All that the process of its own does.
void work(const Pipe& pipe, const std::filesystem::path& path,
          const std::function<CtVolume(const FileNote&)>& read) {
  std::filesystem::path reading = path;
  const FileNote note = [&](const std::filesystem::path& file) {
    reading = file;
    pipe.put(Message::kFile), pipe.put(file.string());
  };
  try {
    put(pipe, read(note));
  } catch (const Error& error) {
    put(pipe, error);
  } catch (const std::bad_alloc&) {
    put(pipe, InputError("volume.memory", "The memory of this computer is not enough for the volume \"{}\".",
                         path));
  } catch (const std::exception&) {  // of GDCM
    put(pipe, damaged(reading));
  }
}

CtVolume receive(const Pipe& pipe, const std::filesystem::path& path, const ReadingWatch& watch) {
  constexpr int kPatienceMs = 50;
  std::filesystem::path reading = path;
  double notes = 0;
  while (true) {
    Message message{};
    while (!pipe.ready(kPatienceMs)) watch.check();
    watch.check();
    try {
      message = pipe.get<Message>();
    } catch (const Error&) {
      throw damaged(reading);
    }
    if (message == Message::kVolume) return get_volume(pipe);
    if (message != Message::kFile) throw_error(pipe, message == Message::kInputError);
    reading = pipe.get_text();
    constexpr double kUsual = 400;  // how many will come is not known
    watch.tell(1 - std::exp(-++notes / kUsual));
  }
}

/// Waits for it, so that none is left over.
class Child {
 public:
  explicit Child(pid_t process) : process_(process) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    kill(process_, SIGKILL);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) continue;
  }

 private:
  pid_t process_;
};

}  // namespace

void ReadingWatch::check() const {
  if (cancel != nullptr && cancel->cancelled()) throw Cancelled();
}

void ReadingWatch::tell(double done) const {
  check();
  if (progress) progress(done, "Reading");
}

CtVolume read_apart(const std::filesystem::path& path, const ReadingWatch& watch,
                    const std::function<CtVolume(const FileNote&)>& read) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    throw Error("process", "The system gives no process to read \"{}\".", path);
  const pid_t process = fork();
  if (process == 0) {
    close(ends[0]);
    set_apart();
    try {
      const Pipe pipe(ends[1]);
      work(pipe, path, read);
    } catch (...) {  // nobody listens any more
    }
    _exit(0);
  }
  const Pipe pipe(ends[0]);
  close(ends[1]);
  if (process < 0) throw Error("process", "The system gives no process to read \"{}\".", path);
  const Child child(process);
  return receive(pipe, path, watch);
}

}  // namespace skiagraph::io
