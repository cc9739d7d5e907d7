#include "extract/attribution/posted_words.h"

#include "extract/attribution/source_phrase.h"
#include "extract/syntax/token_list.h"

#include <algorithm>

namespace gainsay {

namespace {

/// The signature says who posted it, not that he means every word.
constexpr double sure = 0.95;

std::string squeezed(std::string_view name) {
    std::string key = name_key(name);
    std::erase(key, ' ');
    return key;
}

/// "AnnLee" is Ann Lee, whom the article names.
std::optional<EntityIndex> named_without_blanks(const EntityBook &book, const SignedPost &post) {
    if (post.name_end != post.name + 1) {
        return std::nullopt;
    }
    const std::string key = squeezed(book.syntax().form(post.name));
    for (EntityIndex entity = 0; entity < book.entities().size(); ++entity) {
        const Entity &each = book.entity(entity);
        if (each.named && each.type == NodeKind::Person && each.name.find(' ') != std::string::npos &&
            squeezed(each.name) == key) {
            return entity;
        }
    }
    return std::nullopt;
}

/// The head of a name within the signature, or any word of one: "Sen. Ann Lee" is Ann Lee.
std::optional<TokenIndex> signing_name(const EntityBook &book, const SignedPost &post) {
    std::optional<TokenIndex> found;
    for (TokenIndex token = post.name; token < post.name_end; ++token) {
        const std::optional<EntityIndex> entity = book.covering(token);
        if (entity && book.entity(*entity).named && is_actor(book.entity(*entity).type)) {
            found = found.value_or(token);
            if (book.at(token)) {
                return token;
            }
        }
    }
    return found;
}

FoundAttribution posted(const EntityBook &book, const SignedPost &post) {
    FoundAttribution found;
    for (TokenIndex token = post.first; token < post.end; ++token) {
        found.content.push_back(token);
    }
    trim_punctuation(book.syntax(), found.content);
    for (TokenIndex token = post.name; token < post.name_end; ++token) {
        found.source.push_back(token);
    }
    found.cue = {post.handle};
    found.cue_head = post.handle;
    const std::optional<TokenIndex> name = signing_name(book, post);
    found.source_head = name.value_or(post.name_end - 1);
    found.source_entity = named_without_blanks(book, post);
    if (name && !found.source_entity) {
        found.source_entity = book.covering(*name);
    }
    found.confidence = sure;
    return found;
}

} // namespace

void add_posted_words(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all) {
    for (const SignedPost &post : quotations.posts()) {
        if (book.is_skipped(post.first)) {
            continue;
        }
        FoundAttribution found = posted(book, post);
        // Whoever the network gives the post to, the signature is right.
        std::erase_if(all, [&](const FoundAttribution &each) {
            const auto shared = std::count_if(each.content.begin(), each.content.end(), [&](TokenIndex token) {
                return token >= post.first && token < post.end;
            });
            const bool is_outside = each.cue_head < post.first || each.cue_head >= post.end;
            return is_outside && 2 * static_cast<std::size_t>(shared) > each.content.size();
        });
        if (!found.content.empty()) {
            all.push_back(std::move(found));
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const FoundAttribution &a, const FoundAttribution &b) { return a.cue_head < b.cue_head; });
}

} // namespace gainsay
