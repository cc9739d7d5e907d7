// Writes every sample graph in every format that programs read: FOLDER/SAMPLE.FORMAT
#include "base/atomic_file.h"
#include "exporters/format.h"
#include "support/sample_graphs.h"

#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

int main(int argc, char **argv) {
    if (argc != 2) {
        std::cerr << "usage: write_all_formats FOLDER\n";
        return 2;
    }
    try {
        for (const gainsay::samples::Sample &sample : gainsay::samples::all_samples()) {
            for (const gainsay::Format &format : gainsay::formats()) {
                if (format.purpose != gainsay::Purpose::data) {
                    continue;
                }
                const std::string file_name = std::string(sample.name) + "." + std::string(format.name);
                gainsay::AtomicFile file(std::filesystem::path(argv[1]) / file_name);
                gainsay::SinkTo sink(file);
                format.write(sample.make(), {}, sink);
                file.commit();
            }
        }
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
