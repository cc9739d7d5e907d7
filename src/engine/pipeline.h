#pragma once

#include "engine/sanitizer_order.h"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace gainsay {

/// Takes items from `next` until it yields nothing, works on up to `threads` of them at a time, and hands the results
/// to `sink` one at a time in the order of the items. The number of items in memory is bounded. An exception of any of
/// the three ends the run and comes through.
template <class In, class Out>
void run_pipeline(std::size_t threads, const std::function<std::optional<In>()> &next,
                  const std::function<Out(In)> &work, const std::function<void(Out)> &sink) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena arena(static_cast<int>(threads));
    // Enough to keep the workers busy while one document takes long.
    const std::size_t in_flight = 2 * threads + 2;
    struct Slot {
        std::optional<In> in;
        std::optional<Out> out;
    };
    // The last stage is in order: when an item begins, the one `in_flight` before it is done with its slot.
    std::vector<Slot> slots(in_flight);
    std::size_t begun = 0;
    char writing = 0;
    const auto read = [&](tbb::flow_control &control) -> Slot * {
        order_acquire(&begun);
        std::optional<In> item = next();
        if (!item) {
            order_release(&begun);
            control.stop();
            return nullptr;
        }
        Slot *slot = &slots[begun++ % in_flight];
        order_acquire(slot);
        slot->in = std::move(item);
        order_release(slot);
        order_release(&begun);
        return slot;
    };
    const auto process = [&](Slot *slot) {
        order_acquire(slot);
        slot->out = work(*std::move(slot->in));
        slot->in.reset();
        order_release(slot);
        return slot;
    };
    const auto write = [&](Slot *slot) {
        order_acquire(slot);
        order_acquire(&writing);
        sink(*std::move(slot->out));
        slot->out.reset();
        order_release(&writing);
        order_release(slot);
    };
    arena.execute([&] {
        tbb::parallel_pipeline(in_flight, tbb::make_filter<void, Slot *>(tbb::filter_mode::serial_in_order, read) &
                                              tbb::make_filter<Slot *, Slot *>(tbb::filter_mode::parallel, process) &
                                              tbb::make_filter<Slot *, void>(tbb::filter_mode::serial_in_order, write));
    });
    order_acquire(&begun);
    order_acquire(&writing);
}

} // namespace gainsay
