#pragma once

#include "base/lexicon_file.h"
#include "graph_schema/node_kind.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay {

struct KnownOrganization {
    std::string name;
    NodeKind type = NodeKind::Organization;
    /// ISO 3166 code; may be empty.
    std::string country;
};

/// Bodies that have several names. Const once loaded.
class KnownOrganizations {
  public:
    explicit KnownOrganizations(const LexiconFile &file);

    /// By any of its names, in lookup form without article; null for others.
    const KnownOrganization *find(const std::string &form) const;

  private:
    std::vector<KnownOrganization> organizations_;
    std::unordered_map<std::string, std::size_t> names_;
};

} // namespace gainsay
