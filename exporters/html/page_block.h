#pragma once

#include "base/error.h"
#include "exporters/format.h"
#include "exporters/html/page_passages.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace gainsay {

/// A page that no browser would open with pleasure. The message names what helps.
class PageTooLarge : public OutputError {
  public:
    using OutputError::OutputError;
};

/// Bytes of a page's data, at most.
constexpr std::size_t most_page_bytes = std::size_t{25} << 20U;

/// The data as they stand in a page: JSON without "<" (write_page_data()); above a megabyte {"gzip": "…"}, the same
/// JSON as gzip in base64. Same graph, same bytes. Throws PageTooLarge for more than `most_bytes`.
std::string page_block(const KnowledgeGraph &graph, const ExportOptions &options, const PageTexts &texts = {},
                       std::size_t most_bytes = most_page_bytes);

/// RFC 4648, with padding.
std::string base64(std::string_view bytes);

} // namespace gainsay
