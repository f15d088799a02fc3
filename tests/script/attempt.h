// SPDX-License-Identifier: Apache-2.0
// What hostile plugins try: tables of scripts, each with what it ends in.
#pragma once

#include <span>

namespace cadran::script {

// The body of a judge, `function(claim, p)`. `@canary@` in it is the path of a file that it must not read.
struct Attempt {
    const char* name;
    const char* script;
    const char* fault;  // id of the message; empty: whichever
};

std::span<const Attempt> endless_attempts();   // to run for ever
std::span<const Attempt> greedy_attempts();    // to use up the machine
std::span<const Attempt> outward_attempts();   // to get out of the sandbox
std::span<const Attempt> cheating_attempts();  // to be taken for what they are not

// Judges whose attempt fails without an error of theirs: they end with `pass()` where they got nothing.
std::span<const Attempt> vain_attempts();
// Judges that raise a text in which addresses, chance or the order of a table would show.
std::span<const Attempt> telling_attempts();
// Whole control files, in which `@judge@` is the body of the judge: it passes where it finds what another
// record left behind.
std::span<const Attempt> lingering_attempts();

struct DeclaringAttempt {
    const char* path;
    const char* source;
    const char* fault;
};

// Files that try while they are loaded.
std::span<const DeclaringAttempt> declaring_attempts();

}  // namespace cadran::script
