// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/access_commands.h"
#include "cli/command.h"
#include "cli/data_commands.h"

namespace cadran::cli {

std::span<const Option> global_options() {
    static const std::vector<Option> options{
        {"workspace", "DIR"}, {"token-file", "FILE"}, {"format", "FORMAT"},
        {"lang", "LANG"},     {"memory", "SIZE"},     {"now", "TIME"},
    };
    return options;
}

std::span<const Command> commands() {
    static const std::vector<Command> table = [] {
        std::vector<Command> all = definition_commands();
        const std::vector<Command> access = access_commands();
        const std::vector<Command> work = work_commands();
        const std::vector<Command> data = data_commands();
        const std::vector<Command> audits = audit_commands();
        all.insert(all.end(), access.begin(), access.end());
        all.insert(all.end(), work.begin(), work.end());
        all.insert(all.end(), data.begin(), data.end());
        all.insert(all.end(), audits.begin(), audits.end());
        return all;
    }();
    return table;
}

}  // namespace cadran::cli
