#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/core/io/files.h"

namespace skiagraph::testing {

struct ProgramEnd {
  int code = -1;  ///< exit code; -1 when a signal ended it
  std::string out, err;
};

/// The built skiagraph-cli, started as a user would. environment: further NAME=VALUE.
class Program {
 public:
  explicit Program(const std::vector<std::string>& arguments,
                   const std::vector<std::string>& environment = {});
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program();

  /// Waits until the condition holds. False when the program ended before.
  bool wait_until(const std::function<bool()>& condition);
  [[nodiscard]] std::string err() const { return read_file(folder_ / "err"); }
  void send(int signal) const;
  ProgramEnd wait();

 private:
  bool ended(int options);

  TemporaryFolder folder_;
  pid_t process_ = 0;
  bool ended_ = false;
  int status_ = 0;
};

/// Runs it and waits for its end.
ProgramEnd run_cli(const std::vector<std::string>& arguments,
                   const std::vector<std::string>& environment = {});

}  // namespace skiagraph::testing
