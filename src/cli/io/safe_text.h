#pragma once

#include <memory>
#include <ostream>
#include <streambuf>

namespace gainsay {

/// Makes a stream safe to show on a terminal as long as it lives: everything that is written to it goes through
/// safe_to_show() of base/message.h (a carriage return stays, for progress). The stream must outlive it.
class SafeStream {
  public:
    explicit SafeStream(std::ostream &stream);
    ~SafeStream();
    SafeStream(const SafeStream &) = delete;
    SafeStream &operator=(const SafeStream &) = delete;
    SafeStream(SafeStream &&) = delete;
    SafeStream &operator=(SafeStream &&) = delete;

  private:
    class Buffer;

    std::ostream *stream_;
    std::streambuf *original_;
    std::unique_ptr<Buffer> buffer_;
};

} // namespace gainsay
