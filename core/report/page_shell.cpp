// SPDX-License-Identifier: Apache-2.0
#include "report/page_shell.h"

#include "base/resource.h"
#include "report/page_template.h"

namespace cadran::report {

std::string page(const PageShell& shell, const Catalogue& catalogue) {
    return filled(resource("core/report/templates/page.html.mustache"),
                  Json::Object{{"body", shell.body},
                               {"language", language_tag(catalogue.language())},
                               {"simulated", shell.simulated},
                               {"simulation", catalogue.text(Message{"report.simulation"})},
                               {"style", shell.style},
                               {"title", shell.title}});
}

}  // namespace cadran::report
