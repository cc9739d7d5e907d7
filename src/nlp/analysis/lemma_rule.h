#pragma once

#include <string>
#include <string_view>

namespace gainsay {

/// A lemma as an edit of its form, in the manner of UDPipe 2 (Straka 2018): what is cut from the front and the end,
/// what is put there, and whether the form is lower-cased first. The text of a rule is `l|k` (lower or keep), then
/// `CUT+PUT` for the front and for the end, or `=LEMMA` where nothing of the form stays. "Running" -> "run" is
/// `l;0+;4+`; "went" -> "go" is `l;=go`.
[[nodiscard]] std::string lemma_rule(std::string_view form, std::string_view lemma);

/// A rule that does not fit the form (cuts more than there is) gives the form, lower-cased unless the rule keeps it.
[[nodiscard]] std::string apply_lemma_rule(std::string_view rule, std::string_view form);

} // namespace gainsay
