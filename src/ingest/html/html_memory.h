#pragma once

#include <gumbo.h>

#include <cstddef>

namespace gainsay {

/// The memory of Gumbo, which knows neither errors nor an end: it gives up where there is no more, and where the thread
/// has spent its TimeBudget. All of it is given back with the object. One object a parse, in one thread.
class HtmlMemory {
  public:
    HtmlMemory() = default;
    ~HtmlMemory();
    HtmlMemory(const HtmlMemory &) = delete;
    HtmlMemory &operator=(const HtmlMemory &) = delete;
    HtmlMemory(HtmlMemory &&) = delete;
    HtmlMemory &operator=(HtmlMemory &&) = delete;

    /// Parses with this memory; the result is gone with it and is not to be destroyed. Throws std::bad_alloc, and
    /// InputError where the time is spent. Once an object.
    GumboOutput *parse(const GumboOptions &options, const char *html, std::size_t size);

  private:
    struct Block;
    struct Jump;
    enum class Outcome { parsed, no_memory, no_time };

    static void *allocate(void *memory, std::size_t size);
    static void release(void *memory, void *pointer);
    Outcome run(const GumboOptions &options, const char *html, std::size_t size);
    [[noreturn]] void give_up(Outcome why);

    Block *first_ = nullptr;
    std::size_t calls_ = 0;
    Jump *jump_ = nullptr;
    Outcome outcome_ = Outcome::parsed;
    GumboOutput *output_ = nullptr;
};

} // namespace gainsay
