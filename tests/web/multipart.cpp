// SPDX-License-Identifier: Apache-2.0
// Files that come with a form.
#include "web/multipart.h"

#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "web/request_reader.h"

using namespace cadran;
using namespace cadran::web;

namespace {

using State = RequestReader::State;

const std::string boundary = "----cadran0f1e2d";

std::string field(const std::string& name, const std::string& value) {
    return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value +
           "\r\n";
}

std::string file(const std::string& name, const std::string& told, const std::string& content) {
    return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + told +
           "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n";
}

const std::string end = "--" + boundary + "--\r\n";

std::string sent(const std::string& body,
                 const std::string& type = "multipart/form-data; boundary=" + boundary) {
    return "POST /imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type +
           fmt::format("\r\nContent-Length: {}\r\n\r\n", body.size()) + body;
}

Request whole(const std::string& bytes) {
    RequestReader reader;
    BOOST_REQUIRE(reader.feed(bytes) == State::complete);
    return reader.take();
}

int refusal(const std::string& bytes) {
    RequestReader reader;
    BOOST_TEST((reader.feed(bytes) == State::refused));
    return reader.refusal();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(multipart)

BOOST_AUTO_TEST_CASE(brings_fields_and_files_whose_bytes_are_as_they_were) {
    const std::string bytes = "a;b\r\n--not the boundary\r\n" + std::string("\0\xFF", 2);
    const Request request = whole(
        sent(field("type", "claim é") + file("file", "relevé.csv", bytes) + file("second", "x", "") + end));
    BOOST_TEST(request.form.get("type") == "claim é");
    BOOST_REQUIRE(request.upload("file"));
    BOOST_TEST(request.upload("file")->file.filename() == "relevé.csv");
    BOOST_TEST(read_file(request.upload("file")->file).value() == bytes);
    BOOST_TEST(read_file(request.upload("second")->file).value() == "");
}

BOOST_AUTO_TEST_CASE(gives_the_same_however_it_is_cut) {
    const std::string bytes =
        sent(field("type", "claim") + file("file", "a.csv", std::string(9000, 'x')) + end);
    RequestReader reader;
    for (const char byte : bytes + bytes) {
        if (reader.feed({&byte, 1}) != State::complete) continue;
        const Request request = reader.take();
        BOOST_TEST(request.form.get("type") == "claim");
        BOOST_TEST(read_file(request.upload("file")->file).value() == std::string(9000, 'x'));
    }
    BOOST_TEST(reader.is_idle());
}

BOOST_AUTO_TEST_CASE(leaves_nothing_on_the_disk_once_nobody_holds_it) {
    std::optional<Request> request = whole(sent(file("file", "a.csv", "x") + end));
    const std::filesystem::path folder = request->upload("file")->keeper->path;
    BOOST_TEST(std::filesystem::exists(folder));
    BOOST_TEST((std::filesystem::status(folder).permissions() == std::filesystem::perms::owner_all));
    request.reset();
    BOOST_TEST(!std::filesystem::exists(folder));
}

BOOST_AUTO_TEST_CASE(takes_of_a_name_its_last_part) {
    for (const std::string told : {"../../etc/a.csv", "C:\\\\temp\\\\a.csv", "/a.csv", "a.csv"})
        BOOST_TEST(whole(sent(file("file", told, "x") + end)).upload("file")->file.filename() == "a.csv",
                   told);
}

BOOST_AUTO_TEST_CASE(knows_that_no_file_was_chosen) {
    const Request request = whole(sent(field("type", "claim") + file("file", "", "") + end));
    BOOST_TEST((request.upload("file") == nullptr));
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_such_form) {
    const std::string one = file("file", "a.csv", "x");
    BOOST_TEST(refusal(sent(one)) == 400);                                               // cut off
    BOOST_TEST(refusal(sent(one + end + "more")) == 400);                                // and more behind it
    BOOST_TEST(refusal(sent(one + end, "multipart/form-data")) == 400);                  // which boundary?
    BOOST_TEST(refusal(sent(one + end, "multipart/form-data; boundary=other")) == 400);  // another one
    BOOST_TEST(refusal(sent(one + end, "multipart/form-data; boundary=" + std::string(71, 'x'))) == 400);
    BOOST_TEST(refusal(sent(file("file", "..", "x") + end)) == 400);    // leads out
    BOOST_TEST(refusal(sent(file("file", "a\tb", "x") + end)) == 400);  // no name
    BOOST_TEST(refusal(sent(file("file", std::string(256, 'x'), "x") + end)) == 400);
    BOOST_TEST(refusal(sent(field("a", "\xFF") + end)) == 400);                 // no text
    BOOST_TEST(refusal(sent("--" + boundary + "\r\n\r\nx\r\n" + end)) == 400);  // no field
    std::string many;
    for (int i = 0; i < 513; ++i) many += field("a", "b");
    BOOST_TEST(refusal(sent(many + end)) == 400);
}

BOOST_AUTO_TEST_CASE(takes_no_more_than_there_is_room_for) {
    const std::string bytes = sent(file("file", "a.csv", std::string(3000, 'x')) + end);
    const auto fed = [&](std::size_t room) {
        RequestReader reader({.body = 100}, [&](const Request& head) {
            BOOST_TEST(head.path == "/imports");
            return room;
        });
        reader.feed(bytes);
        return reader.state() == State::complete ? 200 : reader.refusal();
    };
    BOOST_TEST(fed(0) == 413);
    BOOST_TEST(fed(4000) == 200);
}

BOOST_AUTO_TEST_CASE(keeps_files_of_any_length_but_no_endless_fields) {
    const auto state = [](const std::string& part) {
        RequestReader reader({}, [](const Request&) { return std::size_t{4} << 20; });
        return reader.feed(sent(part + end));
    };
    const std::string two_mebibytes(std::size_t{2} << 20, 'x');
    BOOST_TEST((state(file("file", "a.csv", two_mebibytes)) == State::complete));
    BOOST_TEST((state(field("a", two_mebibytes)) == State::refused));
}

BOOST_AUTO_TEST_SUITE_END()
