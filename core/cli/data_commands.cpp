// SPDX-License-Identifier: Apache-2.0
#include "cli/data_commands.h"

#include "cli/command.h"

namespace cadran::cli {

namespace {

// What every question may be narrowed by, and where its answer may go.
Command question(std::string_view verb, std::vector<Option> options, Result<int> (*run)(Invocation&)) {
    for (const Option& option : {Option{"period", "PERIOD"}, Option{"file", "FILE"},
                                 Option{"where", "CONDITION"}, Option{"csv", "FILE"}})
        options.push_back(option);
    return {"data", verb, {{"TYPE"}}, std::move(options), Needs::session, Effect::reads, run};
}

}  // namespace

std::vector<Command> data_commands() {
    return {
        question("stratify", {{"by", "FIELD", true}, {"bounds", "BOUNDS"}, {"classes", "NUMBER"}},
                 data_stratify),
        question("age", {{"from", "FIELD", true}, {"to", "DATE"}, {"bounds", "BOUNDS"}, {"sum", "FIELD"}},
                 data_age),
        question("gaps", {{"by", "FIELD", true}}, data_gaps),
        question("doubles",
                 {{"same", "FIELD", false, true},
                  {"near", "FIELD:DISTANCE", false, true},
                  {"digits", "FIELD", false, true}},
                 data_doubles),
        question("benford", {{"by", "FIELD", true}, {"per", "FIELD"}}, data_benford),
        question("outliers", {{"by", "FIELD", true}, {"per", "FIELD"}, {"beyond", "SCORE"}}, data_outliers),
        {"data",
         "size",
         {},
         {{"tolerable", "PERCENT"},
          {"confidence", "PERCENT"},
          {"errors", "NUMBER"},
          {"population", "NUMBER"},
          {"margin", "PERCENT"},
          {"quality-limit", "PERCENT"}},
         Needs::session,
         Effect::reads,
         data_size},
        question("sample",
                 {{"by", "FIELD", true},
                  {"precision", "AMOUNT", true},
                  {"confidence", "PERCENT"},
                  {"expected", "AMOUNT"},
                  {"seed", "SEED"}},
                 data_sample),
        {"data",
         "project",
         {{"FILE"}},
         {{"interval", "AMOUNT", true}, {"population", "AMOUNT"}, {"confidence", "PERCENT"}},
         Needs::session,
         Effect::reads,
         data_project},
    };
}

}  // namespace cadran::cli
