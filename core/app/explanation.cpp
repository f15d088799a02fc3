// SPDX-License-Identifier: Apache-2.0
#include "app/explanation.h"

#include "app/finding_origin.h"
#include "app/parameters.h"
#include "app/rights.h"
#include "store/finding_repository.h"

namespace cadran::app {

Result<Explanation> explain(Session& session, const std::string& id) {
    if (const Done may = authorise(session, UseCase::show_findings); !may) return tl::unexpected(may.error());
    store::FindingRepository findings(session.workspace.database());
    const auto finding = findings.find(id);
    if (!finding) return not_found({"app.no_finding", {{"finding", id}}}, Message{"app.see_the_worklist"});
    auto origin = origin_of(session, *finding);
    if (!origin) return tl::unexpected(origin.error());
    const script::ControlDeclaration& declaration = origin->declaration();
    std::string message = message_text(declaration, *finding, session.catalogue);
    std::string population = population_in_words(declaration, origin->values, session.catalogue);
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
