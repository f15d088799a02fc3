// SPDX-License-Identifier: Apache-2.0
#include "web/fields.h"

#include "base/text.h"

namespace cadran::web {

bool is_text(std::string_view text) {
    return is_utf8(text) && std::ranges::none_of(text, [](char c) {
               return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') ||
                      c == 0x7F;
           });
}

}  // namespace cadran::web
