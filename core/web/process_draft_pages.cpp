// SPDX-License-Identifier: Apache-2.0
#include "web/process_draft_pages.h"

#include <algorithm>
#include <array>

#include "app/process_draft.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/page_words.h"
#include "web/process_draft_form.h"

namespace cadran::web {

namespace {

using definition::TableItem;
using definition::TableSection;

constexpr std::string_view file_section = "file";

constexpr std::array draft_labels{"web.processes",
                                  "web.french_text",
                                  "web.english_text",
                                  "web.optional",
                                  "web.save_draft",
                                  "web.rank",
                                  "web.remove_row",
                                  "web.draft_changes",
                                  "web.no_draft_change",
                                  "web.to_mend",
                                  "web.to_mend_words",
                                  "web.hand_in",
                                  "web.hand_in_words",
                                  "web.versions",
                                  "web.sections",
                                  "web.file_itself",
                                  "web.file_hint",
                                  "web.their_changes",
                                  "web.their_changes_words",
                                  "web.unknown_changes",
                                  "web.waits_for_acceptance",
                                  "web.draft_to_read",
                                  "web.broken_draft"};

// What was sent and could not be kept.
struct Failed {
    const Failure& failure;
    std::vector<TableItem> rows;
    std::string text;
};

// What the page shows: the section, none of the file itself.
const TableSection* section_named(const std::string& name) {
    const auto& sections = definition::process_sections();
    const auto found = std::ranges::find(sections, name, &TableSection::name);
    return found == sections.end() ? nullptr : &*found;
}

std::string draft_place(const std::string& process) {
    return "/processes/" + percent_encoded(process) + "/draft";
}

Json::Array section_tabs(const app::ProcessDraft& draft, const TableSection* current,
                         const Catalogue& catalogue) {
    Json::Array all;
    const auto add = [&](std::string_view name, const std::string& title, bool here) {
        all.push_back(Json::Object{{"current", here},
                                   {"place", fmt::format("{}?section={}", draft_place(draft.name), name)},
                                   {"title", title}});
    };
    for (const TableSection& section : definition::process_sections()) {
        if (draft.content) add(section.name, catalogue.text(section.title), &section == current);
    }
    add(file_section, catalogue.text(Message{"web.file_itself"}), current == nullptr);
    return all;
}

Json::Array change_lines(const std::vector<model::Change>& changes) {
    Json::Array lines;
    for (const model::Change& change : changes) lines.push_back(change.text);
    return lines;
}

// With the line of the file, for who looks there.
Json::Array placed_faults(const Diagnostics& faults, const Catalogue& catalogue) {
    Json::Array lines;
    for (const Diagnostic& fault : faults) {
        const Message line{"web.line", {{"line", std::int64_t{fault.place.line}}}};
        lines.push_back(
            Json::Object{{"hint", fault.hint ? Json(catalogue.text(on_page(*fault.hint))) : Json(false)},
                         {"place", false},
                         {"what", catalogue.text(fault.what)},
                         {"where", fault.place.line > 0 ? Json(catalogue.text(line)) : Json(false)}});
    }
    return lines;
}

// Where somebody else was quicker: what they did.
Json conflict_view(const Failed* failed, const app::ProcessDraft& draft, const Request& request,
                   app::Session& session) {
    if (failed == nullptr || failed->failure.kind != Failure::Kind::conflict) return Json(false);
    const auto seen = Digest::from_hex(request.form.get("revision"));
    const auto changes = seen ? app::changes_since(session, draft.name, *seen) : std::nullopt;
    return Json::Object{{"changes", changes ? change_lines(*changes) : Json::Array()},
                        {"known", changes && !changes->empty()}};
}

void add_standing(Json::Object& view, const app::ProcessDraft& draft, const Catalogue& catalogue) {
    const auto& waiting = draft.standing.handed_in;
    view["waiting"] = false;
    if (waiting) {
        const Message words{"web.version_by",
                            {{"version", std::int64_t{waiting->number}}, {"author", waiting->author}}};
        view["waiting"] = Json::Object{
            {"place", fmt::format("/processes/{}/versions/{}", percent_encoded(draft.name), waiting->number)},
            {"words", catalogue.text(words)}};
    }
    view["edition"] =
        draft.standing.in_force
            ? catalogue.text(Message{"web.version_in_force",
                                     {{"version", std::int64_t{draft.standing.in_force->number}},
                                      {"from", draft.standing.in_force->acceptance->from}}})
            : catalogue.text(Message{"web.no_version_in_force"});
}

Response shown_draft(const app::ProcessDraft& draft, const std::string& wanted, const Failed* failed,
                     const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto& first = definition::process_sections().front();
    const TableSection* section = !draft.content || wanted == file_section
                                      ? nullptr
                                      : section_named(wanted.empty() ? first.name : wanted);
    const Diagnostics none;
    const Diagnostics& faults = failed == nullptr ? none : failed->failure.diagnostics;
    std::vector<TableItem> rows;
    if (section != nullptr && failed != nullptr)
        rows = failed->rows;
    else if (section != nullptr && draft.content->contains(section->name))
        rows = draft.content->at(section->name);
    Json::Object view;
    add_standing(view, draft, catalogue);
    const std::string title =
        catalogue.text(Message{"web.draft_of", {{"title", catalogue.text(draft.title)}}});
    const bool is_own_file = section == nullptr;
    view["changes"] = change_lines(draft.changes);
    view["conflict"] = conflict_view(failed, draft, request, session);
    view["faults"] =
        is_own_file ? placed_faults(faults, catalogue) : field_faults(faults, *section, rows, catalogue);
    view["failed"] = !faults.empty();
    view["file"] = is_own_file ? Json(failed == nullptr ? draft.bytes : failed->text) : Json(false);
    view["form"] =
        section == nullptr ? Json(false) : Json(section_view(*section, rows, draft, faults, catalogue));
    view["form_token"] = request.form_token;
    view["has_changes"] = !draft.changes.empty();
    view["is_broken"] = !draft.content;
    view["label"] = report::labels(draft_labels, catalogue);
    view["may_edit"] = draft.may_edit;
    view["may_hand_in"] = draft.may_edit && draft.standing.edited && draft.content.has_value();
    view["place"] = draft_place(draft.name);
    view["process_place"] = "/processes/" + percent_encoded(draft.name);
    view["process_title"] = catalogue.text(draft.title);
    view["revision"] = draft.revision.hex();
    view["tabs"] = section_tabs(draft, section, catalogue);
    view["title"] = title;
    view["to_mend"] = placed_faults(draft.faults, catalogue);
    view["has_to_mend"] = !draft.faults.empty();
    return framed({.title = title,
                   .place = "/processes",
                   .body = filled_template("process_draft", view),
                   .status = failed == nullptr ? 200 : status_of(failed->failure)},
                  request, session);
}

// Line ends as the file has them: forms send each as two characters.
std::string sheet_typed(const Request& request, const std::string& before) {
    const std::string typed = request.form.get("text");
    if (before.find("\r\n") != std::string::npos) return typed;
    std::string text;
    for (const char c : typed) {
        if (c != '\r') text += c;
    }
    return text;
}

Result<Response> shown_again(const std::string& process, const Failed& failed, const Request& request,
                             app::Session& session) {
    const auto draft = app::show_draft(session, process);
    if (!draft || !draft->may_edit) return tl::unexpected(failed.failure);
    return shown_draft(*draft, request.form.get("section"), &failed, request, session);
}

}  // namespace

Result<Response> process_draft_page(const Request& request, app::Session& session) {
    const auto draft = app::show_draft(session, request.parameter("process"));
    if (!draft) return tl::unexpected(draft.error());
    return shown_draft(*draft, request.query.get("section"), nullptr, request, session);
}

Result<Response> edit_process_form(const Request& request, app::Session& session) {
    const std::string& process = request.parameter("process");
    const std::string name = request.form.get("section");
    const TableSection* section = section_named(name);
    const Digest revision = Digest::from_hex(request.form.get("revision")).value_or(Digest{});
    const auto before = app::show_draft(session, process);
    if (!before) return tl::unexpected(before.error());
    std::vector<TableItem> rows;
    std::string text;
    Done done;
    if (section != nullptr) {
        rows = typed_rows(*section, request);
        done = app::change_section(session, {process, revision, name, rows});
    } else {
        text = sheet_typed(request, before->bytes);
        done = app::replace_draft(session, process, revision, text);
    }
    if (!done)
        return shown_again(process, {done.error(), std::move(rows), std::move(text)}, request, session);
    return see_other(fmt::format("{}?section={}&done=draft", draft_place(process),
                                 section != nullptr ? name : std::string(file_section)));
}

Result<Response> hand_in_process_form(const Request& request, app::Session& session) {
    const std::string& process = request.parameter("process");
    const Digest revision = Digest::from_hex(request.form.get("revision")).value_or(Digest{});
    const auto version = app::hand_in_draft(session, process, revision);
    if (version)
        return see_other(fmt::format("/processes/{}/versions/{}?done=handed_in", percent_encoded(process),
                                     version->number));
    const auto draft = app::show_draft(session, process);
    if (!draft || !draft->may_edit) return tl::unexpected(version.error());
    const std::string first = definition::process_sections().front().name;
    const Failed failed{version.error(),
                        draft->content ? draft->content->at(first) : std::vector<TableItem>(), draft->bytes};
    return shown_draft(*draft, first, &failed, request, session);
}

}  // namespace cadran::web
