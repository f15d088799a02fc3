// SPDX-License-Identifier: Apache-2.0
#include "format/xml_merge.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "format/xml_edit.h"
#include "format/xml_writer.h"

namespace cadran::format {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view comment_start = "<!--";
constexpr std::string_view comment_end = "-->";

bool says_same(const XmlElement& one, const XmlElement& other) {
    const auto same_value = [&](const XmlAttribute& attribute) {
        const XmlAttribute* found = other.find_attribute(attribute.name);
        return found != nullptr && found->value == attribute.value;
    };
    return one.name == other.name && one.text == other.text &&
           one.attributes.size() == other.attributes.size() &&
           std::ranges::all_of(one.attributes, same_value) &&
           std::ranges::equal(one.children, other.children, says_same);
}

// The comments in it, each with the white space before it.
std::string comments_of(std::string_view text) {
    std::string comments;
    for (auto at = text.find(comment_start); at != std::string_view::npos;
         at = text.find(comment_start, at)) {
        const auto words = text.find_last_not_of(blanks, at == 0 ? 0 : at - 1);
        const auto begin = at == 0 ? 0 : words == std::string_view::npos ? 0 : words + 1;
        const auto end = std::min(text.find(comment_end, at), text.size() - comment_end.size());
        comments += text.substr(begin, end + comment_end.size() - begin);
        at = end + comment_end.size();
    }
    return comments;
}

using Elements = std::vector<XmlElement>;
using Counterparts = std::vector<std::optional<std::size_t>>;  // of each one after, the one before

// Which of the elements before is which of those after.
class Matching {
  public:
    Matching(const Elements& before, const Elements& after, const XmlKeys& key)
        : before_(before), after_(after), key_(key), found_(after.size()), taken_(before.size()) {}

    Counterparts match() {
        match_unchanged();
        match_by_key();
        match_by_place();
        return std::move(found_);
    }

  private:
    void take(std::size_t before, std::size_t after) {
        found_[after] = before;
        taken_[before] = true;
    }

    // The longest sequence that both have in the same order.
    void match_unchanged() {
        const std::size_t rows = before_.size(), columns = after_.size();
        std::vector<std::vector<std::size_t>> longest(rows + 1, std::vector<std::size_t>(columns + 1));
        for (std::size_t i = rows; i-- > 0;) {
            for (std::size_t j = columns; j-- > 0;) {
                longest[i][j] = says_same(before_[i], after_[j])
                                    ? longest[i + 1][j + 1] + 1
                                    : std::max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
            if (says_same(before_[i], after_[j]))
                take(i++, j++);
            else if (longest[i + 1][j] >= longest[i][j + 1])
                ++i;
            else
                ++j;
        }
    }

    bool has_same_key(const XmlElement& one, const XmlElement& other) const {
        const std::string_view name = key_(one.name);
        if (one.name != other.name || name.empty()) return false;
        const XmlAttribute* known = one.find_attribute(name);
        const XmlAttribute* wanted = other.find_attribute(name);
        return known != nullptr && wanted != nullptr && known->value == wanted->value;
    }

    // Wherever it moved to.
    void match_by_key() {
        for (std::size_t j = 0; j < after_.size(); ++j) {
            for (std::size_t i = 0; i < before_.size() && !found_[j]; ++i) {
                if (!taken_[i] && (has_same_key(before_[i], after_[j]) || says_same(before_[i], after_[j])))
                    take(i, j);
            }
        }
    }

    // Between two that are known, the first with the first.
    void match_by_place() {
        std::size_t from = 0;
        for (std::size_t j = 0; j < after_.size(); ++j) {
            if (found_[j]) {
                from = *found_[j] + 1;
                continue;
            }
            if (!key_(after_[j].name).empty()) continue;
            for (std::size_t i = from; i < before_.size() && !taken_[i]; ++i) {
                if (before_[i].name != after_[j].name) continue;
                take(i, j);
                from = i + 1;
                break;
            }
        }
    }

    const Elements& before_;
    const Elements& after_;
    const XmlKeys& key_;
    Counterparts found_;
    std::vector<bool> taken_;
};

void write(XmlWriter& writer, const XmlElement& element) {
    XmlWriter::Attributes attributes;
    for (const XmlAttribute& attribute : element.attributes)
        attributes.emplace_back(attribute.name, attribute.value);
    if (!element.text.empty()) return writer.text(element.name, element.text);
    if (element.children.empty()) return writer.empty(element.name, attributes);
    writer.open(element.name, attributes);
    for (const XmlElement& child : element.children) write(writer, child);
    writer.close();
}

class Merging {
  public:
    Merging(std::string bytes, const XmlKeys& key) : edit_(std::move(bytes)), key_(key) {}

    std::string file(const XmlElement& before, const XmlElement& after) const {
        const XmlEdit::Span span = edit_.span_of(before.place);
        return edit_.bytes().substr(0, span.begin) + element(before, after, 0) +
               edit_.bytes().substr(span.end);
    }

  private:
    using Span = XmlEdit::Span;

    std::string_view piece(std::size_t begin, std::size_t end) const {
        return std::string_view(edit_.bytes()).substr(begin, end - begin);
    }

    std::string element(const XmlElement& before, const XmlElement& after, int level) const {
        const Span span = edit_.span_of(before.place);
        if (says_same(before, after)) return std::string(piece(span.begin, span.end));
        std::string tag = start_tag(before, after, span);
        if (before.children.empty() && before.text.empty() && after.children.empty() && after.text.empty())
            return tag + std::string(piece(span.tag_end, span.end));
        const bool closed = span.end == span.tag_end;
        if (closed) tag = tag.substr(0, tag.find_last_not_of(" \t\r\n/>") + 1) + ">";
        const std::size_t close = closed ? span.end : edit_.bytes().rfind("</", span.end);
        const std::string end_tag = closed ? "</" + before.name + ">" : std::string(piece(close, span.end));
        return tag + content(before, after, {span.begin, span.tag_end, close}, level) + end_tag;
    }

    // `inside` ends where the end tag begins.
    std::string content(const XmlElement& before, const XmlElement& after, const Span& inside,
                        int level) const {
        const std::string_view old = piece(inside.tag_end, inside.end);
        if (before.children.empty() && after.children.empty()) {
            if (before.text == after.text) return std::string(old);
            return xml_escaped(after.text) + comments_of(old);
        }
        return children(before, after, inside, level);
    }

    // What stands between the children of an element goes with the one behind it, a comment on the same line
    // with the one before it.
    std::string children(const XmlElement& before, const XmlElement& after, const Span& inside,
                         int level) const {
        const std::size_t count = before.children.size();
        std::vector<std::string_view> leads(count + 1), tails(count);
        std::size_t at = inside.tag_end;
        for (std::size_t i = 0; i <= count; ++i) {
            const Span span = i == count ? Span{inside.end} : edit_.span_of(before.children[i].place);
            const std::string_view gap = piece(at, span.begin);
            const std::size_t line = i == 0 ? 0 : std::min(gap.find('\n'), gap.size());
            const std::size_t own =
                gap.substr(0, line).find(comment_start) == std::string_view::npos ? 0 : line;
            if (i > 0) tails[i - 1] = gap.substr(0, own);
            leads[i] = gap.substr(own);
            at = span.end;
        }
        const Counterparts known = Matching(before.children, after.children, key_).match();
        std::vector<bool> stays(count);
        for (const auto& one : known) {
            if (one) stays[*one] = true;
        }
        std::string text;
        std::size_t told = 0;  // comments beside what is gone, up to there
        const auto keep_comments = [&](std::size_t end) {
            for (; told < end; ++told) {
                if (!stays[told]) text += comments_of(leads[told]) + comments_of(tails[told]);
            }
        };
        for (std::size_t j = 0; j < after.children.size(); ++j) {
            const auto i = known[j];
            if (!i) {
                text += fresh(after.children[j], level + 1);
                continue;
            }
            keep_comments(*i);
            text += leads[*i];
            text += element(before.children[*i], after.children[j], level + 1);
            text += tails[*i];
        }
        keep_comments(count);
        text += leads[count];
        const bool ends_with_fresh = !known.empty() && !known.back();
        if (ends_with_fresh && leads[count].empty())
            text += "\n" + std::string(2 * static_cast<std::size_t>(level), ' ');
        return text;
    }

    static std::string fresh(const XmlElement& element, int level) {
        XmlWriter writer(level);
        write(writer, element);
        std::string text = "\n" + writer.take();
        text.pop_back();
        return text;
    }

    std::string start_tag(const XmlElement& before, const XmlElement& after, const Span& span) const {
        std::string tag(piece(span.begin, span.tag_end));
        // From the last one on, so that the places of those before stay right.
        std::vector<const XmlAttribute*> attributes;
        for (const XmlAttribute& attribute : before.attributes) attributes.push_back(&attribute);
        std::ranges::sort(attributes, std::greater(), [](const XmlAttribute* one) {
            return std::pair(one->place.line, one->place.column);
        });
        for (const XmlAttribute* attribute : attributes) {
            const std::size_t name = edit_.offset_of(attribute->place) - span.begin;
            const std::size_t open = tag.find_first_of("\"'", name);
            const std::size_t close = tag.find(tag[open], open + 1);
            const XmlAttribute* wanted = after.find_attribute(attribute->name);
            const std::size_t behind_last = tag.find_last_not_of(blanks, name - 1) + 1;
            if (wanted == nullptr)
                tag.erase(behind_last, close + 1 - behind_last);
            else if (wanted->value != attribute->value)
                tag.replace(open, close + 1 - open, "\"" + xml_escaped(wanted->value) + "\"");
        }
        for (const XmlAttribute& attribute : after.attributes) {
            if (before.find_attribute(attribute.name) != nullptr) continue;
            const std::size_t end = tag.find_last_not_of(" \t\r\n/>") + 1;
            tag.insert(end, " " + attribute.name + "=\"" + xml_escaped(attribute.value) + "\"");
        }
        return tag;
    }

    XmlEdit edit_;
    const XmlKeys& key_;
};

}  // namespace

std::string merged(std::string bytes, const XmlElement& before, const XmlElement& after, const XmlKeys& key) {
    return Merging(std::move(bytes), key).file(before, after);
}

}  // namespace cadran::format
