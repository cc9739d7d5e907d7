#include "cli/serve/page_server.h"

#include "base/error.h"
#include "base/sha256.h"
#include "exporters/html/html_writer.h"

#include <httplib.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <iomanip>
#include <random>
#include <sstream>
#include <sys/socket.h>
#include <thread>

namespace gainsay {

namespace {

constexpr const char *loopback = "127.0.0.1";
/// Of one write: more lines than anybody makes by hand.
constexpr std::size_t most_bytes_written = std::size_t{4} << 20U;

/// 128 bits that nobody guesses.
std::string new_token() {
    std::random_device random;
    std::ostringstream text;
    for (int i = 0; i < 4; ++i) {
        text << std::hex << std::setw(8) << std::setfill('0') << random();
    }
    return text.str();
}

/// Takes as long for any wrong token of this length.
bool equal(const std::string &a, const std::string &b) {
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        difference |= static_cast<unsigned>(a[i] ^ b[i]);
    }
    return difference == 0;
}

void answer(httplib::Response &response, int status, const std::string &text) {
    response.status = status;
    response.set_content(text + "\n", "text/plain; charset=utf-8");
}

} // namespace

struct PageServer::Parts {
    Content content;
    CorrectionsFile *corrections = nullptr;
    std::string token = new_token();
    std::string page;
    httplib::Server server;
    int port = 0;
    std::atomic<bool> started = false;
    std::atomic<bool> stopped = false;
    std::atomic<bool> ended = false;

    bool is_ours(const httplib::Request &request) const {
        const std::string suffix = ":" + std::to_string(port);
        const auto is_here = [&](const std::string &host) {
            return host == loopback + suffix || host == "localhost" + suffix;
        };
        if (request.get_header_value_count("Host") != 1 || !is_here(request.get_header_value("Host"))) {
            return false;
        }
        const std::string scheme = "http://";
        const std::string origin = request.get_header_value("Origin");
        return origin.empty() || (origin.starts_with(scheme) && is_here(origin.substr(scheme.size())));
    }

    void set_up() {
        server.set_payload_max_length(most_bytes_written);
        server.set_keep_alive_timeout(1);
        // Not the default, which lets another server take a part of the requests.
        server.set_socket_options([](socket_t socket) {
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
        });
        server.set_default_headers({{"Cache-Control", "no-store"},
                                    {"X-Content-Type-Options", "nosniff"},
                                    {"X-Frame-Options", "DENY"},
                                    {"Referrer-Policy", "no-referrer"},
                                    {"Cross-Origin-Resource-Policy", "same-origin"},
                                    {"Cross-Origin-Opener-Policy", "same-origin"}});
        server.set_pre_routing_handler([this](const httplib::Request &request, httplib::Response &response) {
            if (is_ours(request)) {
                return httplib::Server::HandlerResponse::Unhandled;
            }
            answer(response, 403, "This server answers pages of its own address alone.");
            return httplib::Server::HandlerResponse::Handled;
        });
        server.set_exception_handler(
            [](const httplib::Request &, httplib::Response &response, std::exception_ptr error) {
                try {
                    std::rethrow_exception(std::move(error));
                } catch (const InputError &problem) {
                    answer(response, 422, problem.what());
                } catch (const std::exception &problem) {
                    answer(response, 500, problem.what());
                }
            });
        server.Get("/", [this](const httplib::Request &, httplib::Response &response) {
            response.set_content(page, "text/html; charset=utf-8");
        });
        server.Get("/api/data", [this](const httplib::Request &, httplib::Response &response) {
            response.set_content(content.data, "application/json");
        });
        server.Get("/api/corrections", [this](const httplib::Request &, httplib::Response &response) {
            const CorrectionsFile::State state = corrections->state();
            response.set_header("ETag", state.version);
            response.set_content(state.text, "text/plain; charset=utf-8");
        });
        server.Post("/api/corrections",
                    [this](const httplib::Request &request, httplib::Response &response) { write(request, response); });
    }

    void write(const httplib::Request &request, httplib::Response &response) {
        if (!equal(request.get_header_value("X-Gainsay-Token"), token)) {
            answer(response, 403, "Expected the page's token.");
            return;
        }
        const auto outcome = corrections->replace(request.body, request.get_header_value("If-Match"));
        const CorrectionsFile::State state = corrections->state();
        response.set_header("ETag", state.version);
        if (outcome == CorrectionsFile::Outcome::outdated) {
            response.status = 409;
        }
        response.set_content(state.text, "text/plain; charset=utf-8");
    }
};

PageServer::PageServer(Content content, CorrectionsFile &corrections, int port) : parts_(std::make_unique<Parts>()) {
    parts_->content = std::move(content);
    parts_->corrections = &corrections;
    StringSink sink;
    write_served_page(parts_->content.title, parts_->token, sink);
    parts_->page = sink.take();
    parts_->set_up();
    parts_->port = port == 0                                     ? parts_->server.bind_to_any_port(loopback)
                   : parts_->server.bind_to_port(loopback, port) ? port
                                                                 : -1;
    if (parts_->port <= 0) {
        throw OutputError("--port", "a free port of " + std::string(loopback),
                          std::to_string(port) + ", which cannot be had (0 takes any that is free)");
    }
}

PageServer::~PageServer() = default;

std::string PageServer::address() const {
    return "http://" + std::string(loopback) + ":" + std::to_string(parts_->port) + "/";
}

void PageServer::run() {
    parts_->started = true;
    if (!parts_->stopped) {
        parts_->server.listen_after_bind();
    }
    parts_->ended = true;
}

void PageServer::stop() {
    parts_->stopped = true;
    // httplib forgets a stop that comes before it listens, and then listens for ever.
    while (parts_->started && !parts_->ended && !parts_->server.is_running()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    parts_->server.stop();
}

} // namespace gainsay
