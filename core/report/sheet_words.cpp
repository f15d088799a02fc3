// SPDX-License-Identifier: Apache-2.0
#include "report/sheet_words.h"

#include <fmt/format.h>

#include "report/sheet_tables.h"

namespace cadran::report {

namespace {

std::string nothing_in(const Catalogue& catalogue) {
    return catalogue.text(Message{"report.sheet_nothing"});
}

SheetList list_of(const char* title, const std::vector<LocalText>& texts, const Catalogue& catalogue) {
    SheetList list{catalogue.text(Message{title}), {}, nothing_in(catalogue)};
    for (const LocalText& text : texts) list.items.push_back({"", catalogue.text(text)});
    return list;
}

SheetList neighbours(const char* title, const std::vector<model::Neighbour>& neighbours,
                     const ProcessSheet& sheet, const Catalogue& catalogue) {
    SheetList list{catalogue.text(Message{title}), {}, nothing_in(catalogue)};
    for (const model::Neighbour& neighbour : neighbours) {
        list.items.push_back({neighbour.process.empty()
                                  ? catalogue.text(Message{"report.all_processes"})
                                  : called(sheet.processes, neighbour.process, catalogue),
                              catalogue.text(neighbour.flow)});
    }
    return list;
}

// What the sheet refers to by id in a list of the workspace.
SheetList references(const char* title, const std::vector<std::string>& ids,
                     const std::map<std::string, LocalText>& names, const Catalogue& catalogue) {
    SheetList list{catalogue.text(Message{title}), {}, nothing_in(catalogue)};
    for (const std::string& id : ids) list.items.push_back({"", called(names, id, catalogue)});
    return list;
}

SheetList clauses(const ProcessSheet& sheet, const Catalogue& catalogue) {
    const std::string standard = catalogue.text(sheet.standard);
    SheetList list{standard.empty()
                       ? catalogue.text(Message{"report.sheet_clauses"})
                       : catalogue.text(Message{"report.sheet_clauses_of", {{"standard", standard}}}),
                   {},
                   nothing_in(catalogue)};
    for (const std::string& number : sheet.process.clauses) {
        const auto title = sheet.clauses.find(number);
        list.items.push_back({number, title == sheet.clauses.end() ? "" : catalogue.text(title->second)});
    }
    return list;
}

SheetList documents(const ProcessSheet& sheet, const Catalogue& catalogue) {
    SheetList list{catalogue.text(Message{"report.sheet_documents"}), {}, nothing_in(catalogue)};
    for (const model::RetainedDocument& document : sheet.process.documents) {
        std::string text = catalogue.text(document.title);
        if (document.months > 0)
            text = catalogue.text(
                Message{"report.sheet_kept", {{"document", text}, {"count", std::int64_t{document.months}}}});
        if (const auto place = sheet.locations.find(document.document); place != sheet.locations.end())
            text = catalogue.text(
                Message{"report.sheet_found_in", {{"document", text}, {"place", place->second}}});
        list.items.push_back({"", text});
    }
    return list;
}

std::string joined_people(const std::vector<std::string>& accounts, const ProcessSheet& sheet) {
    std::vector<std::string> names;
    for (const std::string& account : accounts) names.push_back(called(sheet.people, account));
    return names.empty() ? "–" : fmt::format("{}", fmt::join(names, ", "));
}

std::vector<SheetFact> facts(const ProcessSheet& sheet, const Catalogue& catalogue) {
    const auto fact = [&](std::string id, std::string value) {
        return SheetFact{catalogue.text(Message{std::move(id)}), std::move(value)};
    };
    std::vector<SheetFact> facts{
        fact("report.pilot", called(sheet.people, sheet.process.pilot)),
        fact("report.backups", joined_people(sheet.process.backups, sheet)),
        fact("report.sheet_turn", catalogue.text(model::frequency_title(sheet.process.turn)))};
    if (sheet.version) {
        facts.push_back(fact("report.sheet_author", called(sheet.people, sheet.version->author)));
        facts.push_back(
            fact("report.sheet_approver", called(sheet.people, sheet.version->acceptance->approver)));
    }
    return facts;
}

std::string edition(const ProcessSheet& sheet, const Catalogue& catalogue) {
    if (!sheet.version) return catalogue.text(Message{"report.sheet_draft_read", {{"date", sheet.on}}});
    return catalogue.text(Message{
        "report.sheet_edition",
        {{"version", std::int64_t{sheet.version->number}}, {"date", sheet.version->acceptance->from}}});
}

}  // namespace

SheetWords sheet_words(const ProcessSheet& sheet, const Catalogue& catalogue) {
    const auto say = [&](std::string id) { return catalogue.text(Message{std::move(id)}); };
    const model::Process& process = sheet.process;
    SheetList activities = list_of("report.sheet_activities", process.activities, catalogue);
    activities.numbered = true;
    return {
        .organisation = sheet.organisation,
        .subject = catalogue.text(
            Message{"report.sheet_of_kind", {{"kind", model::process_kind_title(process.kind)}}}),
        .title = catalogue.text(process.title),
        .edition = edition(sheet, catalogue),
        .draft = sheet.version ? "" : say("report.draft_warning"),
        .watermark = sheet.version ? "" : say("report.draft_watermark"),
        .simulation = sheet.simulated ? say("report.simulation") : "",
        .facts = facts(sheet, catalogue),
        .purpose = {say("report.purpose"), catalogue.text(process.purpose)},
        .start = {say("report.starts_with"), catalogue.text(process.start_event)},
        .end = {say("report.ends_with"), catalogue.text(process.end_event)},
        .before = {neighbours("report.sheet_upstream", process.upstream, sheet, catalogue),
                   list_of("report.sheet_inputs", process.inputs, catalogue)},
        .activities = std::move(activities),
        .after = {list_of("report.sheet_outputs", process.outputs, catalogue),
                  neighbours("report.sheet_downstream", process.downstream, sheet, catalogue),
                  list_of("report.sheet_clients", process.clients, catalogue)},
        .tables = sheet_tables(sheet, catalogue),
        .lists = {list_of("report.sheet_resources", process.resources, catalogue),
                  documents(sheet, catalogue), clauses(sheet, catalogue),
                  references("report.sheet_stakes", process.stakes, sheet.stakes, catalogue),
                  references("report.sheet_parties", process.parties, sheet.parties, catalogue)},
        .origin = say(sheet.version ? "report.sheet_digest" : "report.sheet_no_digest"),
        .digest = sheet.version ? sheet.version->hash.hex() : "",
    };
}

}  // namespace cadran::report
