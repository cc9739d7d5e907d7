#include "neural/int8_kernel.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace gainsay;

namespace {

/// A product of random numbers and what must come out, to the bit.
struct Case {
    Case(std::size_t rows, std::size_t inputs, std::size_t outputs, bool add, std::mt19937 &random)
        : weights(inputs * outputs), scales(outputs), input(rows * inputs), before(rows * outputs) {
        const auto any = [&random](int least, int most) {
            return static_cast<std::int8_t>(std::uniform_int_distribution<int>(least, most)(random));
        };
        // Now and then nothing but the largest numbers, whose sums are the largest.
        const bool largest = random() % 4 == 0;
        const int sign = random() % 2 == 0 ? 1 : -1;
        std::generate(weights.begin(), weights.end(),
                      [&] { return largest ? static_cast<std::int8_t>(sign * 63) : any(-63, 63); });
        std::generate(input.begin(), input.end(),
                      [&] { return largest ? any(0, 1) == 0 ? std::int8_t{-128} : std::int8_t{127} : any(-128, 127); });
        std::uniform_real_distribution<float> number(-1.0F, 1.0F);
        std::generate(scales.begin(), scales.end(), [&] { return 0.01F * number(random); });
        std::generate(before.begin(), before.end(), [&] { return number(random); });
        expected = before;
        for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t n = 0; n < outputs; ++n) {
                std::int32_t sum = 0;
                for (std::size_t k = 0; k < inputs; ++k) {
                    sum += input[r * inputs + k] * weights[k * outputs + n];
                }
                const float product = static_cast<float>(sum) * scales[n];
                float &result = expected[r * outputs + n];
                result = add ? result + product : product;
            }
        }
    }

    std::vector<std::int8_t> weights;
    std::vector<float> scales;
    std::vector<std::int8_t> input;
    std::vector<float> before, expected;
};

} // namespace

TEST_CASE("every kernel of this machine gives the plain product, bit by bit, for random shapes") {
    std::mt19937 random(20261129); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same shapes in every run
    const auto up_to = [&random](std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(1, most)(random);
    };
    for (int round = 0; round < 150; ++round) {
        const std::size_t rows = round % 3 == 0 ? up_to(150) : up_to(12);
        const std::size_t inputs = round % 2 == 0 ? up_to(40) : up_to(450);
        const std::size_t outputs = up_to(90);
        const bool add = random() % 2 == 0;
        const Case each(rows, inputs, outputs, add, random);
        const PackedWeights packed(each.weights, inputs, each.scales);
        for (const InstructionSet set : supported_instruction_sets()) {
            INFO(name_of(set) << ": " << rows << " rows, " << inputs << " inputs, " << outputs << " outputs"
                              << (add ? ", added" : ""));
            std::vector<float> output = each.before;
            multiply(int8_kernel(set), packed, each.input.data(), rows, output.data(), add);
            CHECK(output == each.expected);
        }
    }
}

TEST_CASE("a kernel writes nothing beyond its rows") {
    std::mt19937 random(3); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same numbers in every run
    constexpr float untouched = 12345.0F;
    for (const std::size_t outputs : {1U, 15U, 16U, 17U, 31U, 32U, 33U, 48U}) {
        for (std::size_t rows = 0; rows <= 20; ++rows) {
            const Case each(rows, 9, outputs, false, random);
            const PackedWeights packed(each.weights, 9, each.scales);
            for (const InstructionSet set : supported_instruction_sets()) {
                std::vector<float> output(each.expected.size() + 64, untouched);
                multiply(int8_kernel(set), packed, each.input.data(), rows, output.data(), false);
                INFO(name_of(set) << ": " << rows << " rows, " << outputs << " outputs");
                CHECK(std::equal(each.expected.begin(), each.expected.end(), output.begin()));
                CHECK(std::all_of(output.begin() + static_cast<std::ptrdiff_t>(each.expected.size()), output.end(),
                                  [](float number) { return number == untouched; }));
            }
        }
    }
}

TEST_CASE("instruction sets have names, and plain C++ is always there") {
    const std::vector<InstructionSet> supported = supported_instruction_sets();
    REQUIRE(!supported.empty());
    CHECK(supported.front() == InstructionSet::plain);
    for (const InstructionSet set : supported) {
        CHECK(parse_instruction_set(name_of(set)) == set);
    }
    CHECK(!parse_instruction_set("AVX2"));
    CHECK(!parse_instruction_set(""));
}
