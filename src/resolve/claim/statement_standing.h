#pragma once

#include "observation/observations.h"
#include "resolve/entity/entity_resolution.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace gainsay {

bool is_denying(Stance stance);
bool is_asserting(Stance stance);

/// Why an attribution has no statement of its own in the graph.
enum class Omission : std::uint8_t {
    none,
    /// Nobody is known to have said it.
    no_speaker,
    /// Who said it is no actor: a place, say.
    speaker_is_no_actor,
    /// It only passes on what another says, whose statement stands there.
    passes_on,
    /// It stands within what somebody denies, doubts or demands.
    within_doubt,
    /// A promise or agreement that others tell of: an event.
    told_plan,
    /// Its words tell that something was said, and not what.
    nothing_stated,
    /// The user took it out.
    dropped,
};

/// As reports name it: "no_speaker".
std::string_view name(Omission omission);
/// For people.
std::string_view description(Omission omission);

/// Whether the proposition only passes on what another attribution has as its own: "Media reports say that …".
bool only_passes_on(const Observations &document, std::size_t attribution, std::size_t proposition);

/// Of each document's attributions, in order.
std::vector<std::vector<Omission>> find_omissions(const std::vector<Observations> &documents,
                                                  const EntityResolution &entities);

/// Which attributions of each document are statements of an actor of their own: not those that only pass another's
/// statement on, and not what stands within what somebody denies or doubts.
std::vector<std::vector<bool>> find_statements(const std::vector<Observations> &documents,
                                               const EntityResolution &entities);

} // namespace gainsay
