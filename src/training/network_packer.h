#pragma once

#include "neural/model_file.h"
#include "training/tensor_archive.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gainsay::training {

/// Rounds `table[begin, end)`, rows of `columns` numbers, to 8 bits by columns and appends what a step of each column
/// stands for to `steps`. Values beyond six standard deviations are cut: a few of them would cost all others their
/// precision.
[[nodiscard]] std::vector<std::int8_t> rounded_by_columns(const std::vector<float> &table, std::size_t columns,
                                                          std::size_t begin, std::size_t end,
                                                          std::vector<float> &steps);

/// Writes one trained network as the sections "network.NUMBER.*". `vector_steps` are those of the shared word vectors.
/// Throws std::runtime_error where the archive is not what train_engine makes.
void pack_network(const TensorArchive &archive, std::size_t number, const std::vector<float> &vector_steps,
                  ModelFileWriter &writer);

} // namespace gainsay::training
