// SPDX-License-Identifier: Apache-2.0
// Process sheets that hold together, made at random and out of the reference processes.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <string_view>

#include "base/resource.h"
#include "definition/process_file.h"

namespace cadran::definition {

inline model::Process reference_process(const std::string& name = "pay-benefits") {
    const std::string path = "processes/" + name + ".xml";
    return read_process(resource(path), path).value().process;
}

// Any characters that a sheet can hold, white space as it counts there.
inline rc::Gen<std::string> any_text() {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
                            std::vector<std::string>{"a", "Z", "é", "’", "\u00a0", "<", ">", "&", "\"", "'",
                                                     "]]>", "<!--", "=", ";", "€", "😀", "x y", "1"})),
                        [](const std::vector<std::string>& pieces) {
                            std::string text = "t";
                            for (const std::string& piece : pieces) text += piece;
                            return text;
                        });
}

inline LocalText local() {
    return {*any_text(), *any_text()};
}

inline std::vector<LocalText> locals(int least) {
    std::vector<LocalText> texts(static_cast<std::size_t>(*rc::gen::inRange(least, 4)));
    for (LocalText& text : texts) text = local();
    return texts;
}

inline Decimal figure(int least, int greatest) {
    const int scale = *rc::gen::inRange(0, 5);
    Decimal number{*rc::gen::inRange(least, greatest), 0};
    for (; number.scale < scale; ++number.scale) number.units *= 10;
    return number;
}

// Targets whose bounds and thresholds do not cross.
inline model::Indicator any_indicator(int number) {
    model::Indicator indicator;
    indicator.id = "indicator-" + std::to_string(number);
    indicator.title = local();
    indicator.direction =
        *rc::gen::element(model::Direction::higher, model::Direction::lower, model::Direction::within);
    indicator.frequency = *rc::gen::element(calendar::Period::Kind::month, calendar::Period::Kind::quarter);
    indicator.source =
        *rc::gen::element(model::Source::measure, model::Source::records, model::Source::by_hand);
    indicator.unit = indicator.source == model::Source::measure   ? model::Unit::percent
                     : indicator.source == model::Source::records ? model::Unit::count
                                                                  : *rc::gen::elementOf(model::all_units);
    if (indicator.source == model::Source::by_hand)
        indicator.method = local();
    else
        indicator.measure = "claims/measure-" + std::to_string(number);
    if (indicator.source == model::Source::measure && *rc::gen::arbitrary<bool>())
        indicator.parameters = {{"threshold", "1000.00 EUR"}, {"delay", "10"}};
    for (int year = 2020; year < 2020 + *rc::gen::inRange(1, 4); ++year) {
        using namespace std::chrono;
        model::Target target{std::chrono::year(year) / January / 1, figure(40, 50)};
        const bool lower = indicator.direction == model::Direction::lower;
        if (*rc::gen::arbitrary<bool>()) target.warning = lower ? figure(50, 60) : figure(20, 40);
        if (indicator.direction == model::Direction::within) {
            target.upper = figure(60, 70);
            if (*rc::gen::arbitrary<bool>()) target.upper_warning = figure(70, 80);
        }
        indicator.targets.push_back(target);
    }
    return indicator;
}

inline model::Risk any_risk(int number) {
    model::Risk risk{"risk-" + std::to_string(number), local(), {}, {}, local(), {}};
    risk.inherent = {*rc::gen::inRange(1, 6), *rc::gen::inRange(1, 6)};
    risk.residual = {*rc::gen::inRange(1, risk.inherent.likelihood + 1),
                     *rc::gen::inRange(1, risk.inherent.impact + 1)};
    risk.treatment = *rc::gen::element(model::Treatment::avoid, model::Treatment::reduce,
                                       model::Treatment::share, model::Treatment::accept);
    return risk;
}

inline model::ControlTerms any_terms(std::vector<std::string> risks) {
    return {std::move(risks), *rc::gen::elementOf(model::all_control_frequencies),
            *rc::gen::elementOf(model::all_roles), local()};
}

inline model::Process any_process() {
    model::Process process;
    process.id = "process";
    process.kind = *rc::gen::element(model::ProcessKind::management, model::ProcessKind::realisation,
                                     model::ProcessKind::support);
    process.turn = *rc::gen::element(calendar::Period::Kind::quarter, calendar::Period::Kind::year);
    process.title = local();
    process.pilot = "claire.vasseur";
    process.backups = {"hugo.lemaire", "lea.roy"};
    process.stakes = {"client-satisfaction"};
    process.parties = {"members", "group"};
    process.purpose = local();
    process.start_event = local();
    process.end_event = local();
    process.upstream = {{"", local()}};
    process.downstream = {{"handle-complaints", local()}, {"manage-contracts", local()}};
    process.clients = locals(0);
    process.clauses = {"4.1", "8.5.1"};
    process.inputs = locals(1);
    process.activities = locals(1);
    process.outputs = locals(1);
    process.resources = locals(0);
    std::vector<std::string> risks;
    for (int i = 0; i < *rc::gen::inRange(0, 4); ++i) process.risks.push_back(any_risk(i));
    for (const model::Risk& risk : process.risks) risks.push_back(risk.id);
    process.opportunities = {{"opportunity", local(), {2, 3}, local()}};
    process.controls = {{"claims/over-threshold", any_terms({}), {{"threshold", "800.00 EUR"}}}};
    process.manual_controls = {{"committee", local(), any_terms(risks)}};
    for (int i = 0; i < *rc::gen::inRange(1, 4); ++i) {
        using namespace std::chrono;
        process.indicators.push_back(any_indicator(i));
        process.objectives.push_back({"objective-" + std::to_string(i), local(), local(), "claire.vasseur",
                                      2026y / December / 31, local(), "indicator-" + std::to_string(i)});
    }
    process.documents = {{local(), "claims-manual", 60}, {local(), "", 0}};
    return process;
}

}  // namespace cadran::definition
