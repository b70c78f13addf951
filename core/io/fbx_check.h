#pragma once

#include "core/io/byte_source.h"

namespace skiagraph::io {

/// Throws InputError, one sentence naming the file, when an FBX file is of a version before 7, or would make
/// Assimp recurse or take memory without end: records or models that are nested too deep, models that are not
/// a tree, arrays that are not there. What is wrong in another way is left to Assimp. Private to core/io.
void check_fbx(ByteSource& source);

}  // namespace skiagraph::io
