// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cli/command.h"
#include "cli/manual.h"

namespace cadran::cli {

namespace {

// The words of a call, sorted out before any command reads them.
struct Call {
    std::vector<std::string> path;  // noun and verb as typed
    std::vector<std::string> rest;
    bool help = false;
    bool version = false;
};

const Command* find_command(std::string_view noun, std::string_view verb) {
    for (const Command& command : commands()) {
        if (command.noun == noun && command.verb == verb) return &command;
    }
    return nullptr;
}

bool is_noun_with_verbs(std::string_view noun) {
    return std::ranges::any_of(
        commands(), [&](const Command& command) { return command.noun == noun && !command.verb.empty(); });
}

bool takes_value(std::string_view flag) {
    return std::ranges::any_of(global_options(), [&](const Option& option) {
        return !option.value.empty() && flag == "--" + std::string(option.name);
    });
}

// Of a noun that is a command by itself as well: `import claim …` beside `import list`.
bool is_operand(const std::vector<std::string>& path, std::string_view word) {
    return path.size() == 1 && find_command(path[0], "") != nullptr && find_command(path[0], word) == nullptr;
}

Call sorted_out(const std::vector<std::string>& words) {
    Call call;
    bool path_open = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--help" || word == "-h")
            call.help = true;
        else if (word == "--version" && call.path.empty())
            call.version = true;
        else if (word == "help" && call.path.empty())
            call.help = true;
        else if (word.starts_with("-")) {
            call.rest.push_back(word);
            if (path_open && takes_value(word) && i + 1 < words.size())
                call.rest.push_back(words[++i]);
            else if (is_operand(call.path, word))
                path_open = false;
        } else if (path_open && !is_operand(call.path, word)) {
            call.path.push_back(word);
            path_open = call.path.size() == 1 && is_noun_with_verbs(word);
        } else {
            call.rest.push_back(word);
            path_open = false;
        }
    }
    return call;
}

Diagnostic unknown_command(const Call& call) {
    std::vector<std::string> known;
    const bool noun_known = is_noun_with_verbs(call.path[0]);
    for (const Command& command : commands()) {
        if (!noun_known)
            known.emplace_back(command.noun);
        else if (command.noun == call.path[0])
            known.emplace_back(command.verb);
    }
    const std::string typed = noun_known && call.path.size() > 1 ? call.path[1] : call.path[0];
    const auto near = nearest_name(typed, known);
    std::string joined = call.path[0];
    if (noun_known && call.path.size() > 1) joined += " " + call.path[1];
    Message hint{"cli.see_all_commands"};
    if (near)
        hint = {"cli.did_you_mean", {{"name", (noun_known ? call.path[0] + " " : "") + *near}}};
    else if (noun_known)
        hint = {"cli.known_names", {{"names", fmt::format("{}", fmt::join(known, ", "))}}};
    return {{}, {"cli.unknown_command", {{"command", joined}}}, std::move(hint)};
}

// The value of a global option before the command line is read properly, for what must be known first.
std::optional<std::string> early(const std::vector<std::string>& words, std::string_view name) {
    const std::string flag = "--" + std::string(name);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == flag && i + 1 < words.size()) return words[i + 1];
        if (words[i].starts_with(flag + "=")) return words[i].substr(flag.size() + 1);
    }
    return {};
}

Language language_of(const std::vector<std::string>& words, const Surroundings& surroundings) {
    if (const auto named = early(words, "lang")) {
        if (const auto language = parse_language(*named)) return *language;
    }
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const auto value = surroundings.variable(variable);
        if (!value || value->empty()) continue;
        return parse_language(*value).value_or(Language::french);
    }
    return Language::french;
}

int exit_code(const Failure& failure) {
    switch (failure.kind) {
        case Failure::Kind::refused: return exit_refused;
        case Failure::Kind::conflict: return exit_conflict;
        case Failure::Kind::invalid:
        case Failure::Kind::not_found: break;
    }
    return exit_invalid;
}

// `2026-07-31`, or with a time behind it: `2026-07-31T17:00`.
std::optional<Instant> simulated_now(std::string text) {
    if (text.size() == 10) text += "T09:00";
    if (!text.ends_with('Z')) text += "Z";
    return parse_instant(text);
}

Result<int> execute(const Command& command, const Call& call, const Surroundings& surroundings,
                    Output& output) {
    auto arguments = Arguments::parse(command, call.rest);
    if (!arguments) return tl::unexpected(arguments.error());
    if (const auto lang = arguments->find("lang"); lang && !parse_language(*lang)) {
        return invalid(Message{"cli.unknown_language", {{"language", *lang}}},
                       Message{"cli.known_names", {{"names", std::string("fr, en")}}});
    }
    if (const auto format = arguments->find("format"); format && !parse_format(*format)) {
        return invalid(Message{"cli.unknown_format", {{"format", *format}}},
                       Message{"cli.known_names", {{"names", std::string("table, json, csv")}}});
    }
    std::optional<FixedClock> simulated;
    if (const auto now = arguments->find("now")) {
        const auto instant = simulated_now(*now);
        if (!instant)
            return invalid(Message{"cli.not_a_date", {{"argument", std::string("--now")}, {"value", *now}}},
                           Message{"cli.date_form"});
        simulated.emplace(*instant);
    }
    StreamProgress progress(surroundings.notes, output.catalogue(), surroundings.notes_on_terminal);
    const Clock& clock = simulated ? static_cast<const Clock&>(*simulated) : surroundings.clock;
    Invocation invocation(surroundings, clock, std::move(*arguments), output, progress);
    if (command.needs != Needs::nothing) {
        if (const Done opened = invocation.open_workspace(); !opened) return tl::unexpected(opened.error());
    }
    if (command.needs == Needs::session) {
        if (const Done signed_in = invocation.sign_in(); !signed_in) return tl::unexpected(signed_in.error());
    }
    return command.run(invocation);
}

// What there is to call: the result where it was asked for, else a note on what was missing.
int usage(Output& output, const std::string& text, bool asked_for) {
    if (asked_for)
        output.text(text);
    else
        output.note(text);
    return asked_for ? exit_fine : exit_invalid;
}

int answer(const std::vector<std::string>& words, const Surroundings& surroundings, Output& output) {
    const Call call = sorted_out(words);
    if (call.version) {
        output.text("cadran " CADRAN_VERSION "\n");
        return exit_fine;
    }
    if (call.path.empty()) {
        return usage(output, overview(output), call.help);
    }
    const Command* command = find_command(call.path[0], call.path.size() > 1 ? call.path[1] : "");
    if (call.help && command != nullptr) {
        output.text(manual(*command, output));
        return exit_fine;
    }
    if (command == nullptr && call.path.size() == 1 && is_noun_with_verbs(call.path[0])) {
        return usage(output, overview(output, call.path[0]), call.help);
    }
    if (command == nullptr) {
        output.complain({unknown_command(call)});
        return exit_invalid;
    }
    const Result<int> result = execute(*command, call, surroundings, output);
    if (result) return *result;
    output.complain(result.error().diagnostics);
    return exit_code(result.error());
}

}  // namespace

int run(const std::vector<std::string>& words, const Surroundings& surroundings) {
    try {
        const Catalogue catalogue(language_of(words, surroundings));
        const Format format = parse_format(early(words, "format").value_or("table")).value_or(Format::table);
        const bool colour =
            surroundings.results_on_terminal && surroundings.variable("NO_COLOR").value_or("").empty();
        Output output(surroundings.results, surroundings.notes, catalogue, format, colour);
        try {
            return answer(words, surroundings, output);
        } catch (const std::exception& exception) {
            output.complain({{{},
                              {"cli.internal_error", {{"reason", exception.what()}}},
                              Message{"cli.nothing_half_done"}}});
            return exit_internal;
        }
    } catch (const std::exception& exception) {
        surroundings.notes << "cadran: " << exception.what() << '\n';
        return exit_internal;
    }
}

}  // namespace cadran::cli
