// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include <sys/stat.h>

#include <algorithm>
#include <iterator>
#include <system_error>

#include <boost/test/unit_test.hpp>

#include "temporary_folder.h"

using namespace cadran;
namespace fs = std::filesystem;

namespace {

// The file mode creation mask while it lives.
class Mask {
  public:
    explicit Mask(mode_t mask) : before_(::umask(mask)) {}
    ~Mask() { ::umask(before_); }
    Mask(const Mask&) = delete;
    Mask& operator=(const Mask&) = delete;

  private:
    mode_t before_;
};

unsigned mode_of(const fs::path& path) {
    return static_cast<unsigned>(fs::status(path).permissions());
}

std::ptrdiff_t entries_of(const fs::path& folder) {
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

const Diagnostic& fault_of(const Result<std::string>& result) {
    return result.error().diagnostics.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(file)

BOOST_AUTO_TEST_CASE(is_read_as_it_was_written) {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "données.csv";
    std::string bytes(3'000'000, '\xE9');
    bytes[1'500'000] = '\0';
    write_durably(path, bytes);
    BOOST_CHECK(read_file(path) == bytes);
    write_durably(path, "");
    BOOST_CHECK(read_file(path) == "");
    BOOST_TEST(entries_of(folder.path()) == 1);
}

BOOST_AUTO_TEST_CASE(appears_when_published_and_not_before) {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "list.csv";
    write_durably(path, "before");
    DurableFile file(path, Access::everybody);
    file.write("af");
    file.write("ter");
    BOOST_CHECK(read_file(path) == "before");
    file.publish();
    BOOST_CHECK(read_file(path) == "after");
    BOOST_TEST(entries_of(folder.path()) == 1);
}

BOOST_AUTO_TEST_CASE(is_published_under_the_name_its_content_gives) {
    const TemporaryFolder folder;
    DurableFile file(folder.path() / "unnamed", Access::everybody);
    file.write("content");
    file.publish_as(folder.path() / "ed7002b4");
    BOOST_CHECK(read_file(folder.path() / "ed7002b4") == "content");
    BOOST_TEST(entries_of(folder.path()) == 1);
}

BOOST_AUTO_TEST_CASE(leaves_nothing_when_it_is_abandoned) {
    const TemporaryFolder folder;
    {
        DurableFile file(folder.path() / "list.csv", Access::everybody);
        file.write(std::string(2'000'000, 'x'));
        BOOST_TEST(entries_of(folder.path()) == 1);
    }
    BOOST_TEST(fs::is_empty(folder.path()));
}

BOOST_AUTO_TEST_CASE(leaves_nothing_where_it_cannot_be_published) {
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "taken");
    BOOST_CHECK_THROW(write_durably(folder.path() / "taken", "bytes"), std::system_error);
    BOOST_TEST(entries_of(folder.path()) == 1);
    BOOST_CHECK_THROW(write_durably(folder.path() / "missing" / "file", "bytes"), std::system_error);
}

BOOST_AUTO_TEST_CASE(is_readable_by_those_it_is_meant_for) {
    const TemporaryFolder folder;
    const Mask mask(022);
    write_durably(folder.path() / "list.csv", "", Access::everybody);
    write_durably(folder.path() / "seed", "", Access::owner);
    make_folder(folder.path() / "public", Access::everybody);
    make_folder(folder.path() / "secret" / "keys", Access::owner);
    BOOST_TEST(mode_of(folder.path() / "list.csv") == 0644u);
    BOOST_TEST(mode_of(folder.path() / "seed") == 0600u);
    BOOST_TEST(mode_of(folder.path() / "public") == 0755u);
    BOOST_TEST(mode_of(folder.path() / "secret") == 0700u);
    BOOST_TEST(mode_of(folder.path() / "secret" / "keys") == 0700u);
}

BOOST_AUTO_TEST_CASE(gives_no_more_access_than_the_mask_allows) {
    const TemporaryFolder folder;
    const Mask mask(077);
    write_durably(folder.path() / "list.csv", "", Access::everybody);
    BOOST_TEST(mode_of(folder.path() / "list.csv") == 0600u);
}

BOOST_AUTO_TEST_CASE(larger_than_the_limit_is_refused) {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "claims.xml";
    write_durably(path, std::string(std::size_t{1} << 20, 'x'));
    BOOST_TEST(read_file(path, std::size_t{1} << 20).has_value());
    const auto refusal = read_file(path, (std::size_t{1} << 20) - 1);
    BOOST_REQUIRE(!refusal);
    BOOST_CHECK(refusal.error().kind == Failure::Kind::invalid);
    BOOST_TEST(fault_of(refusal).what.id == "base.file_too_large");
}

BOOST_AUTO_TEST_CASE(that_is_missing_is_named) {
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "claims.csv").string();
    const auto missing = read_file(path);
    BOOST_REQUIRE(!missing);
    BOOST_CHECK(missing.error().kind == Failure::Kind::not_found);
    BOOST_CHECK((fault_of(missing).what == Message{"base.no_such_file", {{"file", path}}}));
}

BOOST_AUTO_TEST_CASE(that_is_a_folder_cannot_be_read) {
    const TemporaryFolder folder;
    const auto unreadable = read_file(folder.path());
    BOOST_REQUIRE(!unreadable);
    BOOST_CHECK(unreadable.error().kind == Failure::Kind::invalid);
    BOOST_TEST(fault_of(unreadable).what.id == "base.unreadable_file");
}

BOOST_AUTO_TEST_CASE(of_a_folder_that_exists_is_kept) {
    const TemporaryFolder folder;
    make_folder(folder.path() / "a" / "b");
    write_durably(folder.path() / "a" / "b" / "file", "kept");
    make_folder(folder.path() / "a" / "b");
    BOOST_CHECK(read_file(folder.path() / "a" / "b" / "file") == "kept");
}

BOOST_AUTO_TEST_CASE(stands_in_the_way_of_a_folder) {
    const TemporaryFolder folder;
    write_durably(folder.path() / "taken", "");
    BOOST_CHECK_THROW(make_folder(folder.path() / "taken"), std::system_error);
}

BOOST_AUTO_TEST_CASE(moves_with_its_folder) {
    const TemporaryFolder folder;
    make_folder(folder.path() / "draft");
    write_durably(folder.path() / "draft" / "file", "moved");
    make_folder(folder.path() / "final");
    move_folder(folder.path() / "draft", folder.path() / "final");
    BOOST_CHECK(read_file(folder.path() / "final" / "file") == "moved");
    BOOST_TEST(!fs::exists(folder.path() / "draft"));
    make_folder(folder.path() / "other");
    BOOST_CHECK_THROW(move_folder(folder.path() / "other", folder.path() / "final"), std::system_error);
}

BOOST_AUTO_TEST_SUITE_END()
