#include "ingest/sources/json_record.h"

#include "base/error.h"
#include "base/json_memory.h"
#include "base/json_text.h"
#include "base/utf8.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <array>
#include <string>
#include <utility>

namespace gainsay {

namespace {

std::string_view type_name(const JsonTree &value) {
    constexpr std::array<std::string_view, 7> names = {"null",     "a boolean", "a boolean", "an object",
                                                       "an array", "a string",  "a number"};
    return names.at(static_cast<std::size_t>(value.GetType()));
}

std::string string_of(const JsonTree &value) {
    return {value.GetString(), value.GetStringLength()};
}

/// Reads the fields of one object, with warnings.
class RecordReader {
  public:
    RecordReader(const JsonTree &object, std::string source, std::optional<std::size_t> line, Diagnostics &diagnostics)
        : object_(&object), source_(std::move(source)), line_(line), diagnostics_(&diagnostics) {}

    /// Absent or null is nothing.
    const JsonTree *find(const std::string &field) const {
        const auto found = object_->FindMember(
            JsonTree(rapidjson::StringRef(field.data(), static_cast<rapidjson::SizeType>(field.size()))));
        return found == object_->MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
    }

    std::optional<std::string> metadata(const std::string &field) const {
        const JsonTree *value = find(field);
        if (value == nullptr) {
            return std::nullopt;
        }
        if (!value->IsString()) {
            warn("field '" + field + "': expected a string, found " + std::string(type_name(*value)));
            return std::nullopt;
        }
        std::string text = string_of(*value);
        const std::string_view trimmed = trim(text);
        return trimmed.empty() ? std::nullopt : std::optional(std::string(trimmed));
    }

    std::string id(const std::string &field) const {
        const JsonTree *value = find(field);
        if (value != nullptr && value->IsUint64()) {
            return std::to_string(value->GetUint64());
        }
        if (value != nullptr && value->IsInt64()) {
            return std::to_string(value->GetInt64());
        }
        return metadata(field).value_or("");
    }

    std::optional<std::string> text(const std::string &field) const {
        const JsonTree *value = field.empty() ? nullptr : find(field);
        if (value == nullptr) {
            return std::nullopt;
        }
        if (!value->IsString()) {
            throw InputError(source_, "a string in field '" + field + "'", std::string(type_name(*value)));
        }
        return string_of(*value);
    }

  private:
    void warn(std::string message) const {
        diagnostics_->add({Severity::warning, source_, {}, line_, std::move(message)});
    }

    const JsonTree *object_;
    std::string source_;
    std::optional<std::size_t> line_;
    Diagnostics *diagnostics_;
};

} // namespace

JsonRecord read_json_record(std::string_view json, const FieldNames &fields, const std::string &source,
                            std::optional<std::size_t> line, Diagnostics &diagnostics) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (json.substr(0, mark.size()) == mark) {
        json.remove_prefix(mark.size());
    }
    const auto where = [line](std::size_t byte) {
        return "broken JSON at byte " + std::to_string(byte) + (line ? " of the line: " : ": ");
    };
    if (const std::optional<JsonFlaw> flaw = find_json_flaw(json)) {
        throw InputError(source, where(flaw->offset) + flaw->found);
    }
    JsonDocument document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
    if (document.HasParseError()) {
        throw InputError(source,
                         where(document.GetErrorOffset()) + rapidjson::GetParseError_En(document.GetParseError()));
    }
    if (!document.IsObject()) {
        throw InputError(source, "a JSON object (many documents: JSON Lines, an object a line)",
                         std::string(type_name(document)));
    }
    const RecordReader reader(document, source, line, diagnostics);
    JsonRecord record;
    record.text = reader.text(fields.text);
    record.meta.id = reader.id(fields.id);
    record.meta.title = reader.metadata(fields.title);
    record.meta.outlet = reader.metadata(fields.outlet);
    record.meta.author = reader.metadata(fields.author);
    record.meta.url = reader.metadata(fields.url);
    if (fields.date) {
        record.meta.published = reader.metadata(*fields.date);
    } else {
        record.meta.published = reader.metadata("published");
        if (!record.meta.published) {
            record.meta.published = reader.metadata("date");
        }
    }
    return record;
}

} // namespace gainsay
