// SPDX-License-Identifier: Apache-2.0
#include "report/digest.h"

#include <algorithm>

#include "base/json.h"
#include "base/resource.h"
#include "report/markup.h"
#include "report/page_template.h"

namespace cadran::report {

namespace {

// Only what is there is said: `Traiter les prestations · action · en retard depuis le 15/09/2026`.
std::string circumstances(const DigestLine& line, const Catalogue& catalogue) {
    std::vector<std::string> parts;
    if (!line.process.empty()) parts.push_back(line.process);
    parts.push_back(line.kind);
    if (!line.on)
        parts.push_back(catalogue.text(Message{"report.digest_soon"}));
    else if (line.overdue)
        parts.push_back(catalogue.text(Message{"report.digest_overdue_since", {{"date", *line.on}}}));
    else
        parts.push_back(catalogue.text(Message{"report.digest_by", {{"date", *line.on}}}));
    if (!line.first_awaited.empty())
        parts.push_back(
            catalogue.text(Message{"report.digest_escalated",
                                   {{"accounts", fmt::format("{}", fmt::join(line.first_awaited, ", "))}}}));
    return fmt::format("{}", fmt::join(parts, " · "));
}

std::string subject_of(const DigestContent& content, const Catalogue& catalogue) {
    const std::int64_t overdue = std::ranges::count(content.lines, true, &DigestLine::overdue);
    const std::string things =
        catalogue.text(Message{"report.digest_things", {{"count", std::ssize(content.lines)}}});
    return overdue == 0 ? catalogue.text(Message{"report.digest_subject", {{"things", things}}})
                        : catalogue.text(Message{"report.digest_subject_overdue",
                                                 {{"things", things}, {"overdue", overdue}}});
}

}  // namespace

DigestLetter digest_letter(const DigestContent& content, const Catalogue& catalogue) {
    DigestLetter letter{subject_of(content, catalogue), {}, {}};
    const std::string greeting =
        catalogue.text(Message{"report.digest_greeting", {{"person", printable(content.person)}}});
    const std::string intro = catalogue.text(Message{
        "report.digest_intro", {{"organisation", printable(content.organisation)}, {"date", content.on}}});
    const std::string opt_out =
        catalogue.text(Message{"report.digest_opt_out", {{"account", content.account}}});
    const std::string simulated =
        content.simulated ? catalogue.text(Message{"report.digest_simulated"}) : std::string();

    letter.text = greeting + "\n\n" + intro + "\n";
    if (!simulated.empty()) letter.text += simulated + "\n";
    Json::Array lines;
    for (const DigestLine& line : content.lines) {
        const std::string around = printable(circumstances(line, catalogue));
        const std::string what = printable(line.what);
        letter.text += fmt::format("\n- {}\n  {}\n  cadran {}\n", what, around, line.command);
        lines.push_back(Json::Object{{"what", what},
                                     {"around", around},
                                     {"overdue", line.overdue},
                                     {"command", "cadran " + line.command}});
    }
    letter.text += "\n-- \n" + opt_out + "\n";
    letter.html = filled(resource("core/report/templates/digest.html.mustache"),
                         Json::Object{{"language", std::string(language_tag(catalogue.language()))},
                                      {"subject", letter.subject},
                                      {"greeting", greeting},
                                      {"intro", intro},
                                      {"simulated", simulated},
                                      {"lines", std::move(lines)},
                                      {"opt_out", opt_out}});
    return letter;
}

}  // namespace cadran::report
