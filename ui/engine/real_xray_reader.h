#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <array>
#include <cstdint>
#include <memory>

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/imaging/xray_picture.h"
#include "core/session/session.h"

namespace skiagraph::ui {

/// A real X-ray as its file holds it. Nobody changes it.
struct RealXray {
  session::PartialXray source;  ///< with the file's checksum
  std::shared_ptr<const imaging::XrayPicture> picture;
  QImage preview;  ///< small and grey; transparent where nothing was recorded
};

/// Whether both are read to the same picture, wherever it lies on the body.
[[nodiscard]] bool same_picture(const session::PartialXray& a, const session::PartialXray& b);

/// Reads real X-rays on a thread of its own. A request that a newer one of its purpose overtakes is not
/// answered. GUI thread.
class RealXrayReader : public QObject {
  Q_OBJECT

 public:
  explicit RealXrayReader(QObject* parent = nullptr);
  ~RealXrayReader() override;

  enum class Purpose : std::uint8_t {
    kOpen,     ///< to become the session's
    kSession,  ///< it is the session's
  };
  void read(std::uint64_t id, const session::PartialXray& source, Purpose purpose);

 Q_SIGNALS:
  void answered(std::uint64_t id, const std::shared_ptr<const skiagraph::ui::RealXray>& xray);
  void failed(std::uint64_t id, const std::shared_ptr<const skiagraph::Error>& error);

 private:
  std::array<std::shared_ptr<CancelToken>, 2> reading_{std::make_shared<CancelToken>(),
                                                       std::make_shared<CancelToken>()};  ///< by purpose
  QThreadPool pool_;  // last: its thread uses the others
};

}  // namespace skiagraph::ui
