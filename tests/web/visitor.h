// SPDX-License-Identifier: Apache-2.0
// Somebody with a browser, without the network: keeps cookies, fills forms in, follows where it is sent.
#pragma once

#include <map>
#include <string>

#include "app/sample_workspace.h"
#include "web/site.h"

namespace cadran::web {

inline constexpr const char* good_password = "la rivière coule sous le pont";

// `anne.delorme worklist.decide finding/F-…`
std::string last_act(app::SampleWorkspace& sample);

// The site of a sample workspace.
class ServedWorkspace : public app::SampleWorkspace {
  public:
    ServedWorkspace()
        : site({folder(), keys_home(), {"localhost"}, {}, {CADRAN_WORKER, "serve-scripts"}}, clock(),
               randomness(), [this](const std::string& line) { log += line + "\n"; }) {}

    std::string last_in_journal() { return last_act(*this); }

    std::string log;
    Site site;
};

struct SentFile {
    std::string field;
    std::string name;
    std::string bytes;
};

class Visitor {
  public:
    explicit Visitor(Site& site) : site_(site) {}

    Response get(const std::string& place);
    // With the form token of the page that was shown last, unless another is given.
    Response post(const std::string& path, std::map<std::string, std::string> fields = {});
    // As it is sent, with host and cookies.
    Response send(Request request);
    // Where the answer leads, as far as it leads.
    Response follow(Response response);

    // Adds an account with that role and comes in by its invitation.
    void join(app::SampleWorkspace& served, const std::string& account, model::Role role);
    // Comes in as somebody who has an account already.
    void enter(app::SampleWorkspace& served, const std::string& account);
    // A form with files, by field: each name with its bytes.
    Response post(const std::string& path, std::map<std::string, std::string> fields,
                  const std::vector<SentFile>& files);

    std::map<std::string, std::string> cookies;
    std::map<std::string, std::string> headers;  // besides
    std::string form_token;

  private:
    // By the code of an invitation.
    void come_in(const std::string& code);

    Site& site_;
};

std::string header_of(const Response& response, std::string_view name);
bool holds(const Response& response, std::string_view words);

}  // namespace cadran::web
