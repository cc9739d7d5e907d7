#pragma once

#include "cli/serve/corrections_file.h"

#include <memory>
#include <string>

namespace gainsay {

/// Shows a page to browsers of this machine, over HTTP on 127.0.0.1 alone:
///
///     GET  /                  the page, which holds the token
///     GET  /api/data          the graph as the page reads it
///     GET  /api/corrections   the overrides; their version is the ETag
///     POST /api/corrections   new overrides, with X-Gainsay-Token and If-Match
///
/// Refused are: a Host other than this address (a name that somebody made point here), an Origin other than it (another
/// page in the same browser), a write without the token, lines that are no overrides. No other page may read an answer.
class PageServer {
  public:
    struct Content {
        std::string title;
        /// JSON.
        std::string data;
    };

    /// Port 0 is any that is free. Throws OutputError where the port is taken.
    PageServer(Content content, CorrectionsFile &corrections, int port);
    ~PageServer();
    PageServer(const PageServer &) = delete;
    PageServer &operator=(const PageServer &) = delete;
    PageServer(PageServer &&) = delete;
    PageServer &operator=(PageServer &&) = delete;

    /// "http://127.0.0.1:8765/".
    std::string address() const;
    /// Answers until stop() is called, from another thread; not at all where it was called before.
    void run();
    /// Ends run(), at any time, from any thread; the server must outlive the call.
    void stop();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace gainsay
