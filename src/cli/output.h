#pragma once

#include "base/byte_sink.h"

#include <functional>
#include <string>

namespace gainsay {

/// Runs the writer into a file that appears whole or not at all, or into standard output where `path` is empty or "-".
/// Throws OutputError.
void write_output(const std::string &path, const std::function<void(ByteSink &)> &write);

} // namespace gainsay
