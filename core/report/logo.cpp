// SPDX-License-Identifier: Apache-2.0
#include "report/logo.h"

#include <algorithm>
#include <cstring>

#include "base/base64.h"
#include "base/text.h"
#include "format/xml_stream.h"
#include "report/pdf_paper.h"

namespace cadran::report {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n"sv;
constexpr std::int64_t most_pixels = 4'096;  // of a side

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return small;
}

// Whether a style sheet asks for anything that stands elsewhere; in doubt it does.
bool refers_outside(std::string_view style) {
    const std::string words = in_small_letters(style);
    if (words.find('\\') != std::string::npos || words.find("@import") != std::string::npos ||
        words.find("image-set") != std::string::npos)
        return true;
    constexpr std::string_view call = "url(";
    for (auto at = words.find(call); at != std::string::npos; at = words.find(call, at + 1)) {
        const auto target = words.find_first_not_of(" \t\r\n'\"", at + call.size());
        if (target == std::string::npos || words[target] != '#') return true;
    }
    return false;
}

// Looks for what a picture that shows only itself has no use for.
class Inspection final : public format::XmlListener {
  public:
    void open(std::string_view name, const Attributes& attributes) override {
        if (is_first_ && name != "svg") is_picture = false;
        is_first_ = false;
        static constexpr std::string_view refused[] = {"script", "foreignObject", "iframe", "object", "embed",
                                                       "audio",  "video",         "set",    "handler"};
        if (std::ranges::find(refused, name) != std::end(refused) || name.starts_with("animate"))
            refuse(name);
        in_style_ = name == "style";
        for (const auto& [attribute, value] : attributes) inspect(name, attribute, value);
    }
    void text(std::string_view text) override {
        if (in_style_) style_ += text;
    }
    void close(std::string_view name) override {
        if (name == "style" && refers_outside(style_)) refuse(name);
        if (name == "style") style_.clear();
        in_style_ = false;
    }
    bool wants_more() const override { return is_picture && found.empty(); }

    bool is_picture = true;
    std::string found;  // the first element or attribute that is refused

  private:
    void inspect(std::string_view element, std::string_view attribute, std::string_view value) {
        const std::string_view name = attribute.substr(attribute.rfind(':') + 1);
        if (name.starts_with("on") || name == "src" || attribute == "xml:base") refuse(attribute);
        if (name == "href" && !value.starts_with('#') && !(element == "image" && is_within(value)))
            refuse(attribute);
        if (name != "href" && refers_outside(value)) refuse(attribute);
    }
    static bool is_within(std::string_view address) {
        return address.starts_with("data:image/png;base64,") ||
               address.starts_with("data:image/jpeg;base64,");
    }
    void refuse(std::string_view name) {
        if (found.empty()) found = name;
    }

    bool is_first_ = true;
    bool in_style_ = false;
    std::string style_;
};

Diagnostics fault(Message what, Message hint) {
    return {{{}, std::move(what), std::move(hint)}};
}

Diagnostics no_picture() {
    return fault({"report.logo_unreadable"}, {"report.save_the_logo_again"});
}

std::int64_t number_at(std::string_view bytes, std::size_t at) {
    std::int64_t number = 0;
    for (const char c : bytes.substr(at, 4)) number = number << 8 | static_cast<unsigned char>(c);
    return number;
}

// Before anything is decoded: a small file may tell of a vast picture.
Diagnostics png_faults(std::string_view bytes) {
    constexpr std::size_t width_at = 16, height_at = 20, header = 24;
    if (bytes.size() < header || bytes.substr(12, 4) != "IHDR") return no_picture();
    const std::int64_t width = number_at(bytes, width_at), height = number_at(bytes, height_at);
    if (width <= most_pixels && height <= most_pixels) return {};
    return fault(
        {"report.logo_too_many_pixels", {{"width", width}, {"height", height}, {"limit", most_pixels}}},
        {"report.shrink_the_logo"});
}

Diagnostics svg_faults(std::string_view bytes) {
    Inspection inspection;
    const auto source = [rest = bytes](char* into, std::size_t size) mutable {
        const std::size_t count = std::min(size, rest.size());
        std::memcpy(into, rest.data(), count);
        rest.remove_prefix(count);
        return count;
    };
    if (!is_utf8(bytes) || bytes.find('\0') != std::string_view::npos) return no_picture();
    auto malformed = format::stream_xml(source, inspection);
    if (bytes.find("<?xml-stylesheet") != std::string_view::npos) inspection.found = "xml-stylesheet";
    if (!inspection.found.empty()) {
        return fault({"report.logo_refers_outside", {{"name", inspection.found}}},
                     {"report.save_the_logo_plain"});
    }
    if (malformed) return fault(std::move(*malformed), {"report.save_the_logo_again"});
    return inspection.is_picture ? Diagnostics{} : no_picture();
}

}  // namespace

bool is_png(std::string_view bytes) {
    return bytes.starts_with(png_signature);
}

Diagnostics logo_faults(std::string_view bytes) {
    if (bytes.size() > greatest_logo) {
        return fault({"report.logo_too_large", {{"limit", static_cast<std::int64_t>(greatest_logo >> 10)}}},
                     {"report.shrink_the_logo"});
    }
    if (Diagnostics faults = is_png(bytes) ? png_faults(bytes) : svg_faults(bytes); !faults.empty())
        return faults;
    const auto size = size_of_picture(bytes);
    return size && size->x > 0 && size->y > 0 ? Diagnostics{} : no_picture();
}

std::string logo_address(std::string_view bytes) {
    if (bytes.empty()) return {};
    return (is_png(bytes) ? "data:image/png;base64," : "data:image/svg+xml;base64,") + base64_text(bytes);
}

}  // namespace cadran::report
