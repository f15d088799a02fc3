// SPDX-License-Identifier: Apache-2.0
// The encodings in which people's files come, brought to UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cadran::format {

enum class Encoding { utf8, windows_1252, utf16_le, utf16_be };

inline bool is_utf16(Encoding encoding) {
    return encoding == Encoding::utf16_le || encoding == Encoding::utf16_be;
}

// `UTF-8`, `Windows-1252`, `UTF-16LE`, `UTF-16BE`: the names of the IANA registry. Read whatever the case.
std::string_view encoding_name(Encoding encoding);
std::optional<Encoding> parse_encoding(std::string_view name);

// Appends the characters of those bytes.
void append_windows_1252(std::string& utf8, std::string_view bytes);

// Reads UTF-16 piece by piece; units and pairs may be cut between two pieces. A surrogate without its partner
// becomes three bytes that are not UTF-8, so that it is noticed where it stands.
class Utf16Decoder {
  public:
    explicit Utf16Decoder(Encoding encoding) : big_endian_(encoding == Encoding::utf16_be) {}

    void append(std::string& utf8, std::string_view bytes);

  private:
    void append_unit(std::string& utf8, unsigned unit);

    bool big_endian_;
    std::optional<unsigned char> half_;  // the first byte of a unit
    std::optional<unsigned> high_;       // a high surrogate that waits for its partner
};

}  // namespace cadran::format
