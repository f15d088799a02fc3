// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "report/management_review.h"
#include "report/management_sections.h"
#include "report/words.h"

namespace cadran::report {

namespace {

// The fixed words of the page; the template calls them `label.` and the name behind the point.
constexpr std::array management_labels{
    "report.conclusion",    "report.decided",    "report.document",         "report.essential",
    "report.input",         "report.inputs_of",  "report.inputs_explained", "report.outputs_explained",
    "report.no_conclusion", "report.no_outputs", "report.no_participants",  "report.outputs",
    "report.participants",  "report.plan_due",   "report.plan_owner",       "report.signatures",
    "report.standing",      "report.process",    "report.under_title",      "report.verify"};

// How it is written, and of what.
class ManagementView {
  public:
    ManagementView(const model::ManagementDossier& dossier, const Catalogue& catalogue,
                   const calendar::Zone& zone)
        : dossier_(dossier), review_(dossier.review), catalogue_(catalogue), zone_(zone) {}

    Json json() const {
        Json::Array inputs, outputs;
        for (const model::ReviewInput input : model::all_review_inputs) inputs.push_back(section(input));
        for (const model::ReviewOutput& output : review_.outputs) outputs.push_back(row(output));
        const std::string moment = moment_words(latest_mark().at);
        return Json::Object{
            {"as_of", words({"report.as_of", {{"moment", moment}}})},
            {"concluded", !review_.conclusion.empty()},
            {"conclusion", review_.conclusion},
            {"head", dossier_.journal_head.hex()},
            {"has_outputs", !outputs.empty()},
            {"inputs", inputs},
            {"journal", words({"report.journal_head", {{"number", dossier_.journal_number}}})},
            {"label", labels(management_labels, catalogue_)},
            {"marks", Json::Array{mark(words({"report.prepared"}), review_.prepared),
                                  mark(words({"report.held"}), review_.held),
                                  mark(words({"report.signed"}), review_.signed_off)}},
            {"organisation", dossier_.organisation},
            {"outputs", outputs},
            {"participants", Json::Array(review_.participants.begin(), review_.participants.end())},
            {"range",
             words({"report.from_to", {{"first", review_.period.first()}, {"last", review_.period.last()}}})},
            {"state", state()},
            {"title", title()},
        };
    }

    std::string title() const {
        return words({"report.management_review_of", {{"period", period_words(review_.period, catalogue_)}}});
    }

  private:
    std::string words(const Message& message) const { return catalogue_.text(message); }
    std::string moment_words(Instant at) const { return report::moment_words(at, catalogue_, zone_); }

    Json section(model::ReviewInput input) const {
        const model::InputStanding standing = model::standing_of(dossier_, input);
        SectionContent content = management_section(dossier_, input, catalogue_);
        if (standing == model::InputStanding::missing) content.note(words({"report.input_missing"}));
        const model::InputAnswer* answer = review_.answer_to(input);
        const bool known = standing == model::InputStanding::known;
        const std::string headline = !known && answer != nullptr ? answer->text
                                     : !content.headline.empty() ? content.headline
                                                                 : content.fallback;
        return Json::Object{
            {"answers", answer == nullptr ? Json::Array{} : Json::Array{answer_json(*answer)}},
            {"clause", model::review_input_clause(input)},
            {"figures", content.figures},
            {"has_figures", !content.figures.empty()},
            {"headline", headline},
            {"id", model::review_input_name(input)},
            {"notes", content.notes},
            {"standing", model::input_standing_name(standing)},
            {"standing_words", catalogue_.text(model::input_standing_title(standing))},
            {"tables", content.tables},
            {"title", catalogue_.text(model::review_input_title(input))},
        };
    }

    Json answer_json(const model::InputAnswer& answer) const {
        const bool supplied = answer.kind == model::AnswerKind::supplied;
        Json::Array documents;
        if (answer.document) {
            documents.push_back(
                Json::Object{{"hash", answer.document->digest.hex()}, {"name", answer.document->name}});
        }
        return Json::Object{
            {"by", words({supplied ? "report.supplied_by" : "report.justified_by",
                          {{"account", answer.mark.by}, {"moment", moment_words(answer.mark.at)}}})},
            {"documents", documents},
            {"text", answer.text},
        };
    }

    Json row(const model::ReviewOutput& output) const {
        std::string process = output.process.empty() ? words({"report.whole_system"}) : output.process;
        for (const model::ManagedProcess& one : dossier_.processes) {
            if (one.process.id == output.process) process = catalogue_.text(one.process.title);
        }
        return Json::Object{
            {"due", output.due ? catalogue_.date(*output.due) : "–"},
            {"kind", catalogue_.text(model::output_kind_title(output.kind))},
            {"name", output.action == 0 ? "" : "A-" + std::to_string(output.action)},
            {"owner", output.owner.empty() ? "–" : output.owner},
            {"process", output.none ? "–" : process},
            {"text", output.none ? words({"report.nothing_needed", {{"reason", output.text}}}) : output.text},
        };
    }

    Json state() const {
        const auto said = [&](std::string id, const model::Mark& mark) {
            return words({std::move(id), {{"account", mark.by}, {"moment", moment_words(mark.at)}}});
        };
        switch (review_.state) {
            case model::ReviewState::signed_off:
                return Json::Object{{"name", "signed"},
                                    {"words", said("report.signed_by", *review_.signed_off)}};
            case model::ReviewState::held:
                return Json::Object{{"name", "held"}, {"words", said("report.held_by", *review_.held)}};
            case model::ReviewState::in_preparation: break;
        }
        return Json::Object{{"name", "draft"}, {"words", words({"report.working_document"})}};
    }

    Json mark(std::string step, const std::optional<model::Mark>& mark) const {
        return Json::Object{
            {"by", mark ? mark->by : words({"report.to_come"})},
            {"kind", mark ? "done" : "to-come"},
            {"moment", mark ? moment_words(mark->at) : ""},
            {"step", std::move(step)},
        };
    }

    // No clock is asked.
    const model::Mark& latest_mark() const {
        if (review_.signed_off) return *review_.signed_off;
        return review_.held ? *review_.held : review_.prepared;
    }

    const model::ManagementDossier& dossier_;
    const model::ManagementReview& review_;
    const Catalogue& catalogue_;
    const calendar::Zone& zone_;
};

}  // namespace

Json management_view(const model::ManagementDossier& dossier, const Catalogue& catalogue,
                     const calendar::Zone& zone) {
    return ManagementView(dossier, catalogue, zone).json();
}

}  // namespace cadran::report
