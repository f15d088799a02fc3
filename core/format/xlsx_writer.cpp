// SPDX-License-Identifier: Apache-2.0
#include "format/xlsx_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <tuple>

#include <xlsxwriter.h>

#include "base/file.h"
#include "base/text.h"
#include "format/xlsx_reader.h"

namespace cadran::format {

namespace {

constexpr int greatest_cell = 32'767;  // characters
constexpr int greatest_comment = 1'000;
constexpr std::time_t fixed_creation = 946'684'800;  // 2000-01-01: the bytes follow from the content alone

std::size_t sequence_length(std::string_view bytes) {
    for (std::size_t length = 1; length <= std::min<std::size_t>(4, bytes.size()); ++length) {
        if (is_utf8(bytes.substr(0, length))) return length;
    }
    return 0;
}

// What a cell can hold of a text: the library would write a corrupt file.
std::string cleaned(std::string_view text, int limit) {
    std::string clean;
    int characters = 0;
    for (std::size_t at = 0; at < text.size() && characters < limit;) {
        const std::size_t length = sequence_length(text.substr(at));
        const char first = text[at];
        const bool control =
            length == 1 && ((first >= 0 && first < ' ' && first != '\n' && first != '\t') || first == 0x7F);
        const std::string_view piece = text.substr(at, length);
        if (length > 0 && !control && piece != "\xEF\xBF\xBE" && piece != "\xEF\xBF\xBF") {
            clean += piece;
            // Spreadsheets count UTF-16 units.
            characters += length == 4 ? 2 : 1;
        }
        at += std::max<std::size_t>(length, 1);
    }
    return clean;
}

void expect(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("spreadsheet: ") + lxw_strerror(error));
}

lxw_datetime datetime_of(Date date) {
    lxw_datetime value{};
    value.year = static_cast<int>(date.year());
    value.month = static_cast<int>(static_cast<unsigned>(date.month()));
    value.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return value;
}

enum class Shape { text, number, date };

// What a printed page says at its edge: the library reads `&` as the start of an order, and refuses what is
// long.
std::string edge_words(std::string_view words, std::size_t most) {
    std::string safe;
    for (const char c : cleaned(words, static_cast<int>(most)))
        safe += c == '&' ? std::string("&&") : std::string(1, c);
    return safe;
}

// A4 across, between the margins, at 96 pixels an inch.
constexpr double side_margin = 0.4;  // inches
constexpr double printed_width = 1040;
// Where the typeface of the workbook is missing, columns are as much wider.
constexpr double widest_substitute = 1.34;
constexpr std::size_t longest_edge = 200;
constexpr double greatest_height = 405;      // of a row, in points
constexpr double line_height = 15;           // points
constexpr double air_in_headings = 6;        // points
constexpr double letters_a_character = 0.9;  // of a column's width, words in bold or in a wider typeface too
constexpr double default_chart_width = 480;
constexpr double default_chart_height = 288;
constexpr unsigned target_colour = 0x5B6B7A;

}  // namespace

struct XlsxWriter::Book {
    struct Offer {
        lxw_worksheet* sheet;
        std::size_t column;
        int first_row;
        int last_row;
        std::vector<std::string> choices;
    };

    std::filesystem::path place;
    std::filesystem::path temporary;
    lxw_workbook* workbook = nullptr;
    lxw_worksheet* sheet = nullptr;
    XlsxLayout layout;
    XlsxDress dress;
    lxw_row_t row = 0;
    std::size_t greatest_width = 0;
    std::map<std::tuple<XlsxStyle, Shape, std::string>, lxw_format*> formats;
    std::vector<Offer> offers;
    std::vector<lxw_row_t> breaks;

    lxw_format* format(XlsxStyle style, Shape shape, const std::string& number_format = {}) {
        lxw_format*& made = formats[{style, shape, number_format}];
        if (made == nullptr) made = make_format(style, shape, number_format);
        return made;
    }

    lxw_format* make_format(XlsxStyle style, Shape shape, const std::string& number_format) {
        lxw_format* made = workbook_add_format(workbook);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        if (shape == Shape::text) {
            if (style != XlsxStyle::title && style != XlsxStyle::line_note) format_set_text_wrap(made);
            if (style == XlsxStyle::entry) format_set_num_format(made, "@");
            // Words do not touch the number before them.
            if (style == XlsxStyle::plain || style == XlsxStyle::good || style == XlsxStyle::poor ||
                style == XlsxStyle::bad || style == XlsxStyle::heading || style == XlsxStyle::note)
                format_set_indent(made, 1);
        }
        if (shape == Shape::date) format_set_num_format(made, "dd/mm/yyyy");
        if (shape != Shape::text && !number_format.empty())
            format_set_num_format(made, number_format.c_str());
        if (style == XlsxStyle::heading) {
            format_set_bold(made);
            format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
            format_set_bg_color(made, dress.ground);
            format_set_border(made, LXW_BORDER_THIN);
        }
        if (style == XlsxStyle::entry) {
            format_set_border(made, LXW_BORDER_HAIR);
            format_set_unlocked(made);
        }
        if (style == XlsxStyle::note || style == XlsxStyle::line_note) format_set_font_color(made, 0x595959);
        if (style == XlsxStyle::title) {
            format_set_bold(made);
            format_set_font_size(made, 14);
            format_set_font_color(made, dress.accent);
        }
        colour(made, style);
        return made;
    }

    static void colour(lxw_format* made, XlsxStyle style) {
        const auto dress_in = [&](lxw_color_t ground, lxw_color_t letters) {
            format_set_bg_color(made, ground);
            format_set_font_color(made, letters);
        };
        if (style == XlsxStyle::good) dress_in(0xD9EFDD, 0x14532D);
        if (style == XlsxStyle::poor) dress_in(0xFFE9B3, 0x6B4A00);
        if (style == XlsxStyle::bad) dress_in(0xF8D3CC, 0x7A1F12);
    }

    void write(lxw_col_t column, const XlsxEntry& entry) {
        const auto text = [&](const std::string& value) {
            expect(worksheet_write_string(sheet, row, column, cleaned(value, greatest_cell).c_str(),
                                          format(entry.style, Shape::text)));
        };
        const auto number = [&](double value) {
            expect(worksheet_write_number(sheet, row, column, value,
                                          format(entry.style, Shape::number, entry.number_format)));
        };
        switch (entry.value.index()) {
            case 0:
                expect(worksheet_write_blank(sheet, row, column, format(entry.style, Shape::text)));
                break;
            case 1: text(std::get<std::string>(entry.value)); break;
            case 2: number(static_cast<double>(std::get<std::int64_t>(entry.value))); break;
            case 3: number(std::strtod(plain_text(std::get<Decimal>(entry.value)).c_str(), nullptr)); break;
            case 4: {
                lxw_datetime date = datetime_of(std::get<Date>(entry.value));
                expect(worksheet_write_datetime(sheet, row, column, &date,
                                                format(entry.style, Shape::date, entry.number_format)));
                break;
            }
            default:
                expect(worksheet_write_boolean(sheet, row, column, std::get<bool>(entry.value) ? 1 : 0,
                                               format(entry.style, Shape::number)));
        }
        if (!entry.comment.empty())
            expect(worksheet_write_comment(sheet, row, column,
                                           cleaned(entry.comment, greatest_comment).c_str()));
    }

    // How many lines the words of a cell take in its column, as its words break.
    double lines_of(std::size_t column, const std::string& words) const {
        if (column >= layout.widths.size()) return 1;
        const int most = std::max(1, static_cast<int>(layout.widths[column] * letters_a_character));
        double lines = 0;
        for (const std::string_view line : split(words, '\n')) {
            int used = 0;
            ++lines;
            for (const std::string_view word : split(line, ' ')) {
                const int length = length_in_characters(word);
                if (used > 0 && used + 1 + length > most) {
                    ++lines;
                    used = 0;
                }
                used += length + (used > 0 ? 1 : 0);
                while (used > most) {
                    ++lines;
                    used -= most;
                }
            }
        }
        return lines;
    }

    // Not every program makes room for words that break.
    void set_height(const std::vector<XlsxEntry>& cells) {
        double lines = 1;
        const bool headings = std::ranges::any_of(
            cells, [](const XlsxEntry& cell) { return cell.style == XlsxStyle::heading; });
        const double air = headings ? air_in_headings : 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool breaks_lines =
                cells[i].style != XlsxStyle::title && cells[i].style != XlsxStyle::line_note;
            if (const auto* words = std::get_if<std::string>(&cells[i].value);
                words != nullptr && breaks_lines)
                lines = std::max(lines, lines_of(i, *words));
        }
        if (lines > 1 || headings)
            expect(
                worksheet_set_row(sheet, row, std::min(lines * line_height + air, greatest_height), nullptr));
    }

    // Pages break where they are told to only if the sheet is not fitted to their width by the program that
    // prints it.
    void set_up_print() {
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9);
        worksheet_set_margins(sheet, side_margin, side_margin, -1, -1);
        const std::string header = "&L" + edge_words(dress.header, longest_edge);
        const std::string footer = "&L" + edge_words(dress.footer, longest_edge) + "&R&P / &N";
        if (!dress.header.empty()) expect(worksheet_set_header(sheet, header.c_str()));
        expect(worksheet_set_footer(sheet, footer.c_str()));
        if (layout.frozen_rows > 0) {
            const auto heading = static_cast<lxw_row_t>(layout.frozen_rows - 1);
            expect(worksheet_repeat_rows(sheet, heading, heading));
        }
        if (breaks.empty()) {
            worksheet_fit_to_pages(sheet, 1, 0);
            return;
        }
        double width = 0;
        for (const double column : layout.widths) width += pixels(column);
        const double scale =
            std::clamp(100 * printed_width / std::max(width * widest_substitute, 1.0), 10.0, 100.0);
        worksheet_set_print_scale(sheet, static_cast<std::uint16_t>(scale));
        breaks.push_back(0);
        expect(worksheet_set_h_pagebreaks(sheet, breaks.data()));
    }

    void end_sheet() {
        if (sheet == nullptr) return;
        set_up_print();
        if (!layout.filter || layout.frozen_rows == 0 || greatest_width == 0) return;
        const auto heading = static_cast<lxw_row_t>(layout.frozen_rows - 1);
        expect(worksheet_autofilter(sheet, heading, 0, std::max(row, heading + 1) - 1,
                                    static_cast<lxw_col_t>(greatest_width - 1)));
    }

    // Where the figures of a column stand.
    void point_at(lxw_chart_series* series, const XlsxChart& chart, std::size_t column) const {
        const auto first = static_cast<lxw_row_t>(chart.first_row);
        const auto last = static_cast<lxw_row_t>(chart.end_row - 1);
        const auto names = static_cast<lxw_col_t>(chart.names);
        const auto figures = static_cast<lxw_col_t>(column);
        chart_series_set_categories(series, layout.name.c_str(), first, names, last, names);
        chart_series_set_values(series, layout.name.c_str(), first, figures, last, figures);
    }

    void add_line(lxw_chart* made, const XlsxChart& chart, const XlsxChart::Line& line) const {
        lxw_chart_series* series = chart_add_series(made, nullptr, nullptr);
        if (series == nullptr) throw std::runtime_error("spreadsheet: a line cannot be added to the chart");
        point_at(series, chart, line.column);
        chart_series_set_name(series, cleaned(line.name, 255).c_str());
        lxw_chart_line look{};
        look.color = line.is_bound ? target_colour : dress.accent;
        look.width = line.is_bound ? 1.5F : 2.25F;
        look.dash_type = line.is_bound ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
        chart_series_set_line(series, &look);
        chart_series_set_marker_type(series, line.is_bound ? LXW_CHART_MARKER_NONE : LXW_CHART_MARKER_CIRCLE);
        if (line.is_bound) return;
        lxw_chart_fill fill{};
        fill.color = dress.accent;
        chart_series_set_marker_fill(series, &fill);
        chart_series_set_marker_size(series, 6);
    }

    // The lists stand in columns of their own, because a list inside a rule is short and knows no comma.
    void write_lists(const std::string& name) {
        lxw_worksheet* lists = workbook_add_worksheet(workbook, name.c_str());
        if (lists == nullptr) throw std::runtime_error("spreadsheet: the sheet of lists cannot be added");
        worksheet_hide(lists);
        std::map<std::vector<std::string>, lxw_col_t> columns;
        for (const Offer& offer : offers) {
            const auto [known, fresh] =
                columns.emplace(offer.choices, static_cast<lxw_col_t>(columns.size()));
            lxw_row_t line = 0;
            for (const std::string& choice : offer.choices) {
                if (!fresh) break;
                expect(worksheet_write_string(lists, line++, known->second,
                                              cleaned(choice, greatest_cell).c_str(), nullptr));
            }
            restrict(offer, name, known->second);
        }
    }

    void restrict(const Offer& offer, const std::string& lists, lxw_col_t column) {
        const std::string letters = cell_name(column, 0).substr(0, cell_name(column, 0).size() - 1);
        std::string range = fmt::format("='{}'!${}$1:${}${}", lists, letters, letters, offer.choices.size());
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = range.data();
        rule.ignore_blank = LXW_VALIDATION_ON;
        rule.dropdown = LXW_VALIDATION_ON;
        rule.show_input = LXW_VALIDATION_ON;
        rule.show_error = LXW_VALIDATION_ON;
        const auto at = static_cast<lxw_col_t>(offer.column);
        expect(worksheet_data_validation_range(offer.sheet, static_cast<lxw_row_t>(offer.first_row - 1), at,
                                               static_cast<lxw_row_t>(offer.last_row - 1), at, &rule));
    }
};

XlsxWriter::XlsxWriter(std::string_view title, XlsxDress dress)
    : XlsxWriter(std::filesystem::path(), title, std::move(dress)) {}

XlsxWriter::XlsxWriter(std::filesystem::path file, std::string_view title, XlsxDress dress)
    : book_(std::make_unique<Book>()) {
    book_->dress = std::move(dress);
    book_->place = std::move(file);
    book_->temporary = std::filesystem::temp_directory_path() / "cadran-XXXXXX.xlsx";
    std::string name = book_->temporary.string();
    const int descriptor = ::mkstemps(name.data(), 5);
    if (descriptor < 0) throw std::runtime_error("spreadsheet: no temporary file can be made");
    ::fclose(::fdopen(descriptor, "r"));
    book_->temporary = name;
    book_->workbook = workbook_new(name.c_str());
    std::string clean_title = cleaned(title, 255);
    lxw_doc_properties properties{};
    properties.title = clean_title.data();
    properties.created = fixed_creation;
    workbook_set_properties(book_->workbook, &properties);
}

XlsxWriter::~XlsxWriter() {
    if (book_->workbook != nullptr) workbook_close(book_->workbook);
    std::error_code ignored;
    std::filesystem::remove(book_->temporary, ignored);
}

void XlsxWriter::begin_sheet(const XlsxLayout& layout) {
    book_->end_sheet();
    book_->layout = layout;
    book_->row = 0;
    book_->greatest_width = 0;
    book_->breaks.clear();
    book_->sheet = workbook_add_worksheet(book_->workbook, layout.name.c_str());
    if (book_->sheet == nullptr)
        throw std::runtime_error("spreadsheet: no sheet can be called " + layout.name);
    for (std::size_t i = 0; i < layout.widths.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        expect(worksheet_set_column(book_->sheet, column, column, layout.widths[i], nullptr));
    }
    if (layout.frozen_rows > 0)
        worksheet_freeze_panes(book_->sheet, static_cast<lxw_row_t>(layout.frozen_rows), 0);
    if (layout.is_protected) worksheet_protect(book_->sheet, nullptr, nullptr);
}

void XlsxWriter::add_row(const std::vector<XlsxEntry>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool nothing =
            row[i].value.index() == 0 && row[i].style == XlsxStyle::plain && row[i].comment.empty();
        if (!nothing) book_->write(static_cast<lxw_col_t>(i), row[i]);
    }
    book_->set_height(row);
    book_->greatest_width = std::max(book_->greatest_width, row.size());
    ++book_->row;
}

void XlsxWriter::break_page(std::size_t row) {
    book_->breaks.push_back(static_cast<lxw_row_t>(row));
}

std::size_t XlsxWriter::rows() const {
    return book_->row;
}

double XlsxWriter::pixels(double characters) {
    return std::floor(characters * 7) + 5;
}

void XlsxWriter::add_chart(const XlsxChart& chart) {
    lxw_chart* made = workbook_add_chart(book_->workbook, LXW_CHART_LINE);
    if (made == nullptr) throw std::runtime_error("spreadsheet: no chart can be added");
    for (const XlsxChart::Line& line : chart.lines) book_->add_line(made, chart, line);
    chart_title_set_name(made, cleaned(chart.title, 255).c_str());
    lxw_chart_font font{};
    font.size = 11;
    font.bold = LXW_TRUE;
    chart_title_set_name_font(made, &font);
    chart_legend_set_position(made, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_line grid{};
    grid.color = 0xD9DEE2;
    grid.width = 0.75F;
    chart_axis_major_gridlines_set_line(made->y_axis, &grid);
    if (!chart.number_format.empty()) chart_axis_set_num_format(made->y_axis, chart.number_format.c_str());
    lxw_chart_options place{};
    place.x_offset = static_cast<std::int32_t>(chart.left);
    place.x_scale = chart.width / default_chart_width;
    place.y_scale = chart.height / default_chart_height;
    expect(worksheet_insert_chart_opt(book_->sheet, static_cast<lxw_row_t>(chart.row), 0, made, &place));
}

void XlsxWriter::offer(std::size_t column, int first_row, int last_row,
                       const std::vector<std::string>& choices) {
    book_->offers.push_back({book_->sheet, column, first_row, last_row, choices});
}

std::string XlsxWriter::take() {
    book_->end_sheet();
    expect(workbook_close(std::exchange(book_->workbook, nullptr)));
    Result<std::string> bytes = read_file(book_->temporary);
    if (!bytes) throw std::runtime_error("spreadsheet: the temporary file cannot be read");
    return std::move(*bytes);
}

void XlsxWriter::finish(const std::string& lists) {
    book_->end_sheet();
    if (!book_->offers.empty()) book_->write_lists(lists);
    expect(workbook_close(std::exchange(book_->workbook, nullptr)));
    DurableFile file(book_->place, Access::everybody);
    const Done copied =
        read_blocks(book_->temporary, [&](std::string_view block) { return file.write(block), true; });
    if (!copied) throw std::runtime_error("spreadsheet: the temporary file cannot be read");
    file.publish();
}

}  // namespace cadran::format
