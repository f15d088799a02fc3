// SPDX-License-Identifier: Apache-2.0
#include "cli/management_review_page.h"

#include "cli/command.h"
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

std::string lines(const Json& array, const std::function<std::string(const Json&)>& line) {
    std::vector<std::string> texts;
    for (const Json& element : array.array()) texts.push_back(line(element));
    return fmt::format("{}", fmt::join(texts, "\n"));
}

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

}  // namespace cadran::cli
