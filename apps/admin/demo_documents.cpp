#include <algorithm>

#include "admin/demo_node.h"
#include "casework/case_file.h"
#include "instance/done.h"
#include "people/documents/person_chain.h"

namespace homeward::apps {
namespace {

using access::Actor;
using access::Work;
using people::PersonId;
namespace papers = people::documents;

constexpr std::size_t kPersons = 60;  // of the first region, whose registry's queue is then of some length

/// A person of the demo whose papers are told of.
struct Told {
    PersonId id;
    Actor worker;
    bool child = false;
    std::string mother;  ///< the head of the family, where that is somebody else
};

/// Papers of a few persons, as the social workers and the registry's clerk dealt with them in the last weeks.
class PaperStory {
public:
    PaperStory(store::Connection& db, Node& node, const DemoOptions& options, Actor clerk) : db_(db), node_(node), today_(Date::of(options.now)), clerk_(std::move(clerk)) {}

    /// Children and grown-ups are counted apart, so that every kind of story is told of both.
    void tell(const Told& told) {
        const std::size_t number = told.child ? children_++ : grown_++;
        switch (number % 6) {
            case 0: ask(told, 3 + number % 9); break;
            case 1: ask_and_hear(told, 16, "more_needed", "Please bring a copy of the mother's identity document."); break;
            case 2: settled(told); break;
            case 3:
                if (told.child) feared(told);
                else ask(told, 11);
                break;
            case 4: ask_and_hear(told, 21, "refused", "No entry is found in this registry. A court can establish the fact of birth."); break;
            default: asked_and_taken(told); break;
        }
    }

private:
    template <class F>
    auto as(const Actor& actor, int days_ago, F&& act) {
        Work work(db_, actor, Instant{today_.plus_days(-days_ago).days() * 86'400'000 + 32'400'000 + 60'000 * step_++}, &*node_.instance.vault);
        return done(act(work));
    }
    papers::RequestId ask(const Told& told, std::size_t days_ago) {
        const papers::NewRequest asked = told.child ? papers::NewRequest{"birth_proof", "birth_certificate", "registry", "", told.mother, "", ""}
                                                    : papers::NewRequest{"identity_document", "id_card", "registry", "", "", "", ""};
        return as(told.worker, static_cast<int>(days_ago), [&](Work& work) { return papers::ask_for_document(work, node_.documents, told.id, asked); });
    }
    void hear(papers::RequestId id, int version, int days_ago, const std::string& to, const std::string& words) {
        const auto on = to == "issued" ? std::optional(today_.plus_days(-days_ago)) : std::nullopt;
        as(clerk_, days_ago, [&](Work& work) { return papers::answer_request(work, node_.people, id, {version, to, words, "", on}); });
    }
    void asked_and_taken(const Told& told) { hear(ask(told, 8), 1, 5, "taken", ""); }
    void ask_and_hear(const Told& told, std::size_t days_ago, const char* to, const char* words) {
        const auto id = ask(told, days_ago);
        hear(id, 1, static_cast<int>(days_ago) - 2, "taken", "");
        hear(id, 2, static_cast<int>(days_ago) - 9, to, words);
    }
    void settled(const Told& told) {
        const auto id = ask(told, 40);
        hear(id, 1, 38, "taken", "");
        hear(id, 2, 30, "issued", "The document can be fetched at window 3.");
        if (!told.child) return;
        as(told.worker, 20, [&](Work& work) {
            return papers::record_kinship(work, told.id, {"mother", told.mother, "registry_entry", "Civil registry", "confirmed", work.today()});
        });
        as(told.worker, 18, [&](Work& work) {
            return papers::record_nationality(work, told.id, {"under_determination", "mother", "", "Migration service", work.today()}, std::nullopt);
        });
    }
    void feared(const Told& told) {
        as(told.worker, 4, [&](Work& work) {
            return papers::record_nationality(work, told.id, {"statelessness_feared", "not_known", "", "", work.today()}, std::nullopt);
        });
    }

    store::Connection& db_;
    Node& node_;
    Date today_;
    Actor clerk_;
    std::int64_t step_ = 0;
    std::size_t children_ = 0, grown_ = 0;
};

std::vector<Told> persons_of(Work& work, const std::string& region, const std::vector<DemoFamily>& families) {
    std::vector<Told> told;
    for (const auto& family : families) {
        if (family.region != region) continue;
        for (const auto& id : family.members) {
            if (told.size() == kPersons) return told;
            if (!casework::find_case_of(work.db, id)) continue;
            const auto person = done(people::get_person(work, id));
            const bool child = person.born_on && age_on(*person.born_on, work.today()) < 16;
            const char* needed = child ? "birth_certificate" : "id_card";
            const bool held = std::ranges::any_of(person.papers, [&](const people::Document& paper) {
                return paper.kind == needed && (paper.state == people::DocumentState::held || paper.state == people::DocumentState::restored);
            });
            if (held) continue;
            const auto& head = family.members.front();
            told.push_back({id, family.worker, child, head == id ? "" : done(people::person_card(work, head)).name});
        }
    }
    return told;
}

}  // namespace

void make_papers(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families) {
    done(node.instance.works.write<void>(Actor::program("system"), [&](Work& work) -> Done {
        const auto clerks = access::list_accounts(work.db, access::Role::civil_registry, staff.regions.front());
        if (clerks.empty()) return {};
        PaperStory story(work.db, node, options, clerks.front());
        for (const auto& told : persons_of(work, staff.regions.front(), families)) story.tell(told);
        return {};
    }));
}

}  // namespace homeward::apps
