// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "app/data_sample.h"
#include "app/rights.h"
#include "base/text.h"
#include "definition/table_file.h"
#include "record/number.h"
#include "statistics/inspection_plan.h"
#include "statistics/monetary_unit.h"
#include "statistics/sample_size.h"

namespace cadran::app {

namespace {

struct AuditedItem {
    std::int64_t book = 0;  // cents
    std::int64_t audited = 0;
    std::int64_t hits = 1;
};

struct AuditedColumns {
    std::optional<std::size_t> book, audited, hits;
};

AuditedColumns columns_in(const definition::TableRow& titles) {
    AuditedColumns columns;
    for (std::size_t i = 0; i < titles.cells.size(); ++i) {
        const std::string title = folded(titles.cells[i].text);
        if (title == "book") columns.book = i;
        if (title == "audited") columns.audited = i;
        if (title == "hits") columns.hits = i;
    }
    return columns;
}

// Reads a table line by line and gathers what is wrong in it.
class AuditedTable {
  public:
    Result<std::vector<AuditedItem>> read(const std::filesystem::path& file) {
        const auto tables = definition::read_tables(file);
        if (!tables) return tl::unexpected(tables.error());
        const definition::Table* table = nullptr;
        for (const definition::Table& one : *tables) {
            if (table == nullptr && one.rows.size() > 1) table = &one;
        }
        if (table == nullptr) return invalid(Message{"app.nothing_audited"});
        const AuditedColumns columns = columns_in(table->rows.front());
        if (!columns.book || !columns.audited) return invalid(Message{"app.no_audited_columns"});
        std::vector<AuditedItem> items;
        for (std::size_t i = 1; i < table->rows.size(); ++i) {
            if (!table->rows[i].is_blank()) items.push_back(item_of(table->rows[i], columns));
        }
        if (!faults_.empty()) return invalid(std::move(faults_));
        if (items.empty()) return invalid(Message{"app.nothing_audited"});
        return items;
    }

  private:
    AuditedItem item_of(const definition::TableRow& row, const AuditedColumns& columns) {
        AuditedItem item{amount_in(row.at(*columns.book)), amount_in(row.at(*columns.audited))};
        if (item.book < 0 || item.audited < 0)
            faults_.push_back({row.place, {"app.audited_below_nought"}, {}});
        const std::string hits = columns.hits ? row.at(*columns.hits).text : "";
        item.hits = hits.empty() ? 1 : parse_integer(hits).value_or(0);
        if (item.hits < 1) faults_.push_back({row.place, {"app.not_hits", {{"value", hits}}}, {}});
        return item;
    }

    std::int64_t amount_in(const definition::TableCell& cell) {
        const bool has_comma = cell.text.find(',') != std::string::npos;
        const auto cents = record::parse_amount_cell(cell.text, Currency{}, has_comma ? ',' : '.');
        if (cents) return *cents;
        faults_.push_back({cell.place, {"app.not_an_audited_amount", {{"value", cell.text}}}, {}});
        return 0;
    }

    Diagnostics faults_;
};

// What the items say of all that was booked, in cents.
struct Projection {
    std::int64_t sample = 0;  // hits below the interval
    std::int64_t errors = 0;
    double whole_over = 0, whole_under = 0;  // in what was looked at in full
    double likely_over = 0, likely_under = 0;
    double bound = 0;
};

Projection project(const std::vector<AuditedItem>& items, std::int64_t interval,
                   std::optional<std::int64_t> population, double confidence) {
    Projection projection;
    std::vector<double> over;
    double under = 0, whole = 0, hits = 0;
    for (const AuditedItem& item : items) {
        const double book = static_cast<double>(item.book);
        const double error = book - static_cast<double>(item.audited);
        projection.errors += error != 0 ? 1 : 0;
        hits += static_cast<double>(item.hits);
        if (item.book >= interval) {
            (error > 0 ? projection.whole_over : projection.whole_under) += std::abs(error);
            whole += book;
            continue;
        }
        projection.sample += item.hits;
        if (error > 0) over.insert(over.end(), static_cast<std::size_t>(item.hits), error / book);
        if (error < 0 && book > 0) under += static_cast<double>(item.hits) * -error / book;
    }
    const double all = population ? static_cast<double>(*population) : hits * static_cast<double>(interval);
    const double rest = std::max(0.0, all - whole);
    statistics::Bound bound;
    if (projection.sample > 0) {
        bound = statistics::stringer_bound(projection.sample, over, confidence);
        projection.likely_under = under / static_cast<double>(projection.sample) * rest;
    }
    projection.likely_under += projection.whole_under;
    projection.likely_over = projection.whole_over + bound.most_likely * rest;
    projection.bound = projection.whole_over + bound.upper * rest;
    return projection;
}

Result<double> share_of(const Decimal& percent, const char* fault) {
    const double share = as_double(percent) / 100;
    if (share > 0 && share < 1) return share;
    return invalid(Message{fault});
}

AnalysisCell word_cell(const char* id) {
    return {Message{id}};
}

void add_size(const char* method, std::int64_t accept, std::int64_t size, Analysis& analysis) {
    analysis.rows.push_back({word_cell(method), cell_of(accept), cell_of(size)});
}

void add_discovery_sizes(const SizeSamples& command, double tolerable, double confidence,
                         Analysis& analysis) {
    for (std::int64_t errors = 0; errors <= command.errors; ++errors) {
        add_size("app.size_binomial", errors, statistics::binomial_size(errors, tolerable, confidence),
                 analysis);
        add_size("app.size_poisson", errors, statistics::poisson_size(errors, tolerable, confidence),
                 analysis);
        if (!command.population) continue;
        // As few as are already too many.
        const double deviating = std::ceil(tolerable * static_cast<double>(*command.population) - 1e-9);
        const auto size = statistics::hypergeometric_size(errors, *command.population,
                                                          static_cast<std::int64_t>(deviating), confidence);
        if (size) add_size("app.size_hypergeometric", errors, *size, analysis);
    }
}

Done add_inspection_plan(const SizeSamples& command, Analysis& analysis) {
    const double thousandths = as_double(*command.quality_limit) * 1'000;
    const bool is_beyond = thousandths < 0 || thousandths > statistics::quality_limits.back();
    const auto plan = is_beyond
                          ? std::nullopt
                          : statistics::inspection_plan(*command.population, statistics::InspectionLevel::two,
                                                        static_cast<int>(std::lround(thousandths)));
    if (!plan) return invalid(Message{"app.no_quality_limit"});
    add_size("app.size_inspection", plan->accept, plan->size, analysis);
    const std::string letter(1, plan->letter);
    analysis.remarks.push_back(
        {"app.inspection_letter", {{"letter", letter}, {"limit", *command.quality_limit}}});
    return {};
}

}  // namespace

Result<Analysis> project_errors(Session& session, const ProjectErrors& command) {
    if (const Done may = authorise(session, UseCase::analyse_records); !may)
        return tl::unexpected(may.error());
    column::Field field;
    field.type = column::Type::money;
    const auto interval = units_of(command.interval, field, "--interval");
    if (!interval) return tl::unexpected(interval.error());
    if (*interval <= 0) return invalid(Message{"app.no_interval"});
    std::optional<std::int64_t> population;
    if (command.population) {
        const auto amount = units_of(*command.population, field, "--population");
        if (!amount) return tl::unexpected(amount.error());
        population = *amount;
    }
    const auto confidence = share_of(command.confidence, "app.confidence_beyond");
    if (!confidence) return tl::unexpected(confidence.error());
    const auto items = AuditedTable().read(command.file);
    if (!items) return tl::unexpected(items.error());
    const Projection projection = project(*items, *interval, population, *confidence);
    Analysis analysis;
    analysis.columns = {{"figure", {"app.projected_figure"}}, {"amount", {"app.projected_amount"}, true}};
    const auto add = [&](const char* name, double cents) {
        analysis.rows.push_back({word_cell(name), units_cell(field, cents)});
    };
    add("app.most_likely_overstatement", projection.likely_over);
    add("app.upper_overstatement", projection.bound);
    add("app.most_likely_understatement", projection.likely_under);
    add("app.seen_in_full", projection.whole_over);
    analysis.remarks.push_back({"app.errors_projected",
                                {{"count", std::ssize(*items)},
                                 {"errors", projection.errors},
                                 {"sample", projection.sample},
                                 {"confidence", command.confidence}}});
    analysis.found = projection.errors > 0;
    return analysis;
}

Result<Analysis> size_samples(Session& session, const SizeSamples& command) {
    if (const Done may = authorise(session, UseCase::analyse_records); !may)
        return tl::unexpected(may.error());
    const auto tolerable = share_of(command.tolerable, "app.tolerable_beyond");
    const auto confidence = share_of(command.confidence, "app.confidence_beyond");
    if (!tolerable) return tl::unexpected(tolerable.error());
    if (!confidence) return tl::unexpected(confidence.error());
    constexpr std::int64_t most_errors = 100;
    if (command.errors < 0 || command.errors > most_errors)
        return invalid(Message{"app.errors_beyond", {{"most", most_errors}}});
    if ((command.margin || command.quality_limit) && !command.population)
        return invalid(Message{"app.size_needs_population"});
    if (command.population && *command.population < 2) return invalid(Message{"app.population_too_small"});

    Analysis analysis;
    analysis.columns = {{"method", {"app.size_method"}},
                        {"accept", {"app.size_accept"}, true},
                        {"size", {"app.size_size"}, true}};
    add_discovery_sizes(command, *tolerable, *confidence, analysis);
    if (command.margin) {
        const auto margin = share_of(*command.margin, "app.margin_beyond");
        if (!margin) return tl::unexpected(margin.error());
        const std::int64_t size = statistics::survey_size(*command.population, *margin);
        analysis.rows.push_back({word_cell("app.size_survey"), {}, cell_of(size)});
    }
    if (command.quality_limit) {
        if (const Done added = add_inspection_plan(command, analysis); !added)
            return tl::unexpected(added.error());
    }
    analysis.remarks.push_back(
        {"app.sizes_for", {{"tolerable", command.tolerable}, {"confidence", command.confidence}}});
    return analysis;
}

}  // namespace cadran::app
