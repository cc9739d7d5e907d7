#pragma once

#include <string_view>

namespace gainsay {

/// The files of page/, joined by join_page.py and compiled in.
std::string_view page_style();
std::string_view page_script();
/// "sha256-…", for a page's security policy.
std::string_view page_style_hash();
std::string_view page_script_hash();

} // namespace gainsay
