// SPDX-License-Identifier: Apache-2.0
// Accepted definitions that were read and checked before, by the digest of their manifest: what stands under
// a digest never changes.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "app/definitions.h"
#include "model/clause_catalogue.h"

namespace cadran::app {

// May be used by several threads at once.
template <typename Value>
class ByDigest {
  public:
    // Null where it was not read yet.
    std::shared_ptr<const Value> find(const Digest& manifest) const {
        const std::lock_guard lock(mutex_);
        const auto found = values_.find(manifest);
        return found == values_.end() ? nullptr : found->second;
    }

    std::shared_ptr<const Value> keep(const Digest& manifest, Value value) {
        const std::lock_guard lock(mutex_);
        if (values_.size() == most) values_.clear();
        return values_[manifest] = std::make_shared<const Value>(std::move(value));
    }

  private:
    static constexpr std::size_t most = 256;  // versions that are looked at again and again are far fewer

    mutable std::mutex mutex_;
    std::map<Digest, std::shared_ptr<const Value>> values_;
};

struct ReadDefinitions {
    ByDigest<model::Process> processes;
    ByDigest<PluginContent> plugins;
    // Of workspace.xml and what belongs to it.
    ByDigest<Files> files;
    ByDigest<model::Organisation> organisations;
    ByDigest<std::vector<model::ClauseCatalogue>> catalogues;
};

}  // namespace cadran::app
