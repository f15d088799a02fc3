// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include <algorithm>
#include <ostream>

#include "base/text.h"

namespace cadran::cli {

namespace {

constexpr std::string_view gap = "  ";

// RFC 4180, safe from formula injection when a spreadsheet opens it.
std::string csv_cell(std::string_view text) {
    std::string cell(text);
    // A minus before digits alone is a number; before anything else it may begin a formula.
    const bool negative_number =
        cell.size() > 1 && cell[0] == '-' && cell.find_first_not_of("0123456789.", 1) == std::string::npos;
    if (!cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos &&
        !negative_number)
        cell.insert(0, "'");
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string machine_text(const Json& value) {
    if (value.is_null()) return {};
    return value.visit_scalar([](bool flag) { return std::string(flag ? "true" : "false"); },
                              [](std::int64_t number) { return std::to_string(number); },
                              [](const std::string& text) { return text; },
                              [](const Json& other) { return other.canonical_text(); });
}

Json object_of(const Table& table, const std::vector<Cell>& row) {
    Json::Object object;
    for (std::size_t i = 0; i < row.size(); ++i) object[table.headings[i].key] = row[i].value;
    return object;
}

std::string padded(std::string_view text, int width, bool right) {
    const auto missing = static_cast<std::size_t>(std::max(0, width - length_in_characters(text)));
    return right ? std::string(missing, ' ') + std::string(text)
                 : std::string(text) + std::string(missing, ' ');
}

Json diagnostic_json(const Diagnostic& diagnostic, const Catalogue& catalogue) {
    return Json::Object{
        {"column", diagnostic.place.column},
        {"file", diagnostic.place.file},
        {"hint", diagnostic.hint ? Json(catalogue.text(*diagnostic.hint)) : Json()},
        {"id", diagnostic.what.id},
        {"line", diagnostic.place.line},
        {"what", catalogue.text(diagnostic.what)},
    };
}

std::string place_text(const Place& place) {
    if (place.file.empty()) return {};
    std::string text = place.file;
    if (place.line > 0) text += fmt::format(":{}", place.line);
    if (place.column > 0) text += fmt::format(":{}", place.column);
    return text + ": ";
}

}  // namespace

std::optional<Format> parse_format(std::string_view name) {
    if (name == "table") return Format::table;
    if (name == "json") return Format::json;
    if (name == "csv") return Format::csv;
    return {};
}

Cell Output::cell(Date date) const {
    return {catalogue_.date(date), Json(iso_text(date))};
}

std::string Output::emphasised(std::string_view text) const {
    return decorated_ ? fmt::format("\x1b[1m{}\x1b[0m", text) : std::string(text);
}

void Output::columns(const Table& table) {
    std::vector<int> widths;
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
        titles.push_back(catalogue_.text(table.headings[i].title));
        int width = length_in_characters(titles[i]);
        for (const auto& row : table.rows) width = std::max(width, length_in_characters(row[i].text));
        widths.push_back(width);
    }
    const auto print = [&](auto text_of, auto decorate) {
        std::string line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool last_left = i + 1 == widths.size() && !table.headings[i].right;
            line += decorate(last_left ? std::string(text_of(i))
                                       : padded(text_of(i), widths[i], table.headings[i].right));
            if (i + 1 < widths.size()) line += gap;
        }
        results_ << line << '\n';
    };
    print([&](std::size_t i) { return titles[i]; },
          [&](const std::string& text) { return emphasised(text); });
    for (const auto& row : table.rows) {
        print([&](std::size_t i) { return row[i].text; }, [](const std::string& text) { return text; });
    }
}

void Output::table(const Table& table) {
    switch (format_) {
        case Format::table: columns(table); break;
        case Format::json: {
            Json::Array rows;
            for (const auto& row : table.rows) rows.push_back(object_of(table, row));
            results_ << Json(rows).pretty_text();
            break;
        }
        case Format::csv:
            for (std::size_t i = 0; i < table.headings.size(); ++i)
                results_ << (i > 0 ? "," : "") << table.headings[i].key;
            results_ << "\r\n";
            for (const auto& row : table.rows) {
                for (std::size_t i = 0; i < row.size(); ++i)
                    results_ << (i > 0 ? "," : "") << csv_cell(machine_text(row[i].value));
                results_ << "\r\n";
            }
    }
}

void Output::record(const Table& one) {
    if (format_ == Format::csv) return table(one);
    if (format_ == Format::json) {
        results_ << object_of(one, one.rows.front()).pretty_text();
        return;
    }
    int width = 0;
    for (const Heading& heading : one.headings)
        width = std::max(width, length_in_characters(catalogue_.text(heading.title)));
    for (std::size_t i = 0; i < one.headings.size(); ++i) {
        const std::string& text = one.rows.front()[i].text;
        std::string indented;
        for (const char c : text)
            indented += c == '\n' ? "\n" + std::string(static_cast<std::size_t>(width) + gap.size(), ' ')
                                  : std::string(1, c);
        results_ << emphasised(padded(catalogue_.text(one.headings[i].title), width, false)) << gap
                 << indented << '\n';
    }
}

void Output::say(const Message& message) {
    (format_ == Format::table ? results_ : notes_) << catalogue_.text(message) << '\n';
}

void Output::complain(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
        notes_ << place_text(diagnostic.place) << catalogue_.text(diagnostic.what) << '\n';
        if (diagnostic.hint) notes_ << "    → " << catalogue_.text(*diagnostic.hint) << '\n';
    }
}

void Output::faults(const Diagnostics& diagnostics) {
    if (format_ == Format::table) {
        for (const Diagnostic& diagnostic : diagnostics) {
            results_ << emphasised(place_text(diagnostic.place)) << catalogue_.text(diagnostic.what) << '\n';
            if (diagnostic.hint) results_ << "    → " << catalogue_.text(*diagnostic.hint) << '\n';
        }
        return;
    }
    Table table{{{"file", {"cli.file"}},
                 {"line", {"cli.line"}},
                 {"column", {"cli.column"}},
                 {"id", {"cli.fault"}},
                 {"what", {"cli.what"}},
                 {"hint", {"cli.hint"}}},
                {}};
    for (const Diagnostic& diagnostic : diagnostics) {
        const Json json = diagnostic_json(diagnostic, catalogue_);
        std::vector<Cell> row;
        for (const Heading& heading : table.headings) row.push_back({{}, json.at(heading.key)});
        table.rows.push_back(std::move(row));
    }
    this->table(table);
}

void Output::text(std::string_view text) {
    results_ << text;
}

void Output::note(std::string_view text) {
    notes_ << text;
}

StreamProgress::~StreamProgress() {
    if (shown_ && on_terminal_) notes_ << "\r\x1b[K" << std::flush;
}

void StreamProgress::advance(const Message& step, std::int64_t done, std::int64_t total) {
    using namespace std::chrono_literals;
    const auto now = std::chrono::steady_clock::now();
    const auto pause = !shown_ ? 1s : on_terminal_ ? 0s : 5s;
    if (now - last_ < pause || (on_terminal_ && shown_ && now - last_ < 100ms)) return;
    last_ = now;
    shown_ = true;
    const std::string amount =
        total > 0 ? catalogue_.percent({done * 100 / total, 0}) : catalogue_.number(done);
    notes_ << (on_terminal_ ? "\r\x1b[K" : "") << catalogue_.text(step) << " " << amount
           << (on_terminal_ ? "" : "\n") << std::flush;
}

}  // namespace cadran::cli
