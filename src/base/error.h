#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace gainsay {

/// What every named error says: where it happened, what was expected, what was found.
/// `what()` is "where: expected X, found Y", or "where: message" for errors that compare nothing.
class Error : public std::runtime_error {
  public:
    Error(std::string where, std::string_view message);
    Error(std::string where, std::string expected, std::string found);

    /// File, line, option or field; may be empty.
    const std::string &where() const { return where_; }
    /// Empty when the error is a plain message.
    const std::string &expected() const { return expected_; }
    const std::string &found() const { return found_; }

  private:
    std::string where_;
    std::string expected_;
    std::string found_;
};

/// An input that cannot be read or is not what it claims to be. Ends its document, not the run.
class InputError : public Error {
  public:
    using Error::Error;
};

/// A model or resource file that is missing, damaged or of another version.
class ModelError : public Error {
  public:
    using Error::Error;
};

/// The caller asked for something that makes no sense: wrong option, unknown name.
class UsageError : public Error {
  public:
    using Error::Error;
};

/// An output could not be written whole.
class OutputError : public Error {
  public:
    using Error::Error;
};

/// The system's words for `error_number` (an `errno` value). Thread-safe.
std::string system_message(int error_number);

} // namespace gainsay
