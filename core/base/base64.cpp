// SPDX-License-Identifier: Apache-2.0
#include "base/base64.h"

#include <sodium.h>

namespace cadran {

namespace {

std::string text_in(int variant, std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), variant);
    text.pop_back();
    return text;
}

std::optional<std::string> bytes_in(int variant, std::string_view text) {
    std::string bytes(text.size() / 4 * 3 + 2, '\0');
    std::size_t size = 0;
    const int code = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                       text.data(), text.size(), nullptr, &size, nullptr, variant);
    if (code != 0) return {};
    bytes.resize(size);
    return bytes;
}

}  // namespace

std::string base64_text(std::string_view bytes) {
    return text_in(sodium_base64_VARIANT_ORIGINAL, bytes);
}

std::optional<std::string> bytes_of_base64(std::string_view text) {
    return bytes_in(sodium_base64_VARIANT_ORIGINAL, text);
}

std::string base64url_text(std::string_view bytes) {
    return text_in(sodium_base64_VARIANT_URLSAFE_NO_PADDING, bytes);
}

std::optional<std::string> bytes_of_base64url(std::string_view text) {
    return bytes_in(sodium_base64_VARIANT_URLSAFE_NO_PADDING, text);
}

}  // namespace cadran
