// SPDX-License-Identifier: Apache-2.0
#include "web/register_export.h"

#include <algorithm>
#include <filesystem>

#include "app/register.h"
#include "base/file.h"

namespace cadran::web {

namespace {

constexpr std::size_t largest_register = std::size_t{256} << 20;
constexpr std::string_view workbook_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::optional<report::RegisterKind> kind_named(std::string_view name) {
    for (const report::RegisterKind kind : report::all_register_kinds) {
        if (report::register_name(kind) == name) return kind;
    }
    return {};
}

// The writer makes files: in a folder that is there as long as it is read.
Result<std::string> workbook_of(const report::Register& entries, app::Session& session) {
    const auto folder = PrivateFolder::make();
    report::write_register(entries, session.catalogue, folder->path / "register.xlsx");
    return read_file(folder->path / "register.xlsx", largest_register);
}

}  // namespace

Result<Response> register_export(const Request& request, app::Session& session) {
    const std::string& name = request.parameter("register");
    const auto point = name.find('.');
    const std::string ending = point == std::string::npos ? std::string() : name.substr(point);
    const auto kind = kind_named(name.substr(0, point));
    if (!kind || (ending != ".xlsx" && ending != ".csv")) return not_found({"web.no_register"});
    const auto entries = app::gather_register(session, {*kind, request.query.get("process")});
    if (!entries) return tl::unexpected(entries.error());
    if (ending == ".csv") return attachment(name, "text/csv; charset=utf-8", report::register_csv(*entries));
    auto bytes = workbook_of(*entries, session);
    if (!bytes) return tl::unexpected(bytes.error());
    return attachment(name, workbook_type, std::move(*bytes));
}

}  // namespace cadran::web
