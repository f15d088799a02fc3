// SPDX-License-Identifier: Apache-2.0
#include "app/people.h"

#include <algorithm>

#include "app/rights.h"
#include "base/text.h"
#include "store/account_repository.h"

namespace cadran::app {

PersonNames person_names(Session& session) {
    PersonNames names;
    for (const model::Account& account : store::AccountRepository(session.workspace.database()).list())
        names[account.name] = account.person;
    return names;
}

const std::string& person_called(const PersonNames& names, const std::string& account) {
    const auto found = names.find(account);
    return found == names.end() ? account : found->second;
}

Result<std::vector<Colleague>> list_colleagues(Session& session) {
    if (const auto may = scope_within(session, UseCase::propose_action); !may)
        return tl::unexpected(may.error());
    std::vector<Colleague> colleagues;
    for (const model::Account& account : store::AccountRepository(session.workspace.database()).list()) {
        if (!account.suspended_at) colleagues.push_back({account.name, account.person});
    }
    std::ranges::stable_sort(colleagues, {}, [](const Colleague& one) { return folded(one.person); });
    return colleagues;
}

}  // namespace cadran::app
