// SPDX-License-Identifier: Apache-2.0
// One page of many rows: which of them it shows, and the way to the others.
#pragma once

#include <span>
#include <string>

#include "base/catalogue.h"
#include "web/request.h"

namespace cadran::web {

class Paging {
  public:
    static constexpr std::size_t rows_a_page = 50;

    // `?page=3` asks for the third; what is no page is the nearest that is one.
    Paging(const Request& request, std::size_t rows);

    template <typename Row>
    std::span<const Row> shown(const std::vector<Row>& rows) const {
        return std::span(rows).subspan(first_, std::min(rows_a_page, rows.size() - first_));
    }

    // For what is read no further than it is shown.
    std::int64_t first() const { return static_cast<std::int64_t>(first_); }

    // Markup below the rows, with whatever else was asked for; empty where one page shows them all.
    std::string markup(const Catalogue& catalogue) const;

  private:
    std::string place_of(std::size_t page) const;

    const Request& request_;
    std::size_t rows_;
    std::size_t page_ = 1;
    std::size_t pages_;
    std::size_t first_ = 0;  // row that is shown
};

}  // namespace cadran::web
