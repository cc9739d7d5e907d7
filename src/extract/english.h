#pragma once

#include "extract/body_classes.h"
#include "extract/country_table.h"
#include "extract/event_frames.h"
#include "extract/factuality_model.h"
#include "extract/known_organizations.h"
#include "extract/noun_classes.h"
#include "extract/reporting_idioms.h"
#include "extract/reporting_words.h"
#include "extract/time_words.h"
#include "extract/verb_forms.h"
#include "extract/word_lists.h"

#include <filesystem>

namespace gainsay {

/// What is known about English, read from the files of resources/en. Const once loaded: threads share one.
struct English {
    /// `folder` holds the files by their names. Throws ModelError with file and line.
    explicit English(const std::filesystem::path &folder);

    ReportingWords reporting;
    ReportingIdioms idioms;
    EventFrames frames;
    CountryTable countries;
    KnownOrganizations known_organizations;
    BodyClasses bodies;
    NounClasses nouns;
    WordLists factuality;
    FactualityModel factuality_model;
    WordLists people;
    WordLists organizations;
    WordLists outlets;
    TimeWords time;
    WordLists grammar;
    WordLists statement;
    VerbForms verb_forms;
};

} // namespace gainsay
