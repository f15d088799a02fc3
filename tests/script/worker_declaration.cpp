// SPDX-License-Identifier: Apache-2.0
#include "script/worker_declaration.h"

#include <boost/test/unit_test.hpp>

#include "base/resource.h"
#include "script/attempt.h"
#include "script/sample_plugin.h"
#include "script/worker.h"

using namespace cadran;
using namespace cadran::script;

namespace {

Worker worker(const std::vector<std::string>& parts) {
    std::vector<std::string> command{CADRAN_WORKER};
    command.insert(command.end(), parts.begin(), parts.end());
    return Worker(WorkerProgram{command, std::chrono::minutes(10)});
}

// Everything in it, in one text.
std::string whole(const Declaring& declaring) {
    return json_of(declaring).canonical_text();
}

std::vector<std::string> faults_of(const PluginFiles& files, Worker* worker) {
    const auto plugin = load_plugin(files, "plugins/sample/", loading_limits(), worker);
    std::vector<std::string> faults;
    if (plugin) return faults;
    for (const Diagnostic& fault : plugin.error().diagnostics)
        faults.push_back(fmt::format("{}:{}:{} {} {} {}", fault.place.file, fault.place.line,
                                     fault.place.column, fault.what.id, english_text(fault),
                                     french_text(fault)));
    return faults;
}

bool believed(const std::string& data) {
    const std::string answer = R"({"data":)" + data + R"(,"fault":null,"fuel":1})";
    return declaring_of(Json::parse(answer).value(), "controls/check.lua", "one\ntwo").has_value();
}

// A declaration with these members.
std::string control_of(const std::string& members) {
    return R"({"kind":"table","construct":"control","name":"check","line":1,"items":[],"members":[)" +
           members + "]}";
}

std::string nested(int depth) {
    if (depth == 0) return R"({"kind":"boolean","value":true})";
    return R"({"kind":"table","construct":"","name":"","line":0,"items":[)" + nested(depth - 1) +
           R"(],"members":[]})";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(worker_declaration)

BOOST_AUTO_TEST_CASE(of_every_file_of_the_suite_is_what_this_process_reads) {
    Worker there = worker({"serve-scripts"});
    int files = 0;
    for (const std::string_view path : resources_below("plugins/")) {
        if (!path.ends_with(".lua")) continue;
        const std::string name(path);
        const std::string source(resource(path));
        BOOST_TEST(whole(there.declare(name, source, {})) == whole(run_to_declare(name, source, {})), name);
        ++files;
    }
    BOOST_TEST(files > 50);
}

BOOST_AUTO_TEST_CASE(of_values_of_every_kind_is_what_this_process_reads) {
    Worker there = worker({"serve-scripts"});
    for (const char* text : {
             "true",
             "false",
             "1",
             "-9223372036854775807 - 1",
             "0.5",
             "1e300",
             "-0.0",
             "1/0",
             "-1/0",
             "'\\xff\\0\\27 é'",
             "{}",
             "{ 1, 'two', { three = 3 } }",
             "money 'a' { default = '1.00 EUR' }",
             "function() end",
             "{ {{{{{{{{{ 1 }}}}}}}}} }",
             "{ ['\\27'] = 1 }",
             "unknown",
             "nil + 1",
         }) {
        const std::string source = fmt::format("return control 'check' {{\n value = {} }}", text);
        BOOST_TEST(whole(there.declare("controls/check.lua", source, {})) ==
                       whole(run_to_declare("controls/check.lua", source, {})),
                   text);
    }
}

BOOST_AUTO_TEST_CASE(of_hostile_files_has_the_faults_that_this_process_finds) {
    Worker there = worker({"serve-scripts"});
    for (const DeclaringAttempt& attempt : declaring_attempts()) {
        BOOST_TEST_CONTEXT(attempt.source) {
            PluginFiles files = sample_files();
            files[attempt.path] = attempt.source;
            BOOST_TEST(faults_of(files, &there) == faults_of(files, nullptr),
                       boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(that_a_worker_does_not_give_is_a_fault_of_its_file) {
    PluginFiles files = sample_files();
    Worker none(WorkerProgram{}), dead = worker({"mortal", "0"});  // after one file
    BOOST_TEST(faults_of(files, &none).front().find("script.file_without_worker") != std::string::npos);
    BOOST_TEST(faults_of(files, &dead)
                   .front()
                   .find("plugins/sample/records/claim.lua:0:0 script.file_broke_worker") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(has_the_form_of_one_or_is_not_believed) {
    BOOST_TEST(believed(control_of("")));
    BOOST_TEST(believed(control_of(R"(["a",{"kind":"function"}],["b",{"kind":"number","value":"-0.5"}])")));
    for (const char* members : {
             R"(["b",{"kind":"function"}],["a",{"kind":"function"}])",
             R"(["a",{"kind":"function"}],["a",{"kind":"function"}])",
             R"(["a\u001b",{"kind":"function"}])",
             R"(["a",{"kind":"thread"}])",
             R"(["a",{"kind":"number","value":"1e5"}])",
             R"(["a",{"kind":"number","value":""}])",
             R"(["a",{"kind":"number","value":5}])",
             R"(["a",{"kind":"integer","value":"5"}])",
             R"(["a",{"kind":"text"}])",
             R"(["a"])",
             R"(1)",
         })
        BOOST_TEST(!believed(control_of(members)), members);
    BOOST_TEST(!believed("null"));
    BOOST_TEST(!believed(R"({"kind":"boolean","value":true})"));
    BOOST_TEST(!believed(nested(1)));  // no declaring function made it
    for (const char* part : {R"("line":3)", R"("line":-1)", R"("construct":"verdict")", R"("name":1)"}) {
        std::string forged = control_of("");
        const std::string_view key = std::string_view(part).substr(0, std::string_view(part).find(':'));
        const auto start = forged.find(key), end = forged.find(",\"", start);
        BOOST_TEST(!believed(forged.replace(start, end - start, part)), forged);
    }
}

BOOST_AUTO_TEST_CASE(nests_no_deeper_than_a_file_may) {
    BOOST_TEST(believed(control_of(R"(["a",)" + nested(7) + "]")));
    BOOST_TEST(!believed(control_of(R"(["a",)" + nested(8) + "]")));
}

BOOST_AUTO_TEST_SUITE_END()
