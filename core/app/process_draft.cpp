// SPDX-License-Identifier: Apache-2.0
#include "app/process_draft.h"

#include <algorithm>

#include "app/check.h"
#include "app/process.h"
#include "app/rights.h"
#include "base/file.h"
#include "base/text.h"
#include "definition/changes.h"
#include "definition/process_cells.h"
#include "definition/process_content.h"
#include "definition/process_edit.h"
#include "definition/process_file.h"
#include "definition/process_text.h"

namespace cadran::app {

namespace {

using definition::TableContent;
using definition::TableField;
using definition::TableItem;
using definition::TableSection;
using definition::TableValue;
using model::DefinitionKind;

constexpr std::string_view id_field = "id";

// What the file on disk says now.
struct EditedSheet {
    std::string path;
    std::string bytes;
    Result<format::XmlElement> root;

    Digest revision() const { return sha256(bytes); }
};

Result<EditedSheet> open_sheet(const Workspace& workspace, const std::string& name) {
    auto files = draft_files(workspace, DefinitionKind::process, name);
    if (!files) return tl::unexpected(files.error());
    const std::string path = draft_path(DefinitionKind::process, name, "");
    std::string bytes = std::move(files->begin()->second);
    auto root = definition::process_elements(bytes, path);
    return EditedSheet{path, std::move(bytes), std::move(root)};
}

// Whose process it is follows from the sheet in force; only a new one is judged by its draft.
Done authorise_editing(Session& session, const std::string& name, const EditedSheet& sheet) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto in_force = process_in_force(session.workspace, name, *now);
    if (in_force) return authorise(session, UseCase::draft_process, in_force->value);
    if (!sheet.root) return authorise(session, UseCase::draft_process);
    return authorise(session, UseCase::draft_process, definition::people_of(*sheet.root));
}

void name_fields(TableContent& content) {
    for (auto& [section, rows] : content) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            rows[row].place = {section};
            for (auto& [name, values] : rows[row].values) {
                const TableField& field = definition::process_section(section).field(name);
                for (std::size_t i = 0; i < values.size(); ++i) {
                    const std::string place = field_name(section, row, field, i);
                    values[i].place = {place};
                    values[i].english_place = {place + ".en"};
                }
            }
        }
    }
}

TableContent named_content(const format::XmlElement& root) {
    TableContent content = definition::process_content(definition::stated_process(root));
    name_fields(content);
    return content;
}

// White space as files have it; dates, numbers and choices as files write them where they are any.
void normalise(const TableField& field, TableValue& value) {
    const auto collapse = [](std::string& text) {
        std::string collapsed;
        for (const char c : text) {
            const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
            if (!blank)
                collapsed += c;
            else if (!collapsed.empty() && collapsed.back() != ' ')
                collapsed += ' ';
        }
        text = std::string(trimmed(collapsed));
    };
    collapse(value.text.fr);
    collapse(value.text.en);
    if (field.form == TableField::Form::text || value.text.fr.empty()) return;
    if (auto meant = definition::file_value(field, value.text.fr)) value.text.fr = std::move(*meant);
}

// Every field of a row has a value, if only an empty one, so that what is missing has its place.
void complete_row(const TableSection& section, std::size_t number, TableItem& row) {
    row.place = {section.name};
    for (const TableField& field : section.fields) {
        auto& values = row.values[field.name];
        if (values.empty()) {
            const std::string place = field_name(section.name, number, field, 0);
            values.push_back({{}, {place}, {place + ".en"}});
        }
        for (TableValue& value : values) normalise(field, value);
    }
}

bool says_anything(const TableItem& row) {
    return std::ranges::any_of(row.values, [](const auto& one) {
        return std::ranges::any_of(one.second,
                                   [](const TableValue& value) { return value.text != LocalText{}; });
    });
}

bool has_same_rows(const TableContent& one, const TableContent& other, const std::string& section) {
    const auto texts = [&](const TableContent& content) {
        std::vector<std::map<std::string, std::vector<LocalText>>> rows;
        const auto found = content.find(section);
        if (found == content.end()) return rows;
        for (const TableItem& item : found->second) {
            auto& row = rows.emplace_back();
            for (const auto& [name, values] : item.values) {
                for (const TableValue& value : values) row[name].push_back(value.text);
            }
        }
        return rows;
    };
    return texts(one) == texts(other);
}

tl::unexpected<Failure> changed_meanwhile(const std::string& name) {
    return conflict({"app.draft_changed", {{"name", name}}}, Message{"app.look_at_their_changes"});
}

// What the draft was when somebody saw it, if it passed through here or was handed in.
Result<std::string> seen_before(const Session& session, const Digest& revision) {
    return session.workspace.archive().read(revision);
}

// Nobody else writes in between; both contents are kept, so that it can be told what somebody did.
template <typename Edit>
Done edit_file(Session& session, const std::string& name, Edit edit) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    const auto sheet = open_sheet(session.workspace, name);
    if (!sheet) return tl::unexpected(sheet.error());
    if (const Done may = authorise_editing(session, name, *sheet); !may) return may;
    const Result<std::string> text = edit(*sheet);
    if (!text) return tl::unexpected(text.error());
    if (*text == sheet->bytes) return {};
    session.workspace.archive().store(sheet->bytes);
    const Digest after = session.workspace.archive().store(*text);
    work.journal("process.edit", fmt::format("draft/{}/{}", name, after.hex()), {}, {});
    write_durably(session.workspace.folder() / sheet->path, *text);
    work.commit();
    return {};
}

template <typename Value, typename Id, typename Title>
definition::Choices choices_of(const std::vector<Value>& values, Id id, Title title) {
    definition::Choices choices;
    for (const Value& value : values) choices.push_back({std::invoke(id, value), std::invoke(title, value)});
    return choices;
}

bool steers(const model::Account& account) {
    return !account.suspended_at && std::ranges::any_of(account.roles, [](model::Role role) {
        return role == model::Role::pilot || role == model::Role::backup;
    });
}

// What the fields of a sheet may name, as far as it is known.
void add_names(ProcessDraft& draft, const Offer& offer, const format::XmlElement& root) {
    const auto titled = [](const auto& values) {
        using Value = typename std::decay_t<decltype(values)>::value_type;
        return choices_of(values, &Value::id, &Value::title);
    };
    definition::Choices people;
    for (const model::Account& account : offer.accounts) {
        if (steers(account)) people.push_back({account.name, {account.person, account.person}});
    }
    auto& names = draft.names;
    names["sheet.pilot"] = names["sheet.backup"] = names["objectives.owner"] = people;
    names["sheet.stake"] = titled(offer.organisation.stakes);
    names["sheet.party"] = titled(offer.organisation.parties);
    if (const model::ClauseCatalogue* standard = offer.standard())
        names["sheet.clause"] = choices_of(standard->clauses, &model::Clause::number, &model::Clause::title);
    names["objectives.indicator"] = titled(definition::stated_process(root).indicators);
    names["controls.use"] = titled(offer.controls);
    names["indicators.measure"] = titled(offer.measures);
    for (const auto& [id, title] : offer.record_types) names["indicators.measure"].push_back({id, title});
    for (const model::Control& control : offer.controls)
        names["indicators.measure"].push_back({control.id, control.title});
    names["exchanges.process"] = {{"all", definition::both_texts({"app.every_process"})}};
    std::vector<std::string> processes = offer.processes;
    std::ranges::sort(processes);
    processes.erase(std::unique(processes.begin(), processes.end()), processes.end());
    for (const std::string& process : processes) {
        if (process != draft.name) names["exchanges.process"].push_back({process, {process, process}});
    }
    names["documents.document"] = titled(offer.organisation.documents);
}

Result<std::vector<model::Change>> meant_changes(Session& session, const model::Process& before,
                                                 const model::Process& after) {
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    return definition::changes(before, after, (*organisation)->scale, session.catalogue);
}

Done describe(Session& session, ProcessDraft& draft, const format::XmlElement& root) {
    const model::Process stated = definition::stated_process(root);
    draft.content = named_content(root);
    draft.title = stated.title;
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto offer = offer_on(session.workspace, *now);
    if (!offer) return tl::unexpected(offer.error());
    add_names(draft, *offer, root);
    const auto in_force = process_in_force(session.workspace, draft.name, *now);
    if (!in_force) return {};
    auto changes = meant_changes(session, in_force->value, stated);
    if (!changes) return tl::unexpected(changes.error());
    draft.changes = std::move(*changes);
    return {};
}

}  // namespace

std::string field_name(std::string_view section, std::size_t row, const TableField& field,
                       std::size_t index) {
    std::string name = fmt::format("{}.{}.{}", section, row, field.name);
    return field.repeated ? fmt::format("{}.{}", name, index) : name;
}

Result<ProcessDraft> show_draft(Session& session, const std::string& name) {
    const auto standings = list_definitions(session, DefinitionKind::process);
    if (!standings) return tl::unexpected(standings.error());
    auto sheet = open_sheet(session.workspace, name);
    if (!sheet) return tl::unexpected(sheet.error());
    const auto checked = check_drafts(session);
    if (!checked) return tl::unexpected(checked.error());
    ProcessDraft draft{.name = name, .bytes = sheet->bytes, .revision = sheet->revision()};
    draft.may_edit = authorise_editing(session, name, *sheet).has_value();
    draft.title = {name, name};
    const auto standing = std::ranges::find(*standings, name, &Standing::name);
    if (standing != standings->end()) draft.standing = *standing;
    std::ranges::copy_if(checked->faults, std::back_inserter(draft.faults),
                         [&](const Diagnostic& fault) { return fault.place.file == sheet->path; });
    if (!sheet->root) return draft;
    if (const Done described = describe(session, draft, *sheet->root); !described)
        return tl::unexpected(described.error());
    return draft;
}

Done change_section(Session& session, ChangeSection command) {
    return edit_file(session, command.name, [&](const EditedSheet& sheet) -> Result<std::string> {
        if (!sheet.root) return tl::unexpected(sheet.root.error());
        TableContent content = named_content(*sheet.root);
        if (command.revision != sheet.revision()) {
            const auto seen = seen_before(session, command.revision);
            const auto then = seen ? definition::process_elements(*seen, sheet.path)
                                   : Result<format::XmlElement>(tl::unexpected(seen.error()));
            if (!then || !has_same_rows(named_content(*then), content, command.section))
                return changed_meanwhile(command.name);
        }
        const TableSection& section = definition::process_section(command.section);
        const bool is_head = command.section == definition::process_sections().front().name;
        if (is_head && !command.rows.empty())
            command.rows.front().values.insert_or_assign(std::string(id_field),
                                                         content[command.section].front().values["id"]);
        std::vector<TableItem> rows;
        for (std::size_t i = 0; i < command.rows.size(); ++i) {
            if (!says_anything(command.rows[i])) continue;
            complete_row(section, i, command.rows[i]);
            rows.push_back(command.rows[i]);
        }
        content[command.section] = std::move(rows);
        return definition::with_content(sheet.bytes, sheet.path, content);
    });
}

Done replace_draft(Session& session, const std::string& name, const Digest& revision,
                   const std::string& text) {
    return edit_file(session, name, [&](const EditedSheet& sheet) -> Result<std::string> {
        const auto root = definition::process_elements(text, sheet.path);
        if (!root) return tl::unexpected(root.error());
        const format::XmlAttribute& id = root->attribute("id");
        if (id.value != name)
            return invalid({Diagnostic{id.place,
                                       {"app.other_id", {{"id", id.value}, {"file", name + ".xml"}}},
                                       Message{"app.file_named_after_id"}}});
        if (revision != sheet.revision()) return changed_meanwhile(name);
        return text;
    });
}

Result<model::DefinitionVersion> hand_in_draft(Session& session, const std::string& name,
                                               const Digest& revision) {
    const auto sheet = open_sheet(session.workspace, name);
    if (!sheet) return tl::unexpected(sheet.error());
    if (const Done may = authorise_editing(session, name, *sheet); !may) return tl::unexpected(may.error());
    if (sheet->revision() != revision) return changed_meanwhile(name);
    return draft_process(session, name);
}

std::optional<std::vector<model::Change>> changes_since(Session& session, const std::string& name,
                                                        const Digest& revision) {
    if (!authorise(session, UseCase::read_definitions)) return {};
    const auto sheet = open_sheet(session.workspace, name);
    const auto seen = seen_before(session, revision);
    if (!sheet || !sheet->root || !seen) return {};
    const auto then = definition::process_elements(*seen, sheet->path);
    if (!then) return {};
    auto changes =
        meant_changes(session, definition::stated_process(*then), definition::stated_process(*sheet->root));
    if (!changes) return {};
    return std::move(*changes);
}

}  // namespace cadran::app
