#include "core/base/write_file.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "core/base/error.h"
#include "tests/core/io/files.h"

using namespace skiagraph;
using testing::read_file, testing::TemporaryFolder;

namespace {

/// All in the folder, hidden files too.
std::set<std::string> names_in(const TemporaryFolder& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder / ""))
    names.insert(entry.path().filename().string());
  return names;
}

std::string why_not(const std::filesystem::path& path) {
  try {
    skiagraph::write_file(path, "text");
  } catch (const Error& error) {
    CHECK(error.code() == "file.write");
    return error.what();
  }
  return "written";
}

unsigned mode_of(const std::filesystem::path& path) {
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

/// Files of this process end after so many bytes, as on a full disk.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  sighandler_t handler_;
};

/// An ordinary user, where the tests run as root, whom no protection stops.
class OrdinaryUser {
 public:
  OrdinaryUser() : was_(geteuid()) {
    if (was_ == 0) REQUIRE(seteuid(65534) == 0);
  }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;
  ~OrdinaryUser() {
    if (was_ == 0 && seteuid(0) != 0) std::terminate();
  }

 private:
  uid_t was_;
};

}  // namespace

TEST_CASE("a file is written and replaced whole") {
  const TemporaryFolder folder;
  const auto path = folder / "a.txt";
  skiagraph::write_file(path, "first, and longer");
  CHECK(read_file(path) == "first, and longer");
  skiagraph::write_file(path, [](FileSink& sink) {
    sink.write("sec");
    sink.write("ond\0x", 5);
  });
  CHECK(read_file(path) == std::string("second\0x", 8));
  skiagraph::write_file(path, "");
  CHECK(read_file(path).empty());
  CHECK(names_in(folder) == std::set<std::string>{"a.txt"});
}

TEST_CASE("a file that is not finished leaves the old one and nothing else") {
  const TemporaryFolder folder;
  const auto path = folder / "a.txt";
  skiagraph::write_file(path, "old");
  const auto half_way = [](FileSink& sink) {
    sink.write(std::string(100'000, 'x'));
    throw std::runtime_error("half way");
  };
  CHECK_THROWS_WITH(skiagraph::write_file(path, half_way), "half way");
  CHECK(read_file(path) == "old");
  CHECK_THROWS_WITH(skiagraph::write_file(folder / "new.txt", half_way), "half way");
  CHECK(names_in(folder) == std::set<std::string>{"a.txt"});
}

TEST_CASE("a file that the disk cannot hold leaves the old one and nothing else") {
  const TemporaryFolder folder;
  const auto path = folder / "a.txt";
  skiagraph::write_file(path, "old");
  {
    const FileSizeLimit limit(5000);
    CHECK_THROWS_AS(skiagraph::write_file(path, std::string(100'000, 'x')), Error);
  }
  CHECK(read_file(path) == "old");
  CHECK(names_in(folder) == std::set<std::string>{"a.txt"});
}

TEST_CASE("while a file is written its name has the old content") {
  const TemporaryFolder folder;
  const auto path = folder / "a.txt";
  skiagraph::write_file(path, "old");
  skiagraph::write_file(path, [&](FileSink& sink) {
    sink.write("new");
    CHECK(read_file(path) == "old");
  });
  CHECK(read_file(path) == "new");
}

TEST_CASE("a file that cannot be written gives an error with its name and the reason") {
  const TemporaryFolder folder;
  const auto refused = [](const std::filesystem::path& path, const std::string& reason) {
    CHECK(why_not(path) == "\"" + path.string() + "\" cannot be written: " + reason + ".");
  };
  refused("/dev/full", "the disk is full");
  refused(folder / "none/a.txt", "its folder does not exist");
  refused(folder / "none/", "its folder does not exist");
  refused(folder / "", "it is a folder");
  refused(folder / std::string(256, 'x'), "its name is too long");
  skiagraph::write_file(folder / "file", "");
  refused(folder / "file/a.txt", "Not a directory");
  std::filesystem::create_symlink("circle", folder / "circle");
  refused(folder / "circle", "Too many levels of symbolic links");
  CHECK(std::filesystem::is_symlink(folder / "circle"));
  CHECK(names_in(folder) == std::set<std::string>{"circle", "file"});
}

TEST_CASE("what is protected from writing is not replaced") {
  const TemporaryFolder folder;
  std::filesystem::permissions(folder / "", std::filesystem::perms::all);
  skiagraph::write_file(folder / "a.txt", "old");
  std::filesystem::permissions(folder / "a.txt", std::filesystem::perms(0444));
  {
    const OrdinaryUser user;
    CHECK(why_not(folder / "a.txt") ==
          "\"" + (folder / "a.txt").string() + "\" cannot be written: writing there is not allowed.");
    CHECK(why_not(folder / "new.txt") == "written");
  }
  std::filesystem::permissions(folder / "", std::filesystem::perms(0555));
  {
    const OrdinaryUser user;
    CHECK(why_not(folder / "newer.txt") ==
          "\"" + (folder / "newer.txt").string() + "\" cannot be written: writing there is not allowed.");
  }
  std::filesystem::permissions(folder / "", std::filesystem::perms::all);
  CHECK(read_file(folder / "a.txt") == "old");
}

TEST_CASE("a symbolic link stays a link, and its target is written") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "there");
  skiagraph::write_file(folder / "there/target.txt", "old");
  std::filesystem::create_symlink("there/target.txt", folder / "link");
  std::filesystem::create_symlink("link", folder / "second");
  skiagraph::write_file(folder / "second", "new");
  CHECK(read_file(folder / "there/target.txt") == "new");

  std::filesystem::create_symlink(folder / "there/coming.txt", folder / "to_nothing");
  skiagraph::write_file(folder / "to_nothing", "made");
  CHECK(read_file(folder / "there/coming.txt") == "made");
  for (const char* name : {"link", "second", "to_nothing"}) CHECK(std::filesystem::is_symlink(folder / name));
  CHECK(names_in(folder) == std::set<std::string>{"link", "second", "there", "to_nothing"});
}

TEST_CASE("an existing file keeps its mode, a new one follows the umask") {
  const TemporaryFolder folder;
  const mode_t before = umask(027);
  skiagraph::write_file(folder / "new", "x");
  CHECK(mode_of(folder / "new") == 0640);
  umask(before);
  std::filesystem::permissions(folder / "new", std::filesystem::perms(0604));
  skiagraph::write_file(folder / "new", "y");
  CHECK(mode_of(folder / "new") == 0604);
}

TEST_CASE("a pipe is written, not replaced, through a link as well") {
  const TemporaryFolder folder;
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  std::filesystem::create_symlink("pipe", folder / "link");
  for (const char* name : {"pipe", "link"}) {
    std::string read;
    std::thread reader([&] { read = read_file(folder / "pipe"); });
    skiagraph::write_file(folder / name, "through");
    reader.join();
    CHECK(read == "through");
  }
  CHECK(std::filesystem::is_fifo(folder / "pipe"));

  // As /dev/stdout is when a program's output goes through a pipe.
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  skiagraph::write_file("/dev/fd/" + std::to_string(ends[1]), "out");
  char text[3];
  REQUIRE(::read(ends[0], text, 3) == 3);
  CHECK(std::string(text, 3) == "out");
  close(ends[0]);
  close(ends[1]);
}

TEST_CASE("many threads that write one name leave one whole file") {
  const TemporaryFolder folder;
  const auto path = folder / "a.txt";
  constexpr int kThreads = 8, kTimes = 20;
  constexpr std::size_t kSize = 50'000;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t)
    threads.emplace_back([&, t] {
      for (int n = 0; n < kTimes; ++n)
        skiagraph::write_file(path, std::string(kSize, static_cast<char>('a' + t)));
    });
  for (std::thread& thread : threads) thread.join();
  const std::string text = read_file(path);
  CHECK(text.size() == kSize);
  CHECK(text.find_first_not_of(text.front()) == std::string::npos);
  CHECK(names_in(folder) == std::set<std::string>{"a.txt"});
}

TEST_CASE("names of any bytes and of full length are written") {
  const TemporaryFolder folder;
  const std::string longest(255, 'n'), not_utf8 = "caf\xe9 \xff.txt";
  for (const std::string& name : {longest, not_utf8, std::string(" .hidden\n")}) {
    skiagraph::write_file(folder / name, "text");
    CHECK(read_file(folder / name) == "text");
  }
  CHECK(names_in(folder).size() == 3);
}

TEST_CASE("files that a killed process left are no hindrance") {
  const TemporaryFolder folder;
  for (int n = 0; n < 2000; ++n)
    std::ofstream(folder / (".a.txt." + std::to_string(getpid()) + "." + std::to_string(n) + ".part"));
  skiagraph::write_file(folder / "a.txt", "text");
  CHECK(read_file(folder / "a.txt") == "text");
}

TEST_CASE("a name without a folder is a file of the current folder") {
  const TemporaryFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder / "");
  skiagraph::write_file("a.txt", "text");
  std::filesystem::current_path(before);
  CHECK(names_in(folder) == std::set<std::string>{"a.txt"});
}
