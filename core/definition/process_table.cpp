// SPDX-License-Identifier: Apache-2.0
#include "definition/process_table.h"

#include <algorithm>

#include "base/text.h"
#include "definition/process_cells.h"
#include "definition/process_file.h"
#include "definition/process_tree.h"
#include "definition/table_file.h"

namespace cadran::definition {

namespace {

constexpr std::size_t greatest_id = 64;

// What the file names as the process, unless somebody says otherwise.
void set_id(format::XmlElement& root, const std::string& id, Diagnostics& faults) {
    if (id.empty()) return;
    format::XmlAttribute& given = root.attributes.front();
    std::erase_if(faults, [&](const Diagnostic& fault) { return fault.place == given.place; });
    given.value = id;
}

}  // namespace

Result<ProcessTable> read_process_table(const std::filesystem::path& file, const ReadTable& wishes) {
    const auto tables = read_tables(file);
    if (!tables) return tl::unexpected(tables.error());
    const std::string name = file.filename().string();
    ProcessCells cells = process_cells(*tables, name);
    if (cells.content.empty()) {
        return invalid(
            Diagnostics{{{name}, {"definition.no_process_table"}, Message{"definition.take_template"}}});
    }
    ProcessTree tree = process_tree(cells.content, cells.sections, wishes.untranslated);
    Diagnostics already = std::move(cells.faults);
    already.insert(already.end(), tree.faults.begin(), tree.faults.end());
    set_id(tree.root, wishes.id, already);
    auto read = read_process_tree(std::move(tree.root), name, std::move(already));
    if (read) return ProcessTable{std::move(read->process), std::move(cells.ignored), tree.untranslated};
    sort_by_cell(read.error().diagnostics, *tables);
    return tl::unexpected(std::move(read.error()));
}

std::string id_of(std::string_view title) {
    std::string id = folded(title);
    while (!id.empty() && (id.front() < 'a' || id.front() > 'z')) id.erase(0, 1);
    std::ranges::replace(id, ' ', '-');
    if (id.size() > greatest_id) {
        const auto word = id.rfind('-', greatest_id);
        id.resize(word == std::string::npos ? greatest_id : word);
    }
    return id.empty() ? "x" : id;
}

}  // namespace cadran::definition
