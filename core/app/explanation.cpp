// SPDX-License-Identifier: Apache-2.0
#include "app/explanation.h"

#include "app/finding_origin.h"
#include "app/parameters.h"
#include "app/sight.h"
#include "store/finding_repository.h"

namespace cadran::app {

Result<Explanation> explain(Session& session, const std::string& id) {
    const auto sight = sight_for(session, UseCase::show_findings);
    if (!sight) return tl::unexpected(sight.error());
    store::FindingRepository findings(session.workspace.database(), *sight);
    const auto finding = findings.find(id);
    if (!finding) return not_found({"app.no_finding", {{"finding", id}}}, Message{"app.see_the_worklist"});
    auto origin = origin_of(session, *finding);
    if (!origin) return tl::unexpected(origin.error());
    const script::ControlDeclaration& declaration = origin->declaration();
    std::string message = message_text(declaration, *finding, session.catalogue);
    std::string population = population_in_words(declaration, origin->values, session.catalogue);
    journal_reading(session, {*finding});
    return Explanation{*finding,
                       declaration,
                       std::move(origin->version),
                       std::move(message),
                       std::move(population),
                       std::move(origin->result),
                       std::move(origin->run),
                       findings.decisions(id)};
}

}  // namespace cadran::app
