#include "nlp/analysis/lemma_rule.h"

#include "base/utf8.h"

#include <charconv>

namespace gainsay {
namespace {

std::size_t boundary_at_or_before(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        --at;
    return at;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
    std::size_t n = 0;
    while (n < a.size() && n < b.size() && a[n] == b[n])
        ++n;
    return boundary_at_or_before(a, n);
}

/// The edit of `form` to `lemma` around their longest common stem; the stem may start one code point in ("'re" ->
/// "re").
std::string edit(std::string_view form, std::string_view lemma) {
    std::size_t best = 0;
    std::size_t best_form = 0;
    std::size_t best_lemma = 0;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (boundary_at_or_before(form, i) != i)
            continue;
        for (std::size_t j = 0; j < lemma.size(); ++j) {
            const std::size_t n = common_prefix(form.substr(i), lemma.substr(j));
            if (n > best) {
                best = n;
                best_form = i;
                best_lemma = j;
            }
        }
    }
    // What is put in must not hold the sign that ends it.
    const bool readable = lemma.substr(0, best_lemma).find(';') == std::string_view::npos &&
                          lemma.substr(best_lemma + best).find(';') == std::string_view::npos;
    if (best == 0 || !readable)
        return "=" + std::string(lemma);
    return std::to_string(best_form) + "+" + std::string(lemma.substr(0, best_lemma)) + ";" +
           std::to_string(form.size() - best_form - best) + "+" + std::string(lemma.substr(best_lemma + best));
}

/// Reads `CUT+PUT` from the front of `rule` up to a `;` or the end.
bool read_edit(std::string_view &rule, std::size_t &cut, std::string_view &put) {
    const auto plus = rule.find('+');
    if (plus == std::string_view::npos)
        return false;
    const auto [end, error] = std::from_chars(rule.data(), rule.data() + plus, cut);
    if (error != std::errc() || end != rule.data() + plus)
        return false;
    const auto stop = rule.find(';', plus);
    put = rule.substr(plus + 1, stop == std::string_view::npos ? std::string_view::npos : stop - plus - 1);
    rule = stop == std::string_view::npos ? std::string_view() : rule.substr(stop + 1);
    return true;
}

} // namespace

std::string lemma_rule(std::string_view form, std::string_view lemma) {
    const std::string lower = lowercase(form);
    const std::string low_edit = edit(lower, lemma);
    const std::string keep_edit = edit(form, lemma);
    // The shorter description wins; where nothing tells the two apart the lower-cased form is the rule.
    const bool only_kept_has_stem = low_edit.front() == '=' && keep_edit.front() != '=';
    return only_kept_has_stem || keep_edit.size() < low_edit.size() ? "k;" + keep_edit : "l;" + low_edit;
}

std::string apply_lemma_rule(std::string_view rule, std::string_view form) {
    if (rule.size() < 3 || rule[1] != ';')
        return lowercase(form);
    std::string base = rule[0] == 'l' ? lowercase(form) : std::string(form);
    rule.remove_prefix(2);
    if (rule.front() == '=')
        return std::string(rule.substr(1));
    std::size_t front = 0;
    std::size_t back = 0;
    std::string_view front_put;
    std::string_view back_put;
    if (!read_edit(rule, front, front_put) || !read_edit(rule, back, back_put) || front > base.size() ||
        back > base.size() - front || boundary_at_or_before(base, front) != front ||
        boundary_at_or_before(base, base.size() - back) != base.size() - back)
        return base;
    return std::string(front_put) + base.substr(front, base.size() - front - back) + std::string(back_put);
}

} // namespace gainsay
