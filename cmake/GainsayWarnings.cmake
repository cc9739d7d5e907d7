# The warnings of our own code; warnings are errors. Linked privately, so that no user of the library inherits them.
add_library(gainsay_warnings INTERFACE)
target_compile_options(gainsay_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
    -Wcast-align -Wcast-qual -Wunused -Woverloaded-virtual -Wdouble-promotion -Wformat=2
    -Wimplicit-fallthrough -Wextra-semi -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(gainsay_warnings INTERFACE
        -Wduplicated-cond -Wduplicated-branches -Wlogical-op
        # False alarms of GCC 12 inside its own inlined std::string (GCC bugs 105329, 105651).
        -Wno-restrict
        # The same library under -O3 or sanitizers, now and then: shown, not fatal.
        -Wno-error=maybe-uninitialized -Wno-error=stringop-overflow -Wno-error=array-bounds)
endif()
