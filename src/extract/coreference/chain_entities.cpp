#include "extract/coreference/chain_finder.h"
#include "extract/coreference/owner_names.h"
#include "extract/mentions/person_names.h"

#include <algorithm>
#include <optional>
#include <string>

namespace gainsay {

namespace {

/// Makes entities of chains.
class ChainRecorder {
  public:
    ChainRecorder(EntityBook &book, const DocumentChains &chains) : book_(&book), all_(&chains) {}

    void run() {
        for (const Chain &chain : all_->chains) {
            if (chain.entity >= 0) {
                add_mentions(static_cast<EntityIndex>(chain.entity), chain, true);
            } else if (const OpenNominal *nominal = described_actor(chain)) {
                Entity entity;
                entity.type = nominal->type;
                entity.name = nominal->name;
                entity.country = nominal->country;
                add_mentions(book_->add_entity(std::move(entity)), chain, true);
            } else if (chain.phrases.size() > 1) {
                add_unnamed(chain);
            }
        }
    }

  private:
    /// The first phrase that speaks of an actor, or a later one that says more than a noun alone; nothing if none of a
    /// single phrase's worth does.
    const OpenNominal *described_actor(const Chain &chain) const {
        const OpenNominal *first = nullptr;
        for (const std::uint32_t position : chain.phrases) {
            const Phrase &phrase = all_->phrases[position];
            if (phrase.nominal >= 0) {
                const OpenNominal &nominal = all_->nominals[static_cast<std::size_t>(phrase.nominal)];
                if (nominal.stands_alone || chain.phrases.size() > 1) {
                    first = first == nullptr ? &nominal : first;
                    if (nominal.type == first->type && nominal.name.find(' ') != std::string::npos) {
                        return &nominal;
                    }
                }
            }
        }
        return first;
    }

    void add_mentions(EntityIndex entity, const Chain &chain, bool counts) {
        for (const std::uint32_t position : chain.phrases) {
            const Phrase &phrase = all_->phrases[position];
            if (phrase.entity >= 0) {
                continue;
            }
            // A name that the rules of names left is one only where it joins a known one.
            const bool is_name = phrase.type == PhraseType::name && chain.entity >= 0;
            if (all_->margins[position] < least_margin(phrase.type)) {
                book_->mark_doubtful(phrase.head);
            }
            const MentionKind kind = is_pronoun(phrase.type) ? MentionKind::pronoun
                                     : is_name               ? MentionKind::name
                                                             : MentionKind::nominal;
            if (counts) {
                book_->add_mention(entity, kind, phrase.first, phrase.last, phrase.head_first, phrase.head_last,
                                   phrase.head);
            } else {
                book_->add_aside(entity, kind, phrase.first, phrase.last, phrase.head_first, phrase.head_last,
                                 phrase.head);
            }
        }
    }

    /// From here on 96 of 100 names for "he", 99 for "she" and 88 for "it" are right on news; tests/quality/chains.md.
    static float least_margin(PhraseType type) {
        switch (type) {
        case PhraseType::masculine:
            return 3;
        case PhraseType::neuter:
            return 2;
        case PhraseType::feminine:
            return 1;
        case PhraseType::third_plural:
            return 4;
        default:
            return -ChainPick::sure;
        }
    }

    static bool has_pronoun(const Chain &chain, PhraseType type) {
        return (chain.pronouns & (1U << static_cast<unsigned>(type))) != 0;
    }

    /// Whether some phrase is more than a bare noun: "the region", not "ground".
    bool is_determined(const Chain &chain) const {
        return std::any_of(chain.phrases.begin(), chain.phrases.end(), [this](std::uint32_t position) {
            const PhraseType type = all_->phrases[position].type;
            return !is_pronoun(type) && type != PhraseType::bare && type != PhraseType::modifier;
        });
    }

    /// What a chain without a name is; nothing where it is no actor and no place.
    std::optional<NodeKind> kind_of_unnamed(const Chain &chain) const {
        if (has_pronoun(chain, PhraseType::first_singular) || has_pronoun(chain, PhraseType::masculine) ||
            has_pronoun(chain, PhraseType::feminine)) {
            return NodeKind::Person;
        }
        if (has_pronoun(chain, PhraseType::first_plural)) {
            return NodeKind::Group;
        }
        if (has_pronoun(chain, PhraseType::second)) {
            return NodeKind::Person;
        }
        switch (chain.noun_class) {
        case NounClass::person:
            return chain.plural_count > 0 ? NodeKind::Group : NodeKind::Person;
        case NounClass::place:
            return is_determined(chain) ? std::optional(NodeKind::Place) : std::nullopt;
        case NounClass::unknown:
        case NounClass::group:
            return has_pronoun(chain, PhraseType::third_plural) ? std::optional(NodeKind::Group) : std::nullopt;
        default:
            return std::nullopt;
        }
    }

    /// The first phrase that is no pronoun, or else the first.
    const Phrase &telling_phrase(const Chain &chain) const {
        const auto found = std::find_if(chain.phrases.begin(), chain.phrases.end(), [this](std::uint32_t position) {
            return !is_pronoun(all_->phrases[position].type);
        });
        return all_->phrases[found == chain.phrases.end() ? chain.phrases.front() : *found];
    }

    /// Without determiner and clause.
    std::string description_of(const Phrase &phrase) const {
        const Syntax &syntax = book_->syntax();
        TokenIndex first = phrase.first;
        while (first < phrase.head && (syntax.upos(first) == Upos::DET || syntax.upos(first) == Upos::PUNCT)) {
            ++first;
        }
        // "the few who point it out": which they are tells no name.
        TokenIndex last = phrase.last;
        for (const TokenIndex child : syntax.children(phrase.head)) {
            if (child > phrase.head && syntax.is(child, "acl")) {
                last = std::max(phrase.head, std::min(last, syntax.subtree(child).front() - 1));
                break;
            }
        }
        while (last > phrase.head && syntax.upos(last) == Upos::PUNCT) {
            --last;
        }
        return syntax.text_of(hull(syntax.token(first).span, syntax.token(last).span));
    }

    /// "Reedcare", which the rules of names left.
    bool is_refused_name(const Phrase &phrase) const {
        NameUse use;
        use.type = NameType::PER;
        set_extent(use, book_->syntax(), phrase.head_first, phrase.head_last);
        return is_no_person(use, *book_);
    }

    /// A person, group, body or place that is only described or pointed at: observed, but nobody's statement hangs on
    /// it unless a noun says who it is.
    void add_unnamed(const Chain &chain) {
        const std::optional<NodeKind> type = kind_of_unnamed(chain);
        if (!type) {
            return;
        }
        const Phrase &telling = telling_phrase(chain);
        if (telling.type == PhraseType::name && is_refused_name(telling)) {
            return;
        }
        Entity entity;
        entity.type = *type;
        entity.name = description_of(telling);
        const bool counts = !is_pronoun(telling.type) && *type != NodeKind::Place;
        add_mentions(book_->add_entity(std::move(entity)), chain, counts);
    }

    EntityBook *book_;
    const DocumentChains *all_;
};

} // namespace

void add_chains(EntityBook &book, const DocumentChains &chains) {
    ChainRecorder(book, chains).run();
    name_by_owners(book);
}

} // namespace gainsay
