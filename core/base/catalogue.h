// SPDX-License-Identifier: Apache-2.0
// Turns messages into sentences of one language, and writes numbers, dates and money as that language does.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace cadran {

enum class Language { french, english };

// `fr` or `en`, also with a region or an encoding behind it (`fr_FR.UTF-8`).
std::optional<Language> parse_language(std::string_view tag);
std::string_view language_tag(Language language);

// Immutable; shared by threads.
class Catalogue {
  public:
    explicit Catalogue(Language language);
    ~Catalogue();
    Catalogue(const Catalogue&) = delete;
    Catalogue& operator=(const Catalogue&) = delete;

    Language language() const { return language_; }

    // The sentence of that message. An id without text, or a text that names a missing argument, throws
    // std::logic_error: tests see to it that neither exists.
    std::string text(const Message& message) const;
    const std::string& text(const LocalText& text) const {
        return language_ == Language::french ? text.fr : text.en;
    }

    // Fills the `{name}` places of a text that a plugin supplied.
    std::string fill(const std::string& pattern,
                     const std::vector<std::pair<std::string, Argument>>& arguments) const;

    std::string number(std::int64_t value) const;     // fr 20 480, en 20,480
    std::string decimal(const Decimal& value) const;  // fr 97,4   en 97.4
    std::string percent(const Decimal& value) const;  // fr 97,4 % en 97.4%
    std::string money(const Money& amount) const;     // fr 1 000,00 €  en €1,000.00
    std::string date(Date date) const;                // fr 31/07/2026  en 31 Jul 2026

  private:
    struct Texts;
    std::string argument_text(const Argument& argument) const;

    Language language_;
    std::unique_ptr<Texts> texts_;
};

}  // namespace cadran
