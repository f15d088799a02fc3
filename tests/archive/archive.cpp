// SPDX-License-Identifier: Apache-2.0
#include "archive/archive.h"

#include <sys/stat.h>

#include <fstream>

#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "temporary_folder.h"

using namespace cadran;
using cadran::archive::Archive;

namespace {

struct Example {
    TemporaryFolder folder;
    Archive archive{folder.path()};

    std::int64_t files() const {
        std::int64_t files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
            files += entry.is_regular_file();
        return files;
    }

    void alter(const Digest& digest) const {
        std::fstream file(archive.find(digest).value(), std::ios::in | std::ios::out | std::ios::binary);
        file.put('X');
    }
};

// Its kind of fault, said in both languages.
std::string told(const Failure& failure) {
    const Diagnostic& fault = failure.diagnostics.at(0);
    for (const Language language : {Language::french, Language::english}) {
        const Catalogue catalogue(language);
        catalogue.text(fault.what);
        if (fault.hint) catalogue.text(*fault.hint);
    }
    return fault.what.id;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive_of_contents, Example)

BOOST_AUTO_TEST_CASE(names_a_content_by_its_hash) {
    const Digest digest = archive.store("a claim");
    BOOST_CHECK(digest == sha256("a claim"));
    BOOST_TEST(archive.find(digest).value() ==
               folder.path() / digest.hex().substr(0, 2) / digest.hex().substr(2));
    BOOST_TEST(archive.read(digest).value() == "a claim");
    BOOST_TEST(archive.is_sound(digest));
}

BOOST_AUTO_TEST_CASE(keeps_contents_for_their_owner_alone) {
    struct stat status {};
    BOOST_REQUIRE(::stat(archive.find(archive.store("a claim")).value().c_str(), &status) == 0);
    BOOST_TEST((status.st_mode & 0777) == 0600u);
}

BOOST_AUTO_TEST_CASE(stores_the_same_content_once) {
    const Digest first = archive.store("a claim");
    const auto written = std::filesystem::last_write_time(archive.find(first).value());
    BOOST_CHECK(archive.store("a claim") == first);
    BOOST_TEST(files() == 1);
    BOOST_CHECK(std::filesystem::last_write_time(archive.find(first).value()) == written);
}

BOOST_AUTO_TEST_CASE(takes_content_in_pieces) {
    Archive::Intake intake(archive);
    intake.write("a ");
    intake.write("claim");
    BOOST_CHECK(intake.keep() == sha256("a claim"));
}

BOOST_AUTO_TEST_CASE(takes_an_empty_content) {
    BOOST_TEST(archive.read(archive.store("")).value().empty());
}

BOOST_AUTO_TEST_CASE(keeps_nothing_of_an_abandoned_intake) {
    {
        Archive::Intake intake(archive);
        intake.write(std::string(3'000'000, 'x'));
    }
    BOOST_TEST(files() == 0);
}

BOOST_AUTO_TEST_CASE(says_that_a_content_is_not_there) {
    const Digest digest = sha256("never stored");
    const auto bytes = archive.read(digest);
    BOOST_REQUIRE(!bytes);
    BOOST_CHECK(bytes.error().kind == Failure::Kind::not_found);
    BOOST_TEST(told(bytes.error()) == "archive.no_such_content");
    BOOST_TEST(!archive.find(digest).has_value());
    BOOST_TEST(!archive.is_sound(digest));
}

BOOST_AUTO_TEST_CASE(removes_what_is_there) {
    const Digest digest = archive.store("a claim"), other = archive.store("a payment");
    BOOST_TEST(archive.remove(digest));
    BOOST_TEST(!archive.find(digest).has_value());
    BOOST_TEST(archive.is_sound(other));
    BOOST_TEST(!archive.remove(digest));
    BOOST_CHECK(archive.store("a claim") == digest);
    BOOST_TEST(archive.is_sound(digest));
}

BOOST_AUTO_TEST_CASE(finds_that_a_content_was_altered) {
    const Digest digest = archive.store("a claim");
    alter(digest);
    const auto bytes = archive.read(digest);
    BOOST_REQUIRE(!bytes);
    BOOST_CHECK(bytes.error().kind == Failure::Kind::invalid);
    BOOST_TEST(told(bytes.error()) == "archive.altered");
    BOOST_TEST(!archive.is_sound(digest));
}

BOOST_AUTO_TEST_CASE(reads_no_more_than_it_is_allowed_to) {
    const Digest digest = archive.store("a claim");
    BOOST_TEST(!archive.read(digest, 3).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
