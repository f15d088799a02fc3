// SPDX-License-Identifier: Apache-2.0
#include "base/catalogue.h"

#include <algorithm>
#include <locale>
#include <sstream>
#include <stdexcept>

#include <fmt/args.h>
#include <fmt/format.h>
#include <boost/locale.hpp>

#include "base/resource.h"

namespace cadran {

namespace {

constexpr const char* no_break_space = "\u00a0";
constexpr const char* narrow_no_break_space = "\u202f";

std::locale with_catalogue(std::string_view tag) {
    boost::locale::generator generator;
    generator.categories(boost::locale::formatting_facet | boost::locale::information_facet);
    const std::locale formats = generator(tag == "fr" ? "fr_FR.UTF-8" : "en_GB.UTF-8");

    namespace gettext = boost::locale::gnu_gettext;
    gettext::messages_info info;
    info.language = std::string(tag);
    info.encoding = "UTF-8";
    info.paths.push_back("messages");
    info.domains.push_back(gettext::messages_info::domain("cadran"));
    info.callback = [tag](const std::string& file, const std::string&) {
        if (!file.ends_with(fmt::format("/{}/LC_MESSAGES/cadran.mo", tag))) return std::vector<char>();
        const std::string_view bytes = resource(fmt::format("messages/{}.mo", tag));
        return std::vector<char>(bytes.begin(), bytes.end());
    };
    return std::locale(formats, gettext::create_messages_facet<char>(info));
}

std::int64_t count_of(const Message& message) {
    for (const auto& [name, value] : message.arguments) {
        if (name != "count") continue;
        if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    }
    return 1;
}

}  // namespace

std::optional<Language> parse_language(std::string_view tag) {
    const std::string_view language = tag.substr(0, tag.find_first_of("_-.@"));
    if (language == "fr") return Language::french;
    if (language == "en") return Language::english;
    return {};
}

std::string_view language_tag(Language language) {
    return language == Language::french ? "fr" : "en";
}

struct Catalogue::Texts {
    std::locale locale;
};

Catalogue::Catalogue(Language language)
    : language_(language), texts_(std::make_unique<Texts>(with_catalogue(language_tag(language)))) {}
Catalogue::~Catalogue() = default;

std::string Catalogue::text(const Message& message) const {
    const auto count = static_cast<int>(std::clamp<std::int64_t>(count_of(message), 0, 1'000'000));
    const bool counted =
        std::ranges::any_of(message.arguments, [](const auto& pair) { return pair.first == "count"; });
    const std::string pattern =
        counted ? boost::locale::translate(message.id, message.id, count).str(texts_->locale)
                : boost::locale::translate(message.id).str(texts_->locale);
    if (pattern == message.id) throw std::logic_error("no text for message " + message.id);
    return fill(pattern, message.arguments);
}

std::string Catalogue::fill(const std::string& pattern,
                            const std::vector<std::pair<std::string, Argument>>& arguments) const {
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const auto& [name, value] : arguments) store.push_back(fmt::arg(name.c_str(), argument_text(value)));
    try {
        return fmt::vformat(pattern, store);
    } catch (const fmt::format_error& fault) {
        throw std::logic_error(
            fmt::format("text '{}' does not fit its arguments: {}", pattern, fault.what()));
    }
}

std::string Catalogue::argument_text(const Argument& argument) const {
    struct Writer {
        const Catalogue& catalogue;
        std::string operator()(std::int64_t value) const { return catalogue.number(value); }
        std::string operator()(const std::string& value) const { return value; }
        std::string operator()(const Money& value) const { return catalogue.money(value); }
        std::string operator()(Date value) const { return catalogue.date(value); }
        std::string operator()(const Decimal& value) const { return catalogue.decimal(value); }
        std::string operator()(const LocalText& value) const { return catalogue.text(value); }
    };
    return std::visit(Writer{*this}, argument);
}

std::string Catalogue::number(std::int64_t value) const {
    std::ostringstream stream;
    stream.imbue(texts_->locale);
    stream << boost::locale::as::number << value;
    return stream.str();
}

std::string Catalogue::decimal(const Decimal& value) const {
    std::string text = plain_text(value);
    const auto point = text.find('.');
    const bool negative = text.front() == '-';
    const auto whole = std::stoll(text.substr(negative ? 1 : 0, point));
    std::string grouped = (negative ? "-" : "") + number(whole);
    if (point == std::string::npos) return grouped;
    return grouped + (language_ == Language::french ? "," : ".") + text.substr(point + 1);
}

std::string Catalogue::percent(const Decimal& value) const {
    return decimal(value) + (language_ == Language::french ? std::string(narrow_no_break_space) + "%" : "%");
}

std::string Catalogue::money(const Money& amount) const {
    const std::string number = decimal({amount.cents, 2});
    const bool euro = amount.currency == Currency{};
    if (language_ == Language::french) return number + no_break_space + (euro ? "€" : amount.currency.code);
    if (!euro) return fmt::format("{}{}{}", amount.currency.code, no_break_space, number);
    return amount.cents < 0 ? "-€" + number.substr(1) : "€" + number;
}

std::string Catalogue::date(Date date) const {
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = static_cast<unsigned>(date.day());
    const auto month = static_cast<unsigned>(date.month());
    const auto year = static_cast<int>(date.year());
    if (language_ == Language::french) return fmt::format("{:02}/{:02}/{}", day, month, year);
    return fmt::format("{} {} {}", day, months[month - 1], year);
}

}  // namespace cadran
