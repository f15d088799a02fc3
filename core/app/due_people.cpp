// SPDX-License-Identifier: Apache-2.0
#include "app/due_people.h"

#include <algorithm>

#include "store/account_repository.h"

namespace cadran::app {

DuePeople::DuePeople(store::Database& database) : accounts_(store::AccountRepository(database).people()) {}

const std::vector<std::string>& DuePeople::with_right(UseCase use_case) {
    const auto [known, is_new] = with_right_.try_emplace(use_case);
    if (!is_new) return known->second;
    for (const model::Account& account : accounts_) {
        if (scope_of(account, use_case) == Scope::all) known->second.push_back(account.name);
    }
    return known->second;
}

const std::vector<std::string>& DuePeople::with_right(UseCase use_case, const model::Process& process) {
    const auto [known, is_new] = in_process_.try_emplace({use_case, process.id});
    if (!is_new) return known->second;
    std::vector<std::string>& names = known->second = with_right(use_case);
    std::vector<std::string> own{process.pilot};
    own.insert(own.end(), process.backups.begin(), process.backups.end());
    for (const std::string& name : own) {
        const auto account = std::ranges::find(accounts_, name, &model::Account::name);
        if (account != accounts_.end() && scope_of(*account, use_case) == Scope::own_process)
            names.push_back(name);
    }
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

std::string DuePeople::person(const std::string& account) const {
    const auto found = std::ranges::find(accounts_, account, &model::Account::name);
    return found == accounts_.end() ? account : found->person;
}

const std::vector<std::string>& DuePeople::with_role(model::Role role) {
    const auto [known, is_new] = with_role_.try_emplace(role);
    if (!is_new) return known->second;
    for (const model::Account& account : accounts_) {
        if (account.has(role)) known->second.push_back(account.name);
    }
    return known->second;
}

std::vector<std::string> without(std::vector<std::string> names, const std::string& name) {
    std::erase(names, name);
    return names;
}

}  // namespace cadran::app
