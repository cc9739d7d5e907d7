#include "language/factuality_model.h"

#include "base/number.h"
#include "base/once_in_file.h"

namespace gainsay {

FactualityModel::FactualityModel(const LexiconFile &file) {
    weights_.reserve(file.rows().size());
    OnceInFile once(file);
    for (const LexiconFile::Row &row : file.rows()) {
        once.add(row, row.fields[0]);
        const std::optional<double> weight = parse_double(row.fields[1]);
        if (!weight) {
            file.fail(row, "a feature and its weight", "'" + row.fields[1] + "'");
        }
        weights_.emplace(row.fields[0], static_cast<float>(*weight));
    }
}

double FactualityModel::score(const std::vector<std::string> &features) const {
    double sum = 0;
    for (const std::string &feature : features) {
        const auto weight = weights_.find(feature);
        sum += weight == weights_.end() ? 0.0 : static_cast<double>(weight->second);
    }
    return sum;
}

} // namespace gainsay
