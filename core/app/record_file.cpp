// SPDX-License-Identifier: Apache-2.0
#include "app/record_file.h"

namespace cadran::app {

Result<record::Summary> read_record_file(Session& session, const std::filesystem::path& file,
                                         const record::FileForm& form, const model::RecordType& type,
                                         const HashKey& secrets, const RecordTaker& taker) {
    const auto rows = record::open_rows(file, form);
    if (!rows) return tl::unexpected(rows.error());
    return record::read_records(**rows, file.filename().string(),
                                {.type = type,
                                 .dialect = form.dialect,
                                 .secrets = secrets,
                                 .accept = taker.accept,
                                 .reject = taker.reject,
                                 .start_over = taker.start_over,
                                 .batch_rows = taker.batch_rows,
                                 .spill = taker.spill,
                                 .progress = &session.progress,
                                 .step = {"app.importing"},
                                 .cancellation = session.cancellation});
}

Result<record::Summary> read_record_file(Session& session, const std::filesystem::path& file,
                                         const record::FileForm& form, const HashKey& secrets,
                                         record::Dataset& records) {
    const model::RecordType type = records.type();
    return read_record_file(session, file, form, type, secrets,
                            {.accept = [&](auto batch) { records.add(std::move(batch)); },
                             .start_over = [&] { records = record::Dataset(type); }});
}

}  // namespace cadran::app
