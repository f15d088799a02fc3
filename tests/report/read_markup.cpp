// SPDX-License-Identifier: Apache-2.0
#include "report/read_markup.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/text.h"

namespace cadran::report {

namespace {

constexpr std::string_view white = " \t\r\n";
constexpr std::array references{"&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#13;"};

class Reader {
  public:
    explicit Reader(std::string_view rest) : rest_(rest) {}

    std::vector<ReadElement> read() {
        constexpr std::string_view doctype = "<!DOCTYPE html>";
        if (rest_.starts_with(doctype)) rest_.remove_prefix(doctype.size());
        while (!rest_.empty()) {
            if (rest_.front() == '<')
                read_tag(taken_until('>'));
            else
                read_text(rest_.substr(0, rest_.find('<')));
        }
        if (!open_.empty()) fail("an element without end: " + elements_[open_.back()].name);
        return elements_;
    }

  private:
    [[noreturn]] static void fail(const std::string& what) { throw std::runtime_error(what); }

    // What stands between here and that character, which is passed over as well.
    std::string_view taken_until(char end) {
        const auto found = rest_.find(end);
        if (found == std::string_view::npos) fail("an unfinished tag");
        const std::string_view taken = rest_.substr(1, found - 1);
        rest_.remove_prefix(found + 1);
        return taken;
    }

    static void check(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (text[i] == '<') fail("a bare <");
            if (byte < 0x20 && white.find(text[i]) == std::string_view::npos) fail("a control character");
            if (text[i] != '&') continue;
            const auto known = [&](std::string_view reference) {
                return text.substr(i).starts_with(reference);
            };
            if (std::ranges::none_of(references, known)) fail("a bare &");
        }
    }

    void read_text(std::string_view text) {
        check(text);
        if (open_.empty() && !trimmed(text).empty()) fail("text outside the root");
        for (const std::size_t element : open_) elements_[element].text += text;
        rest_.remove_prefix(text.size());
    }

    void read_tag(std::string_view tag) {
        if (tag.starts_with('/')) {
            if (open_.empty() || elements_[open_.back()].name != tag.substr(1))
                fail("an end without start: " + std::string(tag));
            open_.pop_back();
            return;
        }
        if (open_.empty() && !elements_.empty()) fail("a second root");
        const bool closed = tag.ends_with('/');
        if (closed) tag.remove_suffix(1);
        ReadElement element;
        element.name = tag.substr(0, tag.find_first_of(white));
        if (!open_.empty()) element.parent = elements_[open_.back()].name;
        tag.remove_prefix(element.name.size());
        read_attributes(element, tag);
        if (!closed) open_.push_back(elements_.size());
        elements_.push_back(std::move(element));
    }

    static void read_attributes(ReadElement& element, std::string_view tag) {
        for (tag = trimmed(tag); !tag.empty(); tag = trimmed(tag)) {
            const auto equals = tag.find("=\"");
            const auto end = equals == std::string_view::npos ? equals : tag.find('"', equals + 2);
            if (end == std::string_view::npos) fail("an attribute that is not quoted: " + std::string(tag));
            const std::string_view value = tag.substr(equals + 2, end - equals - 2);
            check(value);
            const std::string name(tag.substr(0, equals));
            if (name.find_first_of(white) != std::string::npos) fail("an attribute without value: " + name);
            if (!element.attributes.emplace(name, value).second) fail("an attribute twice: " + name);
            tag.remove_prefix(end + 1);
        }
    }

    std::string_view rest_;
    std::vector<ReadElement> elements_;
    std::vector<std::size_t> open_;
};

}  // namespace

double ReadElement::number(const std::string& attribute) const {
    return std::stod(attributes.at(attribute));
}

bool ReadElement::has_class(std::string_view wanted) const {
    const auto found = attributes.find("class");
    if (found == attributes.end()) return false;
    const auto classes = split(found->second, ' ');
    return std::ranges::find(classes, wanted) != classes.end();
}

std::vector<ReadElement> read_markup(std::string_view markup) {
    return Reader(markup).read();
}

std::vector<ReadElement> of_class(const std::vector<ReadElement>& elements, std::string_view name,
                                  std::string_view wanted) {
    std::vector<ReadElement> found;
    std::ranges::copy_if(named(elements, name), std::back_inserter(found),
                         [&](const auto& e) { return e.has_class(wanted); });
    return found;
}

std::vector<ReadElement> named(const std::vector<ReadElement>& elements, std::string_view name) {
    std::vector<ReadElement> found;
    std::ranges::copy_if(elements, std::back_inserter(found), [&](const auto& e) { return e.name == name; });
    return found;
}

}  // namespace cadran::report
