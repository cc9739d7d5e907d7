#pragma once

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace gainsay {

/// oneTBB orders the stages of a pipeline in code that ThreadSanitizer does not see. What is done before
/// `order_release` of an address comes before what is done after an `order_acquire` of it: said to the sanitizer, and
/// nothing in other builds.
inline void order_release([[maybe_unused]] void *address) {
#if defined(__SANITIZE_THREAD__)
    __tsan_release(address);
#endif
}

inline void order_acquire([[maybe_unused]] void *address) {
#if defined(__SANITIZE_THREAD__)
    __tsan_acquire(address);
#endif
}

} // namespace gainsay
