#pragma once

#include "base/atomic_file.h"
#include "base/byte_sink.h"
#include "cli/commands/commands.h"

#include <functional>
#include <memory>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

namespace gainsay {

/// Where data go: a file that appears whole under its name or not at all, or standard output where the path is empty or
/// "-". Opened before the work, so that an hour of it does not end at a folder that is missing.
class Output {
  public:
    /// Throws OutputError for a file that cannot be written.
    explicit Output(const std::string &path);

    ByteSink &sink() { return *sink_; }
    /// Everything that may fail but the renaming. Several outputs that belong together are prepared first, and
    /// committed when all are. Throws OutputError.
    void prepare();
    /// Makes the file appear. Without it there will be none. Throws OutputError.
    void commit();

  private:
    /// Nothing for standard output.
    std::unique_ptr<AtomicFile> file_;
    std::unique_ptr<ByteSink> sink_;
};

/// Hands on what was written to standard output so far, for somebody who may be waiting for it. Throws OutputError.
void flush_standard_output();

/// Throws UsageError for an output (option and path) that is one of the inputs, or the file of another output.
void check_outputs(const std::vector<std::string> &inputs,
                   const std::vector<std::pair<std::string, std::string>> &outputs);

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
