#pragma once

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

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
    using InItem = std::shared_ptr<In>;
    using OutItem = std::shared_ptr<Out>;
    arena.execute([&] {
        tbb::parallel_pipeline(
            in_flight, tbb::make_filter<void, InItem>(tbb::filter_mode::serial_in_order,
                                                      [&](tbb::flow_control &control) -> InItem {
                                                          std::optional<In> item = next();
                                                          if (!item) {
                                                              control.stop();
                                                              return nullptr;
                                                          }
                                                          return std::make_shared<In>(*std::move(item));
                                                      }) &
                           tbb::make_filter<InItem, OutItem>(tbb::filter_mode::parallel,
                                                             [&](const InItem &item) -> OutItem {
                                                                 return std::make_shared<Out>(work(std::move(*item)));
                                                             }) &
                           tbb::make_filter<OutItem, void>(tbb::filter_mode::serial_in_order,
                                                           [&](const OutItem &item) { sink(std::move(*item)); }));
    });
}

} // namespace gainsay
