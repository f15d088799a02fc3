// SPDX-License-Identifier: Apache-2.0
#include "report/chart_legend.h"

#include <algorithm>

#include "base/text.h"

namespace cadran::report {

namespace {

constexpr double row_height = 17;
constexpr double sign_width = 18;
constexpr double space = 22;
constexpr double letter_width = 6.3;  // of an average letter of 12 units
constexpr double above_level = 3;     // from a level up to the baseline of the name
constexpr double line_of_words = 15;
constexpr double label_height = 2 * line_of_words - 2;

}  // namespace

void ChartLegend::add(std::string words, Sign sign) {
    const double width = sign_width + letter_width * static_cast<double>(length_in_characters(words));
    if (at_.x > left_ && at_.x + width > right_) at_ = {left_, at_.y + row_height};
    entries_.push_back({at_, std::move(words), std::move(sign)});
    at_.x += width + space;
}

void ChartLegend::draw(Drawing& drawing) const {
    for (const Entry& entry : entries_) {
        entry.sign(drawing, {entry.at.x + 6, entry.at.y - 4});
        drawing.text({entry.at.x + sign_width, entry.at.y}, Anchor::start, entry.words, look::words);
    }
}

void draw_edge_labels(Drawing& drawing, std::vector<EdgeLabel> labels, double left, double top,
                      double bottom) {
    std::ranges::stable_sort(labels, {}, &EdgeLabel::level);
    std::vector<double> levels;
    for (const EdgeLabel& label : labels) {
        const double least = levels.empty() ? top : levels.back() + label_height;
        levels.push_back(std::max(label.level, least));
    }
    double most = bottom;
    for (std::size_t i = labels.size(); i-- > 0; most = levels[i] - label_height)
        levels[i] = std::min(levels[i], most);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        drawing.text({left, levels[i] - above_level}, Anchor::start, labels[i].name, labels[i].look);
        drawing.text({left, levels[i] + line_of_words - above_level}, Anchor::start, labels[i].value,
                     labels[i].look);
    }
}

}  // namespace cadran::report
