// SPDX-License-Identifier: Apache-2.0
#include "app/letter.h"

#include <Poco/Net/MailMessage.h>
#include <Poco/Net/MailRecipient.h>
#include <Poco/Net/StringPartSource.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "base/base64.h"

namespace cadran::app::mail {

namespace {

void expect_plain(std::string_view value) {
    const auto is_control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    };
    if (std::ranges::any_of(value, is_control))
        throw std::invalid_argument("a header of a letter has a control character");
}

// RFC 2047: words of at most 75 characters, each of whole UTF-8 characters.
std::string encoded_words(std::string_view text) {
    expect_plain(text);
    if (std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; })) return std::string(text);
    constexpr std::size_t bytes_a_word = 45;
    std::string words;
    while (!text.empty()) {
        std::size_t size = std::min(bytes_a_word, text.size());
        while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
        if (!words.empty()) words += "\r\n ";
        words += "=?UTF-8?B?" + base64_text(text.substr(0, size)) + "?=";
        text.remove_prefix(size);
    }
    return words;
}

// `Mutuelle <cadran@example.org>`; a name in ASCII is quoted, for its commas and points.
std::string mailbox(const std::string& name, const std::string& address) {
    expect_plain(address);
    if (name.empty()) return address;
    std::string phrase = encoded_words(name);
    if (phrase == name) {
        phrase = "\"";
        for (const char c : name) {
            if (c == '"' || c == '\\') phrase += '\\';
            phrase += c;
        }
        phrase += '"';
    }
    return fmt::format("{} <{}>", phrase, address);
}

std::string domain_of(const std::string& address) {
    return address.substr(address.find('@') + 1);
}

}  // namespace

std::string wire_text(const Letter& letter) {
    using Poco::Net::MailMessage;
    expect_plain(letter.id);
    expect_plain(letter.to);
    MailMessage message;
    message.setSender(mailbox(letter.from_name, letter.from));
    message.addRecipient({Poco::Net::MailRecipient::PRIMARY_RECIPIENT, letter.to});
    message.setSubject(encoded_words(letter.subject));
    message.setDate(Poco::Timestamp(letter.date.time_since_epoch().count()));
    message.set("Message-ID", fmt::format("<{}@{}>", letter.id, domain_of(letter.from)));
    message.set("Auto-Submitted", "auto-generated");  // RFC 3834: nobody's absence answers it
    message.setContentType("multipart/alternative");
    for (const auto& [text, type] : {std::pair(&letter.text, "text/plain; charset=UTF-8"),
                                     std::pair(&letter.html, "text/html; charset=UTF-8")}) {
        message.addPart("", new Poco::Net::StringPartSource(*text, type), MailMessage::CONTENT_INLINE,
                        MailMessage::ENCODING_BASE64);
    }
    std::ostringstream wire;
    message.write(wire);
    return wire.str();
}

}  // namespace cadran::app::mail
