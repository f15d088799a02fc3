// SPDX-License-Identifier: Apache-2.0
#include "report/page_shell.h"

#include <fmt/format.h>

#include "base/resource.h"
#include "report/logo.h"
#include "report/page_template.h"
#include "report/view.h"

namespace cadran::report {

namespace {

using model::Tint;

// The lightest ground under accented words by day, and the darkest by night, as review.css has them.
constexpr Tint day{0xee, 0xf3, 0xf3};
constexpr Tint night{0x1f, 0x2c, 0x37};
constexpr double shell_softness = 0.8;  // of a ground in the accent's colour

std::string rule(const Tint& accent, const Tint& ground) {
    const Tint legible = model::legible(accent, ground);
    return fmt::format("{{ --accent: {}; --accent-soft: {}; }}", model::tint_text(legible),
                       model::tint_text(model::mixed(legible, ground, shell_softness)));
}

// By night the accent is as much lighter as it takes to be read.
std::string accent_style(const model::Appearance& appearance) {
    if (!appearance.accent) return {};
    return fmt::format(":root {}\n@media screen and (prefers-color-scheme: dark) {{ :root {} }}\n",
                       rule(*appearance.accent, day), rule(*appearance.accent, night));
}

}  // namespace

std::string page(const PageShell& shell, const Catalogue& catalogue) {
    return filled(resource("core/report/templates/page.html.mustache"),
                  Json::Object{{"body", shell.body},
                               {"footer", unless_empty(catalogue.text(shell.appearance.footer))},
                               {"language", language_tag(catalogue.language())},
                               {"logo", unless_empty(logo_address(shell.appearance.logo_bytes))},
                               {"simulated", shell.simulated},
                               {"simulation", catalogue.text(Message{"report.simulation"})},
                               {"style", shell.style + accent_style(shell.appearance)},
                               {"title", shell.title}});
}

}  // namespace cadran::report
