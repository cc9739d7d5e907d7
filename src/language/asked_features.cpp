#include "language/asked_features.h"

#include "base/error.h"

#include <algorithm>
#include <string>

namespace gainsay {

AskedFeatures::AskedFeatures(const BoostedTrees &trees, std::span<const std::string_view> names,
                             std::string_view file) {
    for (const std::string &name : trees.features()) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end()) {
            throw ModelError(std::string(file), "features that the program knows", name);
        }
        places_.push_back(static_cast<std::size_t>(found - names.begin()));
    }
}

std::vector<double> AskedFeatures::of(std::span<const double> values) const {
    std::vector<double> asked;
    asked.reserve(places_.size());
    for (const std::size_t place : places_) {
        asked.push_back(values[place]);
    }
    return asked;
}

} // namespace gainsay
