// SPDX-License-Identifier: Apache-2.0
#include "report/docx_template.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "format/zip_file.h"
#include "format/zip_writer.h"
#include "report/page_template.h"

namespace cadran::report {

namespace {

constexpr std::size_t greatest_document = std::size_t{64} << 20;
constexpr std::string_view main_part = "word/document.xml";

// Behind the tags of markup that begin at `at`.
std::size_t behind_tags(std::string_view markup, std::size_t at) {
    while (at < markup.size() && markup[at] == '<') {
        const std::size_t end = markup.find('>', at);
        if (end == std::string_view::npos) return at;
        at = end + 1;
    }
    return at;
}

// Where the place that opens at `from` ends, its braces included; npos where nothing closes it.
std::size_t end_of_place(std::string_view markup, std::size_t from) {
    for (std::size_t at = from; (at = markup.find('}', at)) != std::string_view::npos; ++at) {
        const std::size_t next = behind_tags(markup, at + 1);
        if (next < markup.size() && markup[next] == '}') return next + 1;
    }
    return std::string_view::npos;
}

std::string without_tags(std::string_view markup) {
    std::string text;
    for (std::size_t at = 0; at < markup.size();) {
        const std::size_t next = behind_tags(markup, at);
        if (next == at) text += markup[at++];
        at = std::max(at, next);
    }
    return text;
}

// Takes out what a word processor puts between the letters of a place.
std::string with_joined_places(std::string_view markup) {
    std::string joined;
    for (std::size_t at = 0; at < markup.size();) {
        const std::size_t second = markup[at] == '{' ? behind_tags(markup, at + 1) : markup.size();
        const bool opens = second < markup.size() && markup[second] == '{';
        const std::size_t end = opens ? end_of_place(markup, second + 1) : std::string_view::npos;
        if (end == std::string_view::npos) {
            joined += markup[at++];
            continue;
        }
        joined += without_tags(markup.substr(at, end - at));
        at = end;
    }
    return joined;
}

// `{{#rows}}{{^group}}`: nothing but sections that begin or end.
bool is_sections_alone(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return false;
    while (!text.empty()) {
        const bool begins = text.starts_with("{{#") || text.starts_with("{{^") || text.starts_with("{{/");
        const std::size_t end = text.find("}}");
        if (!begins || end == std::string_view::npos) return false;
        text = trimmed(text.substr(end + 2));
    }
    return true;
}

// Elements of that name that hold nothing but sections give way to these.
std::string without_shells(const std::string& markup, std::string_view name) {
    const std::string close = fmt::format("</{}>", name);
    std::string kept;
    std::size_t at = 0;
    for (std::size_t end; (end = markup.find(close, at)) != std::string::npos; at = end) {
        end += close.size();
        kept += markup.substr(at, end - at);
        const std::size_t open =
            std::max(kept.rfind(fmt::format("<{}>", name)) + 1, kept.rfind(fmt::format("<{} ", name)) + 1);
        if (open == 0) continue;
        const std::string text = without_tags(std::string_view(kept).substr(open - 1));
        if (is_sections_alone(text)) kept.replace(open - 1, std::string::npos, trimmed(text));
    }
    return kept + markup.substr(at);
}

// A new line of a value is one on paper too.
std::string with_line_breaks(std::string_view markup) {
    std::string broken;
    bool in_text = false;
    for (std::size_t at = 0; at < markup.size(); ++at) {
        if (markup[at] == '<') {
            const std::string_view rest = markup.substr(at);
            in_text = rest.starts_with("<w:t>") || rest.starts_with("<w:t ");
        }
        if (in_text && markup[at] == '\n')
            broken += "</w:t><w:br/><w:t xml:space=\"preserve\">";
        else
            broken += markup[at];
    }
    return broken;
}

bool has_places(const DocxPart& part) {
    const bool is_edge = part.name.starts_with("word/header") || part.name.starts_with("word/footer");
    return part.name == main_part || (is_edge && part.name.ends_with(".xml"));
}

tl::unexpected<Failure> no_docx(const std::string& file) {
    return invalid({{{file}, {"report.no_docx"}, Message{"report.docx_save_again"}}});
}

}  // namespace

Result<std::vector<DocxPart>> read_docx(std::string_view bytes, const std::string& name) {
    auto zip = format::ZipFile::open(bytes, name);
    if (!zip) return tl::unexpected(std::move(zip.error()));
    if (!zip->has(main_part) || !zip->has("[Content_Types].xml")) return no_docx(name);
    std::vector<DocxPart> parts;
    std::array<char, 65'536> block{};
    std::size_t size = 0;
    for (const std::string& part : zip->names()) {
        parts.push_back({part, {}});
        if (!zip->enter(part)) return no_docx(name);
        while (const std::size_t count = zip->read(block.data(), block.size())) {
            parts.back().bytes.append(block.data(), count);
            size += count;
            if (size > greatest_document)
                return invalid({{{name}, {"report.docx_too_large"}, Message{"report.docx_fewer_pictures"}}});
        }
        if (!zip->is_sound()) return no_docx(name);
    }
    return parts;
}

std::string docx_of(const std::vector<DocxPart>& parts) {
    format::ZipWriter writer;
    for (const DocxPart& part : parts) writer.add(part.name, part.bytes);
    return writer.finish();
}

std::set<std::string> places_of(std::string_view page_template) {
    std::set<std::string> names;
    for (std::size_t at = 0; (at = page_template.find("{{", at)) != std::string_view::npos;) {
        const std::size_t end = page_template.find("}}", at);
        if (end == std::string_view::npos) break;
        std::string_view name = page_template.substr(at + 2, end - at - 2);
        while (!name.empty() && std::string_view("#^/ ").find(name.front()) != std::string_view::npos)
            name.remove_prefix(1);
        if (!name.empty() && name.front() != '!') names.emplace(trimmed(name));
        at = end;
    }
    return names;
}

std::string with_whole_places(std::string_view markup) {
    std::string whole = with_joined_places(markup);
    for (const std::string_view shell : {"w:tr", "w:tc", "w:p"}) whole = without_shells(whole, shell);
    return whole;
}

Result<std::string> filled_docx(std::vector<DocxPart> parts, const std::string& file, const Json& view,
                                const std::set<std::string>& known) {
    Diagnostics faults;
    const std::vector<std::string> names(known.begin(), known.end());
    for (DocxPart& part : parts) {
        if (!has_places(part)) continue;
        const std::string whole = with_whole_places(part.bytes);
        const std::size_t before = faults.size();
        for (const std::string& place : places_of(whole)) {
            if (known.contains(place)) continue;
            const auto nearest = nearest_name(place, names);
            faults.push_back({{file},
                              {"report.template_place", {{"place", place}}},
                              nearest ? Message{"report.template_perhaps", {{"place", *nearest}}}
                                      : Message{"report.template_places"}});
        }
        if (faults.size() > before) continue;
        auto text = filled_from(file, whole, view);
        if (!text) {
            std::ranges::move(text.error().diagnostics, std::back_inserter(faults));
            continue;
        }
        part.bytes = with_line_breaks(*text);
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return docx_of(parts);
}

}  // namespace cadran::report
