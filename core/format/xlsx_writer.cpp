// SPDX-License-Identifier: Apache-2.0
#include "format/xlsx_writer.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <stdexcept>

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
    lxw_row_t row = 0;
    std::size_t greatest_width = 0;
    std::map<std::pair<XlsxStyle, Shape>, lxw_format*> formats;
    std::vector<Offer> offers;

    lxw_format* format(XlsxStyle style, Shape shape) {
        lxw_format*& made = formats[{style, shape}];
        if (made == nullptr) made = make_format(style, shape);
        return made;
    }

    lxw_format* make_format(XlsxStyle style, Shape shape) {
        lxw_format* made = workbook_add_format(workbook);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        if (shape == Shape::text) {
            format_set_text_wrap(made);
            if (style == XlsxStyle::entry) format_set_num_format(made, "@");
        }
        if (shape == Shape::date) format_set_num_format(made, "dd/mm/yyyy");
        if (style == XlsxStyle::heading) {
            format_set_bold(made);
            format_set_bg_color(made, 0xDCE6F1);
            format_set_border(made, LXW_BORDER_THIN);
        }
        if (style == XlsxStyle::entry) {
            format_set_border(made, LXW_BORDER_HAIR);
            format_set_unlocked(made);
        }
        if (style == XlsxStyle::note) format_set_font_color(made, 0x595959);
        return made;
    }

    void write(lxw_col_t column, const XlsxEntry& entry) {
        const auto text = [&](const std::string& value) {
            expect(worksheet_write_string(sheet, row, column, cleaned(value, greatest_cell).c_str(),
                                          format(entry.style, Shape::text)));
        };
        const auto number = [&](double value) {
            expect(worksheet_write_number(sheet, row, column, value, format(entry.style, Shape::number)));
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
                expect(worksheet_write_datetime(sheet, row, column, &date, format(entry.style, Shape::date)));
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

    void end_sheet() {
        if (sheet == nullptr || !layout.filter || layout.frozen_rows == 0 || greatest_width == 0) return;
        const auto heading = static_cast<lxw_row_t>(layout.frozen_rows - 1);
        expect(worksheet_autofilter(sheet, heading, 0, std::max(row, heading + 1) - 1,
                                    static_cast<lxw_col_t>(greatest_width - 1)));
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

XlsxWriter::XlsxWriter(std::filesystem::path file, std::string_view title) : book_(std::make_unique<Book>()) {
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
    worksheet_set_landscape(book_->sheet);
    worksheet_set_paper(book_->sheet, 9);
    worksheet_fit_to_pages(book_->sheet, 1, 0);
}

void XlsxWriter::add_row(const std::vector<XlsxEntry>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool nothing =
            row[i].value.index() == 0 && row[i].style == XlsxStyle::plain && row[i].comment.empty();
        if (!nothing) book_->write(static_cast<lxw_col_t>(i), row[i]);
    }
    book_->greatest_width = std::max(book_->greatest_width, row.size());
    ++book_->row;
}

void XlsxWriter::offer(std::size_t column, int first_row, int last_row,
                       const std::vector<std::string>& choices) {
    book_->offers.push_back({book_->sheet, column, first_row, last_row, choices});
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
