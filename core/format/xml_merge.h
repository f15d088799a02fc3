// SPDX-License-Identifier: Apache-2.0
// Makes the bytes of an XML file say what another tree says: every byte that need not change stays, with
// comments, order and layout.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "format/xml_element.h"

namespace cadran::format {

// By which attribute elements of that name are known again when they changed or moved; empty where their
// place among the others is all that tells them apart.
using XmlKeys = std::function<std::string_view(std::string_view element)>;

// `bytes` is a file that XmlSchema accepts and `before` what it made of it; texts and values of `after` have
// white space as XmlElement has it. A comment inside of what goes away goes with it, one beside it stays.
std::string merged(std::string bytes, const XmlElement& before, const XmlElement& after, const XmlKeys& key);

}  // namespace cadran::format
