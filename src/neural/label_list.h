#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

class ModelFile;
class ModelFileWriter;

/// The names of a classifier's labels: a section of the model file, one label a line.
using LabelList = std::vector<std::string>;

/// Throws ModelError where there are none.
[[nodiscard]] LabelList read_labels(const ModelFile &file, std::string_view section);
void write_labels(ModelFileWriter &writer, std::string section, const LabelList &labels);

} // namespace gainsay
