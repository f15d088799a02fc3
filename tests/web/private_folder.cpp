// SPDX-License-Identifier: Apache-2.0
#include "web/private_folder.h"

#include <fstream>

#include <boost/test/unit_test.hpp>

using namespace cadran::web;

namespace {

namespace fs = std::filesystem;

void put_file_into(const fs::path& folder) {
    std::ofstream(folder / "claims.csv") << "number;member";
}

// As a process that was killed leaves it: nobody holds it.
fs::path left_behind() {
    std::string place = (fs::temp_directory_path() / "cadran-files-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(place.data()) != nullptr);
    put_file_into(place);
    return place;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(private_folder)

BOOST_AUTO_TEST_CASE(is_read_by_nobody_else_and_goes_with_its_last_holder) {
    auto folder = PrivateFolder::make();
    const fs::path place = folder->path;
    put_file_into(place);
    BOOST_CHECK(fs::status(place).permissions() == fs::perms::owner_all);
    auto other = folder;
    folder.reset();
    BOOST_TEST(fs::exists(place / "claims.csv"));
    other.reset();
    BOOST_TEST(!fs::exists(place));
}

BOOST_AUTO_TEST_CASE(left_behind_by_a_kill_is_cleared_away_and_what_is_held_stays) {
    const auto held = PrivateFolder::make();
    put_file_into(held->path);
    const fs::path left = left_behind();
    PrivateFolder::clear_left_behind();
    BOOST_TEST(!fs::exists(left));
    BOOST_TEST(fs::exists(held->path / "claims.csv"));
}

BOOST_AUTO_TEST_CASE(of_another_name_or_kind_is_nobodys_to_clear_away) {
    const fs::path kept = left_behind();
    const fs::path link = kept.string() + "-link";
    fs::rename(kept, fs::temp_directory_path() / ("other-" + kept.filename().string()));
    const fs::path moved = fs::temp_directory_path() / ("other-" + kept.filename().string());
    fs::create_directory_symlink(moved, link);
    PrivateFolder::clear_left_behind();
    BOOST_TEST(fs::exists(moved / "claims.csv"));
    BOOST_TEST(!fs::exists(moved / "held"));
    fs::remove(link);
    fs::remove_all(moved);
}

BOOST_AUTO_TEST_SUITE_END()
