// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/due_audits.h"
#include "report/words.h"
#include "web/audit_view.h"

namespace cadran::web {

namespace {

using model::Audit;
using model::AuditFinding;
using model::AuditFindingState;
using model::AuditState;

// The way of an audit, as far as it has come.
class AuditCourse {
  public:
    AuditCourse(const AuditDesk& desk, const Catalogue& catalogue, const calendar::Zone& zone)
        : desk_(desk), audit_(desk.audit()), catalogue_(catalogue), zone_(zone) {}

    Json::Array phases() {
        done_by("web.phase_plan", audit_.planned);
        if (desk_.has_pieces()) {
            step("web.phase_request", audit_.requested, AuditState::planned);
            delivery();
        }
        if (!audit_.is_external()) kick_off();
        fieldwork();
        step("web.phase_provisional", audit_.reported);
        contradictory();
        step("web.phase_final", audit_.finished);
        restitution();
        follow_up();
        if (audit_.cancelled)
            add(cancelled_title, "late", day(audit_.cancelled->mark), audit_.cancelled->reason);
        else
            step("web.phase_closed", audit_.closed);
        return std::move(phases_);
    }

  private:
    std::string words(const Message& message) const { return catalogue_.text(message); }
    std::string day(const model::Mark& mark) const { return catalogue_.date(zone_.date_of(mark.at)); }
    std::string until(Date date) const { return words({"web.until", {{"date", date}}}); }

    void add(const char* title, const char* look, std::string when, std::string note) {
        const char* state = std::string_view(look) == "past"      ? "web.phase_is_done"
                            : std::string_view(look) == "current" ? "web.phase_is_current"
                            : std::string_view(look) == "late"    ? "web.late"
                                                                  : "web.phase_is_ahead";
        // Of what was called off, only what was done is told.
        if (audit_.cancelled && std::string_view(look) != "past" && title != cancelled_title) return;
        phases_.push_back(Json::Object{{"look", look},
                                       {"note", note.empty() ? Json(false) : Json(std::move(note))},
                                       {"state", words({state})},
                                       {"title", words({title})},
                                       {"when", when.empty() ? Json(false) : Json(std::move(when))}});
    }

    void done_by(const char* title, const model::Mark& mark) {
        add(title, "past", day(mark), desk_.dossier.person(mark.by));
    }

    // Once it was done, when and by whom; in that state it is the turn of it.
    void step(const char* title, const std::optional<model::Mark>& mark,
              std::optional<AuditState> turn = {}) {
        if (mark) return done_by(title, *mark);
        add(title, audit_.state == turn ? "current" : "ahead", "", "");
    }

    void delivery() {
        if (audit_.pieces.empty()) return add("web.phase_delivery", "ahead", "", "");
        const Date due = std::ranges::max_element(audit_.pieces, {}, &model::Piece::due)->due;
        const auto count = [&](auto wanted) { return std::ranges::count_if(audit_.pieces, wanted); };
        const std::int64_t delivered = count(&model::Piece::is_delivered);
        const std::int64_t late =
            count([&](const model::Piece& piece) { return piece.is_late(desk_.dossier.date); });
        const bool is_over = delivered == std::ssize(audit_.pieces) || audit_.state > AuditState::fieldwork;
        std::string note =
            words({"web.pieces_delivered", {{"count", delivered}, {"all", std::ssize(audit_.pieces)}}});
        if (late > 0 && !is_over) note += ", " + words({"web.pieces_late", {{"count", late}}});
        add("web.phase_delivery", is_over ? "past" : late > 0 ? "late" : "current", until(due), note);
    }

    void kick_off() {
        if (!audit_.kick_off)
            return add("web.phase_kick_off", audit_.state == AuditState::requested ? "current" : "ahead", "",
                       "");
        add("web.phase_kick_off", "past", catalogue_.date(audit_.kick_off->held),
            fmt::format("{}", fmt::join(audit_.kick_off->participants, ", ")));
    }

    void fieldwork() {
        const Message planned{"web.from_to", {{"first", audit_.from}, {"last", audit_.to}}};
        if (!audit_.begun) return add("web.phase_fieldwork", "ahead", words(planned), "");
        const bool is_over = audit_.state > AuditState::fieldwork;
        add("web.phase_fieldwork", is_over ? "past" : "current", day(*audit_.begun),
            desk_.dossier.person(audit_.begun->by));
    }

    template <typename Wanted>
    std::int64_t findings(Wanted wanted) const {
        return std::ranges::count_if(desk_.dossier.findings,
                                     [&](const model::ReportedFinding& one) { return wanted(one.finding); });
    }

    void contradictory() {
        if (!audit_.argue_by) return add("web.phase_contradictory", "ahead", "", "");
        const bool is_over = audit_.state > AuditState::contradictory;
        const std::int64_t unanswered = findings([](const AuditFinding& one) {
            return one.state == AuditFindingState::issued && model::asks_for_answer(one.kind);
        });
        const std::int64_t unsettled = findings([](const AuditFinding& one) {
            return one.state == AuditFindingState::contested && !one.settled;
        });
        std::string note;
        if (!is_over) {
            note = words({"web.answers_awaited", {{"count", unanswered}}});
            if (unsettled > 0) note += ", " + words({"web.arguments_to_settle", {{"count", unsettled}}});
        }
        const bool is_late = !is_over && desk_.dossier.date > *audit_.argue_by;
        add("web.phase_contradictory",
            is_over   ? "past"
            : is_late ? "late"
                      : "current",
            until(*audit_.argue_by), note);
    }

    void restitution() {
        if (!audit_.restitution)
            return add("web.phase_restitution",
                       audit_.state == AuditState::final_report ? "current" : "ahead", "", "");
        add("web.phase_restitution", "past", catalogue_.date(audit_.restitution->held),
            fmt::format("{}", fmt::join(audit_.restitution->participants, ", ")));
    }

    void follow_up() {
        if (!audit_.restitution) return add("web.phase_follow_up", "ahead", "", "");
        const auto held = audit_.restitution->held;
        const Date on{std::chrono::sys_days{held + app::months_to_follow_up}};
        const std::int64_t open = findings([](const AuditFinding& one) { return one.is_open(); });
        const bool is_over = audit_.state >= AuditState::closed;
        const bool is_late = !is_over && open > 0 && desk_.dossier.date > on;
        add("web.phase_follow_up",
            is_over   ? "past"
            : is_late ? "late"
                      : "current",
            until(on), is_over ? std::string() : words({"web.findings_open", {{"count", open}}}));
    }

    static constexpr const char* cancelled_title = "web.phase_cancelled";

    const AuditDesk& desk_;
    const Audit& audit_;
    const Catalogue& catalogue_;
    const calendar::Zone& zone_;
    Json::Array phases_;
};

}  // namespace

Json::Array audit_phases(const AuditDesk& desk, const Catalogue& catalogue, const calendar::Zone& zone) {
    return AuditCourse(desk, catalogue, zone).phases();
}

}  // namespace cadran::web
