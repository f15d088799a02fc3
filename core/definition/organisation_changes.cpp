// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "definition/changes.h"

namespace cadran::definition {

namespace {

using model::Change;
using model::ChangeList;
using model::ClauseCatalogue;
using model::Organisation;

class OrganisationChanges {
  public:
    OrganisationChanges(const Organisation& before, const Organisation& after, const Catalogue& catalogue)
        : before_(before), after_(after), list_(catalogue) {}

    std::vector<Change> take() {
        compare_identity();
        compare_appearance();
        compare_context();
        compare_scale();
        compare_people();
        compare_mail();
        list_.keyed("plugin", part("definition.untrusted_plugins"), before_.untrusted_plugins,
                    after_.untrusted_plugins, &model::UntrustedPlugin::id, &model::UntrustedPlugin::id,
                    [](const auto&...) {});
        return list_.take();
    }

  private:
    std::string said(const Message& message) const { return list_.catalogue().text(message); }
    std::string said(const LocalText& text) const { return list_.catalogue().text(text); }
    std::string part(const char* id) const { return list_.catalogue().text(Message{id}); }

    // Of lists whose members are an id and a title; `more(place, before, after)` compares the rest of each.
    template <typename Value, typename More>
    void compare_titles(const char* path, const Message& what, const std::vector<Value>& before,
                        const std::vector<Value>& after, More more) {
        const std::string name = said(what);
        list_.keyed(
            path, name, before, after, &Value::id, [&](const Value& value) { return said(value.title); },
            [&](const auto& place, const auto& a, const auto& b) {
                list_.text(place, name, a.title, b.title);
                more(place, a, b);
            });
    }
    template <typename Value>
    void compare_titles(const char* path, const Message& what, const std::vector<Value>& before,
                        const std::vector<Value>& after) {
        compare_titles(path, what, before, after, [](const auto&...) {});
    }

    std::string nature(bool internal) const {
        return part(internal ? "definition.internal" : "definition.external");
    }
    std::string role(bool delegate) const {
        return part(delegate ? "definition.delegate" : "definition.supplier");
    }

    void compare_identity() {
        list_.value("name", part("definition.organisation_name"), before_.name, after_.name);
        list_.value("zone", part("definition.zone"), before_.zone, after_.zone);
        list_.value("currency", part("definition.currency"), before_.currency.code, after_.currency.code);
        list_.value("region", part("definition.region"), said(calendar::region_title(before_.region)),
                    said(calendar::region_title(after_.region)));
        list_.value("standard", part("definition.standard"), before_.standard, after_.standard);
        const auto policy = [](const Organisation& organisation) {
            return organisation.policy ? organisation.policy->text : LocalText{};
        };
        list_.text("policy", part("definition.policy"), policy(before_), policy(after_));
        if (before_.policy && after_.policy)
            list_.value("policy/since", part("definition.policy_since"),
                        list_.catalogue().date(before_.policy->since),
                        list_.catalogue().date(after_.policy->since));
        list_.text("scope", part("definition.scope"), before_.scope, after_.scope);
    }

    void compare_mail() {
        const model::MailServer none{"", 0, ""};
        const model::MailServer& a = before_.mail ? *before_.mail : none;
        const model::MailServer& b = after_.mail ? *after_.mail : none;
        const auto compare = [&](const char* path, const char* name, auto said_of) {
            list_.value(path, part(name), before_.mail ? said_of(a) : "", after_.mail ? said_of(b) : "");
        };
        compare("mail/host", "definition.mail_host", [](const auto& mail) { return mail.host; });
        compare("mail/port", "definition.mail_port",
                [](const auto& mail) { return std::to_string(mail.port); });
        compare("mail/from", "definition.mail_from", [](const auto& mail) { return mail.from; });
        compare("mail/starttls", "definition.mail_starttls",
                [&](const auto& mail) { return part(mail.starttls ? "definition.yes" : "definition.no"); });
        compare("mail/user", "definition.mail_user", [](const auto& mail) { return mail.user; });
        compare("mail/language", "definition.mail_language",
                [](const auto& mail) { return std::string(language_tag(mail.language)); });
    }

    void compare_appearance() {
        const model::Appearance& a = before_.appearance;
        const model::Appearance& b = after_.appearance;
        const auto accent = [](const model::Appearance& appearance) {
            return appearance.accent ? model::tint_text(*appearance.accent) : std::string();
        };
        list_.value("appearance/accent", part("definition.accent"), accent(a), accent(b));
        list_.value("appearance/logo", part("definition.logo"), a.logo, b.logo);
        if (a.logo == b.logo && a.logo_bytes != b.logo_bytes)
            list_.add("appearance/logo", {"definition.logo_redrawn", {{"file", b.logo}}});
        list_.text("appearance/footer", part("definition.footer"), a.footer, b.footer);
    }

    void compare_context() {
        list_.keyed("exclusion", part("definition.exclusions"), before_.exclusions, after_.exclusions,
                    &model::Exclusion::clause, &model::Exclusion::clause,
                    [&](const auto& path, const auto& a, const auto& b) {
                        list_.text(path, fmt::format("{} {}", part("definition.exclusions"), b.clause),
                                   a.reason, b.reason);
                    });
        compare_titles("issue", {"definition.issues"}, before_.issues, after_.issues,
                       [&](const auto& path, const auto& a, const auto& b) {
                           list_.value(path + "/nature",
                                       said(Message{"definition.nature_of", {{"issue", b.title}}}),
                                       nature(a.internal), nature(b.internal));
                       });
        compare_titles("stake", {"definition.stakes"}, before_.stakes, after_.stakes);
        compare_titles("interested-party", {"definition.parties"}, before_.parties, after_.parties,
                       [&](const auto& path, const auto& a, const auto& b) {
                           list_.text(path + "/expectations",
                                      said(Message{"definition.expectations_of", {{"party", b.title}}}),
                                      a.expectations, b.expectations);
                       });
    }

    void compare_scale() {
        const model::RiskScale& a = before_.scale;
        const model::RiskScale& b = after_.scale;
        list_.texts("risk-scale/likelihood", part("definition.likelihoods"), a.likelihoods, b.likelihoods);
        list_.texts("risk-scale/impact", part("definition.impacts"), a.impacts, b.impacts);
        list_.keyed(
            "risk-scale/level", part("definition.risk_levels"), a.levels, b.levels,
            [](const auto& level) { return std::string(model::severity_name(level.severity)); },
            [&](const auto& level) { return said(level.title); },
            [&](const auto& path, const auto& old, const auto& level) {
                list_.text(path, part("definition.risk_levels"), old.title, level.title);
                list_.value(path + "/from",
                            said(Message{"definition.least_score_of", {{"level", level.title}}}),
                            std::to_string(old.from_score), std::to_string(level.from_score));
            });
    }

    void compare_people() {
        compare_titles("department", {"definition.departments"}, before_.departments, after_.departments,
                       [&](const auto& path, const auto& a, const auto& b) {
                           list_.value(path + "/manager",
                                       said(Message{"definition.manager_of", {{"department", b.title}}}),
                                       a.manager, b.manager);
                       });
        list_.keyed("member", part("definition.members"), before_.members, after_.members,
                    &model::Member::account, &model::Member::account,
                    [&](const auto& path, const auto& a, const auto& b) {
                        list_.text(path, said(Message{"definition.function_of", {{"account", b.account}}}),
                                   a.function, b.function);
                        list_.value(path + "/department",
                                    said(Message{"definition.department_of", {{"account", b.account}}}),
                                    a.department, b.department);
                    });
        list_.keyed("provider", part("definition.providers"), before_.providers, after_.providers,
                    &model::Provider::id, &model::Provider::name,
                    [&](const auto& path, const auto& a, const auto& b) {
                        list_.value(path, part("definition.providers"), a.name, b.name);
                        list_.value(path + "/role",
                                    said(Message{"definition.role_of", {{"provider", b.name}}}),
                                    role(a.delegate), role(b.delegate));
                        list_.text(path + "/provides", b.name, a.provides, b.provides);
                    });
        compare_titles("document", {"definition.documents"}, before_.documents, after_.documents,
                       [&](const auto& path, const auto& a, const auto& b) {
                           list_.value(path + "/location",
                                       said(Message{"definition.location_of", {{"document", b.title}}}),
                                       a.location, b.location);
                       });
    }

    const Organisation& before_;
    const Organisation& after_;
    ChangeList list_;
};

}  // namespace

std::vector<Change> changes(const Organisation& before, const Organisation& after,
                            const Catalogue& catalogue) {
    return OrganisationChanges(before, after, catalogue).take();
}

std::vector<Change> changes(const ClauseCatalogue& before, const ClauseCatalogue& after,
                            const Catalogue& catalogue) {
    ChangeList list(catalogue);
    const auto part = [&](const char* id) { return catalogue.text(Message{id}); };
    const std::string path = "catalogues/" + after.id;
    list.text(path + "/title", part("definition.title"), before.title, after.title);
    list.text(path + "/status", part("definition.status"), before.status, after.status);
    const auto name = [&](const model::Clause& clause) {
        return fmt::format("{} {}", clause.number, catalogue.text(clause.title));
    };
    list.keyed(path + "/clause", part("definition.clauses"), before.clauses, after.clauses,
               &model::Clause::number, name, [&](const auto& place, const auto& a, const auto& b) {
                   list.text(place, b.number, a.title, b.title);
               });
    list.value(path + "/mapping", part("definition.mapping_from"), before.earlier, after.earlier);
    // A mapping is known by the clause that it leads to, or by the one that was removed.
    const auto mapped = [](const model::ClauseMapping& mapping) {
        return mapping.clause.empty() ? mapping.from : mapping.clause;
    };
    list.keyed(path + "/mapping", part("definition.mappings"), before.mappings, after.mappings, mapped,
               mapped, [&](const auto& place, const auto& a, const auto& b) {
                   const auto of = [&](const char* id) {
                       return catalogue.text(
                           Message{"definition.mapping_of", {{"part", part(id)}, {"clause", mapped(b)}}});
                   };
                   list.value(place + "/from", of("definition.earlier_clause"), a.from, b.from);
                   list.value(place + "/change", of("definition.clause_change"),
                              catalogue.text(model::clause_change_title(a.change)),
                              catalogue.text(model::clause_change_title(b.change)));
                   list.text(place + "/note", of("definition.mapping_note"), a.note, b.note);
               });
    return list.take();
}

}  // namespace cadran::definition
