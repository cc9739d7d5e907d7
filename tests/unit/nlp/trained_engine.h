#pragma once

#include "base/error.h"
#include "base/resources.h"
#include "nlp/language_engine.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <memory>

namespace gainsay::test {

/// The engine with the trained model, loaded once; null, with a warning, where no model is installed. A model that is
/// there but cannot be read fails the test.
inline const LanguageEngine *trained_engine() {
    static const std::unique_ptr<const LanguageEngine> engine = [] {
        std::filesystem::path path;
        try {
            path = Resources().model();
        } catch (const ModelError &error) {
            return std::unique_ptr<const LanguageEngine>();
        }
        return std::make_unique<const LanguageEngine>(LanguageEngine::load(path));
    }();
    if (!engine) {
        WARN("skipped: there is no trained model (en/english.model)");
    }
    return engine.get();
}

} // namespace gainsay::test
