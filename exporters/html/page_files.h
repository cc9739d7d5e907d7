#pragma once

#include <string_view>

namespace gainsay {

/// page.css and page.js, compiled in.
std::string_view page_style();
std::string_view page_script();

} // namespace gainsay
