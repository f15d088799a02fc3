// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <utility>

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

void add_option(CLI::App& app, std::vector<std::unique_ptr<Target>>& targets, const Option& option) {
    Target& target =
        *targets.emplace_back(std::make_unique<Target>(Target{std::string(option.name), {}, false}));
    const std::string flag = "--" + target.name;
    if (option.value.empty()) {
        app.add_flag(flag, target.set)->disable_flag_override();
    } else {
        CLI::Option* added = app.add_option(flag, target.values)->expected(1)->allow_extra_args(false);
        added->multi_option_policy(option.repeated ? CLI::MultiOptionPolicy::TakeAll
                                                   : CLI::MultiOptionPolicy::TakeLast);
    }
}

void add_operand(CLI::App& app, std::vector<std::unique_ptr<Target>>& targets, const Operand& operand) {
    Target& target =
        *targets.emplace_back(std::make_unique<Target>(Target{std::string(operand.name), {}, false}));
    CLI::Option* added = app.add_option(target.name, target.values);
    if (operand.repeated)
        added->expected(0, 1 << 20);
    else
        added->expected(1)->allow_extra_args(false)->take_last();
}

std::vector<Option> options_of(const Command& command) {
    std::vector<Option> options = command.options;
    options.insert(options.end(), global_options().begin(), global_options().end());
    return options;
}

std::vector<std::string> flags_of(const Command& command) {
    std::vector<std::string> flags{"--help"};
    for (const Option& option : options_of(command)) flags.push_back("--" + std::string(option.name));
    return flags;
}

Message see_help(const Command& command) {
    return {
        "cli.see_help",
        {{"command", fmt::format("{}{}{}", command.noun, command.verb.empty() ? "" : " ", command.verb)}}};
}

// CLI11 speaks English only; what it stumbles over is said in our words.
tl::unexpected<Failure> fault_of(const CLI::ParseError& error, const Command& command) {
    const std::string what = error.what();
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) == nullptr) {
        return invalid(Message{"cli.wrong_usage", {{"reason", what}}}, see_help(command));
    }
    const std::string first = what.substr(0, what.find_first_of(": "));
    const std::string name = first.substr(std::min(first.size(), first.find_first_not_of('-')));
    const bool is_flag = std::ranges::any_of(
        command.options, [&](const Option& option) { return option.value.empty() && option.name == name; });
    if (is_flag)
        return invalid(Message{"cli.value_unexpected", {{"argument", "--" + name}}}, see_help(command));
    return invalid(Message{"cli.value_missing", {{"argument", "--" + name}}}, see_help(command));
}

// An option in the place of another's value: that value was forgotten.
Diagnostics swallowed_options(const Command& command, const Arguments& arguments) {
    const std::vector<std::string> flags = flags_of(command);
    Diagnostics faults;
    for (const Option& option : options_of(command)) {
        for (const std::string& value : arguments.all(option.name)) {
            if (std::ranges::find(flags, value) == flags.end()) continue;
            faults.push_back({{},
                              {"cli.value_missing", {{"argument", "--" + std::string(option.name)}}},
                              see_help(command)});
        }
    }
    return faults;
}

// What is unknown or too much, and what is missing.
Diagnostics faults_of(const Command& command, const Arguments& arguments,
                      const std::vector<std::string>& extras) {
    Diagnostics faults;
    const std::vector<std::string> flags = flags_of(command);
    bool value_follows = false;
    for (const std::string& extra : extras) {
        const bool is_option = extra.starts_with("--");
        if (!is_option && std::exchange(value_follows, false))
            continue;  // most likely the value of the unknown option
        value_follows = is_option && extra.find('=') == std::string::npos;
        const auto near = nearest_name(extra.substr(0, extra.find('=')), flags);
        faults.push_back({{},
                          {"cli.unknown_argument", {{"argument", extra}}},
                          near ? Message{"cli.did_you_mean", {{"name", *near}}} : see_help(command)});
    }
    const auto missing = [&](std::string name) {
        faults.push_back({{}, {"cli.missing_argument", {{"argument", std::move(name)}}}, see_help(command)});
    };
    for (const Operand& operand : command.operands) {
        if (operand.required && !arguments.has(operand.name)) missing(std::string(operand.name));
    }
    for (const Option& option : command.options) {
        if (option.required && !arguments.has(option.name)) missing("--" + std::string(option.name));
    }
    return faults;
}

}  // namespace

Result<Arguments> Arguments::parse(const Command& command, const std::vector<std::string>& words) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<std::unique_ptr<Target>> targets;
    for (const Option& option : options_of(command)) add_option(app, targets, option);
    for (const Operand& operand : command.operands) add_operand(app, targets, operand);
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::ParseError& error) {
        return fault_of(error, command);
    }
    Arguments arguments;
    for (const auto& target : targets) {
        if (target->set || !target->values.empty()) arguments.values_[target->name] = target->values;
    }
    if (Diagnostics faults = swallowed_options(command, arguments); !faults.empty())
        return invalid(std::move(faults));
    if (Diagnostics faults = faults_of(command, arguments, app.remaining()); !faults.empty())
        return invalid(std::move(faults));
    return arguments;
}

std::string Arguments::get(std::string_view name) const {
    return find(name).value_or("");
}

std::optional<std::string> Arguments::find(std::string_view name) const {
    const auto found = values_.find(name);
    if (found == values_.end() || found->second.empty()) return {};
    return found->second.back();
}

std::vector<std::string> Arguments::all(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>() : found->second;
}

namespace {

// As the manual names it: operands are in capitals, options have dashes.
std::string named(std::string_view argument) {
    const bool operand = argument.front() >= 'A' && argument.front() <= 'Z';
    return (operand ? "" : "--") + std::string(argument);
}

}  // namespace

Result<calendar::Period> Arguments::period(std::string_view name) const {
    const auto period = calendar::Period::parse(get(name));
    if (!period) {
        return invalid(Message{"cli.not_a_period", {{"argument", named(name)}, {"value", get(name)}}},
                       Message{"cli.period_form"});
    }
    return *period;
}

Result<Date> Arguments::date(std::string_view name) const {
    const auto date = parse_date(get(name));
    if (!date) {
        return invalid(Message{"cli.not_a_date", {{"argument", named(name)}, {"value", get(name)}}},
                       Message{"cli.date_form"});
    }
    return *date;
}

Result<std::optional<Date>> Arguments::optional_date(std::string_view name) const {
    if (!has(name)) return std::nullopt;
    const auto read = date(name);
    if (!read) return tl::unexpected(read.error());
    return *read;
}

Result<std::optional<Decimal>> Arguments::decimal(std::string_view name) const {
    if (!has(name)) return std::nullopt;
    std::string text = get(name);
    std::ranges::replace(text, ',', '.');
    if (const auto number = Decimal::parse(text)) return number;
    return invalid(Message{"cli.not_a_decimal", {{"argument", named(name)}, {"value", get(name)}}},
                   Message{"cli.decimal_form"});
}

Result<std::optional<std::int64_t>> Arguments::count(std::string_view name) const {
    if (!has(name)) return std::nullopt;
    if (const auto number = parse_integer(get(name))) return number;
    return invalid(Message{"cli.not_a_number", {{"argument", named(name)}, {"value", get(name)}}},
                   Message{"cli.count_form"});
}

}  // namespace cadran::cli
