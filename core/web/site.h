// SPDX-License-Identifier: Apache-2.0
// The whole web face without a socket: a request in, an answer out.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "web/door.h"
#include "web/import_desk.h"
#include "web/request.h"
#include "web/response.h"
#include "web/route.h"

namespace cadran::web {

struct SiteSettings {
    std::filesystem::path workspace;
    std::filesystem::path keys_home;
    std::vector<std::string> hosts;           // names by which browsers call it, without port: `127.0.0.1`
    std::optional<std::int64_t> memory = {};  // as of app::Session
    std::vector<std::string> worker = {};     // as of app::Workspace
};

// Workspaces that are open, each lent to one thread at a time and kept for the next; what one reads of the
// definitions is there for all.
class OpenWorkspaces {
  public:
    explicit OpenWorkspaces(const SiteSettings& settings)
        : folder_(settings.workspace), keys_home_(settings.keys_home), worker_(settings.worker) {}

    class Loan {
      public:
        Loan(OpenWorkspaces& lender, std::unique_ptr<app::Workspace> workspace)
            : lender_(lender), workspace_(std::move(workspace)) {}
        ~Loan() { lender_.give_back(std::move(workspace_)); }
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        app::Workspace& workspace() { return *workspace_; }

      private:
        OpenWorkspaces& lender_;
        std::unique_ptr<app::Workspace> workspace_;
    };

    // Throws where the workspace cannot be opened any more.
    Loan lend();

  private:
    void give_back(std::unique_ptr<app::Workspace> workspace);

    const std::filesystem::path folder_;
    const std::filesystem::path keys_home_;
    const std::vector<std::string> worker_;
    const std::shared_ptr<app::ReadDefinitions> definitions_ = app::share_definitions();
    std::mutex mutex_;
    std::vector<std::unique_ptr<app::Workspace>> idle_;
};

// May be asked by several threads at once.
class Site {
  public:
    // `log` is told what went wrong inside, a line each. `wire` leads to the organisation's provider.
    Site(SiteSettings settings, const Clock& clock, Randomness& randomness,
         std::function<void(const std::string&)> log,
         std::unique_ptr<app::ProviderWire> wire = app::https_wire());

    // How many bytes of files a request may bring, its head alone being known: none from who did not sign in,
    // or to where nothing takes them.
    std::size_t room_for_files(const Request& head);

    // Never throws; what nobody near can mend is logged and answered with 500.
    Response answer(Request request);

  private:
    std::optional<model::Account> signed_in(const Request& request, app::Workspace& workspace) const;
    Response looked_at(Request& request);
    Response answer_program(Request& request);
    Response dispatched(Request& request);
    Response inside(Request& request, const Route* route, app::Workspace& workspace,
                    const model::Account& account);
    Result<app::Imported> imported(const model::Account& by, Language language,
                                   const app::ImportRecords& command, Progress& progress,
                                   const std::stop_token& stop);
    Response page_of(const Route& route, const Request& request, app::Session& session);
    Response outside(Request& request, const Route& route, app::Workspace& workspace);
    Response sent_to_sign_in(const Request& request) const;
    const Catalogue& catalogue_for(const Request& request) const;

    const SiteSettings settings_;
    const Clock& clock_;
    Randomness& randomness_;
    const std::function<void(const std::string&)> log_;
    const Catalogue french_{Language::french};
    const Catalogue english_{Language::english};
    OpenWorkspaces workspaces_;
    Door door_;
    ImportDesk desk_;
};

}  // namespace cadran::web
