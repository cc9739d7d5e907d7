#pragma once

#include <boost/iostreams/copy.hpp>
#include <boost/iostreams/device/array.hpp>
#include <boost/iostreams/device/back_inserter.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>
#include <zstd.h>

#include <string>
#include <string_view>

namespace gainsay {

inline std::string gzip(std::string_view bytes) {
    std::string packed;
    boost::iostreams::filtering_streambuf<boost::iostreams::output> out;
    out.push(boost::iostreams::gzip_compressor());
    out.push(boost::iostreams::back_inserter(packed));
    boost::iostreams::copy(boost::iostreams::array_source(bytes.data(), bytes.size()), out);
    return packed;
}

inline std::string zstd(std::string_view bytes) {
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
    return packed;
}

} // namespace gainsay
