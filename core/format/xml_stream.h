// SPDX-License-Identifier: Apache-2.0
// Reads XML of any size that anybody may have made, event by event, without a schema.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace cadran::format {

class XmlListener {
  public:
    // Local name and value; names of attributes have their prefix.
    using Attributes = std::vector<std::pair<std::string, std::string>>;

    virtual ~XmlListener() = default;

    // Names of elements come without prefix.
    virtual void open(std::string_view name, const Attributes& attributes) = 0;
    virtual void text(std::string_view text) = 0;
    virtual void close(std::string_view name) = 0;
    // Asked after every event; reading ends where it does not.
    virtual bool wants_more() const { return true; }
};

// The value of that attribute; none where there is none.
std::optional<std::string_view> find_attribute(const XmlListener::Attributes& attributes,
                                               std::string_view name);

// Fills the buffer; 0 at the end.
using XmlSource = std::function<std::size_t(char* into, std::size_t size)>;

// Tells what is wrong, where anything is. Refuses document type definitions, nesting deeper than 64 and tags
// longer than 8 MiB. Nothing outside the source is read; memory does not grow with it.
std::optional<Message> stream_xml(const XmlSource& source, XmlListener& listener);

}  // namespace cadran::format
