// SPDX-License-Identifier: Apache-2.0
#include "cli/dossier.h"

#include "report/review.h"

namespace cadran::cli {

namespace {

std::string indicator_lines(const Catalogue& catalogue, const model::Dossier& dossier) {
    std::vector<std::string> lines;
    for (const model::IndicatorSummary& summary : dossier.indicators) {
        std::string line = catalogue.text(summary.indicator.title) + ": ";
        if (!summary.whole) {
            line += catalogue.text(Message{"cli.not_measured"});
        } else {
            const auto value = summary.whole->value();
            line += fmt::format("{}/{} = {}, {} {} ({})", catalogue.number(summary.whole->numerator), catalogue.number(summary.whole->denominator),
                                value ? catalogue.percent(*value) : "–", catalogue.text(Message{"cli.target"}),
                                summary.whole->target ? catalogue.percent(*summary.whole->target) : "–",
                                catalogue.text(model::attainment_title(summary.whole->attainment())));
        }
        lines.push_back(std::move(line));
    }
    return fmt::format("{}", fmt::join(lines, "\n"));
}

std::string control_lines(const Catalogue& catalogue, const model::Dossier& dossier) {
    std::vector<std::string> lines;
    for (const model::ControlSummary& summary : dossier.controls) {
        lines.push_back(catalogue.text(Message{"cli.control_summary",
                                               {{"title", summary.title}, {"population", summary.totals.population}, {"found", summary.totals.failed},
                                                {"released", summary.released}, {"refused", summary.refused}, {"corrected", summary.corrected},
                                                {"open", summary.open}}}));
    }
    return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace

void print_dossier(Output& output, const model::Dossier& dossier) {
    if (output.format() == Format::json) return output.text(report::review_json(dossier).pretty_text());
    const Catalogue& catalogue = output.catalogue();
    const model::Review& review = dossier.review;
    output.record({{{"process", {"cli.process"}}, {"period", {"cli.period"}}, {"state", {"cli.state"}}, {"indicators", {"cli.indicators"}},
                    {"controls", {"cli.controls"}}, {"participants", {"cli.participants"}}, {"conclusion", {"cli.conclusion"}}},
                   {{output.cell(dossier.process.title), output.cell(review.period.text()),
                     {catalogue.text(model::review_state_title(review.state)), model::review_state_name(review.state)},
                     output.cell(indicator_lines(catalogue, dossier)), output.cell(control_lines(catalogue, dossier)),
                     output.cell(fmt::format("{}", fmt::join(review.participants, ", "))), output.cell(review.conclusion)}}});
}

}  // namespace cadran::cli
