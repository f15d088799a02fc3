// SPDX-License-Identifier: Apache-2.0
#include "control/faults.h"

namespace cadran::control {

void Faults::add(const Diagnostic& fault) {
    Kind& kind = kinds_[{fault.place, fault.what.id}];
    if (++kind.count > most_alike) return;
    kind.last = kept_.size();
    kept_.push_back(fault);
}

Diagnostics Faults::take() {
    std::map<std::size_t, std::int64_t> more;  // behind which one
    for (const auto& [place, kind] : kinds_) {
        if (kind.count > most_alike) more[kind.last] = kind.count - most_alike;
    }
    Diagnostics faults;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        const Place place = kept_[i].place;
        faults.push_back(std::move(kept_[i]));
        if (const auto rest = more.find(i); rest != more.end())
            faults.push_back({place, {"control.more_faults_alike", {{"count", rest->second}}}});
    }
    kept_.clear();
    kinds_.clear();
    return faults;
}

}  // namespace cadran::control
