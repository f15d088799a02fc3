// SPDX-License-Identifier: Apache-2.0
// What indicators showed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/measurement.h"
#include "store/database.h"

namespace cadran::store {

class MeasurementRepository {
  public:
    explicit MeasurementRepository(Database& database) : database_(database) {}

    // The newest measurement of that indicator and period; earlier ones stay.
    std::optional<model::Measurement> newest(const std::string& process, const std::string& indicator,
                                             const calendar::Period& period);
    // All, or those of one process, in order.
    std::vector<model::Measurement> list(const std::string& process = {});
    // Gives the measurement its number.
    void insert(model::Measurement& measurement);

  private:
    Database& database_;
};

}  // namespace cadran::store
