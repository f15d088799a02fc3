// SPDX-License-Identifier: Apache-2.0
#include "app/digests.h"

#include <algorithm>
#include <map>

#include "app/definitions.h"
#include "base/hash.h"
#include "base/text.h"
#include "report/digest.h"
#include "store/account_repository.h"
#include "store/state.h"
#include "store/unit_of_work.h"

namespace cadran::app {

namespace {

class Sending {
  public:
    Sending(Session& session, const model::Organisation& organisation, Date today)
        : session_(session),
          organisation_(organisation),
          today_(today),
          catalogue_(organisation.mail->language) {}

    // What concerns that account, overdue first, the oldest before all.
    std::vector<DueItem> items_for(const std::string& account, const std::vector<DueItem>& due) const {
        std::vector<DueItem> items;
        for (const DueItem& item : due) {
            if (concerns(item, account)) items.push_back(item);
        }
        std::ranges::stable_partition(items, [](const DueItem& item) { return item.overdue; });
        return items;
    }

    mail::Letter letter(const model::Account& account, const std::vector<DueItem>& items) {
        report::DigestContent content{
            organisation_.name, account.name, account.person, today_, session_.workspace.is_sample(), {}};
        for (const DueItem& item : items) content.lines.push_back(line(item, account.name));
        report::DigestLetter written = report::digest_letter(content, catalogue_);
        const std::string id =
            fmt::format("{}/{}/{}", session_.workspace.id(), account.name, iso_text(today_));
        return {organisation_.mail->from,
                organisation_.name,
                account.mail,
                std::move(written.subject),
                "digest-" + sha256(id).hex().substr(0, 32),
                session_.clock.now(),
                std::move(written.text),
                std::move(written.html)};
    }

    void record(const std::string& name) {
        store::UnitOfWork work(session_.workspace.database(), session_.clock, session_.actor.name,
                               session_.channel);
        store::AccountRepository accounts(work.database());
        auto account = accounts.find(name);
        const Json before = store::state(*account);
        account->digest_on = today_;
        accounts.update_digest(*account);
        work.journal("account.digest", store::subject(*account), before, store::state(*account));
        work.commit();
    }

  private:
    report::DigestLine line(const DueItem& item, const std::string& account) {
        const bool own = std::ranges::find(item.who, account) != item.who.end();
        return {due_words(item, catalogue_),
                catalogue_.text(due_kind_title(item.kind)),
                item.process.empty() ? std::string() : title_of_process(item.process),
                item.on,
                item.overdue,
                own ? std::vector<std::string>{} : item.who,
                item.command};
    }

    const std::string& title_of_process(const std::string& name) {
        const auto known = titles_.find(name);
        if (known != titles_.end()) return known->second;
        const auto process = process_in_force(session_.workspace, name, today_);
        return titles_.emplace(name, process ? catalogue_.text(process->value.title) : name).first->second;
    }

    Session& session_;
    const model::Organisation& organisation_;
    Date today_;
    Catalogue catalogue_;
    std::map<std::string, std::string> titles_;  // of processes, by id
};

Diagnostic fault(Message what, Message hint) {
    return {{}, std::move(what), std::move(hint)};
}

// Why nothing at all can be sent.
std::optional<Diagnostic> obstacle(const model::Organisation& organisation,
                                   const std::optional<std::string>& password) {
    if (!organisation.mail) return fault({"app.no_mail_server"}, {"app.name_the_mail_server"});
    if (!organisation.mail->user.empty() && !password)
        return fault({"app.no_mail_password", {{"user", organisation.mail->user}}},
                     {"app.give_mail_password"});
    return {};
}

}  // namespace

Result<DigestsSent> send_digests(Session& session, const std::vector<DueItem>& due,
                                 const std::optional<std::string>& password, const mail::Connect& connect) {
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    std::vector<model::Account> readers = store::AccountRepository(session.workspace.database()).list();
    std::erase_if(readers, [&](const model::Account& account) {
        return !account.wants_digest(*now) ||
               std::ranges::none_of(due, [&](const DueItem& item) { return concerns(item, account.name); });
    });
    DigestsSent done;
    if (readers.empty()) return done;
    if (auto nothing_goes = obstacle(**organisation, password)) {
        done.faults.push_back(std::move(*nothing_goes));
        return done;
    }
    const model::MailServer& server = *(*organisation)->mail;
    const auto post =
        connect({server.host, server.port, server.starttls, server.user, password.value_or("")});
    Sending sending(session, **organisation, *now);
    for (std::size_t i = 0; i < readers.size() && !session.cancellation.stop_requested(); ++i) {
        const model::Account& reader = readers[i];
        session.progress.advance({"app.sending_digests"}, static_cast<std::int64_t>(i), std::ssize(readers));
        const mail::Receipt receipt = post->send(sending.letter(reader, sending.items_for(reader.name, due)));
        if (receipt.fate == mail::Fate::unreachable) {
            done.faults.push_back(fault({"app.mail_server_unreachable",
                                         {{"host", server.host},
                                          {"reason", receipt.reason},
                                          {"count", std::ssize(readers) - static_cast<std::int64_t>(i)}}},
                                        {"app.check_mail_server"}));
            break;
        }
        if (receipt.fate == mail::Fate::refused) {
            done.faults.push_back(
                fault({"app.digest_refused", {{"account", reader.name}, {"reason", receipt.reason}}},
                      {"app.check_address", {{"account", reader.name}}}));
            continue;
        }
        sending.record(reader.name);
        done.accounts.push_back(reader.name);
    }
    return done;
}

}  // namespace cadran::app
