// SPDX-License-Identifier: Apache-2.0
#include "app/audit_sample.h"

#include <algorithm>

#include "app/audit_content.h"
#include "app/nearest.h"
#include "app/record_file.h"
#include "app/rights.h"
#include "control/evaluation.h"
#include "expression/in_words.h"
#include "expression/selection.h"
#include "store/journal_repository.h"

namespace cadran::app {

namespace {

using expression::Standing;
using model::Sampling;

constexpr std::size_t list_rejects_kept = 100;

// Nobody chooses it, not even by drawing again until a pleasant sample comes.
HashKey seed_of(store::Database& database, model::Audit& audit, const std::string& sample) {
    if (const Sampling* before = audit.sampling(sample)) return parse_hash_key(before->seed).value();
    return store::JournalRepository(database).seed();
}

// One sample on its way out of a list.
class Drawing {
  public:
    Drawing(Session& session, const model::RecordType& type, const expression::Query& query, HashKey seed)
        : session_(session), type_(type), query_(query), seed_(seed) {}

    Result<DrawnSample> draw(const std::filesystem::path& list, const calendar::Locality& locality) {
        expression::Evaluator conditions(query_, {}, locality);
        expression::Selector selector(conditions, type_.key, seed_);
        if (const Done read = read_list(list, selector); !read) return tl::unexpected(read.error());
        take(selector.finish());
        drawn_.method = expression::in_words(query_, session_.catalogue);
        for (const column::Field& field : type_.schema->fields()) {
            drawn_.fields.push_back(field.name);
            drawn_.titles.push_back(field.title);
        }
        return std::move(drawn_);
    }

  private:
    Done read_list(const std::filesystem::path& list, expression::Selector& selector) {
        constexpr HashKey no_key{};  // what samples are drawn from has no secrets
        const auto form = record::detect_form(list, type_);
        if (!form) return tl::unexpected(form.error());
        const auto summary =
            read_record_file(session_, list, *form, type_, no_key,
                             {.accept =
                                  [&](const auto& batch) {
                                      for (std::size_t row = 0; row < batch->rows; ++row) {
                                          records_.emplace_back(batch, row);
                                          selector.add(batch, row);
                                      }
                                  },
                              .reject = [&](const auto& rejects, std::string_view) { reject(rejects); }});
        if (!summary) return tl::unexpected(summary.error());
        drawn_.sampling.records = summary->accepted;
        drawn_.sampling.rejected = summary->rejected;
        return {};
    }

    void reject(const std::vector<record::Reject>& rejects) {
        for (const record::Reject& one : rejects) {
            if (drawn_.rejects.size() < list_rejects_kept)
                drawn_.rejects.push_back(rejected_line(one, session_.catalogue));
        }
    }

    void take(const expression::Selection& selection) {
        Sampling& sampling = drawn_.sampling;
        sampling.seed = hex_text(seed_);
        sampling.not_checked = selection.count(Standing::not_checked) + selection.count(Standing::error);
        sampling.strata = control::strata_of(selection.strata);
        for (const model::Stratum& stratum : sampling.strata) sampling.population += stratum.population;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (selection.choices[i].standing == Standing::selected)
                take(*records_[i].first, records_[i].second);
        }
        std::ranges::sort(drawn_.records, {}, [&](const auto& record) { return record[type_.key]; });
        for (const auto& record : drawn_.records) sampling.drawn.push_back(record[type_.key]);
    }

    void take(const column::RecordBatch& batch, std::size_t row) {
        std::vector<std::string> values;
        for (std::size_t field = 0; field < batch.columns.size(); ++field)
            values.push_back(column::plain_text(batch.scalar(row, field)));
        drawn_.records.push_back(std::move(values));
    }

    Session& session_;
    const model::RecordType& type_;
    const expression::Query& query_;
    HashKey seed_;
    std::vector<std::pair<std::shared_ptr<const column::RecordBatch>, std::size_t>> records_;
    DrawnSample drawn_;
};

Result<const model::ChecklistSample*> sample_named(const AuditContent& content, const std::string& name) {
    if (const model::ChecklistSample* sample = content.checklist.find_sample(name)) return sample;
    std::vector<std::string> names;
    for (const model::ChecklistSample& sample : content.checklist.samples) names.push_back(sample.id);
    if (names.empty())
        return not_found({"app.no_samples", {{"checklist", content.checklist.title}}},
                         Message{"app.checklists_declare_samples"});
    return not_found(
        {"app.no_such_sample", {{"sample", name}}},
        nearest_hint(name, names)
            .value_or(Message{"app.samples_are", {{"samples", fmt::format("{}", fmt::join(names, ", "))}}}));
}

}  // namespace

Result<std::vector<AuditSample>> list_samples(Session& session, std::int64_t number) {
    const auto audit = find_audit(session.workspace.database(), number);
    if (!audit) return tl::unexpected(audit.error());
    if (const Done may = authorise(session, UseCase::show_audits, *audit); !may)
        return tl::unexpected(may.error());
    std::vector<AuditSample> samples;
    if (audit->is_external() || audit->is_contact(session.actor.name)) return samples;
    const auto content = content_of(session, *audit);
    if (!content) return tl::unexpected(content.error());
    for (const model::ChecklistSample& sample : content->checklist.samples) {
        AuditSample& listed = samples.emplace_back();
        listed.id = sample.id;
        listed.title = sample.title;
        listed.method = expression::in_words(content->declaration().samples.at(sample.id), session.catalogue);
        for (const column::Field& field :
             content->content->plugin.find_record(sample.population.from)->schema->fields())
            listed.fields.push_back(field.name);
        const auto drawn = std::ranges::find(audit->samplings, sample.id, &Sampling::sample);
        if (drawn != audit->samplings.end()) listed.sampling = *drawn;
    }
    return samples;
}

Result<DrawnSample> draw_sample(Session& session, const DrawSample& command) {
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());
    DrawnSample drawn;
    const auto take = [&](store::UnitOfWork& work, model::Audit& audit) -> Done {
        const auto content = content_of(session, audit);
        if (!content) return tl::unexpected(content.error());
        const auto sample = sample_named(*content, command.sample);
        if (!sample) return tl::unexpected(sample.error());
        const model::RecordType& type = *content->content->plugin.find_record((*sample)->population.from);
        const expression::Query& query = content->declaration().samples.at(command.sample);
        auto done = Drawing(session, type, query, seed_of(work.database(), audit, command.sample))
                        .draw(command.list, *locality);
        if (!done) return tl::unexpected(done.error());
        drawn = std::move(*done);
        const auto kept = keep_file(session, command.list);
        if (!kept) return tl::unexpected(kept.error());
        drawn.sampling.sample = command.sample;
        drawn.sampling.list = *kept;
        drawn.sampling.mark = work.mark();
        return model::draw(audit, drawn.sampling);
    };
    auto audit = step_audit(session, command.audit, UseCase::conduct_audit, "audit.sample", take);
    if (!audit) return tl::unexpected(audit.error());
    drawn.audit = std::move(*audit);
    return drawn;
}

Result<model::Audit> examine_sample(Session& session, std::int64_t audit,
                                    const model::SampleExamination& examination) {
    const auto take = [&](store::UnitOfWork& work, model::Audit& examined) {
        return model::examine_sample(examined, examination, work.mark());
    };
    return step_audit(session, audit, UseCase::conduct_audit, "audit.examine-sample", take);
}

}  // namespace cadran::app
