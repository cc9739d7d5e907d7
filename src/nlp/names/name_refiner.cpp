#include "nlp/names/name_refiner.h"

#include "base/error.h"
#include "neural/model_file.h"
#include "nlp/names/name_parts.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace gainsay {

namespace {

/// What knowledge adds to the vote for a type, for each mention, in logarithms of probability.
struct Bonus {
    NameType type;
    float votes;
};

constexpr Bonus bonus_of(NameRefiner::Known known) {
    switch (known) {
    case NameRefiner::Known::state:
        return {NameType::LOC, 4.0F};
    case NameRefiner::Known::place:
        return {NameType::LOC, 1.5F};
    case NameRefiner::Known::organization:
        return {NameType::ORG, 4.0F};
    case NameRefiner::Known::organization_ending:
        return {NameType::ORG, 3.0F};
    case NameRefiner::Known::people:
        break;
    }
    return {NameType::NORP, 0.0F};
}

constexpr std::array known_names = {std::string_view("state"), std::string_view("place"),
                                    std::string_view("organization"), std::string_view("organization-ending"),
                                    std::string_view("people")};

/// An address of the web or of mail is no name.
bool is_address(std::string_view surface) {
    return surface.find("://") != std::string_view::npos || surface.find('@') != std::string_view::npos ||
           surface.starts_with("www.");
}

/// "MWA": two capitals or more and nothing else, without dots between them, which initials of persons have.
bool is_acronym(std::string_view name) {
    return name.size() > 1 && std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// But for its first letter.
bool is_in_small_letters(const Token &token) {
    return token.form.size() > 1 && token.form[1] >= 'a' && token.form[1] <= 'z';
}

/// How much surer the tagger must be that an acronym is a person than that it is something else, for each mention, in
/// logarithms of probability.
constexpr float acronym_doubt = 1.5F;

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
    void decide(std::string_view name) {
        if (is_acronym(name)) {
            votes[static_cast<std::size_t>(NameType::PER)] -= acronym_doubt * static_cast<float>(mentions);
        }
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

std::string_view NameRefiner::known_name(Known known) {
    return known_names[static_cast<std::size_t>(known)];
}

NameRefiner::NameRefiner(const ModelFile &file) {
    const auto bytes = file.section("names.known");
    std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    known_.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        const std::size_t tab = line.find('\t');
        const auto kind = std::find(known_names.begin(), known_names.end(), line.substr(0, tab));
        if (tab == std::string_view::npos || kind == known_names.end()) {
            throw ModelError(file.path().string() + ", section names.known", "a kind, a tab and a name",
                             std::string(line));
        }
        known_.emplace(line.substr(tab + 1), static_cast<Known>(kind - known_names.begin()));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

const NameRefiner::Known *NameRefiner::find(std::string_view name) const {
    const auto found = known_.find(name);
    return found == known_.end() ? nullptr : &found->second;
}

/// "Pro-Examplia NBC", taken for a person: a known body's acronym is never a surname.
void NameRefiner::trim_to_body(TaggedName &tagged, const Document &document) const {
    Name &name = tagged.name;
    const std::string &last = document.tokens[name.end_token - 1].form;
    const Known *const known = find(last);
    if (name.type == NameType::PER && name.end_token - name.first_token > 1 && is_acronym(last) && known != nullptr &&
        *known == Known::organization) {
        name.first_token = name.end_token - 1;
        name.type = NameType::ORG;
    }
}

/// "WHO said": a known body's acronym in capitals that spells a word of the grammar, which is what taggers take it for.
/// Not where the sentence is in capitals throughout.
std::vector<TaggedName> NameRefiner::with_word_acronyms(std::vector<TaggedName> tagged, Document &document) const {
    const std::size_t count = tagged.size();
    for (const Sentence &sentence : document.sentences) {
        const auto begin = document.tokens.begin() + sentence.first_token;
        const auto end = document.tokens.begin() + sentence.end_token;
        for (auto token = begin; token != end; ++token) {
            const Known *const known =
                token->upos == Upos::PRON && is_acronym(token->form) ? find(token->form) : nullptr;
            if (known == nullptr || *known != Known::organization) {
                continue;
            }
            const auto place = static_cast<std::uint32_t>(token - document.tokens.begin());
            const bool is_named = std::any_of(tagged.begin(), tagged.end(), [place](const TaggedName &each) {
                return each.name.first_token <= place && place < each.name.end_token;
            });
            if (is_named || std::none_of(begin, end, is_in_small_letters)) {
                continue;
            }
            token->upos = Upos::PROPN;
            token->xpos = "NNP";
            token->feats = "Number=Sing";
            token->lemma = token->form;
            tagged.push_back({{place, place + 1, NameType::ORG}, {}});
        }
    }
    std::inplace_merge(
        tagged.begin(), tagged.begin() + static_cast<std::ptrdiff_t>(count), tagged.end(),
        [](const TaggedName &a, const TaggedName &b) { return a.name.first_token < b.name.first_token; });
    return tagged;
}

void NameRefiner::refine(std::span<const TaggedName> found, Document &document) const {
    std::vector<TaggedName> tagged = with_word_acronyms(with_whole_parts(found, document), document);
    for (TaggedName &each : tagged) {
        trim_to_body(each, document);
    }
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
        const Known *known = find(name);
        if (known == nullptr && ballot.tokens > 1) {
            const Known *ending = find(name.substr(name.rfind(' ') + 1));
            known = ending != nullptr && *ending == Known::organization_ending ? ending : nullptr;
        }
        if (known != nullptr && (*known != Known::organization_ending || ballot.tokens > 1)) {
            const Bonus bonus = bonus_of(*known);
            ballot.votes[static_cast<std::size_t>(bonus.type)] += bonus.votes * static_cast<float>(ballot.mentions);
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
        ballot.decide(name);
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (takes_part(names[i].type)) {
            names[i].type = ballots.at(surfaces[i]).winner;
        }
    }
    document.names = with_missed_names(std::move(names), document, ballots);
    std::erase_if(document.names, [&document](const Name &name) {
        return is_address(surface(document, name.first_token, name.end_token));
    });
    for (Name &name : document.names) {
        const Known *known = find(surface(document, name.first_token, name.end_token));
        if (known == nullptr) {
            continue;
        }
        if (name.type == NameType::LOC && (*known == Known::state || *known == Known::place)) {
            name.type = NameType::GPE;
        } else if (takes_part(name.type) && *known == Known::people) {
            name.type = NameType::NORP;
        }
    }
}

} // namespace gainsay
