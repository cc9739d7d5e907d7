#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gainsay {

/// SHA-256 (FIPS 180-4) of bytes that come in pieces. One object a thread.
class Sha256 {
  public:
    using Digest = std::array<std::uint8_t, 32>;

    void update(std::string_view bytes);
    /// The digest of all bytes so far. Ends the object: nothing may be added afterwards.
    Digest finish();

  private:
    void add_block(const unsigned char *block);

    std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                           0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> pending_ = {};
    std::size_t pending_size_ = 0;
    std::uint64_t total_bytes_ = 0;
};

/// 64 lower-case hexadecimal digits.
std::string to_hex(const Sha256::Digest &digest);

Sha256::Digest sha256(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

} // namespace gainsay
