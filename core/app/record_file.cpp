// SPDX-License-Identifier: Apache-2.0
#include "app/record_file.h"

#include "record/file_form.h"

namespace cadran::app {

Result<record::Summary> read_record_file(Session& session, const std::filesystem::path& file,
                                         const model::RecordType& type, const HashKey& secrets,
                                         const RecordTaker& taker) {
    const auto form = record::detect_form(file, type);
    if (!form) return tl::unexpected(form.error());
    const auto rows = record::open_rows(file, *form);
    if (!rows) return tl::unexpected(rows.error());
    return record::read_records(**rows, file.filename().string(),
                                {.type = type,
                                 .dialect = form->dialect,
                                 .secrets = secrets,
                                 .accept = taker.accept,
                                 .reject = taker.reject,
                                 .start_over = taker.start_over,
                                 .progress = &session.progress,
                                 .step = {"app.importing"},
                                 .cancellation = session.cancellation});
}

}  // namespace cadran::app
