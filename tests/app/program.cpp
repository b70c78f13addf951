#include "tests/app/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>

namespace skiagraph::testing {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

}  // namespace

Program::Program(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
  const std::string out = folder_ / "out", err = folder_ / "err";
  posix_spawn_file_actions_t files{};
  posix_spawn_file_actions_init(&files);
  constexpr int kWrite = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out.c_str(), kWrite, 0600);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, err.c_str(), kWrite, 0600);

  std::vector<std::string> words{SKIAGRAPH_CLI};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environment;
  for (char** variable = environ; *variable != nullptr; ++variable) variables.emplace_back(*variable);
  const int failed = posix_spawn(&process_, SKIAGRAPH_CLI, &files, nullptr, pointers(words).data(),
                                 pointers(variables).data());
  posix_spawn_file_actions_destroy(&files);
  if (failed != 0) throw std::runtime_error("skiagraph-cli cannot be started.");
}

Program::~Program() {
  if (ended(WNOHANG)) return;
  send(SIGKILL);
  ended(0);
}

bool Program::ended(int options) {
  if (!ended_) ended_ = waitpid(process_, &status_, options) == process_;
  return ended_;
}

bool Program::wait_until(const std::function<bool()>& condition) {
  while (!condition()) {
    if (ended(WNOHANG)) return condition();
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

void Program::send(int signal) const {
  kill(process_, signal);
}

ProgramEnd Program::wait() {
  ended(0);
  return {WIFEXITED(status_) ? WEXITSTATUS(status_) : -1, read_file(folder_ / "out"), err()};
}

ProgramEnd run_cli(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
  return Program(arguments, environment).wait();
}

}  // namespace skiagraph::testing
