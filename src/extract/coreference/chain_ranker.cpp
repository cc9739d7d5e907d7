#include "extract/coreference/chain_ranker.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>

namespace gainsay {

namespace {

// File: the magic; row_count and width as 32-bit numbers; scale of the rows, bias, output as floats; number of rows
// that are not zero; each of these as its 16-bit number and `width` signed bytes. Little endian.
constexpr std::string_view magic = "gainsay-chains-2\n";
constexpr float most = 127;

template <class Value>
void put(std::string &bytes, Value value) {
    char raw[sizeof(Value)];
    std::memcpy(raw, &value, sizeof(Value));
    bytes.append(raw, sizeof(Value));
}

class ByteReader {
  public:
    ByteReader(std::string_view bytes, const std::string &name) : bytes_(bytes), name_(&name) {}

    template <class Value>
    Value get() {
        if (bytes_.size() - at_ < sizeof(Value)) {
            throw ModelError(*name_, std::to_string(sizeof(Value)) + " more bytes at " + std::to_string(at_),
                             "the end of the file");
        }
        Value value;
        std::memcpy(&value, bytes_.data() + at_, sizeof(Value));
        at_ += sizeof(Value);
        return value;
    }
    bool skip(std::string_view text) {
        const bool there = bytes_.substr(at_, text.size()) == text;
        at_ += there ? text.size() : 0;
        return there;
    }
    bool at_end() const { return at_ == bytes_.size(); }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    const std::string *name_;
};

} // namespace

ChainRanker::ChainRanker() : rows(row_count * width, 0.0F) {}

ChainRanker ChainRanker::load(const std::filesystem::path &path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw ModelError(path.string(), "the weights of the chains", "no such file");
    }
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return from_bytes(bytes, path.string());
}

ChainRanker ChainRanker::from_bytes(std::string_view bytes, const std::string &name) {
    ByteReader reader(bytes, name);
    if (!reader.skip(magic)) {
        throw ModelError(name, "a file that begins \"gainsay-chains-2\"", "something else");
    }
    const auto found_rows = reader.get<std::uint32_t>();
    const auto found_width = reader.get<std::uint32_t>();
    if (found_rows != row_count || found_width != width) {
        throw ModelError(name, std::to_string(row_count) + " rows of " + std::to_string(width),
                         std::to_string(found_rows) + " of " + std::to_string(found_width));
    }
    ChainRanker ranker;
    const auto scale = reader.get<float>();
    for (float &value : ranker.bias) {
        value = reader.get<float>();
    }
    for (float &value : ranker.output) {
        value = reader.get<float>();
    }
    const auto used = reader.get<std::uint32_t>();
    for (std::uint32_t i = 0; i < used; ++i) {
        const auto row = reader.get<std::uint16_t>();
        if (row >= row_count) {
            throw ModelError(name, "rows below " + std::to_string(row_count), "row " + std::to_string(row));
        }
        for (std::size_t k = 0; k < width; ++k) {
            ranker.rows[row * width + k] = scale * static_cast<float>(reader.get<std::int8_t>());
        }
    }
    if (!reader.at_end()) {
        throw ModelError(name, "the end of the file behind its rows", "more bytes");
    }
    return ranker;
}

std::string ChainRanker::to_bytes() const {
    std::string bytes(magic);
    put(bytes, static_cast<std::uint32_t>(row_count));
    put(bytes, static_cast<std::uint32_t>(width));
    float largest = 1e-6F;
    for (const float value : rows) {
        largest = std::max(largest, std::abs(value));
    }
    const float scale = largest / most;
    put(bytes, scale);
    for (const float value : bias) {
        put(bytes, value);
    }
    for (const float value : output) {
        put(bytes, value);
    }
    std::string body;
    std::uint32_t used = 0;
    for (std::size_t row = 0; row < row_count; ++row) {
        std::array<std::int8_t, width> rounded{};
        bool any = false;
        for (std::size_t k = 0; k < width; ++k) {
            rounded[k] = static_cast<std::int8_t>(std::lround(rows[row * width + k] / scale));
            any = any || rounded[k] != 0;
        }
        if (any) {
            ++used;
            put(body, static_cast<std::uint16_t>(row));
            put(body, rounded);
        }
    }
    put(bytes, used);
    return bytes + body;
}

float ChainRanker::score(std::span<const std::uint32_t> features) const {
    std::array<float, width> sum = bias;
    for (const std::uint32_t feature : features) {
        const float *row = rows.data() + feature * width;
        for (std::size_t k = 0; k < width; ++k) {
            sum[k] += row[k];
        }
    }
    float total = 0;
    for (std::size_t k = 0; k < width; ++k) {
        total += output[k] * std::max(sum[k], 0.0F);
    }
    return total;
}

} // namespace gainsay
