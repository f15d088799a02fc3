// SPDX-License-Identifier: Apache-2.0
#include "script/worker_answer.h"

#include <stdexcept>

#include <fmt/ranges.h>

#include "base/text.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

constexpr FaultMessage known_messages[] = {
    {"script.bad_format", "letter"},
    {"script.bad_pattern", "#position pattern"},
    {"script.bad_replacement", "text"},
    {"script.block_too_large", "#limit"},
    {"script.compare_with_parameter", ""},
    {"script.compared_unlike", "left right"},
    {"script.declare_the_message", "value"},
    {"script.declare_the_strongest", ""},
    {"script.declared_without_table", "function"},
    {"script.did_you_mean", "name"},
    {"script.do_less", ""},
    {"script.fail_is_written", ""},
    {"script.fail_takes_a_table", ""},
    {"script.field_written", "kind name"},
    {"script.formats_are", ""},
    {"script.key_without_name", "key"},
    {"script.keys_without_order", "type"},
    {"script.known_fields", "names"},
    {"script.known_words", "words"},
    {"script.levels_are", ""},
    {"script.look_at_the_values", ""},
    {"script.metamethod_not_a_function", "name"},
    {"script.metamethod_refused", "name"},
    {"script.name_written", "name"},
    {"script.nested_too_deep", "#limit"},
    {"script.no_declaration", ""},
    {"script.no_level", "type"},
    {"script.no_verdict", ""},
    {"script.not_a_plain_table", ""},
    {"script.not_a_verdict", "type"},
    {"script.not_concatenable", "#index type"},
    {"script.out_of_fuel", "#limit"},
    {"script.out_of_memory", "#limit"},
    {"script.out_of_time", "#limit"},
    {"script.protected_metatable", ""},
    {"script.raise_a_text", ""},
    {"script.raised", "text"},
    {"script.raised_without_text", ""},
    {"script.return_a_declaration", ""},
    {"script.stronger_effect", "effect"},
    {"script.syntax", "text"},
    {"script.unknown_field", "kind name"},
    {"script.unknown_key", "key"},
    {"script.unknown_name", "name"},
    {"script.unknown_word", "key value"},
    {"script.use_local", ""},
    {"script.verdicts_are", ""},
};

constexpr std::pair<Shortage, std::string_view> shortages[] = {
    {Shortage::fuel, "fuel"}, {Shortage::time, "time"}, {Shortage::memory, "memory"}};

Json json_of_message(const Message& message) {
    Json::Array values{message.id};
    for (const auto& [name, argument] : message.arguments) {
        if (const auto* number = std::get_if<std::int64_t>(&argument))
            values.push_back(*number);
        else
            values.push_back(std::get<std::string>(argument));
    }
    return values;
}

Json json_of_verdict(const Verdict& verdict) {
    Json severity, effect, message;
    if (verdict.severity) severity = model::severity_name(*verdict.severity);
    if (verdict.effect) effect = model::effect_name(*verdict.effect);
    if (verdict.message) message = static_cast<std::int64_t>(*verdict.message);
    return Json::Object{{"outcome", model::outcome_name(verdict.outcome)},
                        {"severity", severity},
                        {"effect", effect},
                        {"message", message}};
}

template <typename Lines>
Json::Array numbers(const Lines& lines) {
    return {lines.begin(), lines.end()};
}

Json json_of_lines(const LineCoverage& lines) {
    Json::Array functions;
    for (const auto& [line, inside] : lines.functions)
        functions.push_back(Json::Array{line, numbers(inside)});
    return Json::Object{{"run", numbers(lines.run)}, {"functions", std::move(functions)}};
}

// What is not as an honest worker writes it.
void expect(bool holds) {
    if (!holds) throw std::invalid_argument("strange");
}

template <typename Value>
Value value_of(std::optional<Value> value) {
    expect(value.has_value());
    return *value;
}

// Takes one answer apart; every function throws on what cannot be.
class Answer {
  public:
    Answer(const JudgeScript& script, const JudgeArguments& arguments)
        : script_(script), arguments_(arguments) {}

    Ruling ruling(const Json& answer) const {
        Ruling ruling;
        ruling.fuel = between(answer.at("fuel"), 0, std::int64_t{1} << 60);
        if (answer.at("fault").is_null()) {
            expect(answer.at("shortage").is_null());
            ruling.verdict =
                script_.strongest_effect ? verdict(answer.at("verdict")) : level(answer.at("verdict"));
            return ruling;
        }
        ruling.fault = fault(answer.at("fault"));
        if (!answer.at("shortage").is_null()) {
            const auto found = std::ranges::find(shortages, answer.at("shortage").string(),
                                                 &std::pair<Shortage, std::string_view>::second);
            expect(found != std::end(shortages));
            ruling.shortage = found->first;
        }
        return ruling;
    }

    LineCoverage lines(const Json& json) const {
        LineCoverage lines;
        for (const Json& line : json.at("run").array()) lines.run.insert(line_of_file(line));
        for (const Json& function : json.at("functions").array()) {
            const Json::Array& parts = function.array();
            std::vector<int> inside;
            for (const Json& line : parts.at(1).array()) inside.push_back(line_of_file(line));
            lines.functions.emplace(line_of_file(parts.at(0)), std::move(inside));
        }
        return lines;
    }

  private:
    static std::int64_t between(const Json& json, std::int64_t least, std::int64_t most) {
        const std::int64_t number = json.integer();
        expect(number >= least && number <= most);
        return number;
    }

    int line_of_file(const Json& json) const { return static_cast<int>(between(json, 1, last_line_)); }

    Verdict verdict(const Json& json) const {
        const model::Outcome outcome = outcome_of(json.at("outcome").string());
        if (outcome != model::Outcome::fail) {
            expect(json.at("severity").is_null() && json.at("effect").is_null() &&
                   json.at("message").is_null());
            return {.outcome = outcome};
        }
        Verdict verdict;
        if (!json.at("severity").is_null()) verdict.severity = severity(json);
        if (!json.at("effect").is_null()) {
            verdict.effect = value_of(model::parse_effect(json.at("effect").string()));
            expect(*verdict.effect >= *script_.strongest_effect);
        }
        if (!json.at("message").is_null()) verdict.message = message_index(json);
        return verdict;
    }

    static model::Outcome outcome_of(std::string_view name) {
        for (const model::Outcome outcome :
             {model::Outcome::pass, model::Outcome::fail, model::Outcome::not_applicable}) {
            if (name == model::outcome_name(outcome)) return outcome;
        }
        throw std::invalid_argument("outcome");
    }

    Verdict level(const Json& json) const {
        return {.severity = severity(json), .message = message_index(json)};
    }

    static model::Severity severity(const Json& json) {
        return value_of(model::parse_severity(json.at("severity").string()));
    }

    std::size_t message_index(const Json& json) const {
        return static_cast<std::size_t>(between(json.at("message"), 0, std::ssize(script_.messages) - 1));
    }

    Diagnostic fault(const Json& json) const {
        Diagnostic fault;
        if (const auto line = between(json.at("line"), 0, last_line_); line > 0)
            fault.place = {script_.file, static_cast<int>(line), 0};
        fault.what = message(json.at("what"));
        if (!json.at("hint").is_null()) fault.hint = message(json.at("hint"));
        return fault;
    }

    Message message(const Json& json) const {
        const Json::Array& parts = json.array();
        const std::string& id = parts.at(0).string();
        const auto known = std::ranges::find(known_messages, id, &FaultMessage::id);
        expect(known != std::end(known_messages));
        const auto names =
            known->arguments.empty() ? std::vector<std::string_view>{} : split(known->arguments, ' ');
        expect(parts.size() == names.size() + 1);
        Message message{id};
        for (std::size_t i = 0; i < names.size(); ++i) {
            const bool is_number = names[i].starts_with('#');
            const std::string name(names[i].substr(is_number ? 1 : 0));
            if (is_number)
                message.arguments.emplace_back(name, parts[i + 1].integer());
            else
                message.arguments.emplace_back(name, text(name, parts[i + 1].string()));
        }
        return message;
    }

    // A list of names is one of those that this process knows itself, however long they are.
    std::string text(std::string_view argument, const std::string& said) const {
        if (argument != "names" && argument != "words") return shown_text(said);
        expect(std::ranges::find(lists_, said) != lists_.end());
        return said;
    }

    static std::string joined(std::span<const std::string> names) {
        return fmt::format("{}", fmt::join(names, ", "));
    }

    std::vector<std::string> known_lists() const {
        std::vector<std::string> severities;
        for (const model::Severity severity : model::all_severities)
            severities.emplace_back(model::severity_name(severity));
        std::vector<std::string> lists{joined(severities), "hold, check, flag", joined(script_.messages),
                                       joined(arguments_.subject.names), joined(arguments_.others.names)};
        if (arguments_.records != nullptr && !arguments_.records->empty())
            lists.push_back(joined(arguments_.records->front().names));
        return lists;
    }

    const JudgeScript& script_;
    const JudgeArguments& arguments_;
    const std::vector<std::string> lists_ = known_lists();
    const std::int64_t last_line_ = std::ranges::count(script_.source, '\n') + 1;
};

}  // namespace

std::span<const FaultMessage> fault_messages() {
    return known_messages;
}

Json json_of(const Ruling& ruling, const LineCoverage* lines) {
    Json fault, shortage, covered;
    if (ruling.fault) {
        Json hint;
        if (ruling.fault->hint) hint = json_of_message(*ruling.fault->hint);
        fault = Json::Object{{"line", ruling.fault->place.line},
                             {"what", json_of_message(ruling.fault->what)},
                             {"hint", std::move(hint)}};
    }
    for (const auto& [one, name] : shortages) {
        if (ruling.shortage == one) shortage = name;
    }
    if (lines != nullptr) covered = json_of_lines(*lines);
    return Json::Object{{"verdict", json_of_verdict(ruling.verdict)},
                        {"fault", std::move(fault)},
                        {"shortage", std::move(shortage)},
                        {"fuel", ruling.fuel},
                        {"lines", std::move(covered)}};
}

std::optional<Ruling> ruling_of(const Json& answer, const JudgeScript& script,
                                const JudgeArguments& arguments, LineCoverage* lines) {
    try {
        const Answer reader(script, arguments);
        Ruling ruling = reader.ruling(answer);
        if (lines != nullptr) {
            LineCoverage found = reader.lines(answer.at("lines"));
            lines->run.merge(found.run);
            lines->functions.merge(found.functions);
        }
        return ruling;
    } catch (const std::bad_variant_access&) {
    } catch (const std::logic_error&) {  // a member that is missing, or what cannot be
    }
    return {};
}

}  // namespace cadran::script
