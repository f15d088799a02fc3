// SPDX-License-Identifier: Apache-2.0
#include "web/visitor.h"

#include <cstdlib>

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "base/file.h"
#include "store/journal_repository.h"
#include "web/request_reader.h"

namespace cadran::web {

std::string last_act(app::SampleWorkspace& sample) {
    const auto row = store::JournalRepository(sample.workspace().database()).list(0, 0).back();
    const Json entry = Json::parse(row.entry).value();
    return fmt::format("{} {} {}", entry.at("actor").string(), entry.at("act").string(),
                       entry.at("subject").string());
}

Response Visitor::send(Request request) {
    request.headers.emplace("host", "localhost:8413");
    for (const auto& [name, value] : headers) request.headers[name] = value;
    for (const auto& [name, value] : cookies) request.cookies.add(name, value);
    request.peer = "192.0.2.7";
    Response response = site_.answer(std::move(request));
    for (const auto& [name, value] : response.headers) {
        if (name != "Set-Cookie") continue;
        const auto equals = value.find('=');
        cookies[value.substr(0, equals)] = value.substr(equals + 1, value.find(';') - equals - 1);
    }
    constexpr std::string_view mark = "name=\"form_token\" value=\"";
    if (const auto at = response.body.find(mark); at != std::string::npos)
        form_token = response.body.substr(at + mark.size(), 64);
    return response;
}

Response Visitor::get(const std::string& place) {
    const auto question = place.find('?');
    Request request{.method = "GET", .path = place.substr(0, question)};
    if (question != std::string::npos) request.query = *parse_form(place.substr(question + 1), 100);
    return send(std::move(request));
}

Response Visitor::post(const std::string& path, std::map<std::string, std::string> fields) {
    fields.emplace("form_token", form_token);
    Request request{.method = "POST", .path = path};
    for (const auto& [name, value] : fields) request.form.add(name, value);
    return send(std::move(request));
}

Response Visitor::post(const std::string& path, std::map<std::string, std::string> fields,
                       const std::vector<SentFile>& files) {
    fields.emplace("form_token", form_token);
    Request request{.method = "POST", .path = path};
    for (const auto& [name, value] : fields) request.form.add(name, value);
    const auto folder = PrivateFolder::make();
    for (const SentFile& file : files) {
        write_durably(folder->path / file.name, file.bytes);
        request.uploads.push_back({file.field, folder->path / file.name, folder, sha256(file.bytes)});
    }
    return send(std::move(request));
}

Response Visitor::follow(Response response) {
    for (int i = 0; i < 5 && response.status == 303; ++i) response = get(header_of(response, "Location"));
    return response;
}

void Visitor::come_in(const std::string& code) {
    get("/invitation");
    const Response answer =
        post("/invitation", {{"code", code}, {"password", good_password}, {"again", good_password}});
    BOOST_REQUIRE_MESSAGE(answer.status == 303, answer.body);
    get("/");
}

void Visitor::join(app::SampleWorkspace& served, const std::string& account, model::Role role) {
    app::Session admin = served.as("admin");
    const auto invited = app::add_account(admin, {account, account, {role}, {}, ""});
    BOOST_REQUIRE_MESSAGE(invited, app::told(invited));
    come_in(invited->code);
}

void Visitor::enter(app::SampleWorkspace& served, const std::string& account) {
    app::Session admin = served.as("admin");
    const auto invited = app::invite_account(admin, {account});
    BOOST_REQUIRE_MESSAGE(invited, app::told(invited));
    come_in(invited->code);
}

std::string header_of(const Response& response, std::string_view name) {
    for (const auto& [known, value] : response.headers) {
        if (known == name) return value;
    }
    return {};
}

bool holds(const Response& response, std::string_view words) {
    return response.body.find(words) != std::string::npos;
}

}  // namespace cadran::web
