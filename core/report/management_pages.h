// SPDX-License-Identifier: Apache-2.0
// Lays the management review out in a booklet: the sections of its HTML page.
#pragma once

#include "base/json.h"
#include "report/booklet.h"

namespace cadran::report {

class ManagementPages {
  public:
    // `view` is that of management_view.
    ManagementPages(const Json& view, Booklet& booklet);

    void lay_out();

  private:
    void overview();
    void input(const Json& input);
    void standing(const Json& input);
    void figures(const Json& figures);
    void answer(const Json& answer);
    void outputs();
    void conclusion();

    const std::string& word(const char* label) const { return view_.at("label").at(label).string(); }

    const Json& view_;
    Booklet& booklet_;
    PageSetter& setter_;
};

}  // namespace cadran::report
