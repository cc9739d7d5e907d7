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

void write_output(const std::string &path, const std::function<void(ByteSink &)> &write) {
    if (path.empty() || path == "-") {
        StandardOutput sink;
        write(sink);
        sink.flush();
        return;
    }
    AtomicFile file(path);
    SinkTo sink(file);
    write(sink);
    file.commit();
}

} // namespace gainsay
