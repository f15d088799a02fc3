// SPDX-License-Identifier: Apache-2.0
#include "app/offer.h"

#include <algorithm>

#include "app/nearest.h"
#include "app/parameters.h"
#include "app/plugin_reference.h"

namespace cadran::app {

namespace {

using Names = std::vector<std::string>;

template <typename Value, typename Member>
Names names_of(const std::vector<Value>& values, Member Value::*member) {
    Names names;
    for (const Value& value : values) names.push_back(value.*member);
    return names;
}

bool contains(const Names& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

// What the references of one file lead to; collects what leads nowhere.
class References {
  public:
    References(const Offer& offer, const definition::Places& places) : offer_(offer), places_(places) {}

    void expect(const std::string& path, const std::string& name, const Names& known, const char* fault) {
        if (contains(known, name)) return;
        add(path, {fault, {{"name", name}}}, nearest_hint(name, known));
    }

    // Of a plugin that could be read; what a faulty one offers is not known.
    bool expect_offered(const std::string& path, const std::string& reference, const Names& known,
                        const char* fault) {
        if (contains(known, reference)) return true;
        if (contains(offer_.unread_plugins, plugin_of_reference(reference))) return false;
        add(path, {fault, {{"name", reference}}}, nearest_hint(reference, known));
        return false;
    }

    void expect_account(const std::string& path, const std::string& account) {
        const Names known = names_of(offer_.accounts, &model::Account::name);
        if (contains(known, account)) return;
        const auto nearest = nearest_hint(account, known);
        add(path, {"app.unknown_account", {{"name", account}}},
            nearest ? *nearest : Message{"app.add_the_account", {{"name", account}}});
    }

    // Without a catalogue, what is wrong is told of the workspace.
    void expect_clause(const std::string& path, const std::string& number) {
        if (const model::ClauseCatalogue* standard = offer_.standard())
            expect(path, number, names_of(standard->clauses, &model::Clause::number), "app.unknown_clause");
    }

    void add(const std::string& path, Message what, std::optional<Message> hint) {
        faults_.push_back({places_.of(path), std::move(what), std::move(hint)});
    }

    // The faults of values, at the place of what they are the values of.
    void add_at(const std::string& path, const Diagnostics& faults) {
        for (const Diagnostic& fault : faults) add(path, fault.what, fault.hint);
    }

    Diagnostics take() { return std::move(faults_); }

  private:
    const Offer& offer_;
    const definition::Places& places_;
    Diagnostics faults_;
};

class ProcessCheck {
  public:
    ProcessCheck(const Offer& offer, const definition::ProcessFile& file)
        : offer_(offer), process_(file.process), references_(offer, file.places) {}

    Diagnostics faults() {
        check_people();
        check_lists();
        for (const model::Indicator& indicator : process_.indicators) check_indicator(indicator);
        for (const model::ControlUse& use : process_.controls) check_control(use);
        check_risks();
        return references_.take();
    }

  private:
    void check_people() {
        references_.expect_account("pilot", process_.pilot);
        const auto pilot = std::ranges::find(offer_.accounts, process_.pilot, &model::Account::name);
        if (pilot != offer_.accounts.end() && !pilot->has(model::Role::pilot))
            references_.add("pilot", {"app.pilot_without_role", {{"account", process_.pilot}}},
                            Message{"app.give_the_role"});
        for (const std::string& backup : process_.backups)
            references_.expect_account("backup/" + backup, backup);
        for (const model::Objective& objective : process_.objectives)
            references_.expect_account("objective/" + objective.id + "/owner", objective.owner);
    }

    void check_lists() {
        const model::Organisation& organisation = offer_.organisation;
        for (const std::string& stake : process_.stakes)
            references_.expect("stake/" + stake, stake, names_of(organisation.stakes, &model::Stake::id),
                               "app.unknown_stake");
        for (const std::string& party : process_.parties)
            references_.expect("interested-party/" + party, party,
                               names_of(organisation.parties, &model::InterestedParty::id),
                               "app.unknown_party");
        for (const std::string& clause : process_.clauses)
            references_.expect_clause("clause/" + clause, clause);
        for (const model::RetainedDocument& document : process_.documents) {
            if (!document.document.empty())
                references_.expect("document/" + document.document, document.document,
                                   names_of(organisation.documents, &model::ReferencedDocument::id),
                                   "app.unknown_document");
        }
        check_neighbours("upstream/", process_.upstream);
        check_neighbours("downstream/", process_.downstream);
    }

    void check_neighbours(const std::string& path, const std::vector<model::Neighbour>& neighbours) {
        for (const model::Neighbour& neighbour : neighbours) {
            if (!neighbour.process.empty())
                references_.expect(path + neighbour.process, neighbour.process, offer_.processes,
                                   "app.unknown_process");
        }
    }

    Names record_types() const {
        Names references;
        for (const auto& [reference, title] : offer_.record_types) references.push_back(reference);
        return references;
    }

    void check_indicator(const model::Indicator& indicator) {
        const std::string path = "indicator/" + indicator.id + "/measure";
        if (indicator.source == model::Source::records)
            references_.expect_offered(path, indicator.measure, record_types(), "app.unknown_record_type");
        if (indicator.source == model::Source::control) check_counted(path, indicator.measure);
        if (indicator.source != model::Source::measure) return;
        const bool known = references_.expect_offered(
            path, indicator.measure, names_of(offer_.measures, &model::Measure::id), "app.unknown_measure");
        if (!known) return;
        const auto measure = std::ranges::find(offer_.measures, indicator.measure, &model::Measure::id);
        if (const auto values = parameter_values(measure->parameters, indicator.parameters); !values)
            references_.add_at(path, values.error().diagnostics);
    }

    // Decisions that are kept for a confidant are not counted for others.
    void check_counted(const std::string& path, const std::string& name) {
        const bool known = references_.expect_offered(
            path, name, names_of(offer_.controls, &model::Control::id), "app.unknown_control");
        if (known && std::ranges::find(offer_.controls, name, &model::Control::id)->visible_to)
            references_.add(path, {"app.confided_is_no_indicator", {{"control", name}}},
                            Message{"app.see_the_review"});
    }

    void check_control(const model::ControlUse& use) {
        const std::string path = "control/" + use.control;
        const bool known = references_.expect_offered(
            path, use.control, names_of(offer_.controls, &model::Control::id), "app.unknown_control");
        if (!known) return;
        const auto control = std::ranges::find(offer_.controls, use.control, &model::Control::id);
        if (const auto values = parameter_values(control->parameters, use.parameters); !values)
            references_.add_at(path, values.error().diagnostics);
    }

    void check_risks() {
        for (const model::Risk& risk : process_.risks)
            check_rating("risk/" + risk.id, risk.inherent);  // the residual rating is no greater
        for (const model::Opportunity& opportunity : process_.opportunities)
            check_rating("risk/" + opportunity.id, opportunity.rating);
    }

    void check_rating(const std::string& path, const model::Rating& rating) {
        const model::RiskScale& scale = offer_.organisation.scale;
        if (scale.holds(rating)) return;
        if (scale.levels.empty())
            references_.add(path, {"app.no_risk_scale"}, Message{"app.declare_a_scale"});
        else
            references_.add(
                path,
                {"app.off_the_scale",
                 {{"likelihood", std::int64_t{rating.likelihood}}, {"impact", std::int64_t{rating.impact}}}},
                Message{"app.scale_is",
                        {{"likelihoods", std::ssize(scale.likelihoods)},
                         {"impacts", std::ssize(scale.impacts)}}});
    }

    const Offer& offer_;
    const model::Process& process_;
    References references_;
};

// Whether that process names the other one, or all, on that side.
bool names_back(const std::vector<model::Neighbour>& neighbours, const std::string& other) {
    return std::ranges::any_of(neighbours, [&](const model::Neighbour& neighbour) {
        return neighbour.process.empty() || neighbour.process == other;
    });
}

void check_links(const definition::ProcessFile& file, const std::vector<definition::ProcessFile>& files,
                 bool downstream, Diagnostics& faults) {
    const model::Process& process = file.process;
    for (const model::Neighbour& neighbour : downstream ? process.downstream : process.upstream) {
        const auto other =
            std::ranges::find_if(files, [&](const auto& one) { return one.process.id == neighbour.process; });
        if (other == files.end()) continue;
        if (names_back(downstream ? other->process.upstream : other->process.downstream, process.id))
            continue;
        const std::string path = (downstream ? "downstream/" : "upstream/") + neighbour.process;
        faults.push_back(
            {file.places.of(path),
             {downstream ? "app.not_named_upstream" : "app.not_named_downstream",
              {{"process", process.id}, {"other", neighbour.process}}},
             Message{"app.name_it_there", {{"file", "processes/" + neighbour.process + ".xml"}}}});
    }
}

}  // namespace

void Offer::add(const script::Plugin& plugin) {
    for (const script::ControlDeclaration& declared : plugin.controls) controls.push_back(declared.control);
    for (const script::MeasureDeclaration& declared : plugin.measures) measures.push_back(declared.measure);
    for (const model::RecordType& type : plugin.records)
        record_types[plugin.id + "/" + type.name] = type.title;
}

const model::ClauseCatalogue* Offer::standard() const {
    const auto found = std::ranges::find(catalogues, organisation.standard, &model::ClauseCatalogue::id);
    return found == catalogues.end() ? nullptr : &*found;
}

Diagnostics faults_against(const Offer& offer, const definition::ProcessFile& file) {
    return ProcessCheck(offer, file).faults();
}

Diagnostics faults_against(const Offer& offer, const definition::OrganisationFile& file) {
    References references(offer, file.places);
    const model::Organisation& organisation = file.organisation;
    for (const model::Department& department : organisation.departments) {
        if (!department.manager.empty())
            references.expect_account("department/" + department.id + "/manager", department.manager);
    }
    for (const model::Member& member : organisation.members)
        references.expect_account("member/" + member.account, member.account);
    if (!organisation.standard.empty() && offer.standard() == nullptr)
        references.expect("standard", organisation.standard,
                          names_of(offer.catalogues, &model::ClauseCatalogue::id), "app.unknown_catalogue");
    for (const model::Exclusion& exclusion : organisation.exclusions)
        references.expect_clause("exclusion/" + exclusion.clause, exclusion.clause);
    return references.take();
}

Diagnostics faults_against(const Offer& offer, const definition::ClauseFile& file) {
    References references(offer, file.places);
    const model::ClauseCatalogue& catalogue = file.catalogue;
    if (catalogue.earlier.empty()) return {};
    const auto earlier = std::ranges::find(offer.catalogues, catalogue.earlier, &model::ClauseCatalogue::id);
    if (earlier == offer.catalogues.end()) {
        references.expect("earlier", catalogue.earlier,
                          names_of(offer.catalogues, &model::ClauseCatalogue::id), "app.unknown_catalogue");
        return references.take();
    }
    for (const model::ClauseMapping& mapping : catalogue.mappings) {
        if (!mapping.from.empty())
            references.expect("from/" + mapping.from, mapping.from,
                              names_of(earlier->clauses, &model::Clause::number), "app.unknown_clause");
    }
    return references.take();
}

Diagnostics one_sided_links(const std::vector<definition::ProcessFile>& files) {
    Diagnostics faults;
    for (const definition::ProcessFile& file : files) {
        check_links(file, files, true, faults);
        check_links(file, files, false, faults);
    }
    return faults;
}

}  // namespace cadran::app
