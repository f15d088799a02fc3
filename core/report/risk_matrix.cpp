// SPDX-License-Identifier: Apache-2.0
#include "report/risk_matrix.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "report/drawing.h"
#include "report/level_bars.h"
#include "report/line_breaking.h"

namespace cadran::report {

namespace {

constexpr double matrix_cell_width = 78;
constexpr double matrix_cell_height = 46;
constexpr double matrix_names = 118;  // left of the cells
constexpr double matrix_foot = 58;    // beneath them
constexpr double matrix_margin = 10;
constexpr double name_size = 11;

constexpr std::array level_colours{"#e4f1f1", "#cfe3e5", "#f6e3b4", "#eab9a5", "#7a2617"};
constexpr std::string_view on_level = R"(font-size="17" font-weight="700")";
constexpr std::string_view axis_name = R"(class="muted" fill="#4d5d6c" font-size="11")";
constexpr std::string_view axis_title = R"(class="words" fill="#14283c" font-size="11" font-weight="700")";

// `Mineur` of `Mineur : gêne interne`: what stands beside the cells is short.
std::string short_name(const std::string& text) {
    std::string name(trimmed(std::string_view(text).substr(0, text.find(':'))));
    constexpr std::string_view no_break = "\u00a0";
    while (name.ends_with(no_break)) name.resize(name.size() - no_break.size());
    return name;
}

class Matrix {
  public:
    Matrix(const std::vector<model::Rating>& ratings, const model::RiskScale& scale,
           const Catalogue& catalogue)
        : ratings_(ratings), scale_(scale), catalogue_(catalogue) {}

    std::string drawn(const Message& title) const {
        Drawing drawing(
            width(), bottom() + matrix_foot, catalogue_.text(title),
            catalogue_.text(Message{"report.matrix_described", {{"count", std::ssize(ratings_)}}}));
        for (int likelihood = 1; likelihood <= likelihoods(); ++likelihood) {
            for (int impact = 1; impact <= impacts(); ++impact) cell(drawing, {likelihood, impact});
        }
        names(drawing);
        return drawing.finish();
    }

  private:
    int likelihoods() const { return static_cast<int>(scale_.likelihoods.size()); }
    int impacts() const { return static_cast<int>(scale_.impacts.size()); }
    double width() const { return matrix_names + matrix_cell_width * impacts() + matrix_margin; }
    double bottom() const { return matrix_margin + 16 + matrix_cell_height * likelihoods(); }
    Point corner(const model::Rating& rating) const {
        return {matrix_names + matrix_cell_width * (rating.impact - 1),
                bottom() - matrix_cell_height * rating.likelihood};
    }

    void cell(Drawing& drawing, const model::Rating& rating) const {
        const model::RiskScale::Level& level = scale_.level_of(rating);
        const auto count = std::ranges::count(ratings_, rating);
        const auto place = static_cast<std::size_t>(level.severity);
        const Point at = corner(rating);
        drawing.open_group(
            "cell", catalogue_.text(Message{
                        "report.matrix_cell",
                        {{"likelihood", scale_.likelihoods[static_cast<std::size_t>(rating.likelihood - 1)]},
                         {"impact", scale_.impacts[static_cast<std::size_t>(rating.impact - 1)]},
                         {"level", level.title},
                         {"count", count}}}));
        drawing.rectangle(at, matrix_cell_width, matrix_cell_height,
                          fmt::format(R"(class="level {}" fill="{}" stroke="#ffffff" stroke-width="2")",
                                      level_class(level.severity), level_colours[place]));
        if (count > 0) {
            const bool dark = level.severity == model::Severity::major;
            drawing.text({at.x + matrix_cell_width / 2, at.y + matrix_cell_height / 2 + 6}, Anchor::middle,
                         catalogue_.number(count),
                         fmt::format(R"(class="{}" fill="{}" {})", dark ? "on-major" : "words",
                                     dark ? "#ffffff" : "#14283c", on_level));
        }
        drawing.close_group();
    }

    void names(Drawing& drawing) const {
        drawing.text({matrix_names - 8, matrix_margin + 8}, Anchor::end,
                     catalogue_.text(Message{"report.register_likelihood"}), axis_title);
        for (int step = 1; step <= likelihoods(); ++step) {
            const Point at = corner({step, 1});
            words(drawing, {matrix_names - 8, at.y + matrix_cell_height / 2}, Anchor::end,
                  scale_.likelihoods[static_cast<std::size_t>(step - 1)], matrix_names - 12);
        }
        for (int step = 1; step <= impacts(); ++step) {
            words(drawing, {corner({1, step}).x + matrix_cell_width / 2, bottom() + 18}, Anchor::middle,
                  scale_.impacts[static_cast<std::size_t>(step - 1)], matrix_cell_width - 6);
        }
        drawing.text({width() - matrix_margin, bottom() + matrix_foot - 8}, Anchor::end,
                     catalogue_.text(Message{"report.register_impact"}), axis_title);
    }

    void words(Drawing& drawing, Point at, Anchor anchor, const LocalText& text, double room) const {
        const auto lines = broken_lines(short_name(catalogue_.text(text)), room, name_size);
        double y = at.y - (static_cast<double>(lines.size()) - 1) * 6.5 + 4;
        for (const std::string& line : lines) {
            drawing.text({at.x, y}, anchor, line, axis_name);
            y += 13;
        }
    }

    const std::vector<model::Rating>& ratings_;
    const model::RiskScale& scale_;
    const Catalogue& catalogue_;
};

}  // namespace

std::string risk_matrix(const std::vector<model::Rating>& ratings, const model::RiskScale& scale,
                        const Message& title, const Catalogue& catalogue) {
    return Matrix(ratings, scale, catalogue).drawn(title);
}

}  // namespace cadran::report
