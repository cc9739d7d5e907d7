#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace gainsay {

/// A fast 64-bit hash that is the same on every machine and in every run (unlike std::hash). Not for secrets.
std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed = 0);

/// A short id that depends on the parts alone: 16 lower-case hexadecimal digits of the SHA-256 of the parts, each with
/// its length, so that ("ab","c") and ("a","bc") differ.
std::string content_id(std::initializer_list<std::string_view> parts);

/// The words of a label as they stand in an id: folded (NFKC, accents dropped), everything but letters and digits one
/// hyphen ("Sergeï  Lavrov" gives "sergei-lavrov"). May be empty.
std::string slug(std::string_view label);

} // namespace gainsay
