#include "daily_work.h"

#include "casework/approvals/needs_approval.h"
#include "casework/assessments/assessment.h"
#include "casework/children/care.h"
#include "casework/children/interests.h"
#include "casework/complaints/complaint.h"
#include "casework/conferences/conference.h"
#include "casework/incidents/incident.h"
#include "casework/notes/note.h"
#include "casework/reviews/review_plan.h"
#include "casework/transfers/transfer.h"
#include "casework/visits/visit_note.h"
#include "instance/done.h"
#include "people/circle.h"
#include "people/consents/consents.h"
#include "people/documents/requests.h"
#include "people/person.h"

namespace homeward::bench {
namespace {

using access::Actor;
using access::Work;
using apps::chance;
using apps::done;
using apps::draw;
using casework::CaseId;
namespace child = casework::children;
namespace papers = people::documents;

constexpr std::size_t kFamiliesOfBatch = 400;  ///< in one transaction
constexpr int kOfAge = 18, kSchoolAge = 16;

constexpr const char* kRapidNeeds =
    R"({"asked_on": "DAY", "food": "enough", "water": "enough", "clothes": "short", "shelter": "enough", "money": "short", "ill": "some",
        "ill_note": "A cough; the clinic is told.", "medicine": "none_needed", "expecting": "no", "safe": "yes", "child_alone": "no", "family_news": "yes",
        "sleep": "sometimes", "company": "yes", "talk_wanted": "yes", "help_now": ["clothes", "doctor"]})";

std::string rapid_needs(Date day) {
    std::string answers = kRapidNeeds;
    return answers.replace(answers.find("DAY"), 3, day.str());
}

/// One open file, and the day's work in it. Shares are of a hundred files.
class FileStory {
public:
    FileStory(store::Connection& db, apps::Node& node, Instant now, apps::Random& random) : db_(db), node_(node), today_(Date::of(now)), random_(random) {}

    void tell(const apps::DemoFamily& family, const RegionStaff& staff, const people::PersonCard& person, const casework::CaseFile& file) {
        family_ = &family;
        staff_ = &staff;
        file_ = &file;
        age_ = person.born_on ? age_on(*person.born_on, today_) : kOfAge;
        open_days_ = static_cast<int>(today_.days() - Date::of(file.opened_at).days());
        consents();
        if (open_days_ > 2) notes();
        if (open_days_ > 10) {
            care();
            forms();
            if (chance(random_, 15)) ask_for_paper();
            if (chance(random_, 8)) sessions();
            if (chance(random_, 4)) incident();
            if (chance(random_, 3)) complaint();
        }
        if (file.step == people::CaseStep::in_service || file.step == people::CaseStep::follow_up) {
            if (chance(random_, 30)) visit();
            review();
            if (chance(random_, 4)) conference();
            if (chance(random_, 1)) transfer();
        }
        if (file.step == people::CaseStep::assessed && chance(random_, 40)) hand_over_needs();
    }

private:
    template <class F>
    auto as(const Actor& actor, int days_ago, F&& act) {
        // A different moment for each, as at a desk.
        Work work(db_, actor, Instant{today_.plus_days(-std::min(days_ago, open_days_)).days() * 86'400'000 + 36'900'000 + 997 * (step_++ % 18'000)}, &*node_.instance.vault);
        return done(act(work));
    }
    template <class F>
    auto by_worker(int days_ago, F&& act) { return as(family_->worker, days_ago, std::forward<F>(act)); }
    static std::string request(const Work& work) { return to_string(make_uuid(work.now)); }
    /// So many days ago, since the file was opened.
    int ago(int most) { return static_cast<int>(draw(random_, static_cast<std::size_t>(std::max(1, std::min(most, open_days_))))); }
    Date ahead(int most) { return today_.plus_days(1 + static_cast<std::int64_t>(draw(random_, static_cast<std::size_t>(most)))); }

    void consents() {
        using people::consents::Purpose;
        for (const auto& [purpose, share] : {std::pair(Purpose::services, 85), std::pair(Purpose::referral, 35), std::pair(Purpose::letters, 10)}) {
            if (!chance(random_, static_cast<std::size_t>(share))) continue;
            people::consents::NewConsent given;
            given.purpose = purpose;
            given.answer = chance(random_, 90) ? "given" : "refused";
            given.source = age_ < kOfAge ? "caregiver" : "individual";
            given.who = age_ < kOfAge ? "Mother" : "";
            given.how = "spoken";
            given.assent = age_ < kOfAge ? "yes" : "not_asked";
            if (purpose == Purpose::referral) given.expires_on = ahead(400);
            by_worker(400, [&](Work& work) {
                given.given_on = work.today();
                return people::consents::record_consent(work, file_->person_id, given);
            });
        }
    }

    void note(const Actor& writer, int days_ago, casework::NoteKind kind, const char* text) {
        as(writer, days_ago, [&](Work& work) {
            return casework::write_note(work, file_->id, request(work), {kind, casework::NoteState::kept, work.today(), {}, {}, {}, text});
        });
    }
    void hand_over_needs() { by_worker(0, [&](Work& work) { return casework::submit_needs(work, file_->id); }); }
    void notes() {
        for (std::size_t i = draw(random_, 4); i > 0; --i) {
            note(family_->worker, ago(300), casework::NoteKind::note, "The aunt offers to take the children to school on Tuesdays. To be agreed with the class teacher.");
        }
        if (chance(random_, 5)) note(staff_->supervisor, ago(60), casework::NoteKind::guidance, "Please ask the polyclinic for an appointment before the holidays.");
    }

    void visit() {
        by_worker(ago(25), [&](Work& work) {
            casework::VisitNote visit;
            visit.request_id = request(work);
            visit.done_on = work.today();
            visit.met = {"caregiver"};
            visit.wellbeing = chance(random_, 70) ? casework::Wellbeing::well : casework::Wellbeing::mixed;
            visit.plan_fit = casework::PlanFit::on_track;
            visit.support = casework::Support::nothing_new;
            visit.note = "The children showed their exercise books.";
            visit.next_on = ahead(40);
            return casework::note_visit(work, node_.people, file_->id, visit);
        });
    }

    /// Nine of ten plans were looked at when their day had come, or will be soon.
    void review() {
        auto query = db_.query("SELECT id, version, review_on FROM case_plans WHERE case_id = $1 AND state = 'approved'", file_->id);
        if (!query.next() || today_ < query.row().get<Date>(2) || chance(random_, 10)) return;
        const auto plan = query.row().get<casework::PlanId>(0);
        const int version = query.row().get<int>(1);
        by_worker(0, [&](Work& work) {
            return casework::review_plan(work, node_.people, plan, version, casework::ReviewOutcome::goes_on, ahead(90), "School goes well; the housing is still open.");
        });
    }

    void forms() {
        const std::size_t drawn = draw(random_, 100);
        if (drawn >= 20) return;
        const int days_ago = std::min(open_days_, 20);
        const auto id = by_worker(days_ago, [&](Work& work) { return casework::start_assessment(work, file_->id, "rapid_needs", false); });
        const auto saved = by_worker(days_ago, [&](Work& work) { return casework::save_assessment(work, id, 1, rapid_needs(work.today())); });
        if (drawn < 2) return;
        const auto whole = by_worker(days_ago - 1, [&](Work& work) { return casework::submit_assessment(work, id, saved.line.version); });
        if (drawn < 4) return;
        as(staff_->supervisor, days_ago - 2, [&](Work& work) { return casework::decide_assessment(work, id, whole.line.version, true, ""); });
    }

    void ask_for_paper() {
        const auto person = done(people::get_person(by_nobody(), file_->person_id));
        const bool is_child = age_ < kSchoolAge;
        const char* needed = is_child ? "birth_certificate" : "id_card";
        for (const auto& paper : person.papers) {
            if (paper.kind == needed && (paper.state == people::DocumentState::held || paper.state == people::DocumentState::restored)) return;
        }
        const papers::NewRequest asked = is_child ? papers::NewRequest{"birth_proof", needed, "registry", "", "Mother", "", ""}
                                                  : papers::NewRequest{"identity_document", needed, "registry", "", "", "", ""};
        const auto id = by_worker(20, [&](Work& work) { return papers::ask_for_document(work, node_.documents, file_->person_id, asked); });
        const std::size_t drawn = draw(random_, 4);
        if (drawn == 0) return;
        as(staff_->clerk, 15, [&](Work& work) { return papers::answer_request(work, node_.people, id, {1, "taken", "", "", {}}); });
        if (drawn == 1) return;
        if (drawn == 2) as(staff_->clerk, 8, [&](Work& work) { return papers::answer_request(work, node_.people, id, {2, "more_needed", "Please bring a copy of the mother's document.", "", {}}); });
        else as(staff_->clerk, 6, [&](Work& work) { return papers::answer_request(work, node_.people, id, {2, "issued", "It lies at window 3.", "", work.today()}); });
    }

    void sessions() {
        const auto& psychologist = staff_->psychologists[draw(random_, staff_->psychologists.size())];
        as(staff_->supervisor, 9, [&](Work& work) { return people::name_in_circle(work, file_->person_id, psychologist.id, people::CirclePart::psychologist); });
        for (const int days_ago : {8, 1}) {
            as(psychologist, days_ago, [&](Work& work) {
                return casework::write_note(work, file_->id, request(work), {casework::NoteKind::session, casework::NoteState::kept, work.today(), casework::Attendance::came,
                    casework::NextStep::another_session, ahead(20), "Example of a session's text, read by its psychologist alone."});
            });
        }
    }

    void incident() {
        by_worker(6, [&](Work& work) {
            return casework::log_incident(work, file_->id, request(work), {casework::IncidentPlace::school, casework::IncidentKind::name_calling, work.today().plus_days(-1),
                "A classmate called her names because of where she came from.", "The class teacher was told.", work.today().plus_days(9)});
        });
    }
    void complaint() {
        by_worker(ago(40), [&](Work& work) {
            return casework::record_complaint(work, request(work), {casework::ComplaintKind::complaint, file_->id, casework::ComplaintAbout::service, std::nullopt,
                casework::ComplaintVia::phone, work.today(), "The course was promised for spring and has not begun."});
        });
    }
    void conference() {
        by_worker(3, [&](Work& work) {
            return casework::plan_conference(work, file_->id, ahead(20), "School, and who takes the children there.",
                                             {{staff_->supervisor.id, {}}, {family_->worker.id, {}}, {{}, casework::OutsideRole::caregiver}});
        });
    }
    void transfer() {
        const std::string to = family_->region == "UZ-TK" ? "UZ-FA" : "UZ-TK";
        by_worker(1, [&](Work& work) { return casework::propose_transfer(work, node_.people, file_->id, {to, "", {}, "The family moves to the grandmother."}); });
    }

    /// With whom a child lives; of a few, what is best for them is being looked at.
    void care() {
        if (age_ >= kSchoolAge || !chance(random_, 60)) return;
        const std::size_t drawn = draw(random_, 100);
        const auto kind = drawn < 3 ? std::pair("residential", "staff") : drawn < 20 ? std::pair("kinship", "grandmother") : std::pair("parent", "mother");
        by_worker(200, [&](Work& work) { return child::begin_care(work, file_->id, {kind.first, kind.second, work.today(), {}, {{"reason", "They returned together."}}}, ""); });
        if (drawn >= 10) return;
        const auto id = by_worker(20, [&](Work& work) {
            return child::begin_report(work, file_->id, {"short", ahead(90), {{"wish", "I would like to live with my aunt."}, {"maturity", "Understands what is decided."},
                {"ties", "Close to a sister."}, {"safety", "Nobody threatens the child."}, {"continuity", "The school."}, {"options", "The aunt."},
                {"recommendation", "Look for the aunt."}, {"participants", "The child, the social worker."}}});
        });
        if (drawn < 8) by_worker(19, [&](Work& work) { return child::finish_report(work, id, 1, {}); });
    }

    Work& by_nobody() {
        reading_.emplace(db_, family_->worker, Instant{today_.days() * 86'400'000}, &*node_.instance.vault);
        return *reading_;
    }

    store::Connection& db_;
    apps::Node& node_;
    Date today_;
    apps::Random& random_;
    const apps::DemoFamily* family_ = nullptr;
    const RegionStaff* staff_ = nullptr;
    const casework::CaseFile* file_ = nullptr;
    std::optional<Work> reading_;
    int age_ = 0, open_days_ = 0;
    std::int64_t step_ = 0;
};

}  // namespace

std::size_t make_daily_work(apps::Node& node, Instant now, const std::vector<apps::DemoFamily>& families,
                            const std::map<std::string, RegionStaff>& staff, apps::Random& random) {
    std::size_t open = 0;
    for (std::size_t from = 0; from < families.size(); from += kFamiliesOfBatch) {
        done(node.instance.works.write<void>(Actor::program("system"), [&](Work& work) -> Done {
            FileStory story(work.db, node, now, random);
            for (std::size_t i = from; i < std::min(from + kFamiliesOfBatch, families.size()); ++i) {
                for (const auto& person : families[i].members) {
                    const auto id = casework::find_case_of(work.db, person);
                    if (!id) continue;
                    const auto file = TRY(casework::get_case(work.db, *id));
                    if (file.step == people::CaseStep::closed) continue;
                    ++open;
                    story.tell(families[i], staff.at(families[i].region), TRY(people::person_card(work, person)), file);
                }
            }
            return {};
        }));
    }
    return open;
}

}  // namespace homeward::bench
