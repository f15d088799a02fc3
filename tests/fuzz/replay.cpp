// SPDX-License-Identifier: Apache-2.0
// Feeds a fuzz target with the files it is given, and those of the folders: what libFuzzer would do with
// them, for compilers that have none.
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

void feed(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    std::fprintf(stderr, "%s\n", file.c_str());  // the last one is the one that fails
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::set<fs::path> files_in(const fs::path& place) {
    if (!fs::is_directory(place)) return {place};
    std::set<fs::path> files;
    for (const auto& entry : fs::directory_iterator(place)) {
        if (entry.is_regular_file()) files.insert(entry.path());
    }
    return files;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        std::size_t fed = 0;
        for (int i = 1; i < count; ++i) {
            for (const fs::path& file : files_in(arguments[i])) {
                feed(file);
                ++fed;
            }
        }
        std::printf("%zu inputs, no fault\n", fed);
        return fed > 0 ? 0 : 1;
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return 1;
    }
}
