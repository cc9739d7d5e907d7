#pragma once

#include "language/body_classes.h"
#include "language/country_table.h"
#include "language/event_frames.h"
#include "language/factuality_model.h"
#include "language/kind_lists.h"
#include "language/known_organizations.h"
#include "language/noun_classes.h"
#include "language/reporting_idioms.h"
#include "language/reporting_words.h"
#include "language/time_words.h"
#include "language/verb_forms.h"

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
    FactualityCues factuality;
    FactualityModel factuality_model;
    PersonWords people;
    OrganizationWords organizations;
    OutletWords outlets;
    TimeWords time;
    GrammarWords grammar;
    StatementWords statement;
    VerbForms verb_forms;
};

} // namespace gainsay
