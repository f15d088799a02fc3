// SPDX-License-Identifier: Apache-2.0
// What workspace.xml says of the organisation and its quality management system.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/message.h"
#include "base/money.h"
#include "calendar/region.h"
#include "model/appearance.h"
#include "model/risk.h"

namespace cadran::model {

// ISO 9001:2015, 5.2.
struct QualityPolicy {
    LocalText text;
    Date since{};

    friend bool operator==(const QualityPolicy&, const QualityPolicy&) = default;
};

// ISO 9001:2015, 4.1.
struct Issue {
    std::string id;
    bool internal = false;
    LocalText title;

    friend bool operator==(const Issue&, const Issue&) = default;
};

// ISO 9001:2015, 4.3: a requirement that does not apply, and why.
struct Exclusion {
    std::string clause;
    LocalText reason;

    friend bool operator==(const Exclusion&, const Exclusion&) = default;
};

// What a process may have at stake.
struct Stake {
    std::string id;
    LocalText title;

    friend bool operator==(const Stake&, const Stake&) = default;
};

// ISO 9001:2015, 4.2.
struct InterestedParty {
    std::string id;
    LocalText title;
    LocalText expectations;

    friend bool operator==(const InterestedParty&, const InterestedParty&) = default;
};

struct Department {
    std::string id;
    LocalText title;
    std::string manager = {};  // account of the line manager of its members; may be empty

    friend bool operator==(const Department&, const Department&) = default;
};

// Somebody who has an account, and their place in the organisation.
struct Member {
    std::string account;
    std::string department;
    LocalText function;

    friend bool operator==(const Member&, const Member&) = default;
};

// An external provider: whoever works in the organisation's name is a delegate, and audited every year.
struct Provider {
    std::string id;
    std::string name;
    bool delegate = false;
    LocalText provides;

    friend bool operator==(const Provider&, const Provider&) = default;
};

// A document kept elsewhere, to which sheets refer.
struct ReferencedDocument {
    std::string id;
    LocalText title;
    std::string location;  // where people find it

    friend bool operator==(const ReferencedDocument&, const ReferencedDocument&) = default;
};

// Through which server digests leave, as whose, and in which language. Its password stands elsewhere.
struct MailServer {
    std::string host;
    int port = 587;
    std::string from;  // address
    bool starttls = true;
    std::string user = {};  // empty: nobody signs in
    Language language = Language::french;

    friend bool operator==(const MailServer&, const MailServer&) = default;
};

// A plugin whose scripts run in a process of their own.
struct UntrustedPlugin {
    std::string id;

    friend bool operator==(const UntrustedPlugin&, const UntrustedPlugin&) = default;
};

struct Organisation {
    std::string name;
    std::string zone;  // of the IANA database
    Currency currency;
    calendar::Region region = calendar::Region::metropole;
    std::string standard = {};  // id of the catalogue of clauses that processes refer to
    std::optional<QualityPolicy> policy = {};
    LocalText scope = {};  // ISO 9001:2015, 4.3
    std::vector<Exclusion> exclusions = {};
    std::vector<Issue> issues = {};
    std::vector<Stake> stakes = {};
    std::vector<InterestedParty> parties = {};
    RiskScale scale = {};
    std::vector<Department> departments = {};
    std::vector<Member> members = {};
    std::vector<Provider> providers = {};
    std::vector<ReferencedDocument> documents = {};
    std::optional<MailServer> mail = {};
    Appearance appearance = {};
    std::vector<UntrustedPlugin> untrusted_plugins = {};

    friend bool operator==(const Organisation&, const Organisation&) = default;
};

}  // namespace cadran::model
