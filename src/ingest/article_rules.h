#pragma once

#include "ingest/phrase_table.h"

namespace gainsay {

/// The words by which an article is told from what surrounds it; the files say what their kinds mean. Const after
/// loading; serves any number of threads.
struct ArticleRules {
    PhraseTable boilerplate;
    PhraseTable bylines;
    PhraseTable photo_credits;
    PhraseTable calendar;
    PhraseTable verbs;
    PhraseTable outlets;
    PhraseTable author_roles;
    PhraseTable html_parts;

    /// From the resources under "en/". Throws ModelError where one is missing.
    static ArticleRules load();
};

} // namespace gainsay
