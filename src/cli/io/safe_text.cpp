#include "cli/io/safe_text.h"

#include "base/message.h"
#include "base/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace gainsay {

class SafeStream::Buffer : public std::streambuf {
  public:
    explicit Buffer(std::streambuf &target) : target_(&target) {}

    /// Also what is the beginning of a character only.
    void finish() { put(pending_.size()); }

  protected:
    std::streamsize xsputn(const char *bytes, std::streamsize size) override {
        pending_.append(bytes, static_cast<std::size_t>(size));
        put(complete());
        return size;
    }
    int_type overflow(int_type byte) override {
        if (!traits_type::eq_int_type(byte, traits_type::eof())) {
            pending_ += traits_type::to_char_type(byte);
            put(complete());
        }
        return traits_type::not_eof(byte);
    }
    int sync() override { return target_->pubsync(); }

  private:
    /// Bytes before a last character whose end is still to come.
    std::size_t complete() const {
        if (pending_.empty()) {
            return 0;
        }
        const std::size_t last = previous_utf8(pending_, pending_.size());
        constexpr unsigned char first_lead = 0xC2;
        const bool has_lead = static_cast<unsigned char>(pending_[last]) >= first_lead;
        const CodePoint point = decode_utf8(pending_, last);
        return has_lead && !point.valid && last + point.length == pending_.size() ? last : pending_.size();
    }

    void put(std::size_t size) {
        std::string_view rest = std::string_view(pending_).substr(0, size);
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\r'), rest.size());
            const std::string safe = safe_to_show(rest.substr(0, end)) + (end < rest.size() ? "\r" : "");
            target_->sputn(safe.data(), static_cast<std::streamsize>(safe.size()));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        pending_.erase(0, size);
    }

    std::streambuf *target_;
    std::string pending_;
};

SafeStream::SafeStream(std::ostream &stream)
    : stream_(&stream), original_(stream.rdbuf()), buffer_(std::make_unique<Buffer>(*original_)) {
    stream_->rdbuf(buffer_.get());
}

SafeStream::~SafeStream() {
    buffer_->finish();
    stream_->rdbuf(original_);
}

} // namespace gainsay
