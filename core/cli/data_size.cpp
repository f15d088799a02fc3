// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/data_sample.h"
#include "cli/data_answer.h"
#include "cli/data_commands.h"

namespace cadran::cli {

Result<int> data_size(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    app::SizeSamples command;
    Diagnostics faults;
    const auto take = [&](auto read, auto& to) {
        if (!read)
            std::ranges::move(read.error().diagnostics, std::back_inserter(faults));
        else if (*read)
            to = **read;
    };
    take(arguments.decimal("tolerable"), command.tolerable);
    take(arguments.decimal("confidence"), command.confidence);
    take(arguments.count("errors"), command.errors);
    take(arguments.count("population"), command.population);
    take(arguments.decimal("margin"), command.margin);
    take(arguments.decimal("quality-limit"), command.quality_limit);
    if (!faults.empty()) return invalid(std::move(faults));
    return answer(invocation, app::size_samples(invocation.session(), command));
}

}  // namespace cadran::cli
