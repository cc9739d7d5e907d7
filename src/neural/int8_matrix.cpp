#include "neural/int8_matrix.h"

#include <array>
#include <omp.h>
#include <oneapi/dnnl/dnnl.hpp>
#include <stdexcept>

namespace gainsay {
namespace {

/// Products of other numbers of rows are put together of these.
constexpr std::array<std::size_t, 4> row_counts = {64, 32, 16, 8};

const dnnl::engine &cpu() {
    static const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    return engine;
}

} // namespace

struct Int8Matrix::Prepared {
    struct Product {
        dnnl::matmul primitive;
        dnnl::memory::desc source, target, scratchpad;
        dnnl::memory weights;
    };
    std::array<Product, row_counts.size()> products; ///< by number of rows
};

Int8Matrix::Int8Matrix(std::span<const std::int8_t> weights, std::size_t inputs, std::span<const float> scales,
                       Output output)
    : inputs_(inputs), outputs_(scales.size()), prepared_(std::make_unique<Prepared>()) {
    using dnnl::memory;
    if (weights.size() != inputs_ * outputs_)
        throw std::invalid_argument("Int8Matrix: the weights do not have the size of the matrix");
    const SingleThreadedProducts single;
    const auto in = static_cast<memory::dim>(inputs_);
    const auto out = static_cast<memory::dim>(outputs_);
    dnnl::stream stream(cpu());
    const memory::desc plain({in, out}, memory::data_type::s8, memory::format_tag::ab);
    // oneDNN takes a pointer that it may write to, but only reads a source.
    memory plain_weights(plain, cpu(), const_cast<std::int8_t *>(weights.data()));
    std::vector<memory> laid_out;
    const auto prepare = [&](std::size_t rows) {
        const auto m = static_cast<memory::dim>(rows);
        dnnl::primitive_attr attributes;
        attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
        attributes.set_output_scales(1 << 1, std::vector<float>(scales.begin(), scales.end()));
        if (output == Output::added_to) {
            dnnl::post_ops post;
            post.append_sum(1.0F);
            attributes.set_post_ops(post);
        }
        const memory::desc source({m, in}, memory::data_type::s8, memory::format_tag::ab);
        const memory::desc any({in, out}, memory::data_type::s8, memory::format_tag::any);
        const memory::desc target({m, out}, memory::data_type::f32, memory::format_tag::ab);
        const dnnl::matmul::primitive_desc description(dnnl::matmul::desc(source, any, target), attributes, cpu());
        // Mostly one layout serves all numbers of rows.
        memory chosen;
        for (const memory &have : laid_out)
            if (have.get_desc() == description.weights_desc())
                chosen = have;
        if (!chosen) {
            chosen = memory(description.weights_desc(), cpu());
            dnnl::reorder(plain_weights, chosen).execute(stream, plain_weights, chosen);
            stream.wait();
            laid_out.push_back(chosen);
        }
        return Prepared::Product{dnnl::matmul(description), source, target, description.scratchpad_desc(), chosen};
    };
    for (std::size_t i = 0; i < row_counts.size(); ++i) {
        prepared_->products[i] = prepare(row_counts[i]);
    }
}

Int8Matrix::~Int8Matrix() = default;
Int8Matrix::Int8Matrix(Int8Matrix &&) noexcept = default;
Int8Matrix &Int8Matrix::operator=(Int8Matrix &&) noexcept = default;

void Int8Matrix::multiply(const std::int8_t *input, std::size_t rows, float *output) const {
    thread_local dnnl::stream stream(cpu());
    thread_local std::vector<std::byte> scratchpad;
    std::size_t done = 0;
    for (std::size_t i = 0; i < row_counts.size(); ++i) {
        const Prepared::Product &product = prepared_->products[i];
        for (; rows - done >= row_counts[i]; done += row_counts[i]) {
            const std::size_t needed = product.scratchpad.get_size();
            if (scratchpad.size() < needed + 64)
                scratchpad.resize(needed + 64);
            void *aligned = scratchpad.data();
            std::size_t space = scratchpad.size();
            std::align(64, needed, aligned, space);
            dnnl::memory source(product.source, cpu(), const_cast<std::int8_t *>(input + done * inputs_));
            dnnl::memory target(product.target, cpu(), output + done * outputs_);
            dnnl::memory pad(product.scratchpad, cpu(), aligned);
            product.primitive.execute(stream, {{DNNL_ARG_SRC, source},
                                               {DNNL_ARG_WEIGHTS, product.weights},
                                               {DNNL_ARG_DST, target},
                                               {DNNL_ARG_SCRATCHPAD, pad}});
        }
    }
    stream.wait();
}

SingleThreadedProducts::SingleThreadedProducts() : before_(omp_get_max_threads()) {
    omp_set_num_threads(1);
}
SingleThreadedProducts::~SingleThreadedProducts() {
    omp_set_num_threads(before_);
}

} // namespace gainsay
