#include "ingest/article_rules.h"

#include "base/resources.h"

namespace gainsay {

ArticleRules ArticleRules::load() {
    const auto table = [](std::string_view name) { return PhraseTable::load(resource_path(name)); };
    ArticleRules rules;
    rules.boilerplate = table("en/boilerplate.tsv");
    rules.bylines = table("en/bylines.tsv");
    rules.photo_credits = table("en/photo_credits.tsv");
    rules.calendar = table("en/publication_dates.tsv");
    rules.verbs = table("en/finite_verbs.txt");
    rules.outlets = table("en/news_outlets.tsv");
    rules.author_roles = table("en/author_roles.tsv");
    rules.html_parts = table("en/html_parts.tsv");
    return rules;
}

} // namespace gainsay
