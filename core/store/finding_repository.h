// SPDX-License-Identifier: Apache-2.0
// Runs, what they found, what people decided, and what the payment system was told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "model/finding.h"
#include "model/release_list.h"
#include "model/run.h"
#include "store/database.h"

namespace cadran::store {

// Of which findings a reader may come to know. Whoever reads findings has to say for whom; what is not in
// sight is not there.
class Sight {
  public:
    // Those that no control keeps for a confidant.
    static Sight common() { return {true, {}}; }
    // Those that are kept for these roles and, as `of_everybody` says, those that are kept for nobody.
    Sight(bool of_everybody, const std::vector<model::Role>& roles);
    // All of them, for what tells people nothing: proving, purging, counting.
    static Sight whole() { return {true, {model::confidants.begin(), model::confidants.end()}}; }

    bool reaches(const std::optional<model::Role>& visible_to) const;
    // `,everybody,tracfin-correspondent,`: as queries are asked.
    const std::string& text() const { return text_; }

  private:
    std::string text_ = ",";
};

// Which findings; a member that is empty does not restrict.
struct FindingFilter {
    std::optional<model::FindingState> state = {};
    std::optional<model::Effect> effect = {};
    std::string control = {};
    std::optional<calendar::Period> period = {};  // by event date
    std::optional<std::int64_t> run = {};         // that found them first
};

class FindingRepository {
  public:
    FindingRepository(Database& database, Sight sight) : database_(database), sight_(std::move(sight)) {}

    std::optional<model::Finding> find(const std::string& id);
    // The ids of the findings that concern a record of that key, sorted.
    std::vector<std::string> find_by_key(const std::string& key);
    // By event date, then id.
    std::vector<model::Finding> list(const FindingFilter& filter);
    // Those that hold a payment which must not leave: not decided, or refused. By event date, then id.
    std::vector<model::Finding> suspended();
    // False where an earlier run found the same; then nothing changes.
    bool insert(const model::Finding& finding);
    // Sets state, reservation and revision; false where the finding is not at the expected revision.
    bool update(const model::Finding& finding, int expected_revision);

    // The keys of that type that findings concern whose evidence was not purged: key, then finding.
    std::vector<std::pair<std::string, std::string>> keys_of_type(const std::string& type);
    // Sets evidence, the time of its purge and revision; as update.
    bool purge(const model::Finding& finding, int expected_revision);

    // Oldest first; the last one is in force.
    std::vector<model::Decision> decisions(const std::string& finding);
    void insert(const model::Decision& decision);
    // The decisions in force, with control and key of what they decide, by key; none of what is open again.
    struct DecidedRecord {
        std::string control;
        std::string key;
        model::Decision decision;
    };
    std::vector<DecidedRecord> decided_records();

  private:
    Database& database_;
    Sight sight_;
};

class RunRepository {
  public:
    explicit RunRepository(Database& database) : database_(database) {}

    std::optional<model::Run> find(std::int64_t number);
    // Of one process, or all, in order.
    std::vector<model::Run> list(const std::string& process = {});
    // The number of the newest run of that process that had that control.
    std::optional<std::int64_t> newest_with(const std::string& process, const std::string& control);
    // Reserves the number of a run that is about to insert its findings; `complete` tells what it did.
    std::int64_t begin(const model::Run& run);
    void complete(const model::Run& run);

  private:
    Database& database_;
};

class ReleaseRepository {
  public:
    explicit ReleaseRepository(Database& database) : database_(database) {}

    std::vector<model::ReleaseList> list();
    // Findings released by a decision in force, held by their control, and on no list yet.
    std::vector<std::string> waiting();
    // The list that the finding is on.
    std::optional<std::int64_t> of_finding(const std::string& finding);
    // Gives the list its number. A finding that is on a list already is a fault.
    void insert(model::ReleaseList& list);

  private:
    Database& database_;
};

}  // namespace cadran::store
