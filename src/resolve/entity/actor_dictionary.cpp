#include "resolve/entity/actor_dictionary.h"

#include "base/lexicon_file.h"
#include "base/number.h"
#include "base/utf8.h"
#include "graph_schema/word.h"
#include "language/name_form.h"

#include <algorithm>

namespace gainsay {

namespace {

constexpr auto several = static_cast<std::size_t>(-1);

/// "050101" or "20050101". Of years with two digits those up to 30 lie in this century.
std::optional<Date> read_date(std::string_view text) {
    constexpr std::size_t short_form = 6;
    constexpr std::size_t long_form = 8;
    const std::optional<std::int64_t> number = parse_integer(text);
    if (!number || *number < 0 || (text.size() != short_form && text.size() != long_form)) {
        return std::nullopt;
    }
    Date date;
    date.year = static_cast<int>(*number / 10000);
    if (text.size() == short_form) {
        constexpr int newest = 30;
        date.year += date.year <= newest ? 2000 : 1900;
    }
    date.month = static_cast<int>(*number / 100 % 100);
    date.day = static_cast<int>(*number % 100);
    return is_valid(date) ? std::optional(date) : std::nullopt;
}

/// "RUSGOV 990809-991231", "RUSGOV >990809", "RUSGOV".
std::optional<ActorCode> read_code(std::string_view text) {
    ActorCode result;
    const std::vector<std::string> parts = split_list(text, ' ');
    if (parts.empty()) {
        return std::nullopt;
    }
    result.code = uppercase(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::string &part = parts[i];
        if (part.front() == '>') {
            result.first = read_date(std::string_view(part).substr(1));
        } else if (part.front() == '<') {
            result.last = read_date(std::string_view(part).substr(1));
        } else if (const std::size_t dash = part.find('-'); dash != std::string::npos) {
            result.first = read_date(std::string_view(part).substr(0, dash));
            result.last = read_date(std::string_view(part).substr(dash + 1));
        }
    }
    return result;
}

/// Blanks for what stands between "<!--" and "-->", so that lines keep their numbers.
std::string without_comments(std::string_view text) {
    std::string result(text);
    for (std::size_t begin = result.find("<!--"); begin != std::string::npos; begin = result.find("<!--", begin)) {
        const std::size_t close = result.find("-->", begin);
        const std::size_t end = close == std::string::npos ? result.size() : close + 3;
        for (; begin < end; ++begin) {
            result[begin] = result[begin] == '\n' ? '\n' : ' ';
        }
    }
    return result;
}

} // namespace

void ActorDictionary::Reading::warn(std::string message) const {
    diagnostics->add({Severity::warning, *name, std::nullopt, line, std::move(message)});
}

void ActorDictionary::add(std::string_view text, const std::string &name,
                          const std::unordered_map<std::string, std::string> &countries, Diagnostics &diagnostics) {
    const std::string all = replace_invalid_utf8(without_comments(text));
    const bool petrarch = all.find('[') != std::string::npos;
    Reading reading{&name, &countries, &diagnostics};
    std::string_view rest = all;
    while (!rest.empty()) {
        ++reading.line;
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        line = line.substr(0, petrarch || trim(line).substr(0, 1) == "#" ? line.find('#') : std::string_view::npos);
        if (trim(line).empty()) {
            continue;
        }
        if (petrarch) {
            add_petrarch(trim(line), reading);
        } else {
            add_own(line, reading);
        }
    }
}

void ActorDictionary::add_own(std::string_view line, const Reading &reading) {
    std::vector<std::string> fields;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find('\t', begin), line.size());
        fields.emplace_back(trim(line.substr(begin, end - begin)));
        begin = end + 1;
    }
    constexpr std::size_t columns = 5;
    fields.resize(std::max(columns, fields.size()));
    if (fields[0].empty() || name_form(fields[0]).empty()) {
        reading.warn("expected an actor's name in the first field, found nothing; the line is left out");
        return;
    }
    DictionaryActor actor;
    actor.name = fields[0];
    if (!fields[1].empty()) {
        actor.kind = parse_word<NodeKind>(fields[1]);
        if (!actor.kind || !(is_actor(*actor.kind) || *actor.kind == NodeKind::Place)) {
            reading.warn("expected Person, Organization, Country, Group, Outlet or Place, found '" + fields[1] +
                         "'; the line is left out");
            return;
        }
    }
    if (!fields[2].empty() && fields[2].size() != 2) {
        reading.warn("expected an ISO 3166 code of two letters, found '" + fields[2] + "'; the line is left out");
        return;
    }
    actor.country = uppercase(fields[2]);
    for (const std::string &code : split_list(fields[4], ';')) {
        if (std::optional<ActorCode> read = read_code(code)) {
            actor.codes.push_back(*std::move(read));
        }
    }
    actors_.push_back(std::move(actor));
    add_name(fields[0]);
    for (const std::string &alias : split_list(fields[3], ';')) {
        add_name(alias);
    }
}

void ActorDictionary::add_petrarch(std::string_view line, Reading &reading) {
    const bool is_synonym = line.front() == '+';
    const std::size_t bracket = std::min(line.find('['), line.size());
    const std::size_t begin = is_synonym ? 1 : 0;
    const std::string_view written = trim(line.substr(begin, bracket - begin));
    const bool is_actor_line = !is_synonym && !written.empty();
    if (!is_actor_line && !reading.has_actor) {
        reading.warn("expected an actor before its other names and codes, found none; left out");
        return;
    }
    if (is_actor_line) {
        DictionaryActor actor;
        actor.name = written;
        std::replace(actor.name.begin(), actor.name.end(), '_', ' ');
        actor.name = trim(actor.name);
        reading.has_actor = !name_form(actor.name).empty();
        if (!reading.has_actor) {
            reading.warn("expected an actor's name, found '" + std::string(written) + "'; the line is left out");
            return;
        }
        actors_.push_back(std::move(actor));
    }
    add_name(written);
    add_codes(line.substr(bracket), reading);
}

void ActorDictionary::add_codes(std::string_view codes, const Reading &reading) {
    for (std::size_t open = 0; open < codes.size(); open = codes.find('[', open)) {
        const std::size_t close = codes.find(']', open);
        if (close == std::string_view::npos) {
            reading.warn("expected ']' behind a code, found the end of the line; the code is left out");
            return;
        }
        std::optional<ActorCode> code = read_code(codes.substr(open + 1, close - open - 1));
        if (code && code->code.find_first_not_of('-') != std::string::npos) {
            DictionaryActor &actor = actors_.back();
            constexpr std::size_t country_letters = 3;
            const auto country = reading.countries->find(code->code.substr(0, country_letters));
            if (country != reading.countries->end() && actor.country.empty()) {
                actor.country = country->second;
            }
            actor.codes.push_back(*std::move(code));
        }
        open = close;
    }
}

void ActorDictionary::add_name(std::string_view name) {
    std::string plain(name);
    std::replace(plain.begin(), plain.end(), '_', ' ');
    const std::string form = name_form(plain);
    if (form.empty()) {
        return;
    }
    const std::size_t actor = actors_.size() - 1;
    const auto [known, is_new] = by_name_.emplace(form, actor);
    if (!is_new && known->second != actor) {
        known->second = several;
    }
}

std::optional<std::size_t> ActorDictionary::find(const std::string &form) const {
    const auto found = by_name_.find(form);
    return found == by_name_.end() || found->second == several ? std::nullopt : std::optional(found->second);
}

bool holds_at(const ActorCode &code, const std::optional<Date> &date) {
    return !date || ((!code.first || *code.first <= *date) && (!code.last || *date <= *code.last));
}

} // namespace gainsay
