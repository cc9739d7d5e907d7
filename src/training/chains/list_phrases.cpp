#include "chain_corpus.h"

#include "base/error.h"
#include "extract/coreference/document_chains.h"
#include "extract/syntax/trees.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <iostream>

using namespace gainsay;
using namespace gainsay::training;

namespace {

/// One line of a document: its id, its text, and each phrase as [begin, end, head begin, head end, type, entity], in
/// bytes, the type as its number in PhraseType, the entity as its number in the book or -1.
void write_phrases(const GoldChains &text, const English &english, std::ostream &out) {
    const Document &document = text.document;
    const Syntax syntax = read_trees(document, english);
    const Quotations quotations(syntax);
    EntityBook book(syntax, english);
    const DocumentChains chains = find_document_chains(
        book, quotations, [](const ChainChoice &, const DocumentChains &) { return ChainPick(0, ChainPick::sure); });
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    json.StartObject();
    json.Key("id");
    json.String(document.meta.id.c_str());
    json.Key("text");
    json.String(document.text.data(), static_cast<rapidjson::SizeType>(document.text.size()));
    json.Key("phrases");
    json.StartArray();
    for (const Phrase &phrase : chains.phrases) {
        const ByteSpan span = hull(document.tokens[phrase.first].span, document.tokens[phrase.last].span);
        const ByteSpan head = hull(document.tokens[phrase.head_first].span, document.tokens[phrase.head_last].span);
        json.StartArray();
        for (const std::size_t value : {span.begin, span.end, head.begin, head.end}) {
            json.Uint64(value);
        }
        json.Int(static_cast<int>(phrase.type));
        json.Int64(phrase.entity);
        json.EndArray();
    }
    json.EndArray();
    json.EndObject();
    out << buffer.GetString() << '\n';
}

} // namespace

/// Writes which phrases the program sees in texts, for people who mark which of them are the same.
int main(int argc, char **argv) {
    if (argc != 4) {
        std::cerr << "usage: list_phrases TEXTS.jsonl WORDS MODEL\n";
        return 2;
    }
    try {
        const English english(argv[2]);
        for (const GoldChains &text : read_gold_chains(argv[1], argv[3])) {
            write_phrases(text, english, std::cout);
        }
    } catch (const Error &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
