#include "exporters/html/page_block.h"

#include "exporters/html/page_data.h"

#include <boost/iostreams/copy.hpp>
#include <boost/iostreams/device/array.hpp>
#include <boost/iostreams/device/back_inserter.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>

namespace gainsay {

namespace {

/// Smaller data stay as they are: who looks into the file can read them.
constexpr std::size_t most_plain_bytes = std::size_t{1} << 20U;

std::string gzipped(const std::string &text) {
    // Neither a name nor a time: the same text gives the same bytes.
    boost::iostreams::gzip_params parameters(boost::iostreams::gzip::best_compression);
    parameters.mtime = 0;
    std::string compressed;
    boost::iostreams::filtering_streambuf<boost::iostreams::input> in;
    in.push(boost::iostreams::gzip_compressor(parameters));
    in.push(boost::iostreams::array_source(text.data(), text.size()));
    boost::iostreams::copy(in, boost::iostreams::back_inserter(compressed));
    return compressed;
}

std::string in_megabytes(std::size_t bytes) {
    return std::to_string((bytes + (std::size_t{1} << 20U) - 1) >> 20U) + " MB";
}

} // namespace

std::string base64(std::string_view bytes) {
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t at) {
            return at < bytes.size() ? static_cast<unsigned>(static_cast<unsigned char>(bytes[at])) : 0U;
        };
        const unsigned bits = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
        text += digits[bits >> 18U & 63U];
        text += digits[bits >> 12U & 63U];
        text += i + 1 < bytes.size() ? digits[bits >> 6U & 63U] : '=';
        text += i + 2 < bytes.size() ? digits[bits & 63U] : '=';
    }
    return text;
}

std::string page_block(const KnowledgeGraph &graph, const ExportOptions &options, const PageTexts &texts,
                       std::size_t most_bytes) {
    StringSink sink;
    write_page_data(graph, options, sink, texts);
    std::string block = sink.take();
    if (block.size() > most_plain_bytes) {
        block = R"({"gzip":")" + base64(gzipped(block)) + "\"}";
    }
    if (block.size() > most_bytes) {
        throw PageTooLarge("page", "data of at most " + in_megabytes(most_bytes),
                           in_megabytes(block.size()) +
                               ": look at the graph with `gainsay serve GRAPH.json`, or write a part of it "
                               "(`gainsay export --around NAME`)");
    }
    return block;
}

} // namespace gainsay
