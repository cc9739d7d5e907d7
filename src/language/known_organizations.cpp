#include "language/known_organizations.h"

#include "base/once_in_file.h"
#include "graph_schema/word.h"

namespace gainsay {

KnownOrganizations::KnownOrganizations(const LexiconFile &file) {
    OnceInFile once(file);
    for (const LexiconFile::Row &row : file.rows()) {
        once.add(row, row.fields[0]);
        const std::optional<NodeKind> type = parse_word<NodeKind>(row.fields[1]);
        if (type != NodeKind::Organization && type != NodeKind::Group) {
            file.fail(row, "Organization or Group", "'" + row.fields[1] + "'");
        }
        names_.emplace(lookup_form(row.fields[0]), organizations_.size());
        for (const std::string &alias : split_list(row.fields[3], ';')) {
            names_.emplace(lookup_form(alias), organizations_.size());
        }
        organizations_.push_back({row.fields[0], *type, row.fields[2]});
    }
}

const KnownOrganization *KnownOrganizations::find(const std::string &form) const {
    const auto found = names_.find(form);
    return found == names_.end() ? nullptr : &organizations_[found->second];
}

} // namespace gainsay
