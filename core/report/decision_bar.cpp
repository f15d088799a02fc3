// SPDX-License-Identifier: Apache-2.0
#include "report/decision_bar.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "report/drawing.h"

namespace cadran::report {

namespace {

constexpr double bar_width = 720;
constexpr double bar_height = 30;
constexpr double gap = 2;
constexpr double digit_width = 9;

// Each darker or lighter than its neighbours in the order of decision_shares, the open ones hollow.
struct Shade {
    std::string_view key;
    std::string_view part;
    std::string_view number;
};

constexpr std::array shades{
    Shade{"released", R"(class="released" fill="#5aa5ad" stroke="#0f6674" stroke-width="1")",
          R"(class="on-released" fill="#0b2226" font-size="13" font-weight="700")"},
    Shade{"refused", R"(class="refused" fill="#7a2617" stroke="#7a2617" stroke-width="1")",
          R"(class="on-refused" fill="#ffffff" font-size="13" font-weight="700")"},
    Shade{"corrected", R"(class="corrected" fill="#eccb84" stroke="#8a6414" stroke-width="1")",
          R"(class="on-corrected" fill="#2c2107" font-size="13" font-weight="700")"},
    Shade{"dismissed", R"(class="released" fill="#5aa5ad" stroke="#0f6674" stroke-width="1")",
          R"(class="on-released" fill="#0b2226" font-size="13" font-weight="700")"},
    Shade{"confirmed", R"(class="refused" fill="#7a2617" stroke="#7a2617" stroke-width="1")",
          R"(class="on-refused" fill="#ffffff" font-size="13" font-weight="700")"},
    Shade{"open", R"(class="open" fill="#ffffff" stroke="#4d5d6c" stroke-width="1.5" stroke-dasharray="4 3")",
          R"(class="words" fill="#14283c" font-size="13" font-weight="700")"},
};

const Shade& shade_of(const DecisionShare& share) {
    return *std::ranges::find(shades, share.name, &Shade::key);
}

}  // namespace

std::vector<DecisionShare> decision_shares(const model::ControlSummary& summary, const Catalogue& catalogue) {
    const auto title = [&](model::Verdict verdict) { return catalogue.text(model::verdict_title(verdict)); };
    std::vector<DecisionShare> shares{
        {"released", title(model::Verdict::released), summary.released},
        {"refused", title(model::Verdict::refused), summary.refused},
        {"corrected", title(model::Verdict::corrected), summary.corrected},
    };
    if (summary.dismissed > 0)
        shares.push_back({"dismissed", title(model::Verdict::dismissed), summary.dismissed});
    if (summary.confirmed > 0)
        shares.push_back({"confirmed", title(model::Verdict::confirmed), summary.confirmed});
    shares.push_back({"open", catalogue.text(Message{"report.waiting"}), summary.open});
    return shares;
}

std::string decision_bar(const model::ControlSummary& summary, const Catalogue& catalogue) {
    const auto shares = decision_shares(summary, catalogue);
    std::string description;
    std::int64_t total = 0;
    for (const DecisionShare& share : shares) {
        total += share.count;
        const Message part{"report.decision_count", {{"decision", share.title}, {"number", share.count}}};
        description += (description.empty() ? "" : ", ") + catalogue.text(part);
    }
    Drawing drawing(bar_width, bar_height, catalogue.text(Message{"report.decisions"}), description);
    double at = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i].count == 0) continue;
        const double size = bar_width * static_cast<double>(shares[i].count) / static_cast<double>(total);
        drawing.rectangle({at + gap / 2, 1}, std::max(1.0, size - gap), bar_height - 2,
                          shade_of(shares[i]).part);
        const std::string number = catalogue.number(shares[i].count);
        if (size > digit_width * (length_in_characters(number) + 1)) {
            drawing.text({at + size / 2, bar_height / 2 + 5}, Anchor::middle, number,
                         shade_of(shares[i]).number);
        }
        at += size;
    }
    return drawing.finish();
}

}  // namespace cadran::report
