// SPDX-License-Identifier: Apache-2.0
#include "model/checklist.h"

#include <algorithm>

#include "base/named.h"

namespace cadran::model {

namespace {

constexpr Named<AuditSubject> subjects[] = {
    {AuditSubject::delegate, "delegate", "délégataire", "delegate"},
    {AuditSubject::process, "process", "processus", "process"},
    {AuditSubject::provider, "provider", "prestataire", "provider"},
    {AuditSubject::organisation, "organisation", "organisme audité", "audited organisation"},
};

constexpr Named<Conformity> conformities[] = {
    {Conformity::conforming, "conforming", "conforme", "conforming"},
    {Conformity::nonconforming, "nonconforming", "non conforme", "nonconforming"},
    {Conformity::not_applicable, "not_applicable", "sans objet", "not applicable"},
    {Conformity::not_checked, "not_checked", "non vérifié", "not checked"},
};

template <typename Part>
const Part* find_part(const std::vector<Part>& parts, std::string_view id) {
    const auto found = std::ranges::find(parts, id, &Part::id);
    return found == parts.end() ? nullptr : &*found;
}

}  // namespace

std::string_view audit_subject_name(AuditSubject subject) {
    return named(subjects, subject).name;
}
std::optional<AuditSubject> parse_audit_subject(std::string_view name) {
    return parse_named(subjects, name);
}
LocalText audit_subject_title(AuditSubject subject) {
    return title_of(subjects, subject);
}

std::string_view conformity_name(Conformity conformity) {
    return named(conformities, conformity).name;
}
std::optional<Conformity> parse_conformity(std::string_view name) {
    return parse_named(conformities, name);
}
LocalText conformity_title(Conformity conformity) {
    return title_of(conformities, conformity);
}

const ChecklistItem* Checklist::find(std::string_view item) const {
    return find_part(items, item);
}

const ChecklistDomain* Checklist::find_domain(std::string_view domain) const {
    return find_part(domains, domain);
}

const ChecklistSample* Checklist::find_sample(std::string_view sample) const {
    return find_part(samples, sample);
}

}  // namespace cadran::model
