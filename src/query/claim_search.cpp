#include "query/claim_search.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace gainsay {

namespace {

constexpr double partial = 0.75;

/// Words of one claim, by how sure they are.
struct ClaimWords {
    std::set<std::string> stems;
    std::set<std::string> groups;
    /// Of names of what the claim is about.
    std::set<std::string> names;
    /// Codes of the states that it is about.
    std::set<std::string, std::less<>> countries;
};

class ClaimWordReader {
  public:
    ClaimWordReader(const KnowledgeGraph &graph, const WordForms &forms) : graph_(&graph), forms_(&forms) {}

    ClaimWords read(NodeIndex claim) {
        ClaimWords words;
        const NodeRecord &node = graph_->node(claim);
        add(node.label, words);
        for (const Mention &mention : node.mentions) {
            add(mention.text, words);
        }
        for (const EdgeIndex edge : graph_->out_edges(claim)) {
            if (graph_->edge(edge).kind == EdgeKind::about) {
                add_topic(graph_->edge(edge).target, words);
            }
        }
        if (node.kind == NodeKind::Event) {
            for (const EdgeIndex edge : graph_->in_edges(claim)) {
                if (graph_->edge(edge).kind == EdgeKind::participates_in) {
                    add_topic(graph_->edge(edge).source, words);
                }
            }
        }
        return words;
    }

  private:
    void add(std::string_view text, ClaimWords &words) const {
        for (const std::string &word : forms_->words(text)) {
            words.stems.insert(forms_->stem(word));
            words.groups.insert(forms_->group(word));
        }
    }

    void add_topic(NodeIndex topic, ClaimWords &words) {
        const std::set<std::string> &names = names_of_node(topic);
        words.names.insert(names.begin(), names.end());
        if (graph_->node(topic).kind == NodeKind::Country) {
            words.countries.emplace(text_attribute(graph_->node(topic), "country"));
        }
    }

    const std::set<std::string> &names_of_node(NodeIndex index) {
        const auto [entry, is_new] = names_.try_emplace(index);
        std::set<std::string> &names = entry->second;
        if (is_new) {
            const NodeRecord &node = graph_->node(index);
            const auto add_name = [&](std::string_view name) {
                for (const std::string &word : forms_->words(name)) {
                    names.insert(forms_->stem(word));
                }
            };
            add_name(node.label);
            for (const std::string &alias : node.aliases) {
                add_name(alias);
            }
        }
        return names;
    }

    const KnowledgeGraph *graph_;
    const WordForms *forms_;
    std::map<NodeIndex, std::set<std::string>> names_;
};

struct QuestionWord {
    std::string text;
    std::string stem;
    std::string group;
    /// Of states that the word stands for.
    std::vector<std::string> countries;
};

std::vector<QuestionWord> read_question(const WordForms &forms, const CountryNames &countries, std::string_view words) {
    std::vector<QuestionWord> question;
    for (std::string &word : forms.words(words)) {
        QuestionWord each{word, forms.stem(word), forms.group(word), countries.codes(word)};
        question.push_back(std::move(each));
    }
    return question;
}

ClaimMatch match(NodeIndex claim, const ClaimWords &words, const std::vector<QuestionWord> &question) {
    ClaimMatch result;
    result.claim = claim;
    double sum = 0;
    for (const QuestionWord &word : question) {
        const bool is_own = words.stems.contains(word.stem);
        const bool is_country = std::any_of(word.countries.begin(), word.countries.end(),
                                            [&](const std::string &code) { return words.countries.contains(code); });
        if (is_own || is_country || words.groups.contains(word.group) || words.names.contains(word.stem)) {
            sum += is_own ? 1 : partial;
            result.found.push_back(word.text);
        } else {
            result.missing.push_back(word.text);
        }
    }
    result.score = question.empty() ? 0 : sum / static_cast<double>(question.size());
    return result;
}

bool has_statements(const KnowledgeGraph &graph, NodeIndex node) {
    const std::vector<EdgeIndex> edges = graph.in_edges(node);
    return std::any_of(edges.begin(), edges.end(),
                       [&](EdgeIndex edge) { return row(graph.edge(edge).kind).family == EdgeFamily::statement; });
}

bool is_searched(const KnowledgeGraph &graph, NodeIndex node) {
    const NodeKind kind = graph.node(node).kind;
    return kind == NodeKind::Claim || (kind == NodeKind::Event && has_statements(graph, node));
}

bool is_about(const KnowledgeGraph &graph, NodeIndex claim, NodeIndex what) {
    const std::vector<EdgeIndex> out = graph.out_edges(claim);
    const std::vector<EdgeIndex> in = graph.in_edges(claim);
    return std::any_of(out.begin(), out.end(),
                       [&](EdgeIndex edge) {
                           return graph.edge(edge).kind == EdgeKind::about && graph.edge(edge).target == what;
                       }) ||
           std::any_of(in.begin(), in.end(), [&](EdgeIndex edge) {
               return graph.edge(edge).kind == EdgeKind::participates_in && graph.edge(edge).source == what;
           });
}

} // namespace

std::vector<ClaimMatch> search_claims(const KnowledgeGraph &graph, const ArticleIndex &articles, const WordForms &forms,
                                      std::string_view words, const CountryNames &countries) {
    constexpr double least_share = 0.5;
    const std::vector<QuestionWord> question = read_question(forms, countries, words);
    ClaimWordReader reader(graph, forms);
    std::vector<std::pair<ClaimMatch, std::size_t>> found;
    for (NodeIndex i = 0; i < graph.nodes().size() && !question.empty(); ++i) {
        if (!is_searched(graph, i)) {
            continue;
        }
        ClaimMatch each = match(i, reader.read(i), question);
        if (static_cast<double>(each.found.size()) >= least_share * static_cast<double>(question.size())) {
            found.emplace_back(std::move(each), independent_sources(graph, i, articles));
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return std::tie(a.first.score, a.second) > std::tie(b.first.score, b.second);
    });
    std::vector<ClaimMatch> matches;
    matches.reserve(found.size());
    for (auto &[each, sources] : found) {
        matches.push_back(std::move(each));
    }
    return matches;
}

std::vector<NodeIndex> find_claims(const KnowledgeGraph &graph, const ArticleIndex &articles, const WordForms &forms,
                                   const ClaimQuery &query, const CountryNames &countries) {
    const std::vector<QuestionWord> question = read_question(forms, countries, query.words);
    ClaimWordReader reader(graph, forms);
    std::vector<std::tuple<std::size_t, std::size_t, NodeIndex>> found;
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (graph.node(i).kind != NodeKind::Claim || (query.status && graph.node(i).status != query.status)) {
            continue;
        }
        if (!std::all_of(query.about.begin(), query.about.end(),
                         [&](NodeIndex what) { return is_about(graph, i, what); })) {
            continue;
        }
        const std::vector<EdgeIndex> statements = statements_on(graph, i, articles);
        const auto any = [&](const auto &test) { return std::any_of(statements.begin(), statements.end(), test); };
        if (!std::all_of(query.actors.begin(), query.actors.end(), [&](NodeIndex actor) {
                return any([&](EdgeIndex edge) { return graph.edge(edge).source == actor; });
            })) {
            continue;
        }
        if ((!query.period.is_open() || query.documents) && !any([&](EdgeIndex edge) {
                return query.period.contains(when(graph.edge(edge), articles).date) &&
                       (!query.documents || is_told_by(graph.edge(edge), *query.documents));
            })) {
            continue;
        }
        if (!question.empty() && !match(i, reader.read(i), question).missing.empty()) {
            continue;
        }
        found.emplace_back(independent_sources(graph, i, articles), statements.size(), i);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) > std::tie(std::get<0>(b), std::get<1>(b));
    });
    std::vector<NodeIndex> claims;
    claims.reserve(found.size());
    for (const auto &[sources, statements, claim] : found) {
        claims.push_back(claim);
    }
    return claims;
}

} // namespace gainsay
