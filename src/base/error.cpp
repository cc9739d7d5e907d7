#include "base/error.h"

#include <system_error>
#include <utility>

namespace gainsay {

namespace {

std::string located(const std::string &where, std::string_view message) {
    return where.empty() ? std::string(message) : where + ": " + std::string(message);
}

} // namespace

Error::Error(std::string where, std::string_view message)
    : std::runtime_error(located(where, message)), where_(std::move(where)) {}

Error::Error(std::string where, std::string expected, std::string found)
    : std::runtime_error(located(where, "expected " + expected + ", found " + found)), where_(std::move(where)),
      expected_(std::move(expected)), found_(std::move(found)) {}

std::string system_message(int error_number) {
    return std::generic_category().message(error_number);
}

} // namespace gainsay
