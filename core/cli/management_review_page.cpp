// SPDX-License-Identifier: Apache-2.0
#include "cli/management_review_page.h"

#include "cli/actions.h"
#include "cli/command.h"
#include "cli/review_page.h"
#include "model/management_dossier.h"

namespace cadran::cli {

namespace {

// Reads the data of a review (`management-review.json`) in the reader's language.
class Words {
  public:
    explicit Words(const Catalogue& catalogue) : catalogue_(catalogue) {}

    std::string state(const Json& review) const {
        const std::string& name = review.at("state").string();
        const auto known = model::parse_review_state(name);
        return known ? catalogue_.text(model::review_state_title(*known)) : name;
    }

    std::string input(const Json& input) const {
        const std::string& name = input.at("standing").string();
        std::string standing = name;
        for (const auto one : model::all_input_standings) {
            if (model::input_standing_name(one) == name)
                standing = catalogue_.text(model::input_standing_title(one));
        }
        return fmt::format("{:<11} {:<16} {} ({})", input.at("clause").string(), input.at("id").string(),
                           input.at("title").at(language_tag(catalogue_.language())).string(), standing);
    }

    std::string output(const Json& output) const {
        const std::string& name = output.at("kind").string();
        const auto kind = model::parse_output_kind(name);
        const std::string title = kind ? catalogue_.text(model::output_kind_title(*kind)) : name;
        const std::string& text = output.at("text").string();
        if (output.at("none").boolean())
            return catalogue_.text(Message{"cli.no_output_needed", {{"output", title}, {"reason", text}}});
        const Json& action = output.at("action");
        const std::string number = action.is_null() ? "" : fmt::format(" (A-{})", action.integer());
        return catalogue_.text(Message{"cli.review_output", {{"output", title}, {"text", text + number}}});
    }

  private:
    const Catalogue& catalogue_;
};

}  // namespace

Result<int> print_management_review(Invocation& invocation, const calendar::Period& period) {
    const auto shown = app::show_management_review(invocation.session(), period);
    if (!shown) return tl::unexpected(shown.error());
    Output& output = invocation.output();
    if (output.format() == Format::json) {
        output.text(shown->pretty_text());
        return exit_fine;
    }
    const Words words(output.catalogue());
    const Json& review = shown->at("review");
    const auto input = [&](const Json& one) { return words.input(one); };
    const auto decision = [&](const Json& one) { return words.output(one); };
    const auto person = [](const Json& one) { return one.string(); };
    output.record({{{"period", {"cli.period"}},
                    {"state", {"cli.state"}},
                    {"inputs", {"cli.review_inputs"}},
                    {"outputs", {"cli.decisions"}},
                    {"participants", {"cli.participants"}},
                    {"conclusion", {"cli.conclusion"}}},
                   {{output.cell(review.at("period").string()),
                     {words.state(review), review.at("state").string()},
                     output.cell(lines(shown->at("inputs"), input)),
                     output.cell(lines(review.at("outputs"), decision)),
                     output.cell(lines(review.at("participants"), person)),
                     output.cell(review.at("conclusion").string())}}});
    return exit_fine;
}

Result<int> answer_review_input(Invocation& invocation, model::AnswerKind kind, const std::string& text,
                                const std::filesystem::path& document, const std::string& said) {
    const auto period = invocation.arguments().period("PERIOD");
    if (!period) return tl::unexpected(period.error());
    const auto input =
        choice(invocation.arguments(), "input", model::all_review_inputs, model::review_input_name);
    if (!input) return tl::unexpected(input.error());
    const auto answered = app::answer_input(invocation.session(), {*period, *input, kind, text, document});
    if (!answered) return tl::unexpected(answered.error());
    invocation.output().say(
        {said, {{"input", model::review_input_title(*input)}, {"period", period->text()}}});
    return exit_fine;
}

}  // namespace cadran::cli
