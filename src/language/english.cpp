#include "language/english.h"

namespace gainsay {

English::English(const std::filesystem::path &folder)
    : reporting(LexiconFile::read(folder / "reporting_verbs.tsv", 5),
                LexiconFile::read(folder / "reporting_nouns.tsv", 3)),
      idioms(LexiconFile::read(folder / "reporting_idioms.tsv", 3)),
      frames(LexiconFile::read(folder / "event_frames.tsv", 6), LexiconFile::read(folder / "event_words.tsv", 2),
             LexiconFile::read(folder / "event_arguments.tsv", 3)),
      countries(LexiconFile::read(folder / "countries.tsv", 7)),
      known_organizations(LexiconFile::read(folder / "known_organizations.tsv", 4)),
      bodies(LexiconFile::read(folder / "body_classes.tsv", 3)),
      nouns(LexiconFile::read(folder / "noun_classes.tsv", 2), LexiconFile::read(folder / "first_names.tsv", 2)),
      factuality(LexiconFile::read(folder / "factuality_cues.tsv", 2)),
      factuality_model(LexiconFile::read(folder / "factuality_model.tsv", 2)),
      people(LexiconFile::read(folder / "person_words.tsv", 2)),
      organizations(LexiconFile::read(folder / "organization_words.tsv", 2)),
      outlets(LexiconFile::read(folder / "outlets.tsv", 2)), time(LexiconFile::read(folder / "time_words.tsv", 2)),
      grammar(LexiconFile::read(folder / "grammar_words.tsv", 2)),
      statement(LexiconFile::read(folder / "statement_words.tsv", 2)),
      verb_forms(LexiconFile::read(folder / "irregular_verbs.tsv", 3)) {}

} // namespace gainsay
