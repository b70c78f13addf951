#include "app/progress_bar.h"

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

namespace skiagraph::app {
namespace {

CancelToken cancelled;
bool as_json = false;

extern "C" void on_signal(int) {
  cancelled.cancel();
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

bool listen_to_signals() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;  // reading and writing go on
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  return true;
}

struct Bar {
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
  std::string what;
  int shown = -1;

  void show(double done, const std::string& now) {
    if (now != what) what = now, shown = -1, begun = std::chrono::steady_clock::now();
    const bool terminal = isatty(STDERR_FILENO) != 0;
    const int part = static_cast<int>(done * (terminal ? 100 : 10));
    if (part == shown) return;
    shown = part;
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    const int left = done > 0 ? static_cast<int>(elapsed / done * (1 - done)) : 0;
    std::fprintf(stderr, "%s%3d %%  %s, %d:%02d left%s", terminal ? "\r\033[K" : "",
                 static_cast<int>(done * 100), what.c_str(), left / 60, left % 60,
                 terminal && done < 1 ? "" : "\n");
  }
};

/// Ten lines a second at most, and always the last.
struct JsonLines {
  using Clock = std::chrono::steady_clock;
  Clock::time_point begun = Clock::now(), written{};
  std::string what;

  void show(double done, const std::string& now) {
    const auto time = Clock::now();
    if (now != what) {
      what = now, begun = time;
    } else if (done < 1 && time - written < std::chrono::milliseconds(100)) {
      return;
    }
    written = time;
    nlohmann::json line{{"progress", done}, {"what", what}, {"seconds_left", nullptr}};
    const double elapsed = std::chrono::duration<double>(time - begun).count();
    if (done > 0) line["seconds_left"] = elapsed / done * (1 - done);
    const std::string text = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::fprintf(stderr, "%s\n", text.c_str());
  }
};

}  // namespace

void add_progress_option(CLI::App& command) {
  command
      .add_option_function<std::string>(
          "--progress", [](const std::string& format) { as_json = format == "json"; },
          "How progress and errors are told on stderr: bar, or json (one object a line)")
      ->check(CLI::IsMember({"bar", "json"}))
      ->default_str("bar");
}

bool progress_is_json() {
  return as_json;
}

ProgressFunction progress_bar() {
  if (as_json)
    return [lines = std::make_shared<JsonLines>()](double done, const std::string& what) {
      lines->show(done, what);
    };
  return [bar = std::make_shared<Bar>()](double done, const std::string& what) { bar->show(done, what); };
}

const CancelToken& cancelled_by_signal() {
  // Once: listening anew after the first signal would keep the second from ending the program.
  [[maybe_unused]] static const bool listening = listen_to_signals();
  return cancelled;
}

}  // namespace skiagraph::app
