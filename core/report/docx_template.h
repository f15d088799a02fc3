// SPDX-License-Identifier: Apache-2.0
// Documents of a word processor (.docx, ISO/IEC 29500) whose text has mustache places, filled with what a
// report shows.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace cadran::report {

struct DocxPart {
    std::string name;  // `word/document.xml`
    std::string bytes;
};

// Fails where the bytes are no such document, or larger than 64 MiB unpacked; `file` is how messages call it.
Result<std::vector<DocxPart>> read_docx(std::string_view bytes, const std::string& file);

std::string docx_of(const std::vector<DocxPart>& parts);

// Fills the places of the document, its headers and its footers. A place may be parted by the word
// processor's own markup; a paragraph, cell or row that holds nothing but the begin or the end of sections
// goes with them. Fails with every place that is not among `known`, or that the view has not where it stands;
// `file` is how messages call the document.
Result<std::string> filled_docx(std::vector<DocxPart> parts, const std::string& file, const Json& view,
                                const std::set<std::string>& known);

// The names of the places of a template: `label.summary`, `groups`; one that takes its value for markup
// begins with `{` or `&`.
std::set<std::string> places_of(std::string_view page_template);

// Its markup as one whole: no place is parted any more, no paragraph holds sections alone.
std::string with_whole_places(std::string_view markup);

}  // namespace cadran::report
