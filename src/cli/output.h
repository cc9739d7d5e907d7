#pragma once

#include "base/byte_sink.h"
#include "cli/commands.h"

#include <functional>
#include <streambuf>
#include <string>

namespace gainsay {

/// Runs the writer into a file that appears whole or not at all, or into standard output where `path` is empty or "-".
/// Throws OutputError.
void write_output(const std::string &path, const std::function<void(ByteSink &)> &write);

/// The same for work that may come to nothing: no file appears where `write` ends with `nothing_done`.
ExitStatus write_output_if_done(const std::string &path, const std::function<ExitStatus(ByteSink &)> &write);

/// A stream's buffer over a sink, for writers that want a std::ostream. The sink's errors come through the stream only
/// if its exceptions are on (std::ios::badbit). The sink must outlive it.
class SinkBuffer : public std::streambuf {
  public:
    explicit SinkBuffer(ByteSink &sink) : sink_(&sink) {}

  protected:
    std::streamsize xsputn(const char *bytes, std::streamsize size) override;
    int_type overflow(int_type byte) override;

  private:
    ByteSink *sink_;
};

} // namespace gainsay
