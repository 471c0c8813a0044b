#include "admin/demo_node.h"
#include "casework/conferences/conference.h"
#include "casework/transfers/transfer.h"
#include "instance/done.h"

namespace homeward::apps {
namespace {

using access::Actor;
using access::Work;
using casework::CaseId;
using casework::OutsideRole;
using casework::Participant;

constexpr int kOpenSinceDays = 60;
constexpr std::size_t kMeetings = 4;

/// A file that was open all the time of the story, and whose it is.
struct OpenFile {
    CaseId id;
    const DemoFamily* family;
};

/// Who sat together about some files of the first region, and which files go from hand to hand.
class MeetingsStory {
    template <class F>
    auto as(const Actor& actor, int days_ago, F&& act) {
        Work work(db_, actor, Instant{today_.plus_days(-days_ago).days() * 86'400'000 + 36'000'000 + 1'000 * step_++}, &*node_.instance.vault);
        return done(act(work));
    }

public:
    MeetingsStory(store::Connection& db, Node& node, const DemoOptions& options, const Actor& psychologist) : db_(db), node_(node), today_(Date::of(options.now)), psychologist_(psychologist) {}

    void ahead(const OpenFile& file) {
        const auto id = plan(file, 6, 2, "How the school welcomes her after the holidays, and who helps with reading.", OutsideRole::school_teacher);
        // The teacher is away that day.
        as(file.family->worker, 4, [&](Work& work) {
            return casework::change_conference(work, id, 1, today_.plus_days(5), "How the school welcomes her after the holidays, and who helps with reading.",
                                               everybody(file, OutsideRole::school_teacher));
        });
    }
    void soon(const OpenFile& file) { plan(file, 3, 12, "Which home is ready, and what is missing for the papers of the youngest child.", OutsideRole::local_authority); }
    void held(const OpenFile& file) {
        const auto& worker = file.family->worker;
        const auto id = plan(file, 30, -21, "The grandmother asks for help with the two children.", OutsideRole::relative);
        as(worker, 21, [&](Work& work) {
            return casework::write_minutes(work, id, {1, work.today(), "The grandmother cares for the children and is tired in the evenings. The school offers the long day, with a meal.",
                {true, true, false, true},
                {{{}, worker.id, today_.plus_days(-14), "Ask the school for the long day from Monday on"},
                 {{}, psychologist_.id, today_.plus_days(4), "Visit the grandmother and ask what would be a rest for her"}}});
        });
        as(worker, 15, [&](Work& work) -> Done { return casework::close_agreed_task(work, TRY(casework::get_conference(work, id)).tasks.front().id, true, ""); });
    }
    void called_off(const OpenFile& file) {
        const auto id = plan(file, 25, -10, "A place in the course for sewing.", OutsideRole::employer);
        as(file.family->worker, 12, [&](Work& work) { return casework::cancel_conference(work, id, 1, "The workshop gave her the place before we met."); });
    }

    /// Somebody moves to the first region: waits for a supervisor there, or has a new worker.
    casework::TransferId comes(const OpenFile& file, const std::string& to, int days_ago, const char* note) {
        return as(file.family->worker, days_ago, [&](Work& work) { return casework::propose_transfer(work, node_.people, file.id, {to, "", {}, note}); });
    }
    void taken(casework::TransferId id, const Actor& supervisor, const Actor& worker, int days_ago) {
        as(supervisor, days_ago, [&](Work& work) { return casework::accept_transfer(work, node_.people, id, worker.id); });
    }
    void refused(const OpenFile& file, const std::string& region) {
        const auto id = as(file.family->worker, 18, [&](Work& work) {
            return casework::propose_transfer(work, node_.people, file.id, {region, "Quva", {}, "The family looks for a flat in this district. Ask for the brother first."});
        });
        as(file.family->supervisor, 16, [&](Work& work) { return casework::refuse_transfer(work, id, "They have not moved yet. Please propose it again when they have an address."); });
    }

private:
    std::vector<Participant> everybody(const OpenFile& file, OutsideRole role) const {
        return {{file.family->worker.id, {}}, {psychologist_.id, {}}, {file.family->supervisor.id, {}}, {{}, role}};
    }
    casework::ConferenceId plan(const OpenFile& file, int days_ago, int in_days, const char* topics, OutsideRole role) {
        return as(file.family->worker, days_ago, [&](Work& work) {
            return casework::plan_conference(work, file.id, today_.plus_days(in_days), topics, everybody(file, role));
        });
    }

    store::Connection& db_;
    Node& node_;
    Date today_;
    const Actor& psychologist_;
    std::int64_t step_ = 0;
};

std::vector<OpenFile> open_files(Work& work, const DemoOptions& options, const std::vector<DemoFamily>& families) {
    std::vector<OpenFile> files;
    for (const auto& family : families) {
        for (const auto& person : family.members) {
            const auto id = casework::find_case_of(work.db, person);
            if (!id) continue;
            const auto file = done(casework::get_case(work.db, *id));
            if (file.step == people::CaseStep::closed || options.now.plus_days(-kOpenSinceDays).ms < file.opened_at.ms) continue;
            files.push_back({*id, &family});
        }
    }
    return files;
}

}  // namespace

void make_meetings(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families) {
    done(node.instance.works.write<void>(Actor::program("system"), [&](Work& work) -> Done {
        const std::string& region = staff.regions[0];
        const auto psychologists = access::list_accounts(work.db, access::Role::psychologist, region);
        std::vector<OpenFile> here, alone_elsewhere;
        for (const auto& file : open_files(work, options, families)) {
            if (file.family->worker.username == "worker") here.push_back(file);
            else if (file.family->region != region && file.family->members.size() == 1) alone_elsewhere.push_back(file);
        }
        // The other stories of the demo take the first files: these take the last.
        if (psychologists.empty() || here.size() < kMeetings + 1) return {};
        MeetingsStory story(work.db, node, options, psychologists.front());
        story.ahead(here[here.size() - 1]);
        story.soon(here[here.size() - 2]);
        story.held(here[here.size() - 3]);
        story.called_off(here[here.size() - 4]);
        story.refused(here[here.size() - 5], region);
        if (alone_elsewhere.size() < 2) return {};
        story.comes(alone_elsewhere[0], region, 2, "She marries and moves here next week. The course for cooks is promised to her; please ask the centre for a place.");
        const auto& supervisor = staff.supervisors.at(region);
        story.taken(story.comes(alone_elsewhere[1], region, 24, "He has found work here. His papers are complete; he asks for a visit in the evening."), supervisor,
                    staff.workers.at(region).back(), 22);
        return {};
    }));
}

}  // namespace homeward::apps
