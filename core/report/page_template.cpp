// SPDX-License-Identifier: Apache-2.0
#include "report/page_template.h"

#include <set>
#include <stdexcept>

#include <kainjow/mustache.hpp>

#include "report/markup.h"

namespace cadran::report {

namespace {

namespace mustache = kainjow::mustache;

mustache::data data_of(const Json& json);

// Lists and objects. The library copies what it is given; what it has already is filled in its place instead.
mustache::data composite(const Json& json) {
    if (json.is_object()) {
        mustache::data object(mustache::data::type::object);
        for (const auto& [name, value] : json.object()) object[name] = data_of(value);
        return object;
    }
    mustache::data list(mustache::data::type::list);
    for (const Json& element : json.array()) {
        list.push_back(false);
        const_cast<mustache::data&>(list.list_value().back()) = data_of(element);
    }
    return list;
}

mustache::data data_of(const Json& json) {
    return json.visit_scalar([](bool flag) { return mustache::data(flag); },
                             [](std::int64_t) -> mustache::data {
                                 throw std::logic_error("a page shows numbers in words of its language");
                             },
                             [](const std::string& text) { return mustache::data(text); }, composite);
}

// Where the library would leave a gap, this says what is missing.
class StrictContext final : public mustache::context<std::string> {
  public:
    using mustache::context<std::string>::context;

    const mustache::data* get(const std::string& name) const override {
        const mustache::data* found = mustache::context<std::string>::get(name);
        if (found == nullptr) throw std::logic_error("the view has no " + name);
        return found;
    }
};

// Notes what is missing, and goes on.
class NotingContext final : public mustache::context<std::string> {
  public:
    using mustache::context<std::string>::context;

    const mustache::data* get(const std::string& name) const override {
        const mustache::data* found = mustache::context<std::string>::get(name);
        if (found == nullptr) missing_.insert(name);
        return found;
    }
    const std::set<std::string>& missing() const { return missing_; }

  private:
    mutable std::set<std::string> missing_;
};

}  // namespace

Result<std::string> filled_from(const std::string& file, std::string_view page_template, const Json& view) {
    mustache::mustache engine{std::string(page_template)};
    if (!engine.is_valid())
        return invalid({{{file}, {"report.template_unbalanced"}, Message{"report.template_sections"}}});
    engine.set_custom_escape([](const std::string& text) { return escaped(text); });
    const mustache::data data = data_of(view);
    NotingContext context(&data);
    std::string text = engine.render(context);
    Diagnostics faults;
    for (const std::string& name : context.missing())
        faults.push_back(
            {{file}, {"report.template_place", {{"place", name}}}, Message{"report.template_places"}});
    if (!faults.empty()) return invalid(std::move(faults));
    return text;
}

struct PageTemplate::Engine {
    explicit Engine(std::string_view text) : parsed(std::string(text)) {}
    mustache::mustache parsed;
};

PageTemplate::PageTemplate(std::string_view text) : engine_(std::make_unique<Engine>(text)) {
    if (!engine_->parsed.is_valid()) throw std::logic_error(engine_->parsed.error_message());
    engine_->parsed.set_custom_escape([](const std::string& value) { return escaped(value); });
}

PageTemplate::~PageTemplate() = default;
PageTemplate::PageTemplate(PageTemplate&&) noexcept = default;

std::string PageTemplate::filled(const Json& view) {
    const mustache::data data = data_of(view);
    StrictContext context(&data);
    return engine_->parsed.render(context);
}

std::string filled(std::string_view page_template, const Json& view) {
    return PageTemplate(page_template).filled(view);
}

}  // namespace cadran::report
