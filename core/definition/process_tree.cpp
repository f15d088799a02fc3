// SPDX-License-Identifier: Apache-2.0
#include "definition/process_tree.h"

#include <algorithm>

#include "base/text.h"
#include "definition/process_cells.h"
#include "definition/process_table.h"

namespace cadran::definition {

namespace {

using format::XmlElement;

// By title or id: what objectives and controls name.
using Ids = std::map<std::string, std::string>;

class TreeMaking {
  public:
    TreeMaking(const TableContent& content, const std::map<std::string, Place>& sections, bool untranslated)
        : content_(content), sections_(sections), untranslated_(untranslated) {}

    ProcessTree make() {
        section_ = "sheet";
        const auto heads = content_.find(section_);
        const TableItem head = heads == content_.end() || heads->second.empty()
                                   ? TableItem{{}, sections_.at(section_)}
                                   : heads->second.front();
        const Ids indicators = name_all("indicators");
        const Ids risks = name_all("risks");
        XmlElement& root = tree_.root;
        root = {"process", head.place, {}, {}, {}};
        for (const char* name : {"id", "kind", "turn"}) add_word(root, head, name);
        add_head(root, head);
        add_list(root, "objectives",
                 [&](XmlElement& list, const TableItem& item) { add_objective(list, item, indicators); });
        expect_some("objectives");
        add_indicators(root);
        expect_some("indicators");
        add_risks(root);
        add_controls(root, risks);
        section_ = "sheet";
        for (const char* name : {"input", "activity", "output", "resource"})
            add_texts(root, head, name, name);
        section_ = "documents";
        for (const TableItem& item : items_of("documents")) add_document(root, item);
        return std::move(tree_);
    }

  private:
    const TableField& field(std::string_view name) const { return process_section(section_).field(name); }

    // Without the rows that nobody filled in.
    std::vector<TableItem> items_of(const std::string& section) const {
        std::vector<TableItem> items;
        const auto found = content_.find(section);
        if (found == content_.end()) return items;
        for (const TableItem& item : found->second) {
            const bool filled = std::ranges::any_of(item.values, [](const auto& one) {
                return std::ranges::any_of(one.second,
                                           [](const TableValue& value) { return value.text != LocalText{}; });
            });
            if (filled) items.push_back(item);
        }
        return items;
    }

    void fault(const Place& place, Message what, const TableField& field) {
        tree_.faults.push_back({place, std::move(what), field.explanation});
    }

    // In a list, a column that is missing has been told.
    void missing(const TableItem& item, const TableValue* value, const TableField& field) {
        if (value == nullptr && section_ != "sheet") return;
        fault(value == nullptr ? item.place : value->place,
              {"definition.cell_missing", {{"field", both_texts(field.heading)}}}, field);
    }

    static const TableValue* filled(const TableItem& item, std::string_view name) {
        for (const TableValue& value : item.of(name)) {
            if (value.text != LocalText{}) return &value;
        }
        return nullptr;
    }

    static void attribute(XmlElement& element, const char* name, const TableItem& item,
                          const TableValue* value) {
        element.attributes.push_back(
            {name, value == nullptr ? "" : value->text.fr, value == nullptr ? item.place : value->place});
    }

    // A value that is there, or else a fault and an empty one.
    void add_word(XmlElement& element, const TableItem& item, const char* name, const char* as = nullptr) {
        const TableValue* value = filled(item, name);
        if (value == nullptr) missing(item, item.find(name), field(name));
        attribute(element, as == nullptr ? name : as, item, value == nullptr ? item.find(name) : value);
    }
    void add_optional(XmlElement& element, const TableItem& item, const char* name,
                      const char* as = nullptr) {
        if (const TableValue* value = filled(item, name))
            attribute(element, as == nullptr ? name : as, item, value);
    }

    void add_language(XmlElement& element, const char* language, const std::string& text,
                      const std::string& other, const Place& place, const TableField& field) {
        if (text.empty() && untranslated_) ++tree_.untranslated;
        if (text.empty() && !untranslated_) {
            tree_.faults.push_back(
                {place,
                 {"definition.translation_missing", {{"field", both_texts(field.heading)}}},
                 Message{"definition.translate_it"}});
        }
        element.children.push_back({language, place, {}, text.empty() && untranslated_ ? other : text, {}});
    }

    XmlElement text_element(const char* element_name, const TableItem& item, const TableValue* value,
                            const TableField& field) {
        const Place place = value == nullptr ? item.place : value->place;
        XmlElement element{element_name, place, {}, {}, {}};
        if (value == nullptr || value->text == LocalText{}) {
            missing(item, value, field);
            element.children = {{"fr", place, {}, {}, {}}, {"en", place, {}, {}, {}}};
            return element;
        }
        add_language(element, "fr", value->text.fr, value->text.en, value->place, field);
        add_language(element, "en", value->text.en, value->text.fr, value->english_place, field);
        return element;
    }

    void add_text(XmlElement& parent, const TableItem& item, const char* name, const char* as = nullptr) {
        const TableValue* value = filled(item, name);
        parent.children.push_back(text_element(as == nullptr ? name : as, item,
                                               value == nullptr ? item.find(name) : value, field(name)));
    }

    void add_texts(XmlElement& parent, const TableItem& item, const char* name, const char* as) {
        for (const TableValue& value : item.of(name)) {
            if (value.text != LocalText{})
                parent.children.push_back(text_element(as, item, &value, field(name)));
        }
        if (field(name).required && filled(item, name) == nullptr) add_text(parent, item, name, as);
    }

    void add_references(XmlElement& parent, const TableItem& item, const char* name, const char* as,
                        const char* key) {
        for (const TableValue& value : item.of(name)) {
            if (value.text == LocalText{}) continue;
            parent.children.push_back({as, value.place, {}, {}, {}});
            attribute(parent.children.back(), key, item, &value);
        }
        if (!field(name).required || filled(item, name) != nullptr) return;
        parent.children.push_back({as, item.place, {}, {}, {}});
        add_word(parent.children.back(), item, name, key);
    }

    void add_head(XmlElement& root, const TableItem& head) {
        add_text(root, head, "title");
        add_references(root, head, "pilot", "pilot", "account");
        add_references(root, head, "backup", "backup", "account");
        add_references(root, head, "stake", "stake", "ref");
        add_references(root, head, "party", "interested-party", "ref");
        for (const char* name : {"purpose", "start", "end"}) add_text(root, head, name);
        section_ = "exchanges";
        for (const char* side : {"upstream", "downstream"}) add_neighbours(root, side);
        section_ = "sheet";
        add_texts(root, head, "client", "client");
        add_references(root, head, "clause", "clause", "ref");
    }

    void add_neighbours(XmlElement& root, const std::string& side) {
        for (const TableItem& item : items_of("exchanges")) {
            const TableValue* value = filled(item, "side");
            const bool first = side == "upstream";
            if (value == nullptr && first) missing(item, item.find("side"), field("side"));
            if (value == nullptr ? !first : value->text.fr != side) continue;
            const TableValue* flow = item.find("flow");
            XmlElement element = text_element(side.c_str(), item, flow, field("flow"));
            add_word(element, item, "process");
            root.children.push_back(std::move(element));
        }
    }

    template <typename Add>
    void add_list(XmlElement& root, const char* section, Add add) {
        section_ = section;
        root.children.push_back({section, sections_.at(section), {}, {}, {}});
        for (const TableItem& item : items_of(section)) add(root.children.back(), item);
    }

    void expect_some(const std::string& section) {
        if (!items_of(section).empty()) return;
        tree_.faults.push_back(
            {sections_.at(section),
             {"definition.section_empty", {{"section", both_texts(process_section(section).title)}}},
             Message{"definition.fill_section"}});
    }

    static std::string title_of(const TableItem& item, const char* field) {
        const TableValue* title = filled(item, field);
        if (title == nullptr) return {};
        return title->text.en.empty() ? title->text.fr : title->text.en;
    }

    // The id that a row gives, or the one that follows from its title.
    static std::string id_or_made(const TableItem& item, const char* title) {
        const TableValue* id = filled(item, "id");
        if (id != nullptr) return id->text.fr;
        const std::string text = title_of(item, title);
        return text.empty() ? std::string() : id_of(text);
    }

    Ids name_all(const std::string& section) const {
        Ids ids;
        for (const TableItem& item : items_of(section)) {
            const std::string id = id_or_made(item, "title");
            const TableValue* title = filled(item, "title");
            if (title == nullptr) continue;
            for (const std::string& text : {title->text.fr, title->text.en}) {
                if (!text.empty()) ids.emplace(folded(text), id);
            }
        }
        return ids;
    }

    static std::string meant(const std::string& name, const Ids& ids) {
        const auto found = ids.find(folded(name));
        return found == ids.end() ? name : found->second;
    }

    void add_id(XmlElement& element, const TableItem& item, const char* title) {
        const TableValue* id = filled(item, "id");
        const TableValue* text = item.find(title);
        const Place place = id != nullptr ? id->place : text != nullptr ? text->place : item.place;
        element.attributes.push_back({"id", id_or_made(item, title), place});
    }

    void add_objective(XmlElement& list, const TableItem& item, const Ids& indicators) {
        XmlElement element{"objective", item.place, {}, {}, {}};
        add_id(element, item, "text");
        for (const char* name : {"indicator", "owner", "due"}) add_word(element, item, name);
        std::string& indicator = element.attributes[1].value;
        indicator = meant(indicator, indicators);
        for (const char* name : {"text", "means", "judged"}) add_text(element, item, name);
        list.children.push_back(std::move(element));
    }

    // A row with the id of an indicator above, or with neither id nor title, is a later target of it.
    void add_indicators(XmlElement& root) {
        add_list(root, "indicators", [&](XmlElement& list, const TableItem& item) {
            const std::string id = id_or_made(item, "title");
            const bool bare = filled(item, "title") == nullptr && filled(item, "unit") == nullptr;
            const auto known = std::ranges::find_if(
                list.children, [&](const XmlElement& one) { return one.attribute("id").value == id; });
            if (bare && id.empty() && !list.children.empty())
                add_target(list.children.back(), item);
            else if (bare && known != list.children.end())
                add_target(*known, item);
            else
                add_indicator(list, item);
        });
    }

    void add_indicator(XmlElement& list, const TableItem& item) {
        XmlElement element{"indicator", item.place, {}, {}, {}};
        add_id(element, item, "title");
        for (const char* name : {"unit", "direction", "frequency"}) add_word(element, item, name);
        const TableValue* source = filled(item, "source");
        if (source == nullptr) missing(item, item.find("source"), field("source"));
        add_text(element, item, "title");
        if (source != nullptr && source->text.fr == "by-hand")
            add_text(element, item, "method", "by-hand");
        else
            add_word(element, item, "measure",
                     source != nullptr && source->text.fr == "records" ? "records" : "measure");
        add_parameters(element, item);
        add_target(element, item);
        list.children.push_back(std::move(element));
    }

    void add_target(XmlElement& indicator, const TableItem& item) {
        XmlElement element{"target", item.place, {}, {}, {}};
        for (const char* name : {"from", "value"}) add_word(element, item, name);
        for (const char* name : {"upper", "warning", "upper-warning"}) add_optional(element, item, name);
        indicator.children.push_back(std::move(element));
    }

    void add_parameters(XmlElement& element, const TableItem& item) {
        const TableValue* value = filled(item, "parameters");
        if (value == nullptr) return;
        for (const std::string_view part : split(value->text.fr, ';')) {
            const auto sign = part.find('=');
            if (trimmed(part).empty()) continue;
            if (sign == std::string_view::npos) {
                fault(value->place, {"definition.parameter_form", {{"value", std::string(trimmed(part))}}},
                      field("parameters"));
                continue;
            }
            element.children.push_back(
                {"parameter",
                 value->place,
                 {{"name", std::string(trimmed(part.substr(0, sign))), value->place},
                  {"value", std::string(trimmed(part.substr(sign + 1))), value->place}},
                 {},
                 {}});
        }
    }

    static bool is_opportunity(const TableItem& item) {
        const TableValue* nature = filled(item, "nature");
        return nature != nullptr && nature->text.fr == "opportunity";
    }

    void add_risks(XmlElement& root) {
        add_list(root, "risks", [&](XmlElement& list, const TableItem& item) {
            if (!is_opportunity(item)) add_risk(list, item);
        });
        for (const TableItem& item : items_of("risks")) {
            if (!is_opportunity(item)) continue;
            XmlElement element{"opportunity", item.place, {}, {}, {}};
            add_id(element, item, "title");
            add_word(element, item, "likelihood");
            add_word(element, item, "impact", "benefit");
            for (const char* name : {"title", "response"}) add_text(element, item, name);
            root.children.back().children.push_back(std::move(element));
        }
    }

    void add_risk(XmlElement& list, const TableItem& item) {
        XmlElement element{"risk", item.place, {}, {}, {}};
        if (filled(item, "nature") == nullptr) missing(item, item.find("nature"), field("nature"));
        add_id(element, item, "title");
        for (const char* name :
             {"likelihood", "impact", "treatment", "residual-likelihood", "residual-impact"})
            add_word(element, item, name);
        for (const char* name : {"title", "response"}) add_text(element, item, name);
        list.children.push_back(std::move(element));
    }

    void add_controls(XmlElement& root, const Ids& risks) {
        add_list(root, "controls", [&](XmlElement& list, const TableItem& item) {
            if (filled(item, "use") != nullptr) add_control(list, item, "control", risks);
        });
        for (const TableItem& item : items_of("controls")) {
            if (filled(item, "use") == nullptr)
                add_control(root.children.back(), item, "manual-control", risks);
        }
    }

    void add_control(XmlElement& list, const TableItem& item, const char* name, const Ids& risks) {
        const bool manual = filled(item, "use") == nullptr;
        XmlElement element{name, item.place, {}, {}, {}};
        if (manual)
            add_id(element, item, "title");
        else
            add_word(element, item, "use");
        for (const char* attribute : {"frequency", "by"}) add_word(element, item, attribute);
        if (manual) add_text(element, item, "title");
        if (const TableValue* covers = filled(item, "covers")) {
            for (const std::string_view risk : split(covers->text.fr, ';')) {
                if (trimmed(risk).empty()) continue;
                const std::string id = meant(std::string(trimmed(risk)), risks);
                element.children.push_back({"covers", covers->place, {{"risk", id, covers->place}}, {}, {}});
            }
        }
        add_text(element, item, "proof");
        if (!manual) add_parameters(element, item);
        list.children.push_back(std::move(element));
    }

    void add_document(XmlElement& root, const TableItem& item) {
        XmlElement element = text_element("retained-document", item, item.find("title"), field("title"));
        add_optional(element, item, "document");
        add_optional(element, item, "months", "keep-months");
        root.children.push_back(std::move(element));
    }

    const TableContent& content_;
    const std::map<std::string, Place>& sections_;
    bool untranslated_;
    std::string section_;  // that is being read
    ProcessTree tree_;
};

}  // namespace

ProcessTree process_tree(const TableContent& content, const std::map<std::string, Place>& sections,
                         bool untranslated) {
    return TreeMaking(content, sections, untranslated).make();
}

}  // namespace cadran::definition
