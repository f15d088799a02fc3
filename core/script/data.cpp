// SPDX-License-Identifier: Apache-2.0
#include "script/data.h"

namespace cadran::script {

const Data* Data::find(std::string_view member) const {
    const auto found = std::ranges::find(members, member, &Member::name);
    return found == members.end() ? nullptr : &found->value;
}

}  // namespace cadran::script
