#include "training/tensor_archive.h"

#include <fstream>
#include <stdexcept>

namespace gainsay::training {
namespace {

constexpr char magic[8] = {'G', 'S', 'T', 'E', 'N', 'S', '0', '1'};

void put_number(std::ostream &out, std::uint64_t n) {
    out.write(reinterpret_cast<const char *>(&n), sizeof n);
}

void put_text(std::ostream &out, const std::string &text) {
    put_number(out, text.size());
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

std::uint64_t get_number(std::istream &in) {
    std::uint64_t n = 0;
    in.read(reinterpret_cast<char *>(&n), sizeof n);
    if (!in || n > (1ULL << 33U))
        throw std::runtime_error("broken tensor archive");
    return n;
}

std::string get_text(std::istream &in) {
    std::string text(get_number(in), '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    return text;
}

} // namespace

void TensorArchive::write(const std::filesystem::path &path) const {
    const std::filesystem::path partial = path.string() + ".part";
    std::ofstream out(partial, std::ios::binary);
    out.write(magic, sizeof magic);
    put_number(out, tensors.size());
    for (const auto &[name, tensor] : tensors) {
        put_text(out, name);
        put_number(out, tensor.shape.size());
        for (const std::int64_t n : tensor.shape)
            put_number(out, static_cast<std::uint64_t>(n));
        put_number(out, tensor.values.size());
        out.write(reinterpret_cast<const char *>(tensor.values.data()),
                  static_cast<std::streamsize>(tensor.values.size() * sizeof(float)));
    }
    put_number(out, lists.size());
    for (const auto &[name, list] : lists) {
        put_text(out, name);
        put_number(out, list.size());
        for (const auto &item : list)
            put_text(out, item);
    }
    out.close();
    if (!out)
        throw std::runtime_error("cannot write " + partial.string());
    std::filesystem::rename(partial, path);
}

TensorArchive TensorArchive::read(const std::filesystem::path &path) {
    std::ifstream in(path, std::ios::binary);
    char found[sizeof magic] = {};
    in.read(found, sizeof found);
    if (!in || std::string(found, sizeof found) != std::string(magic, sizeof magic))
        throw std::runtime_error(path.string() + " is not a tensor archive");
    TensorArchive archive;
    for (auto n = get_number(in); n > 0; --n) {
        auto &tensor = archive.tensors[get_text(in)];
        for (auto d = get_number(in); d > 0; --d)
            tensor.shape.push_back(static_cast<std::int64_t>(get_number(in)));
        tensor.values.resize(get_number(in));
        in.read(reinterpret_cast<char *>(tensor.values.data()),
                static_cast<std::streamsize>(tensor.values.size() * sizeof(float)));
    }
    for (auto n = get_number(in); n > 0; --n) {
        auto &list = archive.lists[get_text(in)];
        for (auto d = get_number(in); d > 0; --d)
            list.push_back(get_text(in));
    }
    if (!in)
        throw std::runtime_error(path.string() + " is cut short");
    return archive;
}

} // namespace gainsay::training
