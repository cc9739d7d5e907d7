#pragma once

#include "extract/syntax/syntax.h"
#include "language/english.h"
#include "observation/observations.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// The entities of one document while they are being found, and which token refers to which of them. Refers to the
/// syntax and the words, which must outlive it.
class EntityBook {
  public:
    EntityBook(const Syntax &syntax, const English &english);

    const Syntax &syntax() const { return *syntax_; }
    const English &english() const { return *english_; }

    /// Whether nothing may be taken from the token: boilerplate, bylines, sentences that repeat an earlier one.
    bool is_skipped(TokenIndex token) const { return skipped_[token] != 0; }
    /// The position in Document::names of the name that the token is part of.
    std::optional<std::size_t> name_at(TokenIndex token) const;

    EntityIndex add_entity(Entity entity);
    /// For all but its name and aliases, by which it is found. Its mentions are in places() until finish().
    Entity &entity(EntityIndex index) { return entities_[index]; }
    const Entity &entity(EntityIndex index) const { return entities_[index]; }
    std::size_t size() const { return entities_.size(); }
    /// The state as an entity, made at its first use.
    EntityIndex country(const Country &country);
    /// The first entity of that type with this name or alias (compared by name_key()).
    std::optional<EntityIndex> find(NodeKind type, std::string_view name) const;

    /// `first` to `last` (both included) refer to the entity, head words `head_first` to `head_last`; the token that
    /// stands for the mention in the tree is `head`.
    void add_mention(EntityIndex entity, MentionKind kind, TokenIndex first, TokenIndex last, TokenIndex head_first,
                     TokenIndex head_last, TokenIndex head);
    /// The same for a mention that at() and covering() shall not tell of: nothing that is said or done hangs on it.
    void add_aside(EntityIndex entity, MentionKind kind, TokenIndex first, TokenIndex last, TokenIndex head_first,
                   TokenIndex head_last, TokenIndex head);
    /// All that `from` is becomes `into`'s; `from` stays behind without mentions and is dropped by finish().
    void merge(EntityIndex from, EntityIndex into);
    /// The pronoun refers to this entity, whatever it referred to before.
    void assign_pronoun(TokenIndex pronoun, EntityIndex entity);
    void add_alias(EntityIndex index, const std::string &alias);
    /// The old name becomes an alias.
    void rename(EntityIndex index, const std::string &name);
    void add_title(EntityIndex index, const std::string &title);
    void add_relation(Relation relation);

    /// What the phrase with this head refers to.
    std::optional<EntityIndex> at(TokenIndex head) const;
    /// Whether the phrase refers to a state.
    bool entity_at_is_country(TokenIndex head) const {
        const std::optional<EntityIndex> found = at(head);
        return found && entities_[*found].type == NodeKind::Country;
    }
    /// The same as at(); where the phrase itself refers to nothing, what stands in apposition to it.
    std::optional<EntityIndex> of_phrase(TokenIndex head) const;
    /// A pronoun whose antecedent is not sure: it names nobody in what is printed.
    void mark_doubtful(TokenIndex pronoun) { doubtful_[pronoun] = 1; }
    bool is_doubtful(TokenIndex pronoun) const { return doubtful_[pronoun] != 0; }
    /// The entity with a mention that covers the token.
    std::optional<EntityIndex> covering(TokenIndex token) const;

    /// A place where an entity is mentioned, by tokens.
    struct Place {
        EntityIndex entity = 0;
        TokenIndex head = 0;
        MentionKind kind = MentionKind::name;
        /// The whole phrase, and the name without its title or the head noun; last ones included.
        TokenIndex first = 0;
        TokenIndex last = 0;
        TokenIndex head_first = 0;
        TokenIndex head_last = 0;
    };
    /// In the order in which they were added.
    const std::vector<Place> &places() const { return places_; }

    /// Hands over the entities (mentions in order of the text; entities by their first mention)
    /// and relations; from then on at() gives the new numbers.
    /// Returns the new number of each old one.
    std::vector<EntityIndex> finish();
    const std::vector<Entity> &entities() const { return entities_; }
    const std::vector<Relation> &relations() const { return relations_; }

  private:
    void find_skipped();
    void index_name(EntityIndex entity, const std::string &name);
    void cover(const Place &place);
    void give_mentions();
    /// See EntityMention::core.
    ByteSpan core_of(const Place &place) const;
    void renumber(const std::vector<EntityIndex> &new_index);

    const Syntax *syntax_;
    const English *english_;
    std::vector<std::uint8_t> skipped_;
    std::vector<std::uint8_t> doubtful_;
    std::vector<std::int32_t> name_at_;
    std::vector<Entity> entities_;
    std::vector<Relation> relations_;
    std::vector<Place> places_;
    /// Position in places_ of the latest mention with this head; negative for none.
    std::vector<std::int64_t> place_at_;
    /// Positions in places_, by entity.
    std::vector<std::vector<std::uint32_t>> places_of_;
    /// Type and key of names and aliases to the first entity that has them; states by their code.
    std::unordered_map<std::string, EntityIndex> by_name_;
    std::unordered_map<std::string, EntityIndex> states_;
    /// Entity by head token, by any covered token; negative for none.
    std::vector<std::int64_t> at_;
    std::vector<std::int64_t> covering_;
};

/// How names are compared: lookup form without article, possessive ending and full stops, hyphens as blanks.
std::string name_key(std::string_view name);

} // namespace gainsay
