#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/bodies/body_model.h"

namespace skiagraph::bodies {

/// "body-female.safetensors" or "body-male.safetensors".
std::filesystem::path body_model_file_name(Sex sex);

/// Reads a body model, without LibTorch. Throws InputError, one sentence naming the file: missing, damaged,
/// of another kind or version, tensors missing, of another shape, not finite or out of range.
BodyModel read_body_model(const std::filesystem::path& path);

/// Coordinates of the components are rounded to 1/32767 of each component's largest. Writes the whole file or
/// nothing. remarks: further metadata. Throws Error when it cannot be written.
void write_body_model(const std::filesystem::path& path, const BodyModel& model,
                      const std::map<std::string, std::string>& remarks = {});

}  // namespace skiagraph::bodies
