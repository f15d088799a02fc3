// SPDX-License-Identifier: Apache-2.0
#include "script/worker_answer.h"

#include <stdexcept>

#include <fmt/ranges.h>

#include "script/worker_fault.h"

namespace cadran::script {

namespace {

constexpr std::pair<Shortage, std::string_view> shortages[] = {
    {Shortage::fuel, "fuel"}, {Shortage::time, "time"}, {Shortage::memory, "memory"}};

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

template <typename Value>
Value value_of(std::optional<Value> value) {
    expect_honest(value.has_value());
    return *value;
}

// Takes one answer apart; every function throws on what cannot be.
class Answer {
  public:
    Answer(const JudgeScript& script, const JudgeArguments& arguments)
        : script_(script), arguments_(arguments) {}

    Ruling ruling(const Json& answer) const {
        Ruling ruling;
        ruling.fuel = number_between(answer.at("fuel"), 0, greatest_fuel);
        if (answer.at("fault").is_null()) {
            expect_honest(answer.at("shortage").is_null());
            ruling.verdict =
                script_.strongest_effect ? verdict(answer.at("verdict")) : level(answer.at("verdict"));
            return ruling;
        }
        ruling.fault = faults_.fault(answer.at("fault"));
        if (!answer.at("shortage").is_null()) {
            const auto found = std::ranges::find(shortages, answer.at("shortage").string(),
                                                 &std::pair<Shortage, std::string_view>::second);
            expect_honest(found != std::end(shortages));
            ruling.shortage = found->first;
        }
        return ruling;
    }

    LineCoverage lines(const Json& json) const {
        LineCoverage lines;
        for (const Json& line : json.at("run").array()) lines.run.insert(faults_.line(line));
        for (const Json& function : json.at("functions").array()) {
            const Json::Array& parts = function.array();
            std::vector<int> inside;
            for (const Json& line : parts.at(1).array()) inside.push_back(faults_.line(line));
            lines.functions.emplace(faults_.line(parts.at(0)), std::move(inside));
        }
        return lines;
    }

  private:
    Verdict verdict(const Json& json) const {
        const model::Outcome outcome = outcome_of(json.at("outcome").string());
        if (outcome != model::Outcome::fail) {
            expect_honest(json.at("severity").is_null() && json.at("effect").is_null() &&
                          json.at("message").is_null());
            return {.outcome = outcome};
        }
        Verdict verdict;
        if (!json.at("severity").is_null()) verdict.severity = severity(json);
        if (!json.at("effect").is_null()) {
            verdict.effect = value_of(model::parse_effect(json.at("effect").string()));
            expect_honest(*verdict.effect >= *script_.strongest_effect);
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
        return static_cast<std::size_t>(
            number_between(json.at("message"), 0, std::ssize(script_.messages) - 1));
    }

    static std::string joined(std::span<const std::string> names) {
        return fmt::format("{}", fmt::join(names, ", "));
    }

    std::vector<std::string> known_lists() const {
        std::vector<std::string> lists{joined(severity_words()), joined(effect_words()),
                                       joined(script_.messages), joined(arguments_.subject.names),
                                       joined(arguments_.others.names)};
        if (arguments_.records != nullptr && !arguments_.records->empty())
            lists.push_back(joined(arguments_.records->front().names));
        return lists;
    }

    const JudgeScript& script_;
    const JudgeArguments& arguments_;
    const FaultReader faults_{script_.file, script_.source, known_lists()};
};

}  // namespace

Json json_of(const Ruling& ruling, const LineCoverage* lines) {
    Json shortage, covered;
    for (const auto& [one, name] : shortages) {
        if (ruling.shortage == one) shortage = name;
    }
    if (lines != nullptr) covered = json_of_lines(*lines);
    return Json::Object{{"verdict", json_of_verdict(ruling.verdict)},
                        {"fault", json_of(ruling.fault)},
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
