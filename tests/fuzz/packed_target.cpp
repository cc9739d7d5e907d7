// Compressed bytes, and how they come out: whole, by lines, and looked at first.

#include "targets.h"

#include "base/error.h"
#include "ingest/sources/byte_stream.h"

#include <sys/mman.h>
#include <unistd.h>

#include <string>

using namespace gainsay;

namespace {

/// A file without a name that holds the bytes.
class MemoryFile {
  public:
    MemoryFile(const unsigned char *data, std::size_t size) : descriptor_(::memfd_create("packed", MFD_CLOEXEC)) {
        fuzz::must(descriptor_ >= 0 && ::write(descriptor_, data, size) == static_cast<ssize_t>(size),
                   "a file in memory");
    }
    ~MemoryFile() { ::close(descriptor_); }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;
    MemoryFile(MemoryFile &&) = delete;
    MemoryFile &operator=(MemoryFile &&) = delete;

    ByteStream open() const { return ByteStream::open("/proc/self/fd/" + std::to_string(descriptor_), "a.gz"); }

  private:
    int descriptor_;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    const MemoryFile file(data, size);
    constexpr std::size_t most = std::size_t{1} << 20U;
    try {
        std::string all;
        if (file.open().read_all(all, most) == ByteStream::Outcome::too_long) {
            return 0;
        }
        ByteStream stream = file.open();
        const std::string start(stream.peek(100));
        fuzz::must(all.starts_with(start), "what is looked at comes");
        std::string lines;
        std::string line;
        while (stream.read_line(line, most) == ByteStream::Outcome::done) {
            lines += line + "\n";
        }
        fuzz::must(lines == all || lines == all + "\n", "lines are the whole");
    } catch (const InputError &error) {
        fuzz::must(std::string(error.what()).starts_with("a.gz"), "the message names the file");
    }
    return 0;
}
