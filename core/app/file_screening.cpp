// SPDX-License-Identifier: Apache-2.0
#include "app/file_screening.h"

#include "app/memory.h"
#include "app/record_file.h"
#include "record/batch_spill.h"
#include "record/block_reader.h"

namespace cadran::app {

namespace {

// What a core looks at of a file that was copied stays in its own cache.
constexpr std::size_t rows_of_copied_block = 2048;
constexpr std::int64_t part_of_fingerprints = 2;

// The records as an import would read them.
Result<record::Summary> copy_records(Session& session, const std::filesystem::path& file,
                                     const record::FileForm& form, const model::RecordType& type,
                                     const HashKey& secrets, std::int64_t memory,
                                     std::optional<record::BatchSpill>& copy) {
    const std::filesystem::path& folder = session.workspace.folder();
    copy.emplace(folder, type);
    return read_record_file(session, file, form, type, secrets,
                            {.accept = [&](const auto& batch) { copy->add(*batch); },
                             .start_over = [&] { copy.emplace(folder, type); },
                             .batch_rows = rows_of_copied_block,
                             .spill = record::Spill{folder, memory / part_of_fingerprints}});
}

}  // namespace

Result<JudgedFile> judge_file(Session& session, const std::filesystem::path& file,
                              const model::RecordType& type, std::vector<PreparedControl>& controls,
                              const TakeScreened& take) {
    const auto keys = session.workspace.keys();
    if (!keys) return tl::unexpected(keys.error());
    const auto form = record::detect_form(file, type);
    if (!form) return tl::unexpected(form.error());
    const auto blocks = record::BlockFile::open(file, *form, type, keys->secrets);
    if (!blocks) return tl::unexpected(blocks.error());
    const auto memory = memory_left(session);
    if (!memory) return tl::unexpected(memory.error());
    if (*blocks) {
        const auto screened = screen_records(session, **blocks, type, controls, *memory, take);
        if (!screened) return tl::unexpected(screened.error());
        if (*screened) return JudgedFile{(*screened)->accepted, (*screened)->rejected, (*screened)->parts};
    }
    std::optional<record::BatchSpill> copy;
    const auto summary = copy_records(session, file, *form, type, keys->secrets, *memory, copy);
    if (!summary) return tl::unexpected(summary.error());
    const auto screened = screen_records(session, *copy, type, controls, *memory, take);
    if (!screened) return tl::unexpected(screened.error());
    return JudgedFile{summary->accepted, summary->rejected, (*screened)->parts};
}

}  // namespace cadran::app
