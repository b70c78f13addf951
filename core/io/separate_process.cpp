#include "core/io/separate_process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <csignal>
#include <new>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace skiagraph::io {
namespace {

/// What one message is about.
enum class Message : char { kFile, kInputError, kError, kNoMemory, kDamaged, kResult };

void put(const Pipe& pipe, const Error& error) {
  pipe.put(error.caused_by_input() ? Message::kInputError : Message::kError);
  pipe.put(error.code()), pipe.put(error.sentence()), pipe.put(error.arguments());
}

/// A name as the person knows it.
std::string known(const std::string& name, const std::filesystem::path& given,
                  const std::filesystem::path& unpacked_to) {
  const std::string folder = unpacked_to.string();
  const bool within = !folder.empty() && name.starts_with(folder);
  return within ? given.string() + name.substr(folder.size()) : name;
}

[[noreturn]] void throw_error(const Pipe& pipe, bool by_input, const std::filesystem::path& path,
                              const SeparateReading& reading) {
  const std::string code = pipe.get_text(), sentence = pipe.get_text();
  std::vector<std::string> arguments = pipe.get_texts();
  for (std::string& argument : arguments) argument = known(argument, path, reading.unpacked_to);
  if (!by_input) throw Error(code, sentence, arguments);
  constexpr std::size_t kMost = 5;  // a sentence leaves out what it does not name
  arguments.resize(kMost);
  throw InputError(code, sentence, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]);
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
void work(const Pipe& pipe, const SeparateReading& reading) {
  try {
    const auto send = reading.read(
        [&](const std::filesystem::path& file) { pipe.put(Message::kFile), pipe.put(file.string()); });
    pipe.put(Message::kResult);
    send(pipe);
  } catch (const Error& error) {
    put(pipe, error);
  } catch (const std::bad_alloc&) {
    pipe.put(Message::kNoMemory);
  } catch (const std::exception&) {  // of a library
    pipe.put(Message::kDamaged);
  }
}

void receive(const Pipe& pipe, const std::filesystem::path& path, const ReadingWatch& watch,
             const SeparateReading& reading) {
  constexpr int kPatienceMs = 50;
  std::filesystem::path file = path;
  double notes = 0;
  while (true) {
    Message message{};
    while (!pipe.ready(kPatienceMs)) watch.check();
    watch.check();
    try {
      message = pipe.get<Message>();
    } catch (const Error&) {
      throw reading.damaged(file);
    }
    switch (message) {
      case Message::kResult:
        return reading.take(pipe);
      case Message::kNoMemory:
        throw std::bad_alloc();
      case Message::kDamaged:
        throw reading.damaged(file);
      case Message::kInputError:
      case Message::kError:
        throw_error(pipe, message == Message::kInputError, path, reading);
      case Message::kFile:
        file = known(pipe.get_text(), path, reading.unpacked_to);
        constexpr double kUsual = 400;  // how many will come is not known
        watch.tell(1 - std::exp(-++notes / kUsual));
    }
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

void read_apart(const std::filesystem::path& path, const ReadingWatch& watch,
                const SeparateReading& reading) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    throw Error("process", "The system gives no process to read \"{}\".", path);
  const pid_t process = fork();
  if (process == 0) {
    close(ends[0]);
    set_apart();
    try {
      const Pipe pipe(ends[1]);
      work(pipe, reading);
    } catch (...) {  // nobody listens any more
    }
    _exit(0);
  }
  const Pipe pipe(ends[0]);
  close(ends[1]);
  if (process < 0) throw Error("process", "The system gives no process to read \"{}\".", path);
  const Child child(process);
  receive(pipe, path, watch, reading);
}

}  // namespace skiagraph::io
