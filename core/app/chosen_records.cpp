// SPDX-License-Identifier: Apache-2.0
#include "app/chosen_records.h"

#include <algorithm>
#include <set>

#include <fmt/ranges.h>

#include "app/definitions.h"
#include "app/nearest.h"
#include "app/record_file.h"
#include "app/records.h"
#include "app/rights.h"
#include "app/sight.h"
#include "expression/batch_evaluator.h"
#include "expression/query.h"
#include "store/import_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using Plugins = std::vector<InForce<PluginContent>>;

// The type, and the roles for whom everything is kept that controls find in it; none where some control's
// findings are for everybody, or no control reads it.
struct AnalysedType {
    const InForce<PluginContent>* plugin = nullptr;
    const model::RecordType* type = nullptr;
    std::set<model::Role> kept_for = {};
};

bool reads_records(const script::ControlDeclaration& control, const std::string& type) {
    const expression::Query& query = control.query;
    return query.from() == type ||
           std::ranges::find(query.joins(), type, &expression::Join::type) != query.joins().end() ||
           std::ranges::find(query.semi_joins(), type, &expression::SemiJoin::type) !=
               query.semi_joins().end();
}

std::set<model::Role> confidants_of(const Plugins& plugins, const std::string& type) {
    std::set<model::Role> kept_for;
    for (const auto& plugin : plugins) {
        for (const script::ControlDeclaration& declared : plugin.value.plugin.controls) {
            if (!reads_records(declared, type)) continue;
            if (!declared.control.visible_to) return {};
            kept_for.insert(*declared.control.visible_to);
        }
    }
    return kept_for;
}

Result<AnalysedType> analysed_type(const Plugins& plugins, const std::string& name) {
    std::vector<std::string> known;
    for (const auto& plugin : plugins) {
        if (const model::RecordType* type = plugin.value.plugin.find_record(name))
            return AnalysedType{&plugin, type, confidants_of(plugins, name)};
        for (const model::RecordType& type : plugin.value.plugin.records) known.push_back(type.name);
    }
    return not_found({"app.no_record_type", {{"type", name}}}, nearest_hint(name, known));
}

Done expect_reader(const Session& session, const AnalysedType& analysed) {
    const auto reads = [&](model::Role role) {
        const Scope scope = scope_of(role, UseCase::analyse_records);
        return analysed.kept_for.empty() ? scope == Scope::all
                                         : scope == Scope::confided && analysed.kept_for.contains(role);
    };
    if (std::ranges::any_of(session.actor.roles, reads)) return {};
    if (analysed.kept_for.empty()) return authorise(session, UseCase::analyse_records);
    return refused(
        {"app.records_are_confided",
         {{"type", analysed.type->title}, {"role", model::role_title(*analysed.kept_for.begin())}}});
}

// What a confidant reads is said, as of findings.
void journal_reading_of(Session& session, const RecordChoice& choice) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name,
                           session.channel + " " + blinding(session));
    for (const model::Import& import : store::ImportRepository(work.database()).list(choice.type)) {
        const bool touches =
            !choice.period || (import.first_event && *import.first_event <= choice.period->last() &&
                               *import.last_event >= choice.period->first());
        if (import.purged || !touches) continue;
        const Json state = store::state(import);
        work.journal("import.read", store::subject(import), state, state);
    }
    work.commit();
}

// Takes the rows of batches that are meant.
class Choosing {
  public:
    Choosing(const RecordChoice& choice, const model::RecordType& type)
        : choice_(choice), chosen_{type, {}} {}

    Done compile(Session& session) {
        if (choice_.where.empty()) return {};
        const auto query = expression::Query::compile(
            {.from = chosen_.type.name, .schema = chosen_.type.schema}, expression::NamedClauses{},
            expression::Clause{choice_.where, {"--where", 1, 1}});
        if (!query) return tl::unexpected(query.error());
        const auto locality = locality_of(session);
        if (!locality) return tl::unexpected(locality.error());
        evaluator_.emplace(*query, std::vector<column::Scalar>{}, *locality);
        condition_.emplace(*evaluator_);
        return {};
    }

    void take(const record::Dataset& dataset) {
        dataset.for_each_batch([this](const auto& batch, std::span<const std::uint8_t> latest) {
            const std::size_t before = chosen_.population.size();
            const auto verdicts =
                condition_ ? condition_->where(*batch) : std::span<const expression::Verdict>();
            for (std::size_t row = 0; row < batch->rows; ++row) {
                if (latest[row] == 0 || !is_of_period(*batch, row)) continue;
                const auto verdict = verdicts.empty() ? expression::Verdict::yes : verdicts[row];
                if (verdict == expression::Verdict::yes)
                    chosen_.population.push_back({batch.get(), static_cast<std::uint32_t>(row)});
                else if (verdict != expression::Verdict::no)
                    ++chosen_.not_checked;
            }
            if (chosen_.population.size() > before) chosen_.batches.push_back(batch);
        });
    }

    ChosenRecords& chosen() { return chosen_; }

  private:
    bool is_of_period(const column::RecordBatch& batch, std::size_t row) const {
        if (!choice_.period) return true;
        return choice_.period->contains(std::get<Date>(batch.scalar(row, chosen_.type.event_date)));
    }

    const RecordChoice& choice_;
    ChosenRecords chosen_;
    std::optional<expression::Evaluator> evaluator_;
    std::optional<expression::BatchEvaluator> condition_;  // borrows the evaluator
};

Done take_file(Session& session, const std::filesystem::path& file, Choosing& choosing) {
    const auto keys = session.workspace.keys();
    if (!keys) return tl::unexpected(keys.error());
    record::Dataset records(choosing.chosen().type);
    const auto form = record::detect_form(file, records.type());
    if (!form) return tl::unexpected(form.error());
    const auto summary = read_record_file(session, file, *form, keys->secrets, records);
    if (!summary) return tl::unexpected(summary.error());
    choosing.chosen().rejected = summary->rejected;
    choosing.take(records);
    return {};
}

Done take_imported(Session& session, const RecordChoice& choice, const AnalysedType& analysed,
                   Choosing& choosing) {
    RecordSource source(session, choice.period.value_or(calendar::Period()));
    if (choice.period) {
        const auto records =
            source.records(analysed.plugin->value.plugin, analysed.plugin->version.hash, choice.type);
        if (!records) return tl::unexpected(records.error());
        choosing.take((*records)->dataset);
    } else {
        const auto records = source.all_records(*analysed.type);
        if (!records) return tl::unexpected(records.error());
        choosing.take(**records);
    }
    choosing.chosen().purged = source.purged();
    return {};
}

template <typename Suits>
Result<std::size_t> suiting_field(const model::RecordType& type, const std::string& name, const char* fault,
                                  Suits suits) {
    const auto place = field_of(type, name);
    if (!place || suits(type.schema->field(*place).type)) return place;
    std::vector<std::string> others;
    for (const column::Field& field : type.schema->fields()) {
        if (suits(field.type)) others.push_back(field.name);
    }
    Message what{fault, {{"field", name}, {"type", type.name}}};
    if (others.empty()) return invalid(std::move(what));
    return invalid(std::move(what),
                   Message{"app.fields_are", {{"fields", fmt::format("{}", fmt::join(others, ", "))}}});
}

}  // namespace

Result<ChosenRecords> choose_records(Session& session, const RecordChoice& choice) {
    if (const auto scope = scope_within(session, UseCase::analyse_records); !scope)
        return tl::unexpected(scope.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto plugins = plugins_in_force(session.workspace, *now);
    if (!plugins) return tl::unexpected(plugins.error());
    const auto analysed = analysed_type(*plugins, choice.type);
    if (!analysed) return tl::unexpected(analysed.error());
    if (const Done may = expect_reader(session, *analysed); !may) return tl::unexpected(may.error());
    Choosing choosing(choice, *analysed->type);
    if (const Done compiled = choosing.compile(session); !compiled) return tl::unexpected(compiled.error());
    const Done taken = choice.file ? take_file(session, *choice.file, choosing)
                                   : take_imported(session, choice, *analysed, choosing);
    if (!taken) return tl::unexpected(taken.error());
    if (!analysed->kept_for.empty() && !choice.file) journal_reading_of(session, choice);
    return std::move(choosing.chosen());
}

Result<std::size_t> field_of(const model::RecordType& type, const std::string& name) {
    if (const auto place = type.schema->find(name)) return *place;
    const std::vector<std::string> names = type.schema->names();
    const auto near = nearest_hint(name, names);
    return not_found(
        {"app.no_field", {{"field", name}, {"type", type.name}}},
        near ? near : Message{"app.fields_are", {{"fields", fmt::format("{}", fmt::join(names, ", "))}}});
}

Result<std::size_t> number_field_of(const model::RecordType& type, const std::string& name) {
    return suiting_field(type, name, "app.field_without_numbers", [](column::Type is) {
        return is == column::Type::integer || is == column::Type::decimal || is == column::Type::money ||
               is == column::Type::duration;
    });
}

Result<std::size_t> date_field_of(const model::RecordType& type, const std::string& name) {
    return suiting_field(type, name, "app.field_without_dates",
                         [](column::Type is) { return is == column::Type::date; });
}

Result<std::size_t> open_field_of(const model::RecordType& type, const std::string& name) {
    return suiting_field(type, name, "app.field_is_secret",
                         [](column::Type is) { return is != column::Type::secret; });
}

}  // namespace cadran::app
