// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/command.h"

namespace cadran::cli {

namespace {

// Keeps what CLI11 fills until it is read.
struct Target {
    std::string name;
    std::vector<std::string> values;
    bool set = false;
};

Target& add_option(CLI::App& app, std::vector<std::unique_ptr<Target>>& targets, const Option& option) {
    Target& target = *targets.emplace_back(std::make_unique<Target>(Target{std::string(option.name), {}, false}));
    const std::string flag = "--" + target.name;
    if (option.value.empty()) {
        app.add_flag(flag, target.set);
    } else {
        CLI::Option* added = app.add_option(flag, target.values)->allow_extra_args(false);
        if (!option.repeated) added->expected(1)->take_last();
        else added->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        added->required(option.required);
    }
    return target;
}

std::vector<std::string> known_options(const Command& command) {
    std::vector<std::string> names{"--help"};
    for (const Option& option : command.options) names.push_back("--" + std::string(option.name));
    for (const Option& option : global_options()) names.push_back("--" + std::string(option.name));
    return names;
}

// CLI11 speaks English only; the usual faults are said in our words.
tl::unexpected<Failure> fault_of(const CLI::ParseError& error, const CLI::App& app, const Command& command) {
    const Message see{"cli.see_help", {{"command", fmt::format("{}{}{}", command.noun, command.verb.empty() ? "" : " ", command.verb)}}};
    if (const auto extras = app.remaining(); dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !extras.empty()) {
        const auto near = nearest_name(extras.front(), known_options(command));
        return invalid(Message{"cli.unknown_argument", {{"argument", extras.front()}}},
                       near ? Message{"cli.did_you_mean", {{"name", *near}}} : see);
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        const std::string what = error.what();
        return invalid(Message{"cli.missing_argument", {{"argument", what.substr(0, what.find(' '))}}}, see);
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        const std::string what = error.what();
        return invalid(Message{"cli.value_missing", {{"argument", what.substr(0, what.find(':'))}}}, see);
    }
    return invalid(Message{"cli.wrong_usage", {{"reason", error.what()}}}, see);
}

}  // namespace

Result<Arguments> Arguments::parse(const Command& command, const std::vector<std::string>& words) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras(false);
    std::vector<std::unique_ptr<Target>> targets;
    for (const Option& option : command.options) add_option(app, targets, option);
    for (const Option& option : global_options()) add_option(app, targets, option);
    for (const Operand& operand : command.operands) {
        Target& target = *targets.emplace_back(std::make_unique<Target>(Target{std::string(operand.name), {}, false}));
        CLI::Option* added = app.add_option(target.name, target.values)->required(operand.required);
        if (operand.repeated) added->expected(operand.required ? 1 : 0, 1 << 20);
        else added->expected(1)->allow_extra_args(false)->take_last();
    }
    try {
        std::vector<std::string> reversed(words.rbegin(), words.rend());
        app.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
        return fault_of(error, app, command);
    }
    Arguments arguments;
    for (const auto& target : targets) {
        if (target->set || !target->values.empty()) arguments.values_[target->name] = target->values;
    }
    return arguments;
}

std::string Arguments::get(std::string_view name) const { return find(name).value_or(""); }

std::optional<std::string> Arguments::find(std::string_view name) const {
    const auto found = values_.find(name);
    if (found == values_.end() || found->second.empty()) return {};
    return found->second.back();
}

std::vector<std::string> Arguments::all(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>() : found->second;
}

Result<calendar::Period> Arguments::period(std::string_view name) const {
    const auto period = calendar::Period::parse(get(name));
    if (!period) {
        return invalid(Message{"cli.not_a_period", {{"argument", std::string(name)}, {"value", get(name)}}}, Message{"cli.period_form"});
    }
    return *period;
}

Result<Date> Arguments::date(std::string_view name) const {
    const auto date = parse_date(get(name));
    if (!date) {
        return invalid(Message{"cli.not_a_date", {{"argument", std::string(name)}, {"value", get(name)}}}, Message{"cli.date_form"});
    }
    return *date;
}

}  // namespace cadran::cli
