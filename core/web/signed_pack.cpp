// SPDX-License-Identifier: Apache-2.0
#include "web/signed_pack.h"

#include <array>

#include <fmt/format.h>

#include "app/definitions.h"
#include "app/people.h"
#include "base/text.h"
#include "model/figure.h"
#include "model/measurement.h"
#include "report/words.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array pack_labels{"web.results_in_brief", "web.conclusion",       "web.participants",
                                 "web.signatures",       "web.signed_documents", "web.file_name",
                                 "web.digest",           "web.all_in_one",       "web.read_signed",
                                 "web.print_signed",     "web.signed_frozen"};

// `Tenue par Claire Vasseur le …`; the pack names the account.
Json mark_of(const char* step, const Json& mark, const app::PersonNames& names, const app::Session& session,
             const calendar::Zone& zone) {
    const auto at = parse_instant(mark.at("at").string());
    return Json::Object{
        {"by", app::person_called(names, mark.at("by").string())},
        {"moment", at ? report::moment_words(*at, session.catalogue, zone) : mark.at("at").string()},
        {"step", session.catalogue.text(Message{step})}};
}

// An indicator as it was judged when it was signed.
Json result_of(const Json& frozen, const Catalogue& catalogue) {
    const Json& whole = frozen.at("whole");
    const std::string language(language_tag(catalogue.language()));
    Json::Object row{{"figure", report::no_value},
                     {"outcome", catalogue.text(Message{"web.not_measured"})},
                     {"sign", ""},
                     {"title", frozen.at("indicator").at("title").at(language).string()},
                     {"verdict", "none"}};
    if (whole.is_null()) return row;
    const auto value =
        whole.at("value").is_null() ? std::nullopt : Decimal::parse(whole.at("value").string());
    const auto unit = model::parse_unit(whole.at("unit").string());
    const auto attainment = model::parse_attainment(whole.at("attainment").string());
    if (value) row["figure"] = model::figure_text(*value, unit.value_or(model::Unit::count), catalogue);
    if (!attainment) return row;
    row["outcome"] = catalogue.text(model::attainment_title(*attainment));
    if (whole.at("target").is_null() || *attainment == model::Attainment::nothing_to_measure) return row;
    const bool met = *attainment == model::Attainment::met;
    row["verdict"] = met ? "met" : "missed";
    row["sign"] = met ? "✓" : *attainment == model::Attainment::alert ? "▲" : "✗";
    return row;
}

}  // namespace

std::string signed_pack(const SignedPack& pack, app::Session& session) {
    const auto zone = app::zone_of(session);
    const std::string language(language_tag(session.catalogue.language()));
    const std::string folder = pack.place + "/documents";
    Json::Array files, participants, results;
    for (const Json& indicator : pack.indicators) results.push_back(result_of(indicator, session.catalogue));
    for (const model::PackFile& file : pack.files)
        files.push_back(Json::Object{{"digest", file.digest.hex().substr(0, 16)},
                                     {"name", file.name},
                                     {"place", folder + "/" + percent_encoded(file.name)}});
    for (const Json& person : pack.review.at("participants").array()) participants.push_back(person.string());
    const app::PersonNames names = app::person_names(session);
    const Json::Array marks{mark_of("report.prepared", pack.review.at("prepared"), names, session, *zone),
                            mark_of("report.held", pack.review.at("held"), names, session, *zone),
                            mark_of("report.signed", pack.review.at("signed"), names, session, *zone)};
    return filled_template("signed_pack",
                           Json::Object{{"conclusion", pack.review.at("conclusion").string()},
                                        {"files", files},
                                        {"folder", folder},
                                        {"has_results", !results.empty()},
                                        {"label", report::labels(pack_labels, session.catalogue)},
                                        {"marks", marks},
                                        {"page", fmt::format("{}/{}.{}.html", folder, pack.name, language)},
                                        {"paper", fmt::format("{}/{}.{}.pdf", folder, pack.name, language)},
                                        {"participants", participants},
                                        {"results", results}});
}

}  // namespace cadran::web
