#pragma once

#include <vtkCallbackCommand.h>
#include <vtkNew.h>
#include <vtkObject.h>

namespace skiagraph::io {

/// Catches VTK's error and warning events of one object, which would otherwise be printed, so that its user
/// can throw instead. Private to core/io.
class VtkErrors {
 public:
  explicit VtkErrors(vtkObject* object) {
    command_->SetClientData(&seen_);
    command_->SetCallback(
        [](vtkObject*, unsigned long, void* seen, void*) { *static_cast<bool*>(seen) = true; });
    object->AddObserver("ErrorEvent", command_);
    object->AddObserver("WarningEvent", command_);
  }
  VtkErrors(const VtkErrors&) = delete;
  VtkErrors& operator=(const VtkErrors&) = delete;
  ~VtkErrors() { command_->SetClientData(nullptr); }

  [[nodiscard]] bool any() const { return seen_; }

 private:
  bool seen_ = false;
  vtkNew<vtkCallbackCommand> command_;
};

}  // namespace skiagraph::io
