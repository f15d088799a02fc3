// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>

#include "base/base64.h"
#include "base/json.h"
#include "base/text.h"
#include "report/audit_checklist_page.h"

namespace cadran::report {

namespace {

constexpr std::size_t greatest_text = 30'000;  // as many letters as the page takes
constexpr std::size_t greatest_item_count = 10'000;
constexpr std::size_t longest_file_name = 100;
constexpr std::string_view picture_prefix = "data:image/jpeg;base64,";

bool is_file_name(std::string_view name) {
    return !name.empty() && name.size() <= longest_file_name && name.front() != '.' &&
           std::ranges::all_of(name, [](unsigned char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= 'a' && letter <= 'z') || letter == '.' || letter == '-' || letter == '_';
           });
}

class AnswersReading {
  public:
    explicit AnswersReading(std::string file) : file_(std::move(file)) {}

    Result<AuditSheetAnswers> read(const Json& json) {
        if (text(json, "format", "") != answers_mark || number(json, "format_version") != 1)
            return invalid({{{file_}, {"report.not_answers"}, Message{"report.answers_save_again"}}});
        AuditSheetAnswers answers;
        answers.audit = number(json, "audit");
        answers.checklist = text(json, "checklist", "");
        answers.version = static_cast<int>(number(json, "checklist_version"));
        answers.revision = static_cast<int>(number(json, "revision"));
        for (const Json& one : list(json, "items", greatest_item_count)) read_item(one, answers);
        for (const Json& one : list(json, "photos", greatest_photo_count)) read_photo(one, answers);
        if (!faults_.empty()) return invalid(std::move(faults_));
        return answers;
    }

  private:
    void fault(Message what) {
        faults_.push_back({{file_}, std::move(what), Message{"report.answers_save_again"}});
    }

    void misses(const std::string& member) { fault({"report.answers_member", {{"member", member}}}); }

    static const Json* member(const Json& json, std::string_view name) {
        if (!json.is_object()) return nullptr;
        const auto found = json.object().find(name);
        return found == json.object().end() || found->second.is_null() ? nullptr : &found->second;
    }

    // `of` is the item that it belongs to, where there is one.
    std::string text(const Json& json, const std::string& name, const std::string& of) {
        const Json* value = member(json, name);
        std::string words;
        const bool is_text =
            value != nullptr &&
            value->visit_scalar([](bool) { return false; }, [](std::int64_t) { return false; },
                                [&](const std::string& said) { return words = said, true; },
                                [](const Json&) { return false; });
        if (!is_text) misses(of.empty() ? name : of + "/" + name);
        return words;
    }

    std::int64_t number(const Json& json, const std::string& name) {
        constexpr std::int64_t greatest = 1'000'000'000;
        const Json* value = member(json, name);
        std::int64_t said = -1;
        if (value != nullptr)
            value->visit_scalar([](bool) {}, [&](std::int64_t whole) { said = whole; },
                                [](const std::string&) {}, [](const Json&) {});
        if (said < 0 || said > greatest) misses(name);
        return std::clamp<std::int64_t>(said, 0, greatest);
    }

    static bool is_list(const Json& value) {
        return !value.is_null() &&
               value.visit_scalar([](bool) { return false; }, [](std::int64_t) { return false; },
                                  [](const std::string&) { return false; },
                                  [](const Json& other) { return !other.is_object(); });
    }

    Json::Array list(const Json& json, const std::string& name, std::size_t greatest) {
        const Json* value = member(json, name);
        if (value == nullptr || !is_list(*value)) {
            misses(name);
            return {};
        }
        if (value->array().size() > greatest) {
            fault({"report.answers_too_many",
                   {{"member", name}, {"most", static_cast<std::int64_t>(greatest)}}});
            return {};
        }
        return value->array();
    }

    void read_item(const Json& json, AuditSheetAnswers& answers) {
        const std::string id = text(json, "id", "");
        if (id.empty()) return;
        if (!seen_.insert(id).second) return fault({"report.checklist_item_twice", {{"item", id}}});
        answers.items.push_back({id, assessment(json, "says", id), assessment(json, "started_from", id)});
    }

    model::Assessment assessment(const Json& json, const std::string& name, const std::string& item) {
        model::Assessment said{.item = item};
        const Json* value = member(json, name);
        const Json* verdicts = value == nullptr ? nullptr : member(*value, "verdicts");
        if (verdicts == nullptr || !verdicts->is_object()) {
            misses(item + "/" + name + "/verdicts");
            return said;
        }
        const std::string of = item + "/" + name;
        said.method = words(*value, "method", of);
        said.result = words(*value, "result", of);
        said.conclusion = words(*value, "conclusion", of);
        for (const auto& [criterion, one] : verdicts->object()) {
            const std::string name_of_verdict = text(*verdicts, criterion, of);
            if (const auto verdict = model::parse_conformity(name_of_verdict))
                said.verdicts.push_back({criterion, *verdict});
            else
                fault({"report.checklist_unknown_verdict", {{"verdict", name_of_verdict}}});
        }
        return said;
    }

    std::string words(const Json& json, const std::string& name, const std::string& of) {
        std::string said = text(json, name, of);
        if (static_cast<std::size_t>(length_in_characters(said)) > greatest_text)
            fault({"report.answers_too_long",
                   {{"member", of + "/" + name}, {"most", static_cast<std::int64_t>(greatest_text)}}});
        return said;
    }

    void read_photo(const Json& json, AuditSheetAnswers& answers) {
        AuditPhoto photo{text(json, "item", "photos"), text(json, "name", "photos"), {}};
        const std::string data = text(json, "data", photo.name);
        const auto bytes = data.starts_with(picture_prefix) && data.size() / 4 * 3 < greatest_photo + 100
                               ? bytes_of_base64(std::string_view(data).substr(picture_prefix.size()))
                               : std::nullopt;
        const bool is_picture =
            bytes && bytes->starts_with("\xFF\xD8\xFF") && bytes->size() <= greatest_photo;
        if (!is_file_name(photo.name) || !is_picture || !names_.insert(photo.name).second)
            return fault({"report.answers_no_photo", {{"name", photo.name}}});
        if (!seen_.contains(photo.item))
            return fault({"report.checklist_unknown_item", {{"item", photo.item}}});
        photo.bytes = *bytes;
        answers.photos.push_back(std::move(photo));
    }

    std::string file_;
    std::set<std::string> seen_;   // items
    std::set<std::string> names_;  // of photographs
    Diagnostics faults_;
};

}  // namespace

Result<AuditSheetAnswers> read_audit_answers(std::string_view json, const std::string& file) {
    if (json.size() > greatest_answers) {
        const Message too_large{"report.answers_too_large",
                                {{"most", static_cast<std::int64_t>(greatest_answers >> 20)}}};
        return invalid({{{file}, too_large, Message{"report.answers_save_again"}}});
    }
    const auto parsed = Json::parse(json);
    if (!parsed || !parsed->is_object())
        return invalid({{{file}, {"report.not_answers"}, Message{"report.answers_save_again"}}});
    return AnswersReading(file).read(*parsed);
}

}  // namespace cadran::report
