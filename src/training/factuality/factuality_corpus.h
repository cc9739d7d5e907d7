#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay::training {

/// A judgement of UDS "It Happened": sign and size say whether the predicate's event took place and how sure that is.
struct FactualityJudgement {
    /// From 0 in its sentence.
    std::size_t token = 0;
    double factuality = 0;
    /// 0 to 1.
    double confidence = 1;
};

/// By the sentence's id in the treebank.
using FactualityCorpus = std::unordered_map<std::string, std::vector<FactualityJudgement>>;

/// Reads JSON Lines `{"sent_id", "predicates": [{"token", "factuality", "confidence"}]}`, tokens counted from 1.
/// Throws InputError with file and line.
FactualityCorpus read_factuality(const std::filesystem::path &path);

} // namespace gainsay::training
