#pragma once

#include <rapidjson/fwd.h>

#include <cstddef>
#include <cstdlib>
#include <new>

namespace gainsay {

/// Where RapidJSON's readers and writers get memory: where there is none std::bad_alloc comes through, as everywhere.
/// Its own allocator gives a null pointer then, which they use.
class JsonMemory {
  public:
    // NOLINTBEGIN(readability-identifier-naming,readability-convert-member-functions-to-static): RapidJSON's names
    static constexpr bool kNeedFree = true;

    void *Malloc(std::size_t size) { return size == 0 ? nullptr : checked(std::malloc(size)); }
    void *Realloc(void *before, std::size_t /*size before*/, std::size_t size) {
        if (size == 0) {
            std::free(before);
            return nullptr;
        }
        return checked(std::realloc(before, size));
    }
    static void Free(void *memory) { std::free(memory); }
    // NOLINTEND(readability-identifier-naming,readability-convert-member-functions-to-static)

  private:
    static void *checked(void *memory) {
        if (memory == nullptr) {
            throw std::bad_alloc();
        }
        return memory;
    }
};

using JsonDocument =
    rapidjson::GenericDocument<rapidjson::UTF8<char>, rapidjson::MemoryPoolAllocator<JsonMemory>, JsonMemory>;
/// A value of a JsonDocument.
using JsonTree = rapidjson::GenericValue<rapidjson::UTF8<char>, rapidjson::MemoryPoolAllocator<JsonMemory>>;
using JsonReader = rapidjson::GenericReader<rapidjson::UTF8<char>, rapidjson::UTF8<char>, JsonMemory>;
using JsonBuffer = rapidjson::GenericStringBuffer<rapidjson::UTF8<char>, JsonMemory>;

} // namespace gainsay
