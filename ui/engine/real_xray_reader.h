#pragma once

#include <QObject>
#include <QThreadPool>
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
};

/// Whether both are read to the same picture, wherever it lies on the body.
[[nodiscard]] bool same_picture(const session::PartialXray& a, const session::PartialXray& b);

/// Reads real X-rays on a thread of its own. A request that a newer one overtakes is not answered. GUI
/// thread.
class RealXrayReader : public QObject {
  Q_OBJECT

 public:
  explicit RealXrayReader(QObject* parent = nullptr);
  ~RealXrayReader() override;

  void read(std::uint64_t id, const session::PartialXray& source);

 Q_SIGNALS:
  void answered(std::uint64_t id, const std::shared_ptr<const skiagraph::ui::RealXray>& xray);
  void failed(std::uint64_t id, const std::shared_ptr<const skiagraph::Error>& error);

 private:
  std::shared_ptr<CancelToken> reading_ = std::make_shared<CancelToken>();
  QThreadPool pool_;  // last: its thread uses the others
};

}  // namespace skiagraph::ui
