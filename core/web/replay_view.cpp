// SPDX-License-Identifier: Apache-2.0
#include "web/replay_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/ranges.h>

#include "base/text.h"
#include "report/words.h"

namespace cadran::web {

namespace {

constexpr std::array replay_labels{"web.rules", "web.what_would_change", "web.more_examples",
                                   "web.fewer_examples"};

constexpr std::string_view set_prefix = "set.";

// The number of a value that a slider can stand on; none of other types.
std::optional<double> number_in(const column::Scalar& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
    if (const auto* decimal = std::get_if<Decimal>(&value))
        return static_cast<double>(decimal->units) / std::pow(10, decimal->scale);
    if (const auto* money = std::get_if<Money>(&value)) return static_cast<double>(money->cents) / 100;
    return {};
}

// `1000.00` of `1000.00 EUR`: the unit stands beside the field.
std::string without_unit(const column::Scalar& value, const std::string& text) {
    return number_in(value) ? text.substr(0, text.find(' ')) : text;
}

std::string unit_of(const column::Scalar& value) {
    const std::string text = column::plain_text(value);
    const auto space = text.find(' ');
    return !number_in(value) || space == std::string::npos ? std::string() : text.substr(space + 1);
}

// A round step of about a hundredth of the way.
double step_of(double way, bool whole) {
    const double step = std::pow(10, std::floor(std::log10(std::max(way, 1e-6) / 50)));
    return whole ? std::max(step, 1.0) : step;
}

// From the least to the greatest value that is allowed, else from none to three times what is usual.
Json slider_of(const model::Parameter& parameter) {
    const auto usual = number_in(parameter.default_value);
    if (!usual) return Json(false);
    const auto least = number_in(parameter.minimum), greatest = number_in(parameter.maximum);
    const double from = least.value_or(std::min(0.0, 3 * *usual));
    const double to = std::min(greatest.value_or(from + 3 * std::max(std::abs(*usual), 1.0)),
                               from + 20 * std::max(std::abs(*usual), 1.0));
    const bool whole = std::holds_alternative<std::int64_t>(parameter.default_value);
    return Json::Object{{"from", fmt::format("{:g}", from)},
                        {"step", fmt::format("{:g}", step_of(to - from, whole))},
                        {"to", fmt::format("{:g}", to)}};
}

Json side_head(const char* title, const app::ReplaySide& side, const Catalogue& catalogue) {
    const int version = side.result.control.version;
    const Message number{"web.version_number", {{"version", std::int64_t{version}}}};
    return Json::Object{{"title", catalogue.text(Message{title})},
                        {"version", version > 0 ? Json(catalogue.text(number)) : Json(false)}};
}

// A line for each count, with both sides beside each other; the parameters last.
Json::Array measure_rows(const app::ReplaySide& before, const app::ReplaySide& after,
                         const Catalogue& catalogue) {
    Json::Array rows;
    const auto add = [&](const std::string& title, const std::string& one, const std::string& other) {
        rows.push_back(Json::Object{{"cells", Json::Array{one, other}}, {"title", title}});
    };
    const auto count = [&](const char* title, std::int64_t model::ControlResult::*member) {
        add(catalogue.text(Message{title}), catalogue.number(before.result.*member),
            catalogue.number(after.result.*member));
    };
    count("web.records", &model::ControlResult::population);
    count("web.selected", &model::ControlResult::selected);
    count("web.failed", &model::ControlResult::failed);
    count("web.unchecked", &model::ControlResult::not_checked);
    count("web.errors", &model::ControlResult::errors);
    for (const auto& [name, value] : after.result.parameters) {
        std::string known = report::no_value;
        for (const auto& [other, was] : before.result.parameters) {
            if (other == name) known = was;
        }
        add(name, known, value);
    }
    return rows;
}

Json::Array example_rows(const std::vector<app::ReplayedFinding>& examples, const Catalogue& catalogue) {
    Json::Array rows;
    for (const app::ReplayedFinding& one : examples)
        rows.push_back(Json::Object{{"date", catalogue.date(one.event_date)},
                                    {"keys", fmt::format("{}", fmt::join(one.keys, ", "))},
                                    {"message", one.message}});
    return rows;
}

Json figure_tile(std::int64_t count, const char* words, const char* look, const Catalogue& catalogue) {
    return Json::Object{{"figure", catalogue.number(count)},
                        {"look", count == 0 ? "calm" : look},
                        {"words", catalogue.text(Message{words})}};
}

// How much work it would be, against how much it is.
Json work_words(const app::ReplayComparison& comparison, const Catalogue& catalogue) {
    if (!comparison.before.minutes && !comparison.after.minutes) return Json(false);
    const auto hours = [&](const app::ReplaySide& side) {
        return catalogue.decimal(Decimal{side.minutes.value_or(0) * 10 / 60, 1});
    };
    return Json(catalogue.text(Message{
        "web.work_compared", {{"before", hours(comparison.before)}, {"after", hours(comparison.after)}}}));
}

Json::Array purged_lines(const app::ReplayComparison& comparison, const Catalogue& catalogue) {
    Json::Array lines;
    for (const auto& [type, last] : comparison.purged)
        lines.push_back(catalogue.text(Message{"web.purged_took_no_part", {{"type", type}, {"last", last}}}));
    return lines;
}

}  // namespace

Json::Array parameter_fields(const std::vector<model::Parameter>& parameters,
                             const std::vector<std::pair<std::string, std::string>>& in_force,
                             const Fields& asked, const Catalogue& catalogue) {
    Json::Array fields;
    for (const model::Parameter& parameter : parameters) {
        std::string known = column::plain_text(parameter.default_value);
        for (const auto& [name, value] : in_force) {
            if (name == parameter.name) known = value;
        }
        const std::string name = std::string(set_prefix) + parameter.name;
        known = without_unit(parameter.default_value, known);
        fields.push_back(Json::Object{{"help", catalogue.text(parameter.help)},
                                      {"known", known},
                                      {"name", name},
                                      {"slider", slider_of(parameter)},
                                      {"title", parameter.name},
                                      {"unit", unit_of(parameter.default_value)},
                                      {"value", asked.has(name) ? asked.get(name) : known}});
    }
    return fields;
}

Json file_replay_view(const app::Replayed& usual, const app::Replayed& tried, const model::Control& control,
                      const Catalogue& catalogue) {
    app::ReplayComparison counted{};
    const auto side = [&](const app::Replayed& replayed) {
        app::ReplaySide made{replayed.results.front(), {}};
        if (control.minutes && control.effect != model::Effect::flag)
            made.minutes = *control.minutes * made.result.failed;
        return made;
    };
    counted.before = side(usual);
    counted.after = side(tried);
    const std::int64_t change = counted.after.result.failed - counted.before.result.failed;
    Json::Array faults;
    for (const Diagnostic& fault : tried.faults) faults.push_back(catalogue.text(fault.what));
    const Message lines{"web.file_judged",
                        {{"count", tried.file.accepted}, {"rejected", tried.file.rejected}}};
    return Json::Object{
        {"days", catalogue.text(lines)},
        {"defaults", false},
        {"errors", faults},
        {"fewer", Json::Array()},
        {"figures",
         Json::Array{figure_tile(std::max(change, std::int64_t{0}), "web.found_more", "missed", catalogue),
                     figure_tile(std::max(-change, std::int64_t{0}), "web.found_fewer", "", catalogue)}},
        {"has_fewer", false},
        {"has_more", false},
        {"label", report::labels(replay_labels, catalogue)},
        {"more", Json::Array()},
        {"purged", Json::Array()},
        {"same", change == 0 ? Json(catalogue.text(Message{"web.same_count"})) : Json(false)},
        {"measures", measure_rows(counted.before, counted.after, catalogue)},
        {"sides", Json::Array{side_head("web.own_values", counted.before, catalogue),
                              side_head("web.rules_tried", counted.after, catalogue)}},
        {"work", work_words(counted, catalogue)}};
}

Json replay_view(const app::ReplayComparison& comparison, const Catalogue& catalogue) {
    const bool same = comparison.more + comparison.fewer + comparison.graver + comparison.milder == 0;
    Json::Array faults;
    for (const Diagnostic& fault : comparison.faults) faults.push_back(catalogue.text(fault.what));
    return Json::Object{
        {"days", catalogue.text(Message{"web.compared_days",
                                        {{"since", comparison.since}, {"until", comparison.until}}})},
        {"defaults", comparison.process.empty() ? Json(catalogue.text(Message{"web.compared_with_defaults"}))
                                                : Json(false)},
        {"errors", faults},
        {"fewer", example_rows(comparison.fewer_examples, catalogue)},
        {"figures", Json::Array{figure_tile(comparison.more, "web.found_more", "missed", catalogue),
                                figure_tile(comparison.fewer, "web.found_fewer", "", catalogue),
                                figure_tile(comparison.graver, "web.found_graver", "missed", catalogue),
                                figure_tile(comparison.milder, "web.found_milder", "", catalogue),
                                figure_tile(comparison.unchanged, "web.found_unchanged", "calm", catalogue)}},
        {"has_fewer", !comparison.fewer_examples.empty()},
        {"has_more", !comparison.more_examples.empty()},
        {"label", report::labels(replay_labels, catalogue)},
        {"more", example_rows(comparison.more_examples, catalogue)},
        {"purged", purged_lines(comparison, catalogue)},
        {"same", same ? Json(catalogue.text(Message{"web.same_findings"})) : Json(false)},
        {"measures", measure_rows(comparison.before, comparison.after, catalogue)},
        {"sides", Json::Array{side_head("web.rules_in_force", comparison.before, catalogue),
                              side_head("web.rules_tried", comparison.after, catalogue)}},
        {"work", work_words(comparison, catalogue)}};
}

}  // namespace cadran::web
