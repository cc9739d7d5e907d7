#include "nlp/names/name_features.h"

#include "nlp/analysis/lexical_features.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gainsay {

namespace {

/// The affixes used, as places in LexicalFeatures::affixes: prefixes of 2 to 4, suffixes of 2 to 4.
constexpr std::array<std::size_t, 6> used_affixes = {1, 2, 3, 5, 6, 7};

/// Flags behind those of the lexicon's kinds.
enum Flag : std::size_t {
    goes_on = NameLexicon::kind_count, ///< within an entry of several words, not its first
    capital,
    all_capitals,
    first_of_sentence,
    small_elsewhere, ///< the same word without capitals
    inner_capital_elsewhere,
    twice,
    four_times,
    behind_title_elsewhere,
    behind_given_elsewhere,
    run_begins_elsewhere, ///< a run of words with capitals begins with it
    run_ends_elsewhere,
    before_ending_elsewhere, ///< the run ends with a word like "Agency"
    initials,                ///< it is made of the initials of a run
    in_brackets,
    flag_end
};
static_assert(flag_end <= NameFeatures::flag_count);

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Words that begin with a capital of any script with two cases; only ASCII and Latin ones matter in practice.
bool begins_capital(std::string_view form) {
    if (form.empty()) {
        return false;
    }
    if (is_capital(form.front())) {
        return true;
    }
    // U+00C0 to U+00DE are the capitals of Latin-1.
    return form.size() > 1 && static_cast<unsigned char>(form[0]) == 0xC3 &&
           static_cast<unsigned char>(form[1]) >= 0x80 && static_cast<unsigned char>(form[1]) <= 0x9E;
}

bool is_acronym(std::string_view form) {
    const auto letters = std::count_if(form.begin(), form.end(), is_capital);
    return letters >= 2 &&
           std::all_of(form.begin(), form.end(), [](char c) { return is_capital(c) || c == '.' || c == '&'; });
}

std::string lowered(std::string_view form) {
    std::string lower(form);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

/// How often a form stands in which way.
struct Uses {
    std::uint32_t all = 0, inner_capital = 0, behind_title = 0, behind_given = 0, begins = 0, ends = 0,
                  before_ending = 0;
    std::uint32_t group = NameFeatures::no_group;
};

/// How one token stands.
struct Use {
    bool inner_capital = false, behind_title = false, behind_given = false, begins = false, ends = false,
         before_ending = false;
};

bool is(NameLexicon::Kinds kinds, NameLexicon::Kind kind) {
    return (kinds & NameLexicon::bit(kind)) != 0;
}

} // namespace

const std::array<std::size_t, NameFeatures::field_count> &NameFeatures::field_values() {
    static constexpr std::array<std::size_t, field_count> values = {
        LexicalFeatures::affix_buckets, LexicalFeatures::affix_buckets, LexicalFeatures::affix_buckets,
        LexicalFeatures::affix_buckets, LexicalFeatures::affix_buckets, LexicalFeatures::affix_buckets,
        LexicalFeatures::shape_buckets, LexicalFeatures::glue_values,   LexicalFeatures::case_values};
    return values;
}

NameFeatures::NameFeatures(const Document &document, const NameLexicon &lexicon)
    : fields_(document.tokens.size() * field_count), flags_(document.tokens.size() * flag_count),
      groups_(document.tokens.size(), no_group) {
    using Kind = NameLexicon::Kind;
    const std::vector<Token> &tokens = document.tokens;
    std::unordered_map<std::string_view, LexicalFeatures> known;
    std::unordered_map<std::string_view, Uses> uses;
    std::unordered_map<std::string, std::uint32_t> small;
    std::unordered_map<std::string, std::uint32_t> runs; ///< by initials
    std::vector<Use> use(tokens.size());
    std::vector<NameLexicon::Kinds> kinds(tokens.size(), 0);
    for (const Sentence &sentence : document.sentences) {
        SentenceCaseCounter capitals;
        for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
            capitals.add(tokens[t].form);
        }
        std::uint32_t run_begin = sentence.end_token;
        for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
            const std::string_view form = tokens[t].form;
            const auto [found, is_new] = known.try_emplace(form);
            if (is_new) {
                found->second = lexical_features(form, normalized_word(form));
            }
            const LexicalFeatures &lexical = found->second;
            std::uint16_t *fields = fields_.data() + static_cast<std::size_t>(t) * field_count;
            for (const std::size_t affix : used_affixes) {
                *fields++ = lexical.affixes[affix];
            }
            *fields++ = lexical.shape;
            const bool space_before = t == sentence.first_token || tokens[t - 1].space_after;
            *fields++ = static_cast<std::uint16_t>(glue_of(space_before, tokens[t].space_after));
            *fields = static_cast<std::uint16_t>(capitals.result());
            std::uint8_t *flags = flags_.data() + static_cast<std::size_t>(t) * flag_count;
            const bool has_capital = begins_capital(form);
            flags[first_of_sentence] = t == sentence.first_token;
            flags[in_brackets] = t > sentence.first_token && tokens[t - 1].form == "(" && t + 1 < sentence.end_token &&
                                 tokens[t + 1].form == ")";
            if (!has_capital) {
                ++small[std::string(form)];
                continue;
            }
            flags[capital] = 1;
            flags[all_capitals] = is_acronym(form);
            if (kinds[t] == 0) {
                std::vector<std::string_view> words;
                for (std::uint32_t w = t; w < std::min(sentence.end_token, t + std::uint32_t{NameLexicon::most_words});
                     ++w) {
                    words.push_back(tokens[w].form);
                }
                const auto [entry, count] = lexicon.longest(words);
                for (std::uint32_t w = t; w < t + count; ++w) {
                    kinds[w] |= entry;
                    flags_[static_cast<std::size_t>(w) * flag_count + goes_on] = w > t;
                }
            }
            Use &own = use[t];
            const bool goes_on_run = t > sentence.first_token && begins_capital(tokens[t - 1].form);
            const bool run_goes_on = t + 1 < sentence.end_token && begins_capital(tokens[t + 1].form);
            if (!goes_on_run) {
                run_begin = t;
            }
            own.inner_capital = t > sentence.first_token;
            own.begins = !goes_on_run && run_goes_on;
            own.ends = goes_on_run && !run_goes_on;
            if (goes_on_run) {
                own.behind_title = is(kinds[t - 1], Kind::title);
                own.behind_given = is(kinds[t - 1], Kind::given);
            }
            if (run_goes_on) {
                std::uint32_t last = t + 1;
                while (last + 1 < sentence.end_token && begins_capital(tokens[last + 1].form)) {
                    ++last;
                }
                own.before_ending = is(lexicon.find(tokens[last].form), Kind::organization_ending);
            }
            if (own.ends) {
                std::string letters;
                for (std::uint32_t w = run_begin; w <= t; ++w) {
                    letters += tokens[w].form.front();
                }
                ++runs[letters];
            }
        }
    }
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        if (flags_[t * flag_count + capital] == 0) {
            continue;
        }
        Uses &all = uses[tokens[t].form];
        if (++all.all == 2) {
            all.group = static_cast<std::uint32_t>(group_count_++);
        }
        all.inner_capital += use[t].inner_capital;
        all.behind_title += use[t].behind_title;
        all.behind_given += use[t].behind_given;
        all.begins += use[t].begins;
        all.ends += use[t].ends;
        all.before_ending += use[t].before_ending;
    }
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        std::uint8_t *flags = flags_.data() + t * flag_count;
        for (std::size_t kind = 0; kind < NameLexicon::kind_count; ++kind) {
            flags[kind] = (unsigned{kinds[t]} >> kind) & 1U;
        }
        if (flags[capital] == 0) {
            continue;
        }
        const Uses &all = uses.at(tokens[t].form);
        const Use &own = use[t];
        groups_[t] = all.group;
        flags[small_elsewhere] = small.contains(lowered(tokens[t].form));
        flags[inner_capital_elsewhere] = all.inner_capital > (own.inner_capital ? 1U : 0U);
        flags[twice] = all.all >= 2;
        flags[four_times] = all.all >= 4;
        flags[behind_title_elsewhere] = all.behind_title > (own.behind_title ? 1U : 0U);
        flags[behind_given_elsewhere] = all.behind_given > (own.behind_given ? 1U : 0U);
        flags[run_begins_elsewhere] = all.begins > (own.begins ? 1U : 0U);
        flags[run_ends_elsewhere] = all.ends > (own.ends ? 1U : 0U);
        flags[before_ending_elsewhere] = all.before_ending > (own.before_ending ? 1U : 0U);
        flags[initials] = flags[all_capitals] != 0 && runs.contains(tokens[t].form);
    }
}

} // namespace gainsay
