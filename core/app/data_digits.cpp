// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <fmt/ranges.h>

#include "app/data.h"
#include "statistics/first_digit.h"
#include "statistics/outlier.h"

namespace cadran::app {

namespace {

using statistics::Conformity;
using statistics::NotBenford;
using Form = AnalysisCell::Form;

constexpr std::size_t least_of_part = 10;  // fewer have no middle worth the name
constexpr std::size_t parts_named = 10;

// What is looked at by itself: everything, or each value of a field.
struct Parts {
    std::optional<std::size_t> per;
    std::vector<control::Part> parts;
};

Result<Parts> parts_for(const ChosenRecords& records, const std::optional<std::string>& per) {
    if (!per) return Parts{{}, {{column::Missing{}, records.population}}};
    const auto place = open_field_of(records.type, *per);
    if (!place) return tl::unexpected(place.error());
    return Parts{*place, control::parts_of(records.population, *place)};
}

std::string name_of_part(const Session& session, const ChosenRecords& records, const Parts& parts,
                         const control::Part& part) {
    if (!parts.per) return session.catalogue.text(Message{"app.all_records"});
    if (column::is_missing(part.value)) return session.catalogue.text(Message{"app.without_value"});
    const auto cell = cell_of(records.type.schema->field(*parts.per), part.value);
    const auto* argument = std::get_if<Argument>(&cell.value);
    return session.catalogue.fill("{part}", {{"part", *argument}});
}

const char* title_of(Conformity conformity) {
    switch (conformity) {
        case Conformity::close: return "app.benford_close";
        case Conformity::acceptable: return "app.benford_acceptable";
        case Conformity::marginal: return "app.benford_marginal";
        case Conformity::none: break;
    }
    return "app.benford_none";
}

const char* reason_of(NotBenford reason) {
    switch (reason) {
        case NotBenford::too_few: return "app.benford_too_few";
        case NotBenford::narrow_range: return "app.benford_narrow_range";
        case NotBenford::constants: break;
    }
    return "app.benford_constants";
}

Decimal rounded(double value, int scale) {
    return {std::llround(value * std::pow(10.0, scale)), scale};
}

// `p = 0.0123`; what would round to nothing is below a bound.
Message told_p_value(double p_value) {
    constexpr Decimal least{1, 4};
    if (p_value < as_double(least)) return {"app.p_value_below", {{"bound", least}}};
    return {"app.p_value", {{"p_value", rounded(p_value, least.scale)}}};
}

// A row for each digit, and what they come to.
void add_digits(const statistics::FirstDigitTest& test, const std::string& part, const AnalysisCell* shown,
                const Catalogue& catalogue, Analysis& analysis) {
    const double all = static_cast<double>(test.records);
    for (int digit = 1; digit <= 9; ++digit) {
        const std::int64_t count = test.counts[static_cast<std::size_t>(digit - 1)];
        std::vector<AnalysisCell> row;
        if (shown != nullptr) row.push_back(*shown);
        row.push_back(cell_of(std::int64_t{digit}));
        row.push_back(cell_of(count));
        row.push_back(share_cell(static_cast<double>(count), all, Form::percent));
        row.push_back(share_cell(statistics::benford_share(digit), 1, Form::percent));
        row.push_back(share_cell(static_cast<double>(count), all, Form::bar));
        analysis.rows.push_back(std::move(row));
    }
    analysis.remarks.push_back({title_of(test.conformity),
                                {{"part", part},
                                 {"deviation", rounded(test.mean_deviation, 4)},
                                 {"chi_square", rounded(test.chi_square, 2)},
                                 {"significance", catalogue.text(told_p_value(test.p_value))}}});
}

// What lies apart in each part, and the parts of which that cannot be said.
class OutlierSearch {
  public:
    OutlierSearch(const model::RecordType& type, std::size_t place, std::optional<std::size_t> per,
                  double beyond)
        : type_(type), place_(place), per_(per), beyond_(beyond) {}

    std::vector<AnalysisColumn> columns() const {
        std::vector<AnalysisColumn> columns;
        if (per_) columns.push_back(column_of(type_.schema->field(*per_)));
        columns.push_back(column_of(type_.schema->field(type_.key)));
        columns.push_back(column_of(type_.schema->field(place_)));
        columns.push_back({"median", {"app.median"}, true});
        columns.push_back({"score", {"app.modified_z_score"}, true});
        return columns;
    }

    void look_at(const control::Part& part, const std::string& name) {
        control::Numbers numbers = control::numbers_of(part.records, place_);
        missing_ += numbers.missing;
        const auto middle = statistics::middle_of(numbers.values);
        if (numbers.values.size() < least_of_part || middle->deviation <= 0) {
            (numbers.values.size() < least_of_part ? too_few_ : without_deviation_).push_back(name);
            return;
        }
        for (const control::RecordRow& record : part.records) {
            const auto value = record.number(place_);
            const auto score = value ? statistics::modified_z_score(*middle, *value) : std::nullopt;
            if (score && std::abs(*score) > beyond_) add(part, record, *value, middle->median, *score);
        }
    }

    void finish(Analysis& analysis) {
        analysis.found = !rows_.empty();
        analysis.rows = std::move(rows_);
        analysis.remarks.push_back(
            {"app.outliers_found", {{"count", std::ssize(analysis.rows)}, {"beyond", rounded(beyond_, 2)}}});
        remark_on_missing(missing_, type_.schema->field(place_), analysis);
        remark_on_parts("app.parts_too_small", too_few_, analysis);
        remark_on_parts("app.parts_without_deviation", without_deviation_, analysis);
    }

  private:
    void add(const control::Part& part, const control::RecordRow& record, std::int64_t value, double median,
             double score) {
        const column::Schema& schema = *type_.schema;
        std::vector<AnalysisCell> row;
        if (per_) row.push_back(cell_of(schema.field(*per_), part.value));
        row.push_back(cell_of(schema.field(type_.key), record.scalar(type_.key)));
        row.push_back(units_cell(schema.field(place_), value));
        row.push_back(units_cell(schema.field(place_), median));
        row.push_back({Argument(rounded(score, 1))});
        rows_.push_back(std::move(row));
    }

    static void remark_on_parts(const char* what, std::vector<std::string>& names, Analysis& analysis) {
        if (names.empty()) return;
        const std::int64_t count = std::ssize(names);
        if (names.size() > parts_named) {
            names.resize(parts_named);
            names.emplace_back("…");
        }
        const std::string named = fmt::format("{}", fmt::join(names, ", "));
        analysis.remarks.push_back({what, {{"count", count}, {"parts", named}}});
    }

    const model::RecordType& type_;
    std::size_t place_;
    std::optional<std::size_t> per_;
    double beyond_;
    std::vector<std::vector<AnalysisCell>> rows_;
    std::int64_t missing_ = 0;
    std::vector<std::string> too_few_, without_deviation_;
};

}  // namespace

Result<Analysis> test_first_digits(Session& session, const TestFirstDigits& command) {
    const auto records = choose_records(session, command.records);
    if (!records) return tl::unexpected(records.error());
    const auto place = number_field_of(records->type, command.by);
    if (!place) return tl::unexpected(place.error());
    const auto parts = parts_for(*records, command.per);
    if (!parts) return tl::unexpected(parts.error());
    const column::Schema& schema = *records->type.schema;
    Analysis analysis;
    if (parts->per) analysis.columns.push_back(column_of(schema.field(*parts->per)));
    for (const AnalysisColumn& column :
         std::vector<AnalysisColumn>{{"digit", {"app.first_digit"}, true},
                                     {"count", {"app.class_count"}, true},
                                     {"share", {"app.class_count_share"}, true},
                                     {"expected", {"app.benford_share"}, true},
                                     {"bar", {"app.class_bar"}, false, true}})
        analysis.columns.push_back(column);
    remark_on(*records, analysis);
    for (const control::Part& part : parts->parts) {
        std::vector<std::int64_t> values = control::numbers_of(part.records, *place).values;
        const std::string name = name_of_part(session, *records, *parts, part);
        if (const auto reason = statistics::not_benford(values)) {
            analysis.remarks.push_back({reason_of(*reason),
                                        {{"part", name},
                                         {"values", std::ssize(values)},
                                         {"least", std::int64_t{statistics::least_first_digits}}}});
            continue;
        }
        std::array<std::int64_t, 9> counts{};
        for (const std::int64_t value : values) {
            if (const auto digit = statistics::first_digit(value))
                ++counts[static_cast<std::size_t>(*digit - 1)];
        }
        const auto test = statistics::first_digit_test(counts);
        const AnalysisCell shown = cell_of(name);
        add_digits(test, name, parts->per ? &shown : nullptr, session.catalogue, analysis);
        analysis.found = analysis.found || test.conformity == Conformity::none;
    }
    return analysis;
}

Result<Analysis> find_outliers(Session& session, const FindOutliers& command) {
    const auto records = choose_records(session, command.records);
    if (!records) return tl::unexpected(records.error());
    const auto place = number_field_of(records->type, command.by);
    if (!place) return tl::unexpected(place.error());
    const auto parts = parts_for(*records, command.per);
    if (!parts) return tl::unexpected(parts.error());
    const double beyond = command.beyond ? as_double(*command.beyond) : statistics::far_from_others;
    if (beyond <= 0) return invalid(Message{"app.beyond_nothing"});
    OutlierSearch search{records->type, *place, parts->per, beyond};
    for (const control::Part& part : parts->parts)
        search.look_at(part, name_of_part(session, *records, *parts, part));
    Analysis analysis;
    analysis.columns = search.columns();
    remark_on(*records, analysis);
    search.finish(analysis);
    return analysis;
}

}  // namespace cadran::app
