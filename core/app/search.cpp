// SPDX-License-Identifier: Apache-2.0
#include "app/search.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "app/account.h"
#include "app/action.h"
#include "app/audit.h"
#include "app/definitions.h"
#include "app/nonconformity.h"
#include "app/people.h"
#include "app/rights.h"
#include "app/sheet.h"
#include "app/sight.h"
#include "base/text.h"
#include "store/finding_repository.h"

namespace cadran::app {

namespace {

constexpr std::size_t shortest_word = 2;

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) {
        text += part;
        text += ' ';
    }
    return text;
}

std::string both(const LocalText& text) {
    return text.fr + " " + text.en;
}

class Search {
  public:
    Search(Session& session, const std::string& words)
        : session_(session), typed_(trimmed(words)), whole_(folded(words)) {
        for (const std::string_view word : split(whole_, ' ')) {
            if (!word.empty()) words_.emplace_back(word);
        }
    }

    bool says_something() const {
        return std::ranges::any_of(words_,
                                   [](const std::string& word) { return word.size() >= shortest_word; });
    }

    std::vector<SearchGroup> run() {
        definitions();
        findings();
        actions();
        nonconformities();
        audits();
        accounts();
        std::vector<SearchGroup> groups;
        for (const SearchKind kind : all_search_kinds) {
            std::vector<Found>& found = found_[static_cast<std::size_t>(kind)];
            if (found.empty()) continue;
            std::ranges::stable_sort(found, std::ranges::greater(), &Found::exact);
            SearchGroup group{kind, {}, 0};
            for (Found& one : found) {
                if (group.hits.size() == hits_shown)
                    ++group.left_out;
                else
                    group.hits.push_back(std::move(one.hit));
            }
            groups.push_back(std::move(group));
        }
        return groups;
    }

  private:
    struct Found {
        bool exact;
        SearchHit hit;
    };

    bool may(UseCase use_case) const { return scope_of(session_.actor, use_case) == Scope::all; }

    void add(SearchKind kind, SearchHit hit, bool exact) {
        found_[static_cast<std::size_t>(kind)].push_back({exact, std::move(hit)});
    }

    // `text` is what it may be found by.
    void consider(SearchKind kind, const std::string& text, SearchHit hit) {
        const std::string known = folded(text);
        const bool has_all = std::ranges::all_of(
            words_, [&](const std::string& word) { return known.find(word) != std::string::npos; });
        if (!has_all) return;
        const bool exact = folded(hit.id) == whole_ || folded(hit.title) == whole_;
        add(kind, std::move(hit), exact);
    }

    const std::string& say(const LocalText& text) const { return session_.catalogue.text(text); }

    void definitions() {
        const auto map = show_map(session_, {});
        if (!map) return;
        for (const model::Process& process : map->processes) {
            const std::string& title = say(process.title);
            consider(SearchKind::process, joined({process.id, both(process.title), both(process.purpose)}),
                     {process.id, process.id, title});
            if (may(UseCase::show_indicators)) {
                for (const model::Indicator& one : process.indicators)
                    consider(SearchKind::indicator, joined({one.id, both(one.title)}),
                             {one.id, process.id, say(one.title), title});
            }
            for (const model::Risk& risk : process.risks)
                consider(SearchKind::risk, joined({risk.id, both(risk.title), both(risk.response)}),
                         {risk.id, process.id, say(risk.title), title});
            controls(process);
        }
    }

    void controls(const model::Process& process) {
        const auto sheet = show_sheet(session_, process.id, {});
        if (!sheet) return;
        for (const model::ControlUse& use : process.controls) {
            const auto title = sheet->controls.find(use.control);
            const LocalText called =
                title == sheet->controls.end() ? LocalText{use.control, use.control} : title->second;
            consider(SearchKind::control, joined({use.control, both(called)}),
                     {use.control, process.id, say(called), say(process.title)});
        }
    }

    // As the keys of records and findings are written: as typed, or in capitals.
    void findings() {
        const auto sight = sight_for(session_, UseCase::show_findings);
        if (!sight) return;
        store::FindingRepository repository(session_.workspace.database(), *sight);
        std::set<std::string> ids{typed_};
        for (const std::string& key : {typed_, in_capitals(typed_)}) {
            for (std::string& id : repository.find_by_key(key)) ids.insert(std::move(id));
        }
        std::vector<model::Finding> read;
        for (const std::string& id : ids) {
            auto finding = repository.find(id);
            if (!finding) continue;
            add(SearchKind::finding, hit_of(*finding), true);
            read.push_back(std::move(*finding));
        }
        journal_reading(session_, read);
    }

    static std::string in_capitals(std::string text) {
        for (char& c : text) {
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        }
        return text;
    }

    SearchHit hit_of(const model::Finding& finding) const {
        return {finding.id,
                {},
                finding.subjects.front().key,
                fmt::format("{} · {} · {}", finding.control.id, session_.catalogue.date(finding.event_date),
                            say(model::finding_state_title(finding.state)))};
    }

    void actions() {
        const bool all = may(UseCase::show_actions);
        const auto listed = list_actions(session_, {.owner = all ? "" : session_.actor.name});
        if (!listed) return;
        const PersonNames names = person_names(session_);
        for (const ListedAction& one : *listed) {
            const model::Action& action = one.action;
            const std::string& owner = person_called(names, action.owner);
            std::string text = joined({model::action_name(action), action.text, owner, action.owner});
            for (const std::string& cause : action.causes) text += cause + " ";
            consider(SearchKind::action, text,
                     {fmt::format("{}", action.number), action.process,
                      model::action_name(action) + " " + action.text,
                      owner.empty() ? say(model::action_state_title(action.state))
                                    : owner + " · " + say(model::action_state_title(action.state))});
        }
    }

    void nonconformities() {
        const auto listed = list_nonconformities(session_, "");
        if (!listed) return;
        for (const model::Nonconformity& one : *listed)
            consider(SearchKind::nonconformity,
                     joined({fmt::format("NC-{}", one.number), one.title, one.requirement, one.extent}),
                     {fmt::format("{}", one.number), one.process, one.title, one.requirement});
    }

    void audits() {
        const auto listed = list_audits(session_, {});
        if (!listed) return;
        for (const ListedAudit& one : *listed)
            consider(SearchKind::audit,
                     joined({both(one.auditee), one.audit.auditee, one.audit.scope, one.audit.auditor,
                             one.audit.references}),
                     {fmt::format("{}", one.audit.number),
                      {},
                      say(one.auditee),
                      session_.catalogue.date(one.audit.from) + " · " +
                          say(model::audit_state_title(one.audit.state))});
    }

    void accounts() {
        const auto listed = list_accounts(session_);
        if (!listed) return;
        for (const model::Account& account : *listed) {
            std::string text = joined({account.name, account.person});
            for (const std::string& code : account.handler_codes) text += code + " ";
            consider(SearchKind::account, text, {account.name, {}, account.person, account.name});
        }
    }

    Session& session_;
    const std::string typed_;
    const std::string whole_;
    std::vector<std::string> words_;
    std::array<std::vector<Found>, all_search_kinds.size()> found_;
};

}  // namespace

Result<std::vector<SearchGroup>> search(Session& session, const std::string& words) {
    if (words.size() > longest_search) return invalid(Message{"app.search_too_long"});
    Search asked(session, words);
    if (!asked.says_something())
        return invalid(Message{"app.search_too_short"}, Message{"app.search_two_letters"});
    return asked.run();
}

}  // namespace cadran::app
