// SPDX-License-Identifier: Apache-2.0
#include "format/xlsx_reader.h"

#include <algorithm>

#include "base/text.h"
#include "format/xlsx_book.h"

namespace cadran::format {

namespace {

constexpr int greatest_row = 1'048'576;
constexpr std::size_t greatest_column = 16'384;
constexpr std::size_t longest_cell = std::size_t{1} << 20;

// The column of `BC12`, from 0; none where it names none.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    std::size_t letters = 0;
    while (letters < reference.size() && letters < 3 && reference[letters] >= 'A' &&
           reference[letters] <= 'Z')
        column = column * 26 + static_cast<std::size_t>(reference[letters++] - 'A' + 1);
    if (letters == 0 || column > greatest_column) return {};
    return column - 1;
}

// Makes rows out of what a sheet's part says.
class SheetListener final : public XmlListener {
  public:
    SheetListener(const XlsxBook& book, const std::function<bool(const XlsxRow&)>& take)
        : book_(book), take_(take) {}

    const std::optional<Message>& fault() const { return fault_; }
    bool wants_more() const override { return more_ && !fault_; }

    void open(std::string_view name, const Attributes& attributes) override {
        if (name == "row") return open_row(attributes);
        if (name == "c") return open_cell(attributes);
        if (name == "rPh") aside_ = true;
        takes_text_ = !aside_ && (name == "v" || (name == "t" && type_ == "inlineStr"));
    }

    void text(std::string_view text) override {
        if (!takes_text_) return;
        value_ += text;
        if (value_.size() > longest_cell) damaged({"format.xlsx_cell_too_long", {{"cell", here()}}});
    }

    void close(std::string_view name) override {
        takes_text_ = false;
        if (name == "rPh") aside_ = false;
        if (name == "c") close_cell();
        if (name == "row" && !row_.cells.empty()) more_ = take_(row_);
    }

  private:
    std::string here() const { return cell_name(column_, row_.number); }
    void damaged(Message what) { fault_ = std::move(what); }

    void open_row(const Attributes& attributes) {
        const int previous = row_.number;
        row_.number = previous + 1;
        row_.cells.clear();
        next_column_ = 0;
        if (const auto given = find_attribute(attributes, "r"))
            row_.number =
                static_cast<int>(std::min<std::int64_t>(parse_integer(*given).value_or(0), greatest_row + 1));
        if (row_.number <= previous || row_.number > greatest_row) damaged({"format.xlsx_rows_out_of_order"});
    }

    void open_cell(const Attributes& attributes) {
        type_ = find_attribute(attributes, "t").value_or("n");
        const auto style = parse_integer(find_attribute(attributes, "s").value_or("0")).value_or(0);
        format_ = static_cast<std::size_t>(style) < book_.styles.size()
                      ? book_.styles[static_cast<std::size_t>(style)]
                      : NumberFormat::number;
        const auto reference = find_attribute(attributes, "r");
        const auto column = reference ? column_of(*reference) : next_column_;
        if (!column || *column < next_column_ || *column >= greatest_column)
            return damaged({"format.xlsx_cells_out_of_order", {{"row", std::int64_t{row_.number}}}});
        column_ = *column;
        next_column_ = column_ + 1;
        value_.clear();
    }

    void close_cell() {
        if (fault_ || value_.empty()) return;
        using enum XlsxCell::Kind;
        if (type_ == "s") return close_shared();
        if (type_ == "b") return add(boolean, value_ == "1" || value_ == "true" ? "true" : "false");
        if (type_ == "e") return add(error, value_);
        if (type_ == "d")
            return add(date, value_.substr(0, value_.ends_with("T00:00:00") ? 10 : std::string::npos));
        if (type_ == "n") return close_number();
        add(text_kind, value_);
    }

    void close_shared() {
        const auto index = parse_integer(value_);
        if (!index || static_cast<std::size_t>(*index) >= book_.texts.size())
            return damaged({"format.xlsx_bad_cell", {{"cell", here()}, {"value", value_}}});
        const std::string_view text = book_.texts.at(static_cast<std::size_t>(*index));
        if (!text.empty()) add(text_kind, std::string(text));
    }

    void close_number() {
        const auto number = decimal_text(value_);
        if (!number)
            return damaged({"format.xlsx_bad_cell", {{"cell", here()}, {"value", value_.substr(0, 60)}}});
        if (format_ == NumberFormat::date || format_ == NumberFormat::time) {
            if (auto date = date_text(value_, book_.dates)) {
                const bool clock = date->size() == 8;
                return add(clock ? XlsxCell::Kind::time : XlsxCell::Kind::date, std::move(*date));
            }
        }
        add(format_ == NumberFormat::percent ? XlsxCell::Kind::percent : XlsxCell::Kind::number, *number);
    }

    void add(XlsxCell::Kind kind, std::string text) {
        row_.cells.push_back({column_, kind, std::move(text)});
    }

    static constexpr XlsxCell::Kind text_kind = XlsxCell::Kind::text;

    const XlsxBook& book_;
    const std::function<bool(const XlsxRow&)>& take_;
    XlsxRow row_;
    std::size_t column_ = 0;
    std::size_t next_column_ = 0;
    std::string type_;
    NumberFormat format_ = NumberFormat::number;
    std::string value_;
    bool takes_text_ = false;
    bool aside_ = false;
    bool more_ = true;
    std::optional<Message> fault_;
};

}  // namespace

struct XlsxReader::Book {
    XlsxBook content;
    std::vector<Sheet> sheets;
};

const XlsxCell* XlsxRow::find(std::size_t column) const {
    const auto cell = std::ranges::find(cells, column, &XlsxCell::column);
    return cell == cells.end() ? nullptr : &*cell;
}

std::string cell_name(std::size_t column, int row) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(row);
}

Result<XlsxReader> XlsxReader::open(const std::filesystem::path& file) {
    auto zip = ZipFile::open(file);
    if (!zip) return tl::unexpected(std::move(zip.error()));
    auto content = read_book(std::move(*zip), file.filename().string());
    if (!content) return tl::unexpected(std::move(content.error()));
    std::vector<Sheet> sheets;
    for (const XlsxBook::Sheet& sheet : content->sheets) sheets.push_back({sheet.name, sheet.hidden});
    return XlsxReader(std::make_unique<Book>(Book{std::move(*content), std::move(sheets)}));
}

XlsxReader::XlsxReader(std::unique_ptr<Book> book) : book_(std::move(book)) {}
XlsxReader::~XlsxReader() = default;
XlsxReader::XlsxReader(XlsxReader&& other) noexcept = default;

const std::vector<XlsxReader::Sheet>& XlsxReader::sheets() const {
    return book_->sheets;
}

Done XlsxReader::read(std::size_t sheet, const std::function<bool(const XlsxRow&)>& take) {
    XlsxBook& book = book_->content;
    SheetListener listener(book, take);
    auto fault = stream_part(book.zip, book.file_name, book.sheets.at(sheet).part, listener);
    if (listener.fault())
        fault = Diagnostic{{book.file_name}, *listener.fault(), Message{"format.zip_save_again"}};
    if (fault) return invalid(Diagnostics{std::move(*fault)});
    return {};
}

}  // namespace cadran::format
