// SPDX-License-Identifier: Apache-2.0
// What a fuzz target claims of every input: where it does not hold, the program ends and libFuzzer keeps the
// input.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "base/catalogue.h"
#include "base/result.h"

namespace cadran::fuzz {

inline void claim(bool held, const char* what) {
    if (held) return;
    std::fprintf(stderr, "claim broken: %s\n", what);
    std::abort();
}

// A refusal says something, and all it says has its sentence in both languages.
inline void claim_told(const Diagnostics& diagnostics) {
    static const Catalogue french(Language::french);
    static const Catalogue english(Language::english);
    claim(!diagnostics.empty(), "a refusal says why");
    for (const Diagnostic& one : diagnostics) {
        for (const Catalogue* catalogue : {&french, &english}) {
            claim(!catalogue->text(one.what).empty(), "a fault is a sentence");
            if (one.hint) claim(!catalogue->text(*one.hint).empty(), "a hint is a sentence");
        }
    }
}

}  // namespace cadran::fuzz
