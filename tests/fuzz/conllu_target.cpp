// CoNLL-U of any parser: documents that are consistent and come back as they were written, or an error with its line.

#include "targets.h"

#include "base/error.h"
#include "text/conllu.h"

#include <optional>
#include <sstream>
#include <string>

using namespace gainsay;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    std::istringstream input{std::string(fuzz::text_of(data, size))};
    ConlluReader reader(input, "a.conllu");
    // Each call takes a line at least, so this ends.
    for (std::size_t calls = 0; calls <= size + 1; ++calls) {
        try {
            const std::optional<Document> document = reader.read_document();
            if (!document) {
                return 0;
            }
            fuzz::must(!find_inconsistency(*document), "the document is consistent");
            const std::string written = to_conllu(*document);
            std::istringstream again{written};
            ConlluReader second(again, "again.conllu");
            const std::optional<Document> back = second.read_document();
            fuzz::must(back.has_value(), "what was written is a document");
            fuzz::must(to_conllu(*back) == written, "it comes back as it was written");
        } catch (const InputError &error) {
            fuzz::must(std::string(error.what()).find(".conllu") != std::string::npos, "the message names the file");
        }
    }
    fuzz::must(false, "the reader comes to an end");
    return 0;
}
