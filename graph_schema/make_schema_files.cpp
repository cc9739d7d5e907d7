// Writes the files that are made from the schema's tables into the folder given.
#include "base/atomic_file.h"
#include "graph_schema/generated_files.h"

#include <exception>
#include <filesystem>
#include <iostream>

int main(int argc, char **argv) {
    if (argc != 2) {
        std::cerr << "usage: make_schema_files FOLDER\n";
        return 2;
    }
    try {
        for (const gainsay::GeneratedFile &file : gainsay::generated_files()) {
            gainsay::write_file(std::filesystem::path(argv[1]) / file.name, file.make());
        }
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 3;
    }
    return 0;
}
