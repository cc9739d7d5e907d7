#include "neural/label_list.h"

#include "base/error.h"
#include "neural/model_file.h"

namespace gainsay {

LabelList read_labels(const ModelFile &file, std::string_view section) {
    const auto bytes = file.section(section);
    std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    LabelList labels;
    while (!text.empty()) {
        const auto end = text.find('\n');
        labels.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    if (labels.empty())
        throw ModelError(file.path().string() + ", section " + std::string(section), "labels, one a line", "none");
    return labels;
}

void write_labels(ModelFileWriter &writer, std::string section, const LabelList &labels) {
    std::string text;
    for (const auto &label : labels)
        text += label + "\n";
    writer.add(std::move(section), std::as_bytes(std::span(text)));
}

} // namespace gainsay
