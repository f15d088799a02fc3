// SPDX-License-Identifier: Apache-2.0
#include "store/import_repository.h"

#include <boost/test/unit_test.hpp>

#include "store/sample_store.h"
#include "store/state.h"

using namespace cadran;
using namespace cadran::store;

namespace {

struct Example : SampleStore {
    ImportRepository imports{*database};

    model::Import import(const std::string& type, const std::string& content) {
        model::Import import;
        import.type = type;
        import.file_name = "claims.csv";
        import.received = sha256(content);
        import.archived = sha256("kept " + content);
        import.dialect = "{}";
        import.plugin_version = 1;
        import.accepted = 10;
        import.rejected = 2;
        import.first_event = day("2026-07-01");
        import.last_event = day("2026-07-31");
        import.by = "claire.vasseur";
        import.at = now;
        return import;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(import_repository, Example)

BOOST_AUTO_TEST_CASE(gives_an_import_back_as_it_was) {
    model::Import import = this->import("claim", "july");
    imports.insert(import);
    BOOST_TEST(import.number == 1);
    const auto found = imports.find_received("claim", import.received);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(state(*found).canonical_text() == state(import).canonical_text());
}

BOOST_AUTO_TEST_CASE(takes_an_import_without_a_record) {
    model::Import import = this->import("claim", "faulty");
    import.first_event = import.last_event = {};
    imports.insert(import);
    BOOST_TEST(!imports.list().at(0).first_event.has_value());
}

BOOST_AUTO_TEST_CASE(lists_imports_in_order_and_by_type) {
    for (const auto& [type, content] :
         {std::pair("claim", "july"), {"payment", "july"}, {"claim", "august"}}) {
        model::Import import = this->import(type, content);
        imports.insert(import);
    }
    BOOST_TEST(imports.list().size() == 3u);
    BOOST_REQUIRE(imports.list("claim").size() == 2u);
    BOOST_TEST(imports.list("claim").back().number == 3);
}

BOOST_AUTO_TEST_CASE(knows_the_same_file_by_its_type) {
    model::Import import = this->import("claim", "july");
    imports.insert(import);
    BOOST_TEST(!imports.find_received("payment", import.received).has_value());
    BOOST_TEST(!imports.find_received("claim", sha256("august")).has_value());
    BOOST_CHECK(fault_of([&] { imports.insert(import); }) == Fault::Kind::unique);
}

BOOST_AUTO_TEST_CASE(keeps_one_tombstone) {
    model::Import import = this->import("claim", "july");
    imports.insert(import);
    BOOST_TEST(!imports.list().at(0).purged.has_value());
    const std::string before = state(import).canonical_text();
    import.purged = model::Purge{"claire.vasseur", now, {{ 60, TimeUnit::months }}, 3, "over"};
    BOOST_TEST(imports.purge(import));
    const model::Import found = imports.list().at(0);
    BOOST_TEST(state(found).canonical_text() == state(import).canonical_text());
    BOOST_TEST(state(found).canonical_text() != before);
    BOOST_TEST(!imports.purge(import));
}

BOOST_AUTO_TEST_SUITE_END()
