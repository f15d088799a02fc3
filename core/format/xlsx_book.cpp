// SPDX-License-Identifier: Apache-2.0
#include "format/xlsx_book.h"

#include <algorithm>

#include "base/text.h"

namespace cadran::format {

namespace {

constexpr std::size_t greatest_shared_texts = std::size_t{256} << 20;
constexpr std::size_t greatest_style_count = 65'536;
constexpr std::size_t greatest_sheet_count = 1'000;

std::string text_of(const XmlListener::Attributes& attributes, std::string_view name) {
    return std::string(find_attribute(attributes, name).value_or(""));
}

bool is_true(std::string_view value) {
    return value == "1" || value == "true" || value == "on";
}

// Where a relationship leads, from the folder of the part that has it; empty where it leads outside.
std::string resolved(std::string_view folder, std::string_view target) {
    std::vector<std::string_view> parts;
    if (!target.starts_with('/')) parts = split(folder, '/');
    for (const std::string_view part : split(target, '/')) {
        if (part == "..") {
            if (parts.empty()) return {};
            parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
    }
    std::erase(parts, "");
    return fmt::format("{}", fmt::join(parts, "/"));
}

// The relationships of a part; what lies outside the file is left out.
class Relations final : public XmlListener {
  public:
    explicit Relations(std::string folder) : folder_(std::move(folder)) {}

    void open(std::string_view name, const Attributes& attributes) override {
        if (name != "Relationship" || text_of(attributes, "TargetMode") == "External") return;
        const std::string type = text_of(attributes, "Type");
        parts[text_of(attributes, "Id")] = {resolved(folder_, text_of(attributes, "Target")),
                                            type.substr(type.rfind('/') + 1)};
    }
    void text(std::string_view) override {}
    void close(std::string_view) override {}

    std::string find(std::string_view type) const {
        for (const auto& [id, part] : parts) {
            if (part.type == type) return part.name;
        }
        return {};
    }

    std::map<std::string, XlsxPart> parts;  // by id

  private:
    std::string folder_;
};

class Contents final : public XmlListener {
  public:
    Contents(const Relations& relations, XlsxBook& book) : relations_(relations), book_(book) {}

    void open(std::string_view name, const Attributes& attributes) override {
        if (name == "workbookPr" && is_true(text_of(attributes, "date1904")))
            book_.dates = DateSystem::from_1904;
        if (name != "sheet" || book_.sheets.size() == greatest_sheet_count) return;
        const auto id =
            std::ranges::find_if(attributes, [](const auto& one) { return one.first.ends_with(":id"); });
        const auto part = id == attributes.end() ? relations_.parts.end() : relations_.parts.find(id->second);
        if (part == relations_.parts.end() || part->second.type != "worksheet") return;
        const auto state = text_of(attributes, "state");
        book_.sheets.push_back(
            {text_of(attributes, "name"), part->second.name, !state.empty() && state != "visible"});
    }
    void text(std::string_view) override {}
    void close(std::string_view) override {}

  private:
    const Relations& relations_;
    XlsxBook& book_;
};

class Styles final : public XmlListener {
  public:
    explicit Styles(XlsxBook& book) : book_(book) {}

    void open(std::string_view name, const Attributes& attributes) override {
        if (name == "numFmt")
            codes_[text_of(attributes, "numFmtId")] = format_of_code(text_of(attributes, "formatCode"));
        if (name == "cellXfs") in_cells_ = true;
        if (name != "xf" || !in_cells_ || book_.styles.size() == greatest_style_count) return;
        const std::string id = text_of(attributes, "numFmtId");
        const auto own = codes_.find(id);
        book_.styles.push_back(own == codes_.end()
                                   ? built_in_format(static_cast<int>(parse_integer(id).value_or(0)))
                                   : own->second);
    }
    void text(std::string_view) override {}
    void close(std::string_view name) override {
        if (name == "cellXfs") in_cells_ = false;
    }
    bool wants_more() const override { return codes_.size() < greatest_style_count; }

  private:
    XlsxBook& book_;
    std::map<std::string, NumberFormat> codes_;
    bool in_cells_ = false;
};

// Rich texts are the sum of their runs; how they are pronounced is left out.
class Texts final : public XmlListener {
  public:
    explicit Texts(SharedTexts& texts) : texts_(texts) {}

    void open(std::string_view name, const Attributes&) override {
        if (name == "rPh") ++aside_;
        in_text_ = name == "t" && aside_ == 0;
    }
    void text(std::string_view text) override {
        if (in_text_) text_ += text;
    }
    void close(std::string_view name) override {
        if (name == "rPh") --aside_;
        in_text_ = false;
        if (name != "si") return;
        fits = texts_.add(text_);
        text_.clear();
    }
    bool wants_more() const override { return fits && text_.size() < greatest_shared_texts; }

    bool fits = true;

  private:
    SharedTexts& texts_;
    std::string text_;
    int aside_ = 0;
    bool in_text_ = false;
};

std::string folder_of(const std::string& part) {
    const auto slash = part.rfind('/');
    return slash == std::string::npos ? "" : part.substr(0, slash);
}

std::string relations_of(const std::string& part) {
    const std::string folder = folder_of(part);
    return folder + (folder.empty() ? "" : "/") + "_rels/" +
           part.substr(folder.empty() ? 0 : folder.size() + 1) + ".rels";
}

tl::unexpected<Failure> damaged(const std::string& file_name, Message what) {
    return invalid(Diagnostics{{{file_name}, std::move(what), Message{"format.zip_save_again"}}});
}

}  // namespace

bool SharedTexts::add(std::string_view text) {
    bytes_ += text;
    ends_.push_back(bytes_.size());
    return bytes_.size() + ends_.size() * sizeof(std::size_t) <= greatest_shared_texts;
}

std::string_view SharedTexts::at(std::size_t index) const {
    const std::size_t start = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(bytes_).substr(start, ends_[index] - start);
}

std::optional<Diagnostic> stream_part(ZipFile& zip, const std::string& file_name, const std::string& part,
                                      XmlListener& listener) {
    const auto fault = [&](Message what) {
        return Diagnostic{{file_name}, std::move(what), Message{"format.zip_save_again"}};
    };
    if (!zip.enter(part)) return fault({"format.xlsx_part_missing", {{"name", part}}});
    auto wrong = stream_xml([&zip](char* into, std::size_t size) { return zip.read(into, size); }, listener);
    const bool sound = zip.is_sound();
    if (wrong) return fault(std::move(*wrong));
    if (!sound && listener.wants_more()) return fault({"format.zip_damaged"});
    return {};
}

Result<XlsxBook> read_book(ZipFile zip, const std::string& file_name) {
    XlsxBook book{std::move(zip), file_name};
    Relations package("");
    if (!book.zip.has("_rels/.rels")) return damaged(file_name, {"format.xlsx_no_workbook"});
    if (auto fault = stream_part(book.zip, file_name, "_rels/.rels", package))
        return invalid(Diagnostics{*fault});
    const std::string workbook = package.find("officeDocument");
    if (!book.zip.has(workbook)) return damaged(file_name, {"format.xlsx_no_workbook"});
    Relations relations(folder_of(workbook));
    Contents contents(relations, book);
    Styles styles(book);
    Texts texts(book.texts);
    const auto stream = [&](const std::string& part, XmlListener& listener) {
        return stream_part(book.zip, file_name, part, listener);
    };
    if (auto fault = stream(relations_of(workbook), relations)) return invalid(Diagnostics{*fault});
    if (auto fault = stream(workbook, contents)) return invalid(Diagnostics{*fault});
    if (const auto part = relations.find("styles"); !part.empty()) {
        if (auto fault = stream(part, styles)) return invalid(Diagnostics{*fault});
    }
    if (const auto part = relations.find("sharedStrings"); !part.empty()) {
        if (auto fault = stream(part, texts)) return invalid(Diagnostics{*fault});
    }
    if (!texts.wants_more()) return damaged(file_name, {"format.xlsx_too_many_texts"});
    if (book.sheets.empty()) return damaged(file_name, {"format.xlsx_no_sheet"});
    return book;
}

}  // namespace cadran::format
