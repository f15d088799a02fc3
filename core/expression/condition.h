// SPDX-License-Identifier: Apache-2.0
// A condition whose names and types are settled.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "expression/value_set.h"

namespace cadran::expression {

struct Names;
struct Node;

// Immutable and cheap to copy; shared by threads. Query makes them.
class Condition {
  public:
    Condition(std::shared_ptr<const Node> root, std::shared_ptr<const Names> names)
        : root_(std::move(root)), names_(std::move(names)) {}

    // The fields of the main record that it reads, in the order of the schema.
    std::vector<std::string> fields_read() const;

    // What it looks in.
    std::vector<SemiJoin> semi_joins() const;

    // For this layer.
    const Node& root() const { return *root_; }
    const std::shared_ptr<const Names>& names() const { return names_; }

  private:
    std::shared_ptr<const Node> root_;
    std::shared_ptr<const Names> names_;
};

}  // namespace cadran::expression
