// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include "cli/command.h"

namespace cadran::cli {

std::span<const Option> global_options() {
    static const std::vector<Option> options{
        {"workspace", "DIR"}, {"token-file", "FILE"}, {"format", "FORMAT"}, {"lang", "LANG"}, {"now", "TIME"},
    };
    return options;
}

std::span<const Command> commands() {
    static const std::vector<Command> table{
        {"init", "", {{"DIR"}}, {{"organisation", "NAME"}, {"sample"}, {"account", "NAME"}, {"person", "NAME"}}, Needs::nothing, Effect::writes, init},
        {"check", "", {}, {}, Needs::session, Effect::reads, check},

        {"account", "add", {{"NAME"}}, {{"person", "NAME", true}, {"role", "ROLE", true, true}, {"handler-code", "CODE", false, true}, {"system-user", "USER"}, {"code-file", "FILE"}}, Needs::session, Effect::writes, account_add},
        {"account", "enrol", {{"FILE"}}, {{"code-file", "FILE", true}}, Needs::workspace, Effect::writes, account_enrol},
        {"account", "list", {}, {}, Needs::session, Effect::reads, account_list},

        {"plugin", "draft", {{"PLUGIN"}}, {}, Needs::session, Effect::writes, plugin_draft},
        {"plugin", "accept", {{"PLUGIN"}}, {{"from", "DATE", true}, {"reason", "TEXT"}}, Needs::session, Effect::writes, plugin_accept},
        {"plugin", "list", {}, {}, Needs::session, Effect::reads, plugin_list},

        {"process", "draft", {{"PROCESS"}}, {}, Needs::session, Effect::writes, process_draft},
        {"process", "accept", {{"PROCESS"}}, {{"from", "DATE", true}, {"reason", "TEXT"}}, Needs::session, Effect::writes, process_accept},
        {"process", "list", {}, {}, Needs::session, Effect::reads, process_list},
        {"process", "show", {{"PROCESS"}}, {}, Needs::session, Effect::reads, process_show},

        {"cycle", "show", {{"PROCESS"}}, {}, Needs::session, Effect::reads, cycle_show},
        {"cycle", "plan", {{"PROCESS"}}, {}, Needs::session, Effect::writes, cycle_plan},
        {"cycle", "check", {{"PROCESS"}}, {}, Needs::session, Effect::writes, cycle_check},
        {"cycle", "act", {{"PROCESS"}}, {}, Needs::session, Effect::writes, cycle_act},

        {"import", "", {{"TYPE"}, {"FILE"}}, {{"rejects", "FILE"}}, Needs::session, Effect::writes, import_file},
        {"control", "show", {{"CONTROL"}}, {}, Needs::session, Effect::reads, control_show},
        {"control", "run", {{"PROCESS"}}, {{"period", "PERIOD", true}}, Needs::session, Effect::writes, control_run},

        {"worklist", "list", {}, {{"state", "STATE"}, {"period", "PERIOD"}}, Needs::session, Effect::reads, worklist_list},
        {"worklist", "show", {{"ITEM"}}, {}, Needs::session, Effect::reads, worklist_show},
        {"worklist", "decide", {{"ITEM"}}, {{"verdict", "VERDICT", true}, {"conforming", "POINT", false, true}, {"nonconforming", "POINT", false, true}, {"all-conforming"}, {"reason", "TEXT"}}, Needs::session, Effect::writes, worklist_decide},
        {"worklist", "release", {}, {{"released", "FILE", true}, {"suspended", "FILE", true}, {"again", "NUMBER"}}, Needs::session, Effect::writes, worklist_release},

        {"indicator", "measure", {{"PROCESS"}}, {{"period", "PERIOD", true}}, Needs::session, Effect::writes, indicator_measure},
        {"indicator", "show", {{"PROCESS"}}, {{"indicator", "ID"}}, Needs::session, Effect::reads, indicator_show},

        {"review", "prepare", {{"PROCESS"}}, {{"period", "PERIOD", true}}, Needs::session, Effect::writes, review_prepare},
        {"review", "hold", {{"PROCESS"}}, {{"period", "PERIOD", true}, {"participant", "NAME", true, true}, {"conclusion", "TEXT", true}}, Needs::session, Effect::writes, review_hold},
        {"review", "show", {{"PROCESS"}}, {{"period", "PERIOD", true}}, Needs::session, Effect::reads, review_show},
        {"review", "sign", {{"PROCESS"}}, {{"period", "PERIOD", true}}, Needs::session, Effect::writes, review_sign},

        {"export", "indicators", {{"PROCESS"}}, {{"to", "FILE"}}, Needs::session, Effect::reads, export_indicators},
        {"export", "review", {{"PROCESS"}}, {{"period", "PERIOD", true}, {"to", "DIR", true}}, Needs::session, Effect::reads, export_review},

        {"journal", "list", {}, {{"after", "NUMBER"}}, Needs::session, Effect::reads, journal_list},
        {"journal", "verify", {}, {}, Needs::session, Effect::reads, journal_verify},

        {"backup", "", {{"DIR"}}, {}, Needs::session, Effect::reads, backup},
        {"restore", "", {{"BACKUP"}, {"DIR"}}, {}, Needs::nothing, Effect::writes, restore},
    };
    return table;
}

}  // namespace cadran::cli
