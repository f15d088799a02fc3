// SPDX-License-Identifier: Apache-2.0
#include "format/xml_platform.h"

#include <mutex>

#include <xercesc/util/PlatformUtils.hpp>

namespace cadran::format {

namespace {

namespace xerces = XERCES_CPP_NAMESPACE;

constexpr char32_t replacement = 0xFFFD;

// The library counts its users, but not safely between threads.
std::mutex& lock() {
    static std::mutex mutex;
    return mutex;
}

bool is_high(char16_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(char16_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

void append(std::string& text, char32_t point) {
    const auto byte = [&](char32_t value) { text += static_cast<char>(value); };
    const auto tail = [&](int shift) { byte(0x80 | ((point >> shift) & 0x3F)); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0 | (point >> 6));
        tail(0);
    } else if (point < 0x10000) {
        byte(0xE0 | (point >> 12));
        tail(6);
        tail(0);
    } else {
        byte(0xF0 | (point >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

}  // namespace

XmlPlatform::XmlPlatform() {
    const std::lock_guard guard(lock());
    xerces::XMLPlatformUtils::Initialize();
}

XmlPlatform::~XmlPlatform() {
    const std::lock_guard guard(lock());
    xerces::XMLPlatformUtils::Terminate();
}

std::string utf8(const char16_t* text) {
    return text == nullptr ? std::string() : utf8(text, std::char_traits<char16_t>::length(text));
}

std::string utf8(const char16_t* text, std::size_t length) {
    std::string bytes;
    bytes.reserve(length);
    for (std::size_t i = 0; i < length; ++i) {
        char32_t point = text[i];
        if (is_high(text[i]) && i + 1 < length && is_low(text[i + 1])) {
            point = 0x10000 + ((point - 0xD800) << 10) + (static_cast<char32_t>(text[++i]) - 0xDC00);
        } else if (is_high(text[i]) || is_low(text[i])) {
            point = replacement;
        }
        append(bytes, point);
    }
    return bytes;
}

}  // namespace cadran::format
