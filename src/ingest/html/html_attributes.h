#pragma once

#include <cstddef>
#include <string_view>

namespace gainsay {

/// The most attributes that a start tag of the page has, told from its bytes: the parser compares each attribute with
/// all before it. What stands in comments, scripts and style sheets is no tag. Linear in the page's length; a page that
/// is made to deceive it can have more.
std::size_t most_attributes(std::string_view html);

/// How deep the page's elements may nest at most, told from the tags alone: no parser nests them deeper. An end tag
/// closes one element of its own name, whatever stands open above that; "/>" closes shapes of SVG only.
std::size_t deepest_nesting(std::string_view html);

} // namespace gainsay
