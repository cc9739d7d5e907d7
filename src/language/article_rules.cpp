#include "language/article_rules.h"

#include "base/once_in_file.h"
#include "base/utf8.h"

namespace gainsay {

namespace {

std::unordered_map<std::string, std::string> read_domains(const LexiconFile &file) {
    std::unordered_map<std::string, std::string> domains;
    OnceInFile once(file);
    for (const LexiconFile::Row &row : file.rows()) {
        once.add(row, row.fields[0]);
        domains.emplace(row.fields[0], row.fields[1]);
    }
    return domains;
}

} // namespace

ArticleRules::ArticleRules(const std::filesystem::path &folder)
    : boilerplate(LexiconFile::read(folder / "boilerplate.tsv", 2)),
      bylines(LexiconFile::read(folder / "bylines.tsv", 2)),
      photo_credits(LexiconFile::read(folder / "photo_credits.tsv", 2)),
      calendar(LexiconFile::read(folder / "publication_dates.tsv", 2)),
      verbs(LexiconFile::read(folder / "finite_verbs.txt", 1)),
      outlets(LexiconFile::read(folder / "news_outlets.tsv", 2)),
      author_roles(LexiconFile::read(folder / "author_roles.tsv", 2)),
      html_parts(LexiconFile::read(folder / "html_parts.tsv", 2)),
      outlet_domains(read_domains(LexiconFile::read(folder / "outlet_domains.tsv", 2))) {}

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

} // namespace gainsay
