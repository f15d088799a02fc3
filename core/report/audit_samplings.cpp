// SPDX-License-Identifier: Apache-2.0
#include "report/audit_samplings.h"

#include <fmt/ranges.h>

#include "report/audit_tables.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using model::Conformity;
using model::Sampling;

Conformity conformity_of(const Sampling& sampling) {
    if (!sampling.nonconforming) return Conformity::not_checked;
    return sampling.nonconforming->empty() ? Conformity::conforming : Conformity::nonconforming;
}

// One statement on its way to the page.
class Statement {
  public:
    Statement(const model::ReportedSampling& reported, const Catalogue& catalogue, const calendar::Zone& zone)
        : reported_(reported), sampling_(reported.sampling), catalogue_(catalogue), zone_(zone) {}

    Json json() {
        line("report.sample_item", catalogue_.text(reported_.item));
        line("report.sample_list", sampling_.list.name + ", SHA-256 " + sampling_.list.digest.hex());
        line("report.sample_population", population());
        line("report.sample_method", catalogue_.text(reported_.method));
        line("report.sample_size", size());
        line("report.sample_seed",
             words({"report.sample_seed_explained",
                    {{"seed", sampling_.seed}, {"date", zone_.date_of(sampling_.mark.at)}}}));
        line("report.sample_drawn", fmt::format("{}", fmt::join(sampling_.drawn, ", ")));
        line("report.sample_seen", seen());
        line("report.conclusion", sampling_.conclusion);
        const TableCell conformity = conformity_cell(conformity_of(sampling_), catalogue_);
        return Json::Object{{"conformity", conformity.text},
                            {"lines", lines_},
                            {"look", conformity.kind},
                            {"title", catalogue_.text(reported_.title)}};
    }

  private:
    std::string words(const Message& message) const { return catalogue_.text(message); }

    void line(const char* lead, const std::string& text) {
        if (!text.empty()) lines_.push_back(Json::Object{{"lead", words({lead})}, {"words", text}});
    }

    std::string population() const {
        return words({"report.sample_population_of",
                      {{"count", sampling_.population},
                       {"records", sampling_.records},
                       {"rejected", sampling_.rejected},
                       {"not_checked", sampling_.not_checked}}});
    }

    std::string size() const {
        std::string text = catalogue_.number(std::ssize(sampling_.drawn));
        if (sampling_.strata.size() < 2) return text;
        std::vector<std::string> parts;
        for (const model::Stratum& stratum : sampling_.strata)
            parts.push_back(words(
                {"report.sample_stratum",
                 {{"stratum", stratum.keys}, {"size", stratum.size}, {"population", stratum.population}}}));
        return text + " (" + fmt::format("{}", fmt::join(parts, ", ")) + ")";
    }

    // What a stratum shows says nothing of the others: only of a sample without strata is there an interval.
    std::string seen() const {
        if (!sampling_.nonconforming) return words({"report.sample_not_examined"});
        const std::int64_t drawn = std::ssize(sampling_.drawn), faulty = std::ssize(*sampling_.nonconforming);
        std::string text = words({"report.sample_seen_of", {{"count", faulty}, {"drawn", drawn}}});
        if (faulty > 0)
            text = words(
                {"report.sample_seen_keys",
                 {{"seen", text}, {"keys", fmt::format("{}", fmt::join(*sampling_.nonconforming, ", "))}}});
        if (sampling_.strata.size() != 1 || drawn == sampling_.population) return text;
        model::Measurement share;
        share.sampled = true;
        share.numerator = faulty;
        share.denominator = drawn;
        return words(
            {"report.sample_seen_share", {{"seen", text}, {"share", interval_words(share, catalogue_)}}});
    }

    const model::ReportedSampling& reported_;
    const Sampling& sampling_;
    const Catalogue& catalogue_;
    const calendar::Zone& zone_;
    Json::Array lines_;
};

}  // namespace

Json::Array audit_samplings(const model::AuditDossier& dossier, const Catalogue& catalogue,
                            const calendar::Zone& zone) {
    if (dossier.samplings.empty()) return {};
    Json::Array entries;
    for (const model::ReportedSampling& one : dossier.samplings)
        entries.push_back(Statement(one, catalogue, zone).json());
    return {Json::Object{{"questions", entries}, {"title", catalogue.text(Message{"report.audit_samples"})}}};
}

}  // namespace cadran::report
