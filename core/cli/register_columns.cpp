// SPDX-License-Identifier: Apache-2.0
#include "cli/register_columns.h"

namespace cadran::cli {

Result<RegisterColumns> register_columns(const Arguments& arguments) {
    RegisterColumns columns;
    Diagnostics faults;
    for (const std::string& column : arguments.all("column")) {
        const auto sign = column.find('=');
        if (sign == std::string::npos || sign == 0 || sign + 1 == column.size())
            faults.push_back({{}, {"cli.not_a_column", {{"value", column}}}, Message{"cli.column_form"}});
        else
            columns[column.substr(0, sign)] = column.substr(sign + 1);
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return columns;
}

void say_columns(Output& output, const RegisterColumns& columns) {
    for (const auto& [field, heading] : columns)
        output.say({"cli.column_read", {{"field", field}, {"heading", heading}}});
}

}  // namespace cadran::cli
