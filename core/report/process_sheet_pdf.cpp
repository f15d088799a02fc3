// SPDX-License-Identifier: Apache-2.0
#include "report/sheet_pages.h"

namespace cadran::report {

std::string process_sheet_pdf(const ProcessSheet& sheet, const Catalogue& catalogue) {
    const SheetWords words = sheet_words(sheet, catalogue);
    const Date date = sheet.version ? sheet.version->acceptance->from : sheet.on;
    // How many pages there are is known once they have been set.
    const int pages = SheetPages(words, sheet.appearance, date, catalogue, 1).lay_out();
    SheetPages whole(words, sheet.appearance, date, catalogue, pages);
    whole.lay_out();
    return whole.finish();
}

}  // namespace cadran::report
