#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace gainsay {

/// Where a writer's bytes go. `write` takes all of them or throws OutputError. One object a thread.
class ByteSink {
  public:
    ByteSink() = default;
    ByteSink(const ByteSink &) = delete;
    ByteSink &operator=(const ByteSink &) = delete;
    ByteSink(ByteSink &&) = delete;
    ByteSink &operator=(ByteSink &&) = delete;
    virtual ~ByteSink() = default;

    virtual void write(std::string_view bytes) = 0;
};

/// Collects the bytes.
class StringSink : public ByteSink {
  public:
    void write(std::string_view bytes) override { text_.append(bytes); }
    const std::string &text() const { return text_; }
    /// Hands the bytes over.
    std::string take() { return std::move(text_); }

  private:
    std::string text_;
};

/// Hands the bytes on to anything with `write(std::string_view)`, an AtomicFile say, which must outlive it.
template <class Writer>
class SinkTo : public ByteSink {
  public:
    explicit SinkTo(Writer &writer) : writer_(&writer) {}
    void write(std::string_view bytes) override { writer_->write(bytes); }

  private:
    Writer *writer_;
};

} // namespace gainsay
