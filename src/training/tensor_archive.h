#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace gainsay::training {

struct NamedTensor {
    std::vector<std::int64_t> shape;
    std::vector<float> values; ///< row-major
};

/// What the trainer hands to the packer: weights, label lists and a few lines of text. Little-endian; made for one
/// machine.
struct TensorArchive {
    std::map<std::string, NamedTensor> tensors;
    std::map<std::string, std::vector<std::string>> lists;

    /// Both throw std::runtime_error with the path.
    void write(const std::filesystem::path &path) const;
    [[nodiscard]] static TensorArchive read(const std::filesystem::path &path);
};

} // namespace gainsay::training
