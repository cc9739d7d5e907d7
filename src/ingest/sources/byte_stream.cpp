#include "ingest/sources/byte_stream.h"

#include "base/error.h"

#include <boost/iostreams/concepts.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <utility>

namespace gainsay {

namespace {

constexpr std::size_t block_size = std::size_t{64} << 10U;
constexpr std::string_view gzip_magic = "\x1F\x8B";
constexpr std::string_view zstd_magic = "\x28\xB5\x2F\xFD";

/// A writer that has sent nothing for so many milliseconds pauses.
constexpr int pause_milliseconds = 10;

/// Whether reading would wait. At the end and where reading fails it would not.
bool would_wait(int descriptor) {
    pollfd waiting{descriptor, POLLIN, 0};
    return ::poll(&waiting, 1, pause_milliseconds) == 0;
}

/// A file descriptor with a look ahead.
class Descriptor {
  public:
    Descriptor(int descriptor, bool owned, std::string name)
        : descriptor_(descriptor), owned_(owned), name_(std::move(name)) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    Descriptor(Descriptor &&) = delete;
    Descriptor &operator=(Descriptor &&) = delete;
    ~Descriptor() {
        if (owned_) {
            ::close(descriptor_);
        }
    }

    const std::string &name() const { return name_; }

    bool pauses() const { return taken_ == ahead_.size() && would_wait(descriptor_); }

    /// At most the first `zstd_magic.size()` bytes. To be called before any `read`.
    std::string_view first_bytes() {
        while (ahead_.size() < zstd_magic.size()) {
            char byte = 0;
            if (read_some(&byte, 1) == 0) {
                break;
            }
            ahead_.push_back(byte);
        }
        return ahead_;
    }

    /// 0 at the end.
    std::size_t read(char *target, std::size_t size) {
        if (taken_ < ahead_.size()) {
            const std::size_t count = std::min(size, ahead_.size() - taken_);
            std::memcpy(target, ahead_.data() + taken_, count);
            taken_ += count;
            return count;
        }
        return read_some(target, size);
    }

  private:
    std::size_t read_some(char *target, std::size_t size) const {
        for (;;) {
            const ssize_t count = ::read(descriptor_, target, size);
            if (count >= 0) {
                return static_cast<std::size_t>(count);
            }
            if (errno != EINTR) {
                throw InputError(name_, "cannot read: " + system_message(errno));
            }
        }
    }

    int descriptor_;
    bool owned_;
    std::string name_;
    std::string ahead_;
    std::size_t taken_ = 0;
};

/// The descriptor as Boost.Iostreams wants it.
class DescriptorDevice : public boost::iostreams::source {
  public:
    explicit DescriptorDevice(Descriptor &descriptor) : descriptor_(&descriptor) {}

    std::streamsize read(char *target, std::streamsize size) {
        const std::size_t count = descriptor_->read(target, static_cast<std::size_t>(size));
        return count == 0 ? -1 : static_cast<std::streamsize>(count);
    }

  private:
    Descriptor *descriptor_;
};

/// Zstandard frames. Boost.Iostreams has a filter for them, but it takes a frame that was cut off for its end.
class ZstdDecoder {
  public:
    explicit ZstdDecoder(Descriptor &source) : source_(&source), stream_(ZSTD_createDStream()) {
        if (stream_ == nullptr) {
            throw std::bad_alloc();
        }
    }
    ZstdDecoder(const ZstdDecoder &) = delete;
    ZstdDecoder &operator=(const ZstdDecoder &) = delete;
    ZstdDecoder(ZstdDecoder &&) = delete;
    ZstdDecoder &operator=(ZstdDecoder &&) = delete;
    ~ZstdDecoder() { ZSTD_freeDStream(stream_); }

    std::size_t read(char *target, std::size_t size) {
        ZSTD_outBuffer out{target, size, 0};
        while (out.pos == 0) {
            if (in_.pos == in_.size && !at_end_) {
                input_.resize(block_size);
                input_.resize(source_->read(input_.data(), input_.size()));
                in_ = {input_.data(), input_.size(), 0};
                at_end_ = input_.empty();
            }
            if (at_end_ && in_frame_ == 0) {
                return 0;
            }
            const std::size_t before = in_.pos;
            in_frame_ = ZSTD_decompressStream(stream_, &out, &in_);
            if (ZSTD_isError(in_frame_) != 0) {
                throw InputError(source_->name(), "damaged zstd data: " + std::string(ZSTD_getErrorName(in_frame_)));
            }
            if (at_end_ && out.pos == 0 && in_.pos == before && in_frame_ != 0) {
                throw InputError(source_->name(), "a whole zstd file", "one that was cut off");
            }
        }
        return out.pos;
    }

  private:
    Descriptor *source_;
    ZSTD_DStream *stream_;
    std::string input_;
    ZSTD_inBuffer in_{nullptr, 0, 0};
    /// What the library still expects of the frame; 0 between frames.
    std::size_t in_frame_ = 0;
    bool at_end_ = false;
};

} // namespace

class ByteStream::Source {
  public:
    Source(int descriptor, bool owned, const std::string &name) : descriptor_(descriptor, owned, name) {
        const std::string_view first = descriptor_.first_bytes();
        if (first.substr(0, gzip_magic.size()) == gzip_magic) {
            gzip_ = std::make_unique<boost::iostreams::filtering_streambuf<boost::iostreams::input>>();
            gzip_->push(boost::iostreams::gzip_decompressor());
            gzip_->push(DescriptorDevice(descriptor_));
        } else if (first == zstd_magic) {
            zstd_ = std::make_unique<ZstdDecoder>(descriptor_);
        }
    }

    bool pauses() const { return !zstd_ && !gzip_ && descriptor_.pauses(); }

    /// 0 at the end.
    std::size_t read(char *target, std::size_t size) {
        if (zstd_) {
            return zstd_->read(target, size);
        }
        if (!gzip_) {
            return descriptor_.read(target, size);
        }
        try {
            const std::streamsize count = gzip_->sgetn(target, static_cast<std::streamsize>(size));
            return count > 0 ? static_cast<std::size_t>(count) : 0;
        } catch (const boost::iostreams::gzip_error &) {
            throw InputError(descriptor_.name(), "a whole gzip file", "damaged data or one that was cut off");
        } catch (const boost::iostreams::zlib_error &) {
            throw InputError(descriptor_.name(), "a whole gzip file", "damaged data or one that was cut off");
        }
    }

  private:
    Descriptor descriptor_;
    std::unique_ptr<boost::iostreams::filtering_streambuf<boost::iostreams::input>> gzip_;
    std::unique_ptr<ZstdDecoder> zstd_;
};

ByteStream::ByteStream(std::unique_ptr<Source> source, std::string name)
    : source_(std::move(source)), name_(std::move(name)) {}
ByteStream::ByteStream(ByteStream &&) noexcept = default;
ByteStream &ByteStream::operator=(ByteStream &&) noexcept = default;
ByteStream::~ByteStream() = default;

ByteStream ByteStream::open(const std::filesystem::path &path, std::string name) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        throw InputError(name, "cannot open: " + system_message(errno));
    }
    auto source = std::make_unique<Source>(descriptor, true, name);
    return {std::move(source), std::move(name)};
}

ByteStream ByteStream::standard_input() {
    return {std::make_unique<Source>(STDIN_FILENO, false, "-"), "-"};
}

bool ByteStream::fill() {
    if (begin_ > 0) {
        buffer_.erase(0, begin_);
        begin_ = 0;
    }
    const std::size_t before = buffer_.size();
    buffer_.resize(before + block_size);
    std::size_t count = 0;
    try {
        count = source_->read(buffer_.data() + before, block_size);
    } catch (...) {
        buffer_.resize(before);
        throw;
    }
    buffer_.resize(before + count);
    return count > 0;
}

std::string_view ByteStream::peek(std::size_t size) {
    return peek_until(size, [](std::string_view) { return false; });
}

std::string_view ByteStream::peek_until(std::size_t size, const std::function<bool(std::string_view)> &enough) {
    while (buffer_.size() - begin_ < size && !enough(std::string_view(buffer_).substr(begin_)) && fill()) {
    }
    return std::string_view(buffer_).substr(begin_, size);
}

bool ByteStream::pauses() const {
    return buffer_.find('\n', begin_) == std::string::npos && source_->pauses();
}

bool ByteStream::standard_input_pauses() {
    return would_wait(STDIN_FILENO);
}

ByteStream::Outcome ByteStream::read_line(std::string &line, std::size_t limit) {
    line.clear();
    bool too_long = false;
    for (;;) {
        const std::size_t end = buffer_.find('\n', begin_);
        const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
        if (!too_long && line.size() + (stop - begin_) > limit) {
            too_long = true;
            line.clear();
            line.shrink_to_fit();
        }
        if (!too_long) {
            line.append(buffer_, begin_, stop - begin_);
        }
        const bool some = stop > begin_ || !line.empty() || too_long;
        begin_ = stop;
        if (end != std::string::npos) {
            ++begin_;
            return too_long ? Outcome::too_long : Outcome::done;
        }
        if (!fill()) {
            return too_long ? Outcome::too_long : (some ? Outcome::done : Outcome::end);
        }
    }
}

ByteStream::Outcome ByteStream::read_all(std::string &bytes, std::size_t limit) {
    bytes.clear();
    do {
        if (bytes.size() + (buffer_.size() - begin_) > limit) {
            return Outcome::too_long;
        }
        bytes.append(buffer_, begin_);
        begin_ = buffer_.size();
    } while (fill());
    return Outcome::done;
}

} // namespace gainsay
