// SPDX-License-Identifier: Apache-2.0
#include "report/process_sheet.h"

#include "base/file.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/edition.h"

namespace cadran::cli {

Result<int> process_sheet(Invocation& invocation) {
    const auto place = document_path(invocation, {".html", ".pdf"});
    if (!place) return tl::unexpected(place.error());
    const auto edition = edition_asked(invocation.arguments());
    if (!edition) return tl::unexpected(edition.error());
    const auto sheet = app::show_sheet(invocation.session(), invocation.arguments().get("PROCESS"), *edition);
    if (!sheet) return tl::unexpected(sheet.error());
    const Catalogue& catalogue = invocation.output().catalogue();
    write_durably(*place, place->extension() == ".pdf" ? report::process_sheet_pdf(*sheet, catalogue)
                                                       : report::process_sheet_html(*sheet, catalogue));
    invocation.output().say(
        {"cli.exported", {{"count", std::int64_t{1}}, {"place", invocation.arguments().get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
