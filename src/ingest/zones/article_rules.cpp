#include "ingest/zones/article_rules.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/resources.h"
#include "base/utf8.h"

#include <algorithm>

namespace gainsay {

namespace {

std::unordered_map<std::string, std::string> load_domains(const std::filesystem::path &path) {
    std::string content;
    try {
        content = read_file(path);
    } catch (const InputError &error) {
        throw ModelError(path.string(), std::string("cannot read this resource: ") + error.what());
    }
    std::unordered_map<std::string, std::string> domains;
    std::string_view rest = content;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t tab = line.find('\t');
        if (tab != std::string_view::npos && line.front() != '#') {
            domains.emplace(line.substr(0, tab), trim(line.substr(tab + 1)));
        }
    }
    return domains;
}

} // namespace

std::optional<std::string> ArticleRules::outlet_of(std::string_view url) const {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) {
        return std::nullopt;
    }
    url.remove_prefix(scheme + 3);
    std::string host = lowercase(url.substr(0, url.find_first_of("/?#:")));
    for (;;) {
        const auto found = outlet_domains.find(host);
        if (found != outlet_domains.end()) {
            return found->second;
        }
        const std::size_t dot = host.find('.');
        if (dot == std::string::npos) {
            return std::nullopt;
        }
        host.erase(0, dot + 1);
    }
}

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
    rules.outlet_domains = load_domains(resource_path("en/outlet_domains.tsv"));
    return rules;
}

} // namespace gainsay
