#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace gainsay {

/// A kind of file that is no article as it stands: people keep articles in it, or it lies beside them. Such files are
/// refused by name, because read as plain text they would give one article of nonsense.
struct ForeignKind {
    /// As it stands in messages: "PDF", "a mailbox (mbox)".
    std::string_view name;
    /// Behind a number greater than one: "PDF", "mailboxes (mbox)".
    std::string_view many;
    /// What the user can do, without a full stop; empty where there is nothing in it to read.
    std::string_view advice;
    /// Of file names, in lower case, with dot and divided by blanks.
    std::string_view endings;
};

/// Bytes that `find_foreign_kind` wants to see, or the whole file where it is shorter.
inline constexpr std::size_t foreign_kind_bytes = std::size_t{64} << 10U;

/// What the file's first bytes say, after decompression; null for what may be an article. With `text_is_wanted` the
/// user has said how to read it, and only what is no text at all is told.
const ForeignKind *find_foreign_kind(std::string_view start, bool text_is_wanted = false);

/// Whether a plain text holds many articles as an archive's export has them, one behind the other; null for one. Looks
/// at all of the text.
const ForeignKind *find_archive_export(std::string_view text);

/// What the file's name says; null for a name that says nothing.
const ForeignKind *foreign_kind_by_name(const std::filesystem::path &path);

/// "CSV: turn it into JSON Lines".
std::string describe(const ForeignKind &kind);

} // namespace gainsay
