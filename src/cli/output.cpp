#include "cli/output.h"

#include "base/atomic_file.h"
#include "base/error.h"

#include <iostream>

namespace gainsay {

namespace {

class StandardOutput : public ByteSink {
  public:
    void write(std::string_view bytes) override {
        std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        check();
    }
    void flush() {
        std::cout.flush();
        check();
    }

  private:
    static void check() {
        if (!std::cout) {
            throw OutputError("standard output", "cannot be written");
        }
    }
};

} // namespace

ExitStatus write_output_if_done(const std::string &path, const std::function<ExitStatus(ByteSink &)> &write) {
    if (path.empty() || path == "-") {
        StandardOutput sink;
        const ExitStatus status = write(sink);
        sink.flush();
        return status;
    }
    AtomicFile file(path);
    SinkTo sink(file);
    const ExitStatus status = write(sink);
    if (status != ExitStatus::nothing_done) {
        file.commit();
    }
    return status;
}

void write_output(const std::string &path, const std::function<void(ByteSink &)> &write) {
    write_output_if_done(path, [&](ByteSink &sink) {
        write(sink);
        return ExitStatus::done;
    });
}

std::streamsize SinkBuffer::xsputn(const char *bytes, std::streamsize size) {
    sink_->write({bytes, static_cast<std::size_t>(size)});
    return size;
}

SinkBuffer::int_type SinkBuffer::overflow(int_type byte) {
    if (!traits_type::eq_int_type(byte, traits_type::eof())) {
        const char one = traits_type::to_char_type(byte);
        sink_->write({&one, 1});
    }
    return traits_type::not_eof(byte);
}

} // namespace gainsay
