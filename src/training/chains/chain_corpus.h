#pragma once

#include "text/document.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace gainsay::training {

/// A mention that people annotated.
struct GoldMention {
    ByteSpan span;
    ByteSpan head;
    std::string cluster;
};

/// A text with its gold mentions, parsed by the engine as the product would.
struct GoldChains {
    Document document;
    std::vector<GoldMention> mentions;
    /// Heads of the phrases that the annotators were asked about; empty where they marked the text as a whole.
    std::vector<ByteSpan> asked;
};

/// Reads JSON Lines `{"id", "text", "mentions": [[begin, end, head begin, head end, cluster], …]}` (bytes of the text),
/// with "asked": [[head begin, head end], …] where not all of the text was annotated, and parses each text with the
/// model. Throws InputError.
std::vector<GoldChains> read_gold_chains(const std::filesystem::path &path, const std::filesystem::path &model);

} // namespace gainsay::training
