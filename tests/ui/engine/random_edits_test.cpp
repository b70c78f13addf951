#include <functional>
#include <vector>

#include "core/base/random.h"
#include "tests/ui/engine/works.h"

using namespace skiagraph;
using namespace skiagraph::ui;

namespace {

/// Edits that come faster than X-rays, so that most of them end others that the worker is at.
class Hurried {
 public:
  Hurried(Works& works, std::uint64_t seed) : works_(works), random_(seed, 0) {}

  void act() {
    const std::vector<std::function<void()>> actions{
        [this] { works_.pin(any_marker(), random_.uniform(60, 180)); },
        [this] { drag(); },
        [this] { works_.document.undo(); },
        [this] { works_.document.undo(); },
        [this] { works_.document.redo(); },
        [this] { works_.choose(bodies::built_in_people()[below(bodies::built_in_people().size())]); },
        [this] { works_.engine.when_settled([this](const Result&) { ++answers; }); }};
    actions[below(actions.size())]();
    QTest::qWait(static_cast<int>(below(40)));
  }

  int answers = 0;

 private:
  std::size_t below(std::size_t count) { return random_.bits() % count; }
  int any_marker() { return static_cast<int>(below(kMarkerCount)); }

  void drag() {
    const auto marker = static_cast<std::size_t>(any_marker());
    const auto preview = works_.document.begin_preview();
    double row = random_.uniform(60, 180);
    for (std::size_t n = below(5) + 1; n > 0; --n) {
      row += random_.uniform(-3, 3);
      works_.document.preview(preview, [&](session::Session& s) { s.pins[marker] = Pixel{row, 96}; });
      QTest::qWait(static_cast<int>(below(10)));
    }
    if (below(3) == 0) return works_.document.undo();
    works_.document.commit(preview, "Drag");
  }

  Works& works_;
  RandomStream random_;
};

}  // namespace

/// Under ThreadSanitizer as well: packaging/dev threads.
TEST_CASE("After 150 hurried edits undo leads back to the first X-ray, to the last bit") {
  Works works;
  works.engine.start();
  works.settle();
  const session::Session first = works.document.session();
  const auto picture = works.engine.result()->xray.pixels;
  Hurried person(works, GENERATE(1, 2));
  for (int edit = 0; edit < 150; ++edit) person.act();
  works.settle();
  CHECK(person.answers > 0);
  while (works.document.history().canUndo()) works.document.undo();
  works.settle();
  CHECK(works.document.session() == first);
  CHECK(works.engine.result()->xray.pixels == picture);
  CHECK(works.errors.empty());
}
