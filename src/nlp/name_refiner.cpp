#include "nlp/name_refiner.h"

#include "nlp/model_file.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace gainsay {

namespace {

/// What a known place adds to the vote for a place, in logarithms of probability.
constexpr float place_bonus = 1.5F;
/// What a full name's vote counts for its surname alone.
constexpr float surname_share = 0.5F;

constexpr std::array voted = {NameType::PER, NameType::ORG, NameType::LOC};

bool takes_part(NameType type) {
    return std::find(voted.begin(), voted.end(), type) != voted.end();
}

std::string surface(const Document &document, std::uint32_t first, std::uint32_t end) {
    std::string text;
    for (std::uint32_t t = first; t < end; ++t) {
        text += document.tokens[t].form;
        text += t + 1 < end && document.tokens[t].space_after ? " " : "";
    }
    return text;
}

/// The votes of all mentions of one surface.
struct Ballot {
    NameSupport votes{};
    std::size_t mentions = 0;
    std::uint32_t tokens = 0;
    NameType winner = NameType::MISC;

    void add(const NameSupport &support, float share) {
        for (std::size_t i = 0; i < votes.size(); ++i) {
            votes[i] += share * support[i];
        }
    }
    void decide() {
        winner = *std::max_element(voted.begin(), voted.end(), [this](NameType a, NameType b) {
            return votes[static_cast<std::size_t>(a)] < votes[static_cast<std::size_t>(b)];
        });
    }
};

using Ballots = std::unordered_map<std::string, Ballot>;

/// Adds the names that the tagger passed over: proper nouns that bear a name of this document.
std::vector<Name> with_missed_names(std::vector<Name> names, const Document &document, const Ballots &ballots) {
    std::vector<Name> all;
    std::size_t next = 0;
    for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
        if (next < names.size() && names[next].first_token <= t) {
            all.push_back(names[next]);
            t = names[next].end_token - 1;
            ++next;
            continue;
        }
        const Token &token = document.tokens[t];
        if (token.upos != Upos::PROPN) {
            continue;
        }
        const auto found = ballots.find(token.form);
        // A part of a longer proper name that the tagger left out is not a name of its own.
        const bool alone = token.deprel != "flat" && token.deprel != "compound" &&
                           (t + 1 == document.tokens.size() || document.tokens[t + 1].upos != Upos::PROPN) &&
                           (t == 0 || document.tokens[t - 1].upos != Upos::PROPN);
        if (found != ballots.end() && alone && found->second.mentions >= 1) {
            all.push_back({t, t + 1, found->second.winner});
        }
    }
    return all;
}

} // namespace

NameRefiner::NameRefiner(const ModelFile &file) {
    const auto bytes = file.section("names.places");
    std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        places_.insert(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void NameRefiner::refine(std::span<const TaggedName> tagged, Document &document) const {
    Ballots ballots;
    std::vector<Name> names;
    std::vector<std::string> surfaces;
    for (const TaggedName &mention : tagged) {
        names.push_back(mention.name);
        surfaces.push_back(surface(document, mention.name.first_token, mention.name.end_token));
        if (!takes_part(mention.name.type)) {
            continue;
        }
        Ballot &ballot = ballots[surfaces.back()];
        ballot.add(mention.support, 1);
        ballot.mentions += 1;
        ballot.tokens = mention.name.end_token - mention.name.first_token;
    }
    for (auto &[name, ballot] : ballots) {
        if (places_.contains(name)) {
            ballot.votes[static_cast<std::size_t>(NameType::LOC)] += place_bonus * static_cast<float>(ballot.mentions);
        }
    }
    // In the order of the text, so that sums do not depend on the table's order.
    for (const TaggedName &mention : tagged) {
        const Name &name = mention.name;
        if (name.type != NameType::PER || name.end_token - name.first_token < 2) {
            continue;
        }
        const auto surname = ballots.find(document.tokens[name.end_token - 1].form);
        if (surname != ballots.end()) {
            surname->second.add(mention.support, surname_share);
        }
    }
    for (auto &[name, ballot] : ballots) {
        ballot.decide();
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (takes_part(names[i].type)) {
            names[i].type = ballots.at(surfaces[i]).winner;
        }
    }
    document.names = with_missed_names(std::move(names), document, ballots);
    for (Name &name : document.names) {
        if (name.type == NameType::LOC && places_.contains(surface(document, name.first_token, name.end_token))) {
            name.type = NameType::GPE;
        }
    }
}

} // namespace gainsay
