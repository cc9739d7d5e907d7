// A line of JSON Lines, or the metadata beside a text.

#include "targets.h"

#include "base/error.h"
#include "base/utf8.h"
#include "ingest/sources/json_record.h"

#include <string>

using namespace gainsay;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    Diagnostics diagnostics;
    try {
        const JsonRecord record = read_json_record(fuzz::text_of(data, size), FieldNames(), "a.jsonl", 7, diagnostics);
        fuzz::must(!record.text || !find_invalid_utf8(*record.text), "the text is UTF-8");
        fuzz::must(!find_invalid_utf8(record.meta.id), "the id is UTF-8");
        for (const auto *value :
             {&record.meta.title, &record.meta.outlet, &record.meta.author, &record.meta.published, &record.meta.url}) {
            fuzz::must(!*value || !find_invalid_utf8(**value), "the metadata are UTF-8");
        }
    } catch (const InputError &error) {
        fuzz::must(std::string(error.what()).starts_with("a.jsonl"), "the message names the file");
    }
    return 0;
}
