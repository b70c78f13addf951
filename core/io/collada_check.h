#pragma once

#include "core/io/byte_source.h"

namespace skiagraph::io {

/// Throws InputError, one sentence naming the file, when a Collada file would make Assimp recurse or take
/// memory without end: elements that are nested too deep, nodes that show themselves or others over and over,
/// arrays that are not there. What is wrong in another way is left to Assimp. Private to core/io.
void check_collada(ByteSource& source);

}  // namespace skiagraph::io
