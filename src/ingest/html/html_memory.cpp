#include "ingest/html/html_memory.h"

#include "base/time_budget.h"

#include <csetjmp>
#include <cstdlib>
#include <new>

namespace gainsay {

/// Stands before the bytes that Gumbo gets, in a list of all of them.
struct alignas(std::max_align_t) HtmlMemory::Block {
    Block *next;
    Block *previous;
};

/// Where to go on when the parser gives up. A jump, not an exception: between here and there is C alone.
struct HtmlMemory::Jump {
    std::jmp_buf place;
};

HtmlMemory::~HtmlMemory() {
    while (first_ != nullptr) {
        Block *next = first_->next;
        std::free(first_);
        first_ = next;
    }
}

void *HtmlMemory::allocate(void *memory, std::size_t size) {
    auto &self = *static_cast<HtmlMemory *>(memory);
    // The look at the clock is a call of the system.
    constexpr std::size_t calls_between_looks = 256;
    if (++self.calls_ % calls_between_looks == 0) {
        const TimeBudget *budget = TimeBudget::current();
        if (budget != nullptr && budget->is_spent()) {
            self.give_up(Outcome::no_time);
        }
    }
    auto *block = static_cast<Block *>(std::malloc(sizeof(Block) + size));
    if (block == nullptr) {
        self.give_up(Outcome::no_memory);
    }
    block->next = self.first_;
    block->previous = nullptr;
    if (self.first_ != nullptr) {
        self.first_->previous = block;
    }
    self.first_ = block;
    return block + 1;
}

void HtmlMemory::release(void *memory, void *pointer) {
    if (pointer == nullptr) {
        return;
    }
    auto &self = *static_cast<HtmlMemory *>(memory);
    auto *block = static_cast<Block *>(pointer) - 1;
    (block->previous == nullptr ? self.first_ : block->previous->next) = block->next;
    if (block->next != nullptr) {
        block->next->previous = block->previous;
    }
    std::free(block);
}

void HtmlMemory::give_up(Outcome why) {
    outcome_ = why;
    std::longjmp(jump_->place, 1); // NOLINT(cert-err52-cpp): over frames of C alone, see Jump
}

HtmlMemory::Outcome HtmlMemory::run(const GumboOptions &options, const char *html, std::size_t size) {
    Jump jump = {};
    jump_ = &jump;
    // NOLINTNEXTLINE(cert-err52-cpp): see Jump
    if (setjmp(jump.place) != 0) {
        return outcome_;
    }
    output_ = gumbo_parse_with_options(&options, html, size);
    return outcome_;
}

GumboOutput *HtmlMemory::parse(const GumboOptions &options, const char *html, std::size_t size) {
    GumboOptions own = options;
    own.allocator = allocate;
    own.deallocator = release;
    own.userdata = this;
    switch (run(own, html, size)) {
    case Outcome::parsed:
        break;
    case Outcome::no_memory:
        throw std::bad_alloc();
    case Outcome::no_time:
        TimeBudget::current()->refuse();
    }
    return output_;
}

} // namespace gainsay
