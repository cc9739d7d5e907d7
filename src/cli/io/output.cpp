#include "cli/io/output.h"

#include "base/error.h"

#include <filesystem>
#include <iostream>
#include <system_error>

namespace gainsay {

namespace {

class StandardOutput : public ByteSink {
  public:
    void write(std::string_view bytes) override {
        std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        check();
    }

    static void check() {
        if (!std::cout) {
            throw OutputError("standard output", "cannot be written");
        }
    }
};

bool is_standard(const std::string &path) {
    return path.empty() || path == "-";
}

/// Devices and pipes may be read and written at once.
bool is_same_file(const std::string &a, const std::string &b) {
    std::error_code error;
    if (std::filesystem::exists(a, error) && std::filesystem::exists(b, error)) {
        return std::filesystem::is_regular_file(a, error) && std::filesystem::equivalent(a, b, error);
    }
    return std::filesystem::weakly_canonical(a, error) == std::filesystem::weakly_canonical(b, error);
}

} // namespace

Output::Output(const std::string &path) {
    if (is_standard(path)) {
        sink_ = std::make_unique<StandardOutput>();
    } else {
        file_ = std::make_unique<AtomicFile>(path);
        sink_ = std::make_unique<SinkTo<AtomicFile>>(*file_);
    }
}

void Output::prepare() {
    if (file_) {
        file_->prepare();
        return;
    }
    flush_standard_output();
}

void Output::commit() {
    if (file_) {
        file_->commit();
        return;
    }
    prepare();
}

void flush_standard_output() {
    std::cout.flush();
    StandardOutput::check();
}

void check_outputs(const std::vector<std::string> &inputs,
                   const std::vector<std::pair<std::string, std::string>> &outputs) {
    for (auto output = outputs.begin(); output != outputs.end(); ++output) {
        const auto &[option, path] = *output;
        if (is_standard(path)) {
            continue;
        }
        for (const std::string &input : inputs) {
            if (input != "-" && is_same_file(input, path)) {
                throw UsageError(option, "a file that is no input", "'" + path + "'");
            }
        }
        for (auto other = outputs.begin(); other != output; ++other) {
            if (!is_standard(other->second) && is_same_file(other->second, path)) {
                throw UsageError(option, "a file of its own", "'" + path + "', that of " + other->first);
            }
        }
    }
}

ExitStatus write_output_if_done(const std::string &path, const std::function<ExitStatus(ByteSink &)> &write) {
    Output output(path);
    const ExitStatus status = write(output.sink());
    if (status != ExitStatus::nothing_done) {
        output.commit();
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
