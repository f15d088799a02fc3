// SPDX-License-Identifier: Apache-2.0
#include "cli/review_page.h"

#include "model/figure.h"
#include "model/review.h"

namespace cadran::cli {

namespace {

// Reads the data of a review (`review.json`) in the reader's language.
class ReviewWords {
  public:
    explicit ReviewWords(const Catalogue& catalogue) : catalogue_(catalogue) {}

    std::string local(const Json& text) const {
        return text.at(language_tag(catalogue_.language())).string();
    }

    std::string figure(const Json& value, const Json& unit) const {
        const auto decimal = value.is_null() ? std::nullopt : Decimal::parse(value.string());
        if (!decimal) return "–";
        return model::figure_text(*decimal, model::parse_unit(unit.string()).value_or(model::Unit::count),
                                  catalogue_);
    }

    std::string indicator(const Json& summary) const {
        const std::string title = local(summary.at("indicator").at("title"));
        const Json& whole = summary.at("whole");
        if (whole.is_null())
            return catalogue_.text(Message{"cli.indicator_not_measured", {{"title", title}}});
        std::string value = figure(whole.at("value"), whole.at("unit"));
        if (whole.at("denominator").integer() != 0) {
            value = catalogue_.text(Message{"cli.share",
                                            {{"numerator", whole.at("numerator").integer()},
                                             {"denominator", whole.at("denominator").integer()},
                                             {"value", value}}});
        }
        return catalogue_.text(Message{"cli.indicator_summary",
                                       {{"title", title},
                                        {"value", value},
                                        {"target", figure(whole.at("target"), whole.at("unit"))},
                                        {"attainment", attainment(whole.at("attainment").string())}}});
    }

    std::string control(const Json& summary) const {
        // A pack signed before findings could be confirmed or dismissed does not name these.
        const auto count = [&](const char* name) {
            const auto found = summary.object().find(name);
            return found == summary.object().end() ? std::int64_t{0} : found->second.integer();
        };
        return catalogue_.text(
            Message{"cli.control_summary",
                    {{"title", local(summary.at("title"))},
                     {"population", summary.at("totals").at("population").integer()},
                     {"found", count("released") + count("refused") + count("corrected") +
                                   count("dismissed") + count("confirmed") + count("open")},
                     {"released", count("released")},
                     {"refused", count("refused")},
                     {"corrected", count("corrected")},
                     {"open", count("open")}}});
    }

    std::string action(const Json& reviewed) const {
        const std::string& name = reviewed.at("state").string();
        const auto state = model::parse_action_state(name);
        const Message overdue{"cli.action_overdue"};
        return fmt::format("{} {}: {}{}", reviewed.at("name").string(), reviewed.at("text").string(),
                           state ? catalogue_.text(model::action_state_title(*state)) : name,
                           reviewed.at("overdue").boolean() ? ", " + catalogue_.text(overdue) : "");
    }

  private:
    std::string attainment(const std::string& name) const {
        if (const auto one = model::parse_attainment(name))
            return catalogue_.text(model::attainment_title(*one));
        return name;
    }

    const Catalogue& catalogue_;
};

}  // namespace

std::string lines(const Json& array, const std::function<std::string(const Json&)>& line) {
    std::vector<std::string> texts;
    for (const Json& element : array.array()) texts.push_back(line(element));
    return fmt::format("{}", fmt::join(texts, "\n"));
}

Result<int> print_review(Invocation& invocation, const app::ReviewName& name) {
    const auto shown = app::show_review(invocation.session(), name);
    if (!shown) return tl::unexpected(shown.error());
    Output& output = invocation.output();
    if (output.format() == Format::json) {
        output.text(shown->pretty_text());
        return 0;
    }
    const Catalogue& catalogue = output.catalogue();
    const ReviewWords words(catalogue);
    const Json& review = shown->at("review");
    const std::string& state = review.at("state").string();
    // A review that was signed before there were actions says nothing of them.
    const auto said = shown->object().find("actions");
    const Json actions = said == shown->object().end() ? Json(Json::Array{}) : said->second;
    const auto known = model::parse_review_state(state);
    output.record(
        {{{"process", {"cli.process"}},
          {"period", {"cli.period"}},
          {"state", {"cli.state"}},
          {"indicators", {"cli.indicators"}},
          {"controls", {"cli.controls"}},
          {"actions", {"cli.actions"}},
          {"participants", {"cli.participants"}},
          {"conclusion", {"cli.conclusion"}}},
         {{output.cell(words.local(shown->at("process").at("title"))),
           output.cell(review.at("period").string()),
           {known ? catalogue.text(model::review_state_title(*known)) : state, state},
           output.cell(
               lines(shown->at("indicators"), [&](const Json& summary) { return words.indicator(summary); })),
           output.cell(
               lines(shown->at("controls"), [&](const Json& summary) { return words.control(summary); })),
           output.cell(lines(actions, [&](const Json& reviewed) { return words.action(reviewed); })),
           output.cell(lines(review.at("participants"), [](const Json& person) { return person.string(); })),
           output.cell(review.at("conclusion").string())}}});
    return 0;
}

}  // namespace cadran::cli
