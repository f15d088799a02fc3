// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "app/quality.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

// A bound of the interval with one digit behind the point of its percentage.
Cell bound(const Output& output, double value) {
    const Decimal percent{std::llround(value * 1'000), 3};
    return {output.catalogue().percent({percent.units, 1}), Json(plain_text(percent))};
}

Cell share(const Output& output, const app::QualityRate& rate) {
    if (!rate.interval) return {output.catalogue().text(Message{"cli.too_few"}), Json()};
    const Decimal percent = Decimal::ratio(100 * rate.right, rate.checked, 1);
    return {output.catalogue().percent(percent),
            Json(plain_text(Decimal::ratio(rate.right, rate.checked, 3)))};
}

std::string file_text(const Output& output, const app::CheckedFile& file) {
    const char* verdict = !file.decided ? (file.contested ? "cli.rate_contested" : "cli.rate_open")
                          : file.right  ? "cli.rate_right"
                                        : "cli.rate_wrong";
    std::string text = fmt::format("{} {} {}", file.key, output.catalogue().date(file.event_date),
                                   output.catalogue().text(Message{verdict}));
    if (!file.nonconforming.empty()) text += fmt::format(" ({})", fmt::join(file.nonconforming, ", "));
    return file.reason.empty() ? text : text + " " + file.reason;
}

Cell files_cell(const Output& output, const app::QualityRate& rate) {
    std::vector<std::string> lines;
    Json::Array files;
    for (const app::CheckedFile& file : rate.files) {
        lines.push_back(file_text(output, file));
        Json::Array points;
        for (const std::string& point : file.nonconforming) points.push_back(Json(point));
        files.push_back(Json::Object{{"contested", file.contested},
                                     {"control", file.control},
                                     {"date", iso_text(file.event_date)},
                                     {"decided", file.decided},
                                     {"finding", file.finding},
                                     {"nonconforming", points},
                                     {"reason", file.reason},
                                     {"record", file.key},
                                     {"right", file.right}});
    }
    return {fmt::format("{}", fmt::join(lines, "\n")), files};
}

}  // namespace

Result<int> quality_show(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto period = arguments.period("period");
    if (!period) return tl::unexpected(period.error());
    const auto rates = app::show_quality(invocation.session(),
                                         {*period, arguments.get("handler"), arguments.get("control")});
    if (!rates) return tl::unexpected(rates.error());
    Output& output = invocation.output();
    Table table{{{"handler", {"cli.handler"}},
                 {"person", {"cli.person"}},
                 {"checked", {"cli.files_checked"}, true},
                 {"right", {"cli.right"}, true},
                 {"contested", {"cli.contested_files"}, true},
                 {"rate", {"cli.quality_rate"}, true},
                 {"low", {"cli.at_least"}, true},
                 {"high", {"cli.at_most"}, true},
                 {"files", {"cli.files"}}},
                {}};
    for (const app::QualityRate& rate : *rates) {
        const bool known = rate.interval.has_value();
        const std::string handler =
            rate.handler.empty() ? output.catalogue().text(Message{"cli.all_handlers"}) : rate.handler;
        table.rows.push_back({{handler, Json(rate.handler)},
                              output.cell(rate.person),
                              output.cell(rate.checked),
                              output.cell(rate.right),
                              output.cell(rate.contested),
                              share(output, rate),
                              known ? bound(output, rate.interval->low) : Cell{},
                              known ? bound(output, rate.interval->high) : Cell{},
                              files_cell(output, rate)});
    }
    output.table(table);
    if (output.format() == Format::table)
        output.say({"cli.rate_explained", {{"period", period->text()}, {"least", app::least_checked_files}}});
    return exit_fine;
}

}  // namespace cadran::cli
