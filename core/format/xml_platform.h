// SPDX-License-Identifier: Apache-2.0
// What every user of the XML parser library needs: its life, and its texts as UTF-8.
#pragma once

#include <string>

namespace cadran::format {

// The library lives as long as one of these does.
class XmlPlatform {
  public:
    XmlPlatform();
    ~XmlPlatform();
    XmlPlatform(const XmlPlatform&) = delete;
    XmlPlatform& operator=(const XmlPlatform&) = delete;
};

// Of the library's UTF-16; a null pointer is an empty text, half a surrogate pair a replacement character.
std::string utf8(const char16_t* text);
std::string utf8(const char16_t* text, std::size_t length);

}  // namespace cadran::format
