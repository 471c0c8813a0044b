#include "admin/demo_node.h"
#include "casework/complaints/complaint.h"
#include "casework/incidents/incident.h"
#include "casework/notes/note.h"
#include "casework/visits/visit_note.h"
#include "instance/done.h"
#include "people/circle.h"

namespace homeward::apps {
namespace {

using access::Actor;
using access::Work;
using casework::CaseId;

constexpr std::size_t kPersons = 24;
constexpr int kOpenSinceDays = 80;

/// What is noted beside the plan in a few cases of the demo sign-ins: sessions, notes, a visit in taps, incidents, complaints.
class NotesStory {
    template <class F>
    auto as(const Actor& actor, int days_ago, F&& act) {
        Work work(db_, actor, Instant{today_.plus_days(-days_ago).days() * 86'400'000 + 32'400'000 + 1'000 * step_++}, &*node_.instance.vault);
        return done(act(work));
    }
    /// An id such as a page makes for what it sends.
    static std::string request(const Work& work) { return to_string(make_uuid(work.now)); }

public:
    NotesStory(store::Connection& db, Node& node, const DemoOptions& options, const Actor& psychologist, const Actor& supervisor)
        : db_(db), node_(node), today_(Date::of(options.now)), psychologist_(psychologist), supervisor_(supervisor) {}

    void tell(const Actor& worker, people::PersonId person, CaseId file, std::size_t number) {
        file_ = file;
        note(worker, 12, casework::NoteKind::note, "The aunt offers to take the children to school on Tuesdays. To be agreed with the class teacher.");
        visit(worker, number);
        if (number % 2 == 0) {
            as(supervisor_, 75, [&](Work& work) { return people::name_in_circle(work, person, psychologist_.id, people::CirclePart::psychologist); });
            session(60, casework::Attendance::came, casework::NextStep::another_session, 30);
            session(30, number % 4 == 0 ? casework::Attendance::came_late : casework::Attendance::came, casework::NextStep::another_session, 25);
            session(5, casework::Attendance::came, casework::NextStep::another_session, static_cast<int>(number) - 1);
        }
        if (number % 3 == 0) {
            note(supervisor_, 9, casework::NoteKind::guidance, "Please ask the polyclinic for an appointment before the holidays.");
            incident(worker, number);
        }
        if (number % 4 == 1) complaint(worker, number);
        if (number == 7) of_the_supervisor(worker);
    }

    void anonymous(const Actor& worker) {
        as(worker, 6, [&](Work& work) {
            return casework::record_complaint(work, request(work), {casework::ComplaintKind::feedback, std::nullopt, casework::ComplaintAbout::service, std::nullopt,
                casework::ComplaintVia::box, work.today(), "The waiting room has no place where children can play."});
        });
    }

private:
    void note(const Actor& writer, int days_ago, casework::NoteKind kind, const char* text) {
        as(writer, days_ago, [&](Work& work) {
            return casework::write_note(work, file_, request(work), {kind, casework::NoteState::kept, work.today(), {}, {}, {}, text});
        });
    }
    void session(int days_ago, casework::Attendance attendance, casework::NextStep next, int next_in) {
        as(psychologist_, days_ago, [&](Work& work) {
            return casework::write_note(work, file_, request(work), {casework::NoteKind::session, casework::NoteState::kept, work.today(), attendance, next,
                work.today().plus_days(next_in), "Example of a session's text, read by its psychologist alone."});
        });
    }
    void visit(const Actor& worker, std::size_t number) {
        as(worker, 10, [&](Work& work) {
            casework::VisitNote visit;
            visit.request_id = request(work);
            visit.done_on = work.today();
            visit.kind = number % 5 == 0 ? casework::VisitKind::school : casework::VisitKind::home;
            visit.met = {"child", number % 5 == 0 ? "teacher" : "caregiver"};
            visit.wellbeing = number % 3 == 0 ? casework::Wellbeing::mixed : casework::Wellbeing::well;
            visit.plan_fit = casework::PlanFit::on_track;
            visit.support = casework::Support::nothing_new;
            visit.note = "The children showed their exercise books.";
            visit.next_on = today_.plus_days(static_cast<std::int64_t>(number));
            return casework::note_visit(work, node_.people, file_, visit);
        });
    }
    void incident(const Actor& worker, std::size_t number) {
        const auto id = as(worker, 8, [&](Work& work) {
            return casework::log_incident(work, file_, request(work), {casework::IncidentPlace::school, casework::IncidentKind::name_calling, work.today().plus_days(-1),
                "A classmate called her names because of where she came from.", "The class teacher was told.", work.today().plus_days(7)});
        });
        as(worker, 3, [&](Work& work) {
            const bool ends = number % 2 == 0;
            return casework::follow_incident(work, id, 1, work.today(), "The teacher spoke with the class; the girl sits with a friend now.",
                                             ends ? std::nullopt : std::optional(work.today().plus_days(10)),
                                             ends ? std::optional(casework::IncidentOutcome::stopped) : std::nullopt);
        });
    }
    /// Goes past the region's supervisors, and waits for the coordinator.
    void of_the_supervisor(const Actor& worker) {
        as(worker, 5, [&](Work& work) {
            return casework::record_complaint(work, request(work), {casework::ComplaintKind::complaint, file_, casework::ComplaintAbout::supervisor, supervisor_.id,
                casework::ComplaintVia::in_person, work.today(), "The decision on the loan was not explained to me."});
        });
    }
    void complaint(const Actor& worker, std::size_t number) {
        const int days_ago = number % 8 == 1 ? 40 : 12;  // of two, one is overdue
        const auto id = as(worker, days_ago, [&](Work& work) {
            return casework::record_complaint(work, request(work), {casework::ComplaintKind::complaint, file_, casework::ComplaintAbout::service, std::nullopt,
                casework::ComplaintVia::phone, work.today(), "The course was promised for spring and has not begun."});
        });
        if (number % 3 != 0) return;
        as(supervisor_, 2, [&](Work& work) { return casework::answer_complaint(work, id, 1, "The course begins next month; a place is kept for you."); });
    }

    store::Connection& db_;
    Node& node_;
    Date today_;
    const Actor &psychologist_, &supervisor_;
    CaseId file_;
    std::int64_t step_ = 0;
};

}  // namespace

void make_notes(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families) {
    done(node.instance.works.write<void>(Actor::program("system"), [&](Work& work) -> Done {
        const auto psychologists = access::list_accounts(work.db, access::Role::psychologist, staff.regions[0]);
        if (psychologists.empty()) return {};
        const Actor &psychologist = psychologists.front(), &supervisor = staff.supervisors.at(staff.regions[0]);
        NotesStory story(work.db, node, options, psychologist, supervisor);
        std::size_t number = 0;
        for (const auto& family : families) {
            if (family.worker.username != "worker") continue;
            for (const auto& person : family.members) {
                const auto id = casework::find_case_of(work.db, person);
                if (!id || number >= kPersons) continue;
                const auto file = done(casework::get_case(work.db, *id));
                if (file.step == people::CaseStep::closed || options.now.plus_days(-kOpenSinceDays).ms < file.opened_at.ms) continue;
                story.tell(family.worker, person, *id, ++number);
            }
        }
        if (!staff.workers.at(staff.regions[0]).empty()) story.anonymous(staff.workers.at(staff.regions[0]).front());
        return {};
    }));
}

}  // namespace homeward::apps
