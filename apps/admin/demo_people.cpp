#include <algorithm>

#include "admin/demo_node.h"
#include "instance/demo_accounts.h"
#include "instance/done.h"
#include "people/add_person.h"
#include "people/create_person.h"
#include "people/edit_person.h"
#include "people/duplicates.h"

namespace homeward::apps {
namespace {

using access::Actor;
using access::Role;
using access::Work;
using people::NewPerson;
using people::Sex;

/// Region of the demo sign-ins, and three more.
const std::map<std::string, std::vector<std::string>>& demo_regions() {
    static const std::map<std::string, std::vector<std::string>> regions{
        {"uz", {"UZ-FA", "UZ-AN", "UZ-TK", "UZ-SU"}}, {"kz", {"KZ-61", "KZ-79", "KZ-47", "KZ-15"}},
        {"kg", {"KG-O", "KG-J", "KG-B", "KG-GB"}},    {"tj", {"TJ-SU", "TJ-KT", "TJ-DU", "TJ-RA"}},
        {"tm", {"TM-A"}},
    };
    return regions;
}

std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

Actor account(Work& work, const access::NewAccount& account) {
    return done(access::get_account(work.db, done(access::create_account(work, account))));
}

struct Plan {
    int adults, children;
};

/// Splits a stage into families of one to two adults and one to six children.
std::vector<Plan> split_into_families(Random& random, int people, int children) {
    std::vector<Plan> families;
    int adults = people - children;
    while (adults > 0 || children > 0) {
        Plan family{0, 0};
        // One adult in eight came with another grown member of the family.
        if (adults > 0) family.adults = adults > 1 && chance(random, 12) ? 2 : 1;
        const int open_families = std::max(1, adults);
        const int share = (children + open_families - 1) / open_families;
        family.children = std::min(children, family.adults == 0 ? 1 + static_cast<int>(draw(random, 3)) : static_cast<int>(draw(random, 2)) + std::max(0, share - static_cast<int>(draw(random, 2))));
        if (adults <= family.adults && family.adults > 0) family.children = std::min(children, 7);
        adults -= family.adults;
        children -= family.children;
        if (family.adults + family.children > 0) families.push_back(family);
    }
    return families;
}

PartialDate birth_date(Random& random, Date on, int from_age, int to_age) {
    const int year = on.year - from_age - static_cast<int>(draw(random, static_cast<std::size_t>(to_age - from_age)));
    if (chance(random, 8)) return {year, 0, 0, true};
    if (chance(random, 6)) return {year, 0, 0, false};
    const Date born = *Date::of(year, 1 + static_cast<int>(draw(random, 12)), 1 + static_cast<int>(draw(random, 28)));
    return PartialDate::exact(std::min(born, on.plus_days(-static_cast<std::int64_t>(1 + draw(random, 300)))));
}

std::string document_number(Random& random, const std::string& state) {
    std::string number = state + "D";
    for (int i = 0; i < 7; ++i) number += static_cast<char>('0' + draw(random, 10));
    return number;
}

/// A document that was given anew here, some time after the arrival; else one that is asked for, or missing.
void add_papers(Node& node, store::Connection& db, const DemoOptions& options, Random& random, people::PersonId person, bool child, const DemoFamily& family) {
    const Date restored = family.arrived_on.plus_days(60 + static_cast<std::int64_t>(draw(random, 600)));
    const bool given = chance(random, 60) && restored <= Date::of(options.now);
    people::NewDocument document{child ? "birth_certificate" : "id_card", "", people::DocumentState::missing, std::nullopt};
    if (given) document = {document.kind, document_number(random, node.people.state()), people::DocumentState::restored, restored};
    else if (chance(random, 50)) document.state = people::DocumentState::requested;
    const Date day = given ? restored : family.arrived_on.plus_days(14);
    Work work(db, family.worker, Instant{day.days() * 86'400'000 + 39'600'000}, &*node.instance.vault);
    done(people::add_document(work, node.people, person, document));
}

/// Pairs that may be one person and wait for a human, in each node.
constexpr int kLookalikes = 4;

/// Two lists wrote one name in two scripts, and one of them knew the year of birth only.
void look_like(NewPerson& person, const NewPerson& other, const NameStock& names, const std::string& state) {
    person.sex = other.sex;
    person.names = {names.in_other_script(state, other.names[0])};
    person.born_on = PartialDate{other.born_on->year, 0, 0, false};
    person.relationship = person.sex == Sex::female ? "daughter" : "son";
}

identity::Description described(const NewPerson& person) { return {person.names, person.sex, person.born_on}; }

}  // namespace

std::size_t most_families(const std::string& state) {
    std::size_t people = 0;
    for (const auto& stage : demo_stages(state)) people += static_cast<std::size_t>(stage.people);
    return people / 3 + 1;
}

Staff make_staff(Node& node, const DemoOptions& options, std::size_t families) {
    Staff staff;
    staff.regions = demo_regions().at(node.instance.config.code);
    const Actor system = Actor::program("system");
    done(node.instance.works.write<void>(system, [&](Work& given) -> Done {
        Work work(given.db, system, options.now.plus_days(-3000), &*node.instance.vault);
        for (const auto& each : demo_accounts(node.instance.config.code, staff.regions[0])) {
            if (each.role == Role::provider) continue;
            const Actor actor = account(work, each);
            if (each.username == "coordinator") staff.coordinator = actor;
            if (each.username == "coordinator2") staff.second_coordinator = actor;
            if (each.username == "supervisor") staff.supervisors[staff.regions[0]] = actor;
            if (each.role == Role::social_worker) staff.workers[staff.regions[0]].push_back(actor);
        }
        // Colleagues in other regions; they have no demo sign-in, and a password that nobody knows.
        const std::size_t per_region = families / staff.regions.size() / kFamiliesPerWorker + 1;
        for (std::size_t r = 0; r < staff.regions.size(); ++r) {
            const std::string& region = staff.regions[r];
            const std::string secret = to_hex(vault::Secret::random().bytes);
            if (r > 0) staff.supervisors[region] = account(work, {"supervisor." + lower(region), "Supervisor, " + region, Role::supervisor, "en", region, "", secret});
            for (std::size_t i = staff.workers[region].size(); i < per_region; ++i) {
                staff.workers[region].push_back(account(work, {"worker." + lower(region) + "." + std::to_string(i + 1),
                                                               "Social worker " + std::to_string(i + 1) + ", " + region, Role::social_worker, "en", region, "", secret}));
            }
        }
        return {};
    }));
    return staff;
}

std::vector<DemoFamily> make_people(Node& node, const DemoOptions& options, const NameStock& names, const Staff& staff, Random& random) {
    const std::string state = node.people.state();
    std::vector<DemoFamily> families;
    std::map<std::string, std::size_t> families_of_region;
    std::optional<std::pair<people::PersonId, NewPerson>> earlier;
    int lookalikes = 0;
    for (const auto& stage : demo_stages(node.instance.config.code)) {
        const int children = stage.children >= 0 ? stage.children : stage.people * 3 / 4;
        done(node.instance.works.write<void>(Actor::program("system"), [&](Work& given) -> Done {
            for (const auto& plan : split_into_families(random, stage.people, children)) {
                DemoFamily family;
                family.region = staff.regions[draw(random, staff.regions.size())];
                const auto& workers = staff.workers.at(family.region);
                family.worker = workers[families_of_region[family.region]++ % workers.size()];
                family.supervisor = staff.supervisors.at(family.region);
                family.arrived_on = stage.arrived_on;
                Work work(given.db, staff.coordinator, Instant{stage.arrived_on.plus_days(2).days() * 86'400'000 + 32'400'000}, &*node.instance.vault);
                const auto family_id = done(people::create_family(work, node.people, stage.id));
                const auto stock = names.draw_family(random, state);
                for (int i = 0; i < plan.adults + plan.children; ++i) {
                    const bool child = i >= plan.adults;
                    NewPerson person;
                    person.sex = child ? (chance(random, 50) ? Sex::female : Sex::male) : (i == 0 && !chance(random, 93) ? Sex::male : Sex::female);
                    person.names = {names.draw_member(random, state, stock, person.sex)};
                    if (chance(random, 15)) person.names.push_back(names.in_other_script(state, person.names[0]));
                    person.born_on = child ? birth_date(random, stage.arrived_on, 0, 17) : birth_date(random, stage.arrived_on, 19, 48);
                    person.details.birth_place = child && chance(random, 60) ? "Syria" : "";
                    person.stage_id = stage.id;
                    person.arrived_on = stage.arrived_on;
                    person.region = family.region;
                    person.family_id = family_id;
                    person.relationship = child ? (person.sex == Sex::female ? "daughter" : "son") : i == 0 ? "head" : "sister";
                    if (!child && i > 0) person.relationship = "other_relative";
                    person.assigned_to = family.worker.id;
                    const bool again = child && earlier && lookalikes < kLookalikes && chance(random, 4);
                    if (again) look_like(person, earlier->second, names, state);
                    family.members.push_back(done(people::add_person(work, node.people, person)).id);
                    if (again) {
                        people::note_duplicate(work, earlier->first, family.members.back(), identity::compare(described(earlier->second), described(person), {}));
                        ++lookalikes;
                    }
                    if (child && !again && person.born_on && !person.born_on->estimated) earlier = {family.members.back(), person};
                    add_papers(node, given.db, options, random, family.members.back(), child, family);
                }
                if (plan.adults > 0) done(people::set_family_head(work, family_id, family.members[0]));
                families.push_back(std::move(family));
            }
            return {};
        }));
    }
    return families;
}

}  // namespace homeward::apps
