// SPDX-License-Identifier: Apache-2.0
#include "record/dataset.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "record/claims.h"

using namespace cadran;
using namespace cadran::record;

namespace {

// Of the rows that are called for: `C1 1.00 EUR`, in order.
class Rows {
  public:
    Dataset::Take take() {
        return [this](const std::shared_ptr<const column::RecordBatch>& batch, std::size_t row) {
            text_ += (text_.empty() ? "" : ", ") + column::plain_text(batch->scalar(row, 0)) + " " +
                     column::plain_text(batch->scalar(row, 3));
        };
    }
    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

void add(Dataset& dataset, std::int64_t import, std::string_view lines) {
    for (const auto& batch : read(std::string(claim_columns) + std::string(lines)).batches) {
        auto brought = std::make_shared<column::RecordBatch>(*batch);
        brought->import = import;
        dataset.add(std::move(brought));
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dataset)

BOOST_AUTO_TEST_CASE(the_latest_version_of_a_key_wins) {
    Dataset dataset(claim_type());
    add(dataset, 1, "C1;optical;01/07/2026;1;;;;;\nC2;optical;31/07/2026;2;;;;;\n");
    add(dataset, 2, "C3;optical;01/08/2026;3;;;;;\nC1;optical;02/07/2026;4;;;;;\n");
    Rows all;
    dataset.for_each(all.take());
    BOOST_TEST(all.text() == "C2 2.00 EUR, C3 3.00 EUR, C1 4.00 EUR");
}

BOOST_AUTO_TEST_CASE(a_period_holds_its_first_and_its_last_day) {
    Dataset dataset(claim_type());
    add(dataset, 1,
        "C1;optical;30/06/2026;1;;;;;\nC2;optical;01/07/2026;2;;;;;\nC3;optical;31/07/"
        "2026;3;;;;;\nC4;optical;01/08/2026;4;;;;;\n");
    Rows july;
    dataset.for_each(*parse_date("2026-07-01"), *parse_date("2026-07-31"), july.take());
    BOOST_TEST(july.text() == "C2 2.00 EUR, C3 3.00 EUR");
}

BOOST_AUTO_TEST_SUITE_END()
