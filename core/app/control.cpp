// SPDX-License-Identifier: Apache-2.0
#include "app/control.h"

#include <algorithm>
#include <map>

#include "app/control_evaluation.h"
#include "app/parameters.h"
#include "app/plugin_reference.h"
#include "app/rights.h"
#include "app/sight.h"
#include "store/finding_repository.h"
#include "store/journal_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

// Nobody chooses the seed of a sample, not even by running again until a pleasant one is drawn: the first run
// of a period takes the first half of the journal's head, and later ones take the same.
class Seeds {
  public:
    Seeds(Session& session, const std::string& process, const calendar::Period& period)
        : fresh_(store::JournalRepository(session.workspace.database()).seed()) {
        for (const model::Run& run : store::RunRepository(session.workspace.database()).list(process)) {
            if (run.period != period) continue;
            for (const model::ControlResult& result : run.results) {
                if (const auto seed = parse_hash_key(result.seed)) drawn_.emplace(result.control.id, *seed);
            }
        }
    }

    const HashKey& of(const std::string& control) const {
        const auto drawn = drawn_.find(control);
        return drawn == drawn_.end() ? fresh_ : drawn->second;
    }

  private:
    HashKey fresh_;
    std::map<std::string, HashKey> drawn_;
};

// One control of the plan, under every version that was in force in the period.
class ControlRun {
  public:
    ControlRun(Session& session, const std::string& process, const calendar::Period& period,
               const calendar::Locality& locality, RecordSource& source)
        : session_(session),
          period_(period),
          locality_(locality),
          seeds_(session, process, period),
          source_(source) {}

    Done run(const model::ControlUse& use, std::vector<control::Evaluation>& evaluations) {
        const std::string plugin_name = plugin_of_reference(use.control);
        for (const Slice& slice :
             slices(session_.workspace, model::DefinitionKind::plugin, plugin_name, period_)) {
            const auto content = plugin_of(session_.workspace, slice.version);
            if (!content) return tl::unexpected(content.error());
            const script::ControlDeclaration* declared = content->plugin.find_control(use.control);
            if (declared == nullptr) continue;
            auto evaluation = evaluate(use, slice, *content, *declared);
            if (!evaluation) return tl::unexpected(evaluation.error());
            evaluations.push_back(std::move(*evaluation));
            if (declared->control.visible_to) confided_.insert(use.control);
        }
        return {};
    }

    const std::set<std::string>& confided() const { return confided_; }

  private:
    Result<control::Evaluation> evaluate(const model::ControlUse& use, const Slice& slice,
                                         const PluginContent& content,
                                         const script::ControlDeclaration& declared) {
        auto values = parameter_values(declared.control.parameters, use.parameters);
        if (!values) return tl::unexpected(values.error());
        return evaluate_control(source_, locality_, {slice.version, content, declared, std::move(*values)},
                                slice.first, slice.last, seeds_.of(use.control));
    }

    Session& session_;
    const calendar::Period& period_;
    const calendar::Locality& locality_;
    Seeds seeds_;
    RecordSource& source_;
    std::set<std::string> confided_;
};

// The digest that the journal carries: over the findings that are new, as `journal verify` reads them back.
Digest digest_of(std::vector<const model::Finding*> fresh) {
    std::ranges::sort(
        fresh, {}, [](const model::Finding* finding) { return std::pair(finding->event_date, finding->id); });
    Sha256 hash;
    for (const model::Finding* finding : fresh) hash.update(store::state(*finding).canonical_text());
    return hash.finish();
}

RunDone record_run(Session& session, model::Run run, std::vector<control::Evaluation> evaluations,
                   const std::set<std::string>& confided) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::RunRepository runs(work.database());
    store::FindingRepository findings(work.database(), store::Sight::whole());
    run.by = session.actor.name;
    run.at = work.now();
    run.number = runs.begin(run);
    RunDone done;
    std::vector<const model::Finding*> fresh;
    for (control::Evaluation& evaluation : evaluations) {
        for (model::Finding& finding : evaluation.findings) {
            finding.run = run.number;
            if (!findings.insert(finding)) continue;
            ++evaluation.result.fresh;
            fresh.push_back(&finding);
        }
        const bool kept = confided.contains(evaluation.result.control.id);
        // Otherwise the hash of the run would tell whoever can guess its figures.
        if (kept && evaluation.result.seed.empty()) evaluation.result.seed = blinding(session);
        run.results.push_back(evaluation.result);
        if (kept) continue;
        for (control::NotChecked& alike : evaluation.not_checked)
            done.not_checked.push_back(
                {evaluation.result.control.id, std::move(alike.lacking), std::move(alike.records)});
        done.faults.insert(done.faults.end(), evaluation.faults.begin(), evaluation.faults.end());
    }
    run.findings = digest_of(std::move(fresh));
    runs.complete(run);
    work.journal("control.run", store::subject(run), {}, store::state(run));
    work.commit();
    done.run = std::move(run);
    done.confided = confided;
    for (model::ControlResult& result : done.run.results) {
        if (!confided.contains(result.control.id)) continue;
        const model::ControlResult whole = std::exchange(result, {});
        result.control = whole.control;
        result.parameters = whole.parameters;
        result.population = whole.population;
    }
    if (!confided.empty()) done.run.findings = {};
    return done;
}

}  // namespace

Result<RunDone> run_controls(Session& session, const std::string& process_name,
                             const calendar::Period& period) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto process = process_in_force(session.workspace, process_name, std::min(*now, period.last()));
    if (!process) return tl::unexpected(process.error());
    if (const Done may = authorise(session, UseCase::run_controls, process->value); !may)
        return tl::unexpected(may.error());
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());

    RecordSource source(session, period);
    ControlRun control_run(session, process_name, period, *locality, source);
    model::Run run;
    run.process = process_name;
    run.process_version = process->version.number;
    run.period = period;
    std::vector<control::Evaluation> evaluations;
    for (const model::ControlUse& use : process->value.controls) {
        const std::size_t before = evaluations.size();
        if (const Done ran = control_run.run(use, evaluations); !ran) return tl::unexpected(ran.error());
        if (evaluations.size() == before) {
            return not_found({"app.no_control", {{"name", use.control}}},
                             Message{"app.accept_the_plugin", {{"name", plugin_of_reference(use.control)}}});
        }
    }
    run.imports = source.imports();
    RunDone done = record_run(session, std::move(run), std::move(evaluations), control_run.confided());
    done.purged = source.purged();
    return done;
}

}  // namespace cadran::app
