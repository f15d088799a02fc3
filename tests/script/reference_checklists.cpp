// SPDX-License-Identifier: Apache-2.0
// The checklists of the suite are what the domain asks for.
#include <boost/test/unit_test.hpp>

#include "base/resource.h"
#include "script/grader.h"
#include "script/sample_plugin.h"

using namespace cadran;
using namespace cadran::script;

namespace {

struct Loaded {
    explicit Loaded(const std::string& name) {
        const std::string folder = "plugins/" + name + "/";
        for (const std::string_view path : resources_below(folder))
            files[std::string(path.substr(folder.size()))] = resource(path);
        auto loaded = load_plugin(files, "");
        if (!loaded) {
            for (const Diagnostic& fault : loaded.error().diagnostics)
                BOOST_TEST_MESSAGE(fault.place.file << ":" << fault.place.line << " " << english_text(fault));
        }
        BOOST_REQUIRE(loaded.has_value());
        plugin = std::move(*loaded);
    }

    const model::Checklist& checklist() const { return plugin.checklists.at(0).checklist; }
    std::int64_t pieces(std::string_view domain = "") const {
        return std::ranges::count_if(checklist().items, [&](const model::ChecklistItem& item) {
            return item.is_piece && (domain.empty() || item.domain == domain);
        });
    }

    PluginFiles files;
    Plugin plugin;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(reference_checklists)

BOOST_AUTO_TEST_CASE(a_delegate_delivers_38_pieces_in_three_domains_judged_on_four_criteria) {
    const Loaded delegate("delegate-audit");
    BOOST_TEST(delegate.pieces() == 38);
    BOOST_TEST(delegate.pieces("memberships") > 0);
    BOOST_TEST(delegate.pieces("contributions") > 0);
    BOOST_TEST(delegate.pieces("benefits") > 0);
    BOOST_TEST(delegate.pieces("memberships") + delegate.pieces("contributions") +
                   delegate.pieces("benefits") ==
               38);
    std::vector<std::string> criteria;
    for (const model::Criterion& criterion : delegate.checklist().criteria) criteria.push_back(criterion.id);
    const std::vector<std::string> expected{"conformity", "currency", "relevance", "presentation"};
    BOOST_TEST(criteria == expected, boost::test_tools::per_element());
    BOOST_TEST((delegate.checklist().due == Duration{42, TimeUnit::days}));
    for (const model::ChecklistItem& item : delegate.checklist().items) {
        if (item.is_piece) BOOST_TEST(!item.rule.fr.empty(), item.id << " says where its rule comes from");
    }
}

BOOST_AUTO_TEST_CASE(an_internal_audit_asks_by_clause_and_for_nothing_to_be_delivered) {
    const Loaded internal("internal-audit");
    BOOST_TEST((internal.checklist().audits == model::AuditSubject::process));
    BOOST_TEST(internal.pieces() == 0);
    for (const model::ChecklistItem& item : internal.checklist().items)
        BOOST_TEST(!item.clause.empty(), item.id);
}

BOOST_AUTO_TEST_CASE(a_supplier_is_asked_what_its_service_concerns) {
    const Loaded supplier("supplier-audit");
    BOOST_TEST((supplier.checklist().audits == model::AuditSubject::provider));
    BOOST_TEST(supplier.pieces() > 0);
}

BOOST_AUTO_TEST_CASE(every_judge_answers_on_whatever_may_be_wrong) {
    for (const char* name : {"delegate-audit", "internal-audit", "supplier-audit"}) {
        const Loaded loaded(name);
        Grader grader(loaded.files, loaded.plugin, loaded.checklist().id);
        for (const model::ChecklistItem& item : loaded.checklist().items) {
            NamedScalars subject{{"id", item.id},
                                 {"domain", item.domain},
                                 {"weight", std::int64_t{item.weight}},
                                 {"is_piece", item.is_piece},
                                 {"delivered", item.is_piece},
                                 {"repeats", std::int64_t{1}},
                                 {"late_days", column::Scalar()},
                                 {"answer", std::string("nonconforming")}};
            for (const model::Criterion& criterion : loaded.checklist().criteria)
                subject.emplace_back(criterion.id, std::string("nonconforming"));
            const auto grade = grader.grade("item", subject, {});
            BOOST_TEST_INFO(item.id);
            BOOST_REQUIRE(grade.has_value());
            BOOST_TEST(!grade->fault.has_value());
            BOOST_TEST(grade->level.has_value());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
