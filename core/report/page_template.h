// SPDX-License-Identifier: Apache-2.0
// Fills a template with what a page shows.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"

namespace cadran::report {

// A mustache template of ours, read once and filled often, by one thread at a time.
class PageTemplate {
  public:
    // Throws std::logic_error where a section does not end.
    explicit PageTemplate(std::string_view text);
    ~PageTemplate();
    PageTemplate(PageTemplate&&) noexcept;

    // With that view of texts, flags, lists and objects. `{{name}}` is escaped, `{{{name}}}` is markup
    // already. Throws std::logic_error where it names what the view lacks.
    std::string filled(const Json& view);

  private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

// Of one that is filled once.
std::string filled(std::string_view page_template, const Json& view);

// Of a template that somebody else made: names every place that the view lacks, once each; `file` is
// how messages call it. A section that does not end is a failure too.
Result<std::string> filled_from(const std::string& file, std::string_view page_template, const Json& view);

}  // namespace cadran::report
