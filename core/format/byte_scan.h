// SPDX-License-Identifier: Apache-2.0
// Says of many bytes at once what they are in CSV and in UTF-8, by the widest instructions that the processor
// has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadran::format {

// A bit for each of 64 bytes, the lowest for the first of them.
struct CsvBits {
    std::uint64_t separators = 0;
    std::uint64_t line_feeds = 0;
    std::uint64_t returns = 0;  // of the carriage
    std::uint64_t quotes = 0;
    std::uint64_t white = 0;  // and the other signs that nobody sees, line feeds too
};

// Likewise.
struct CharacterBits {
    std::uint64_t further = 0;          // bytes of a character, behind its first
    std::uint64_t starts = 0;           // of a character of two bytes or three
    std::uint64_t starts_of_three = 0;  // of these
    std::uint64_t others = 0;           // beyond ASCII too: those that may start no character, or not any
};

// One way to look, for strides of 64 bytes; all ways say the same.
struct ByteScan {
    static constexpr std::size_t stride = 64;

    struct Seen {
        bool zero = false;
        bool beyond_ascii = false;
    };

    Seen (*look)(const char* bytes, std::size_t strides, char separator, CsvBits* bits);
    void (*look_at_characters)(const char* bytes, std::size_t strides, CharacterBits* bits);
    // Appends the place of each bit, counted from the base, and returns where they end. Behind that it may
    // write as many more as a stride has bytes.
    std::uint32_t* (*append_places)(const std::uint64_t* bits, std::size_t strides, std::uint32_t base,
                                    std::uint32_t* to);

    static const ByteScan& widest();
    // All that this processor can do.
    static std::vector<ByteScan> all();
};

}  // namespace cadran::format
