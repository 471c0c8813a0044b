#include <algorithm>

#include "casework/children/parents.h"

namespace homeward::casework::children {
namespace {

using access::Work;

constexpr const char* kTable = "contact_plans";
constexpr std::string_view kWhom[] = {"mother", "father", "sibling", "grandparent", "other_relative"};
constexpr std::string_view kWays[] = {"letters", "calls", "visits"};
constexpr std::string_view kSafety[] = {"safe", "not_asked", "not_safe"};
constexpr WordRule kWords[] = {{"name"}, {"arranged_by"}, {"why"}};
constexpr WordRule kUnsafeWords[] = {{"name"}, {"arranged_by"}, {"why", true}};
constexpr WordRule kContactWords[] = {{"said"}};
constexpr int kLongestDays = 366;

history::Fields fields_of(const ContactPlan& plan) {
    return children::fields_of(plan.words, {{"whom", plan.whom}, {"way", plan.way}, {"every_days", std::to_string(plan.every_days)}, {"safety", plan.safety},
                                            {"next_on", text_of(plan.next_on)}, {"ended_on", text_of(plan.ended_on)}});
}

Result<NewContactPlan> checked(const NewContactPlan& given) {
    NewContactPlan plan = given;
    TRY(check_code(kWhom, plan.whom, "whom"));
    TRY(check_code(kWays, plan.way, "way"));
    TRY(check_code(kSafety, plan.safety, "safety"));
    if (plan.every_days < 1 || plan.every_days > kLongestDays) return invalid("contact.every", "every_days", {{"most", std::to_string(kLongestDays)}});
    plan.words = TRY(plan.safety == "not_safe" ? tidied(given.words, kUnsafeWords) : tidied(given.words, kWords));
    if (plan.safety != "safe") plan.next_on.reset();
    if (plan.safety == "safe" && !plan.next_on) return invalid("contact.next_missing", "next_on");
    return plan;
}

Result<std::pair<Child, ContactPlan>> standing(Work& work, ContactPlanId id) {
    const auto case_id = work.db.query("SELECT case_id FROM contact_plans WHERE id = $1", id).value<CaseId>();
    if (!case_id) return not_found("contact.not_found");
    Child child = TRY(require_child_to_write(work, *case_id));
    const auto all = TRY(contact_plans_of(work, child.file));
    ContactPlan plan = *std::ranges::find(all, id, &ContactPlan::id);
    if (plan.ended_on) return conflict("contact.ended");
    return std::pair(std::move(child), std::move(plan));
}

Done save(Work& work, const CaseFile& file, const ContactPlan& before, const ContactPlan& after, const char* action) {
    work.db.run("UPDATE contact_plans SET whom = $2, way = $3, every_days = $4, safety = $5, next_on = $6, ended_on = $7, words_sealed = $8, version = version + 1"
                " WHERE id = $1", after.id, after.whom, after.way, after.every_days, after.safety, after.next_on, after.ended_on,
                TRY(seal_words(work, file.person_id, kTable, after.id.str(), after.words)));
    work.record({action, "contact_plan", after.id.str(), file.person_id.str(), {{"safety", after.safety}}});
    return history::note(work, file.person_id.uuid, {"contact_plan", after.id.str()}, fields_of(before), fields_of(after));
}

}  // namespace

Result<ContactPlanId> plan_contact(Work& work, CaseId id, const NewContactPlan& given) {
    const Child child = TRY(require_child_to_write(work, id));
    ContactPlan plan;
    static_cast<NewContactPlan&>(plan) = TRY(checked(given));
    plan.id = ContactPlanId::make(work.now);
    work.db.run("INSERT INTO contact_plans (id, case_id, whom, way, every_days, safety, next_on, words_sealed, recorded_by, recorded_at, version)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)", plan.id, id, plan.whom, plan.way, plan.every_days, plan.safety, plan.next_on,
                TRY(seal_words(work, child.file.person_id, kTable, plan.id.str(), plan.words)), work.actor.id, work.now);
    work.record({"contact.planned", "contact_plan", plan.id.str(), child.file.person_id.str(), {{"safety", plan.safety}}});
    TRY(history::note(work, child.file.person_id.uuid, {"contact_plan", plan.id.str()}, {}, fields_of(plan)));
    return plan.id;
}

Done change_contact(Work& work, ContactPlanId id, int version, const NewContactPlan& given) {
    const auto [child, before] = TRY(standing(work, id));
    if (before.version != version) return conflict("edit.changed_meanwhile");
    ContactPlan after = before;
    static_cast<NewContactPlan&>(after) = TRY(checked(given));
    return save(work, child.file, before, after, "contact.changed");
}

Done note_contact(Work& work, ContactPlanId id, Date held_on, bool took_place, const Words& given) {
    const auto [child, before] = TRY(standing(work, id));
    if (before.safety != "safe") return conflict("contact.not_safe");
    TRY(check_past(work, held_on, "held_on"));
    const Words words = TRY(tidied(given, kContactWords));
    const auto made = ContactId::make(work.now);
    work.db.run("INSERT INTO contacts (id, plan_id, due_on, held_on, took_place, words_sealed, noted_by, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", made, id,
                before.next_on, held_on, took_place, TRY(seal_words(work, child.file.person_id, "contacts", made.str(), words)), work.actor.id, work.now);
    ContactPlan after = before;
    after.next_on = held_on.plus_days(before.every_days);
    return save(work, child.file, before, after, took_place ? "contact.held" : "contact.fell_out");
}

Done end_contact(Work& work, ContactPlanId id, int version) {
    const auto [child, before] = TRY(standing(work, id));
    if (before.version != version) return conflict("edit.changed_meanwhile");
    ContactPlan after = before;
    after.ended_on = work.today();
    after.next_on.reset();
    return save(work, child.file, before, after, "contact.plan_ended");
}

Result<std::vector<ContactPlan>> contact_plans_of(Work& work, const CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    std::vector<ContactPlan> all;
    for (const auto row : work.db.query("SELECT id, whom, way, every_days, safety, next_on, ended_on, words_sealed, version FROM contact_plans"
                                        " WHERE case_id = $1 ORDER BY (ended_on IS NOT NULL), id DESC", file.id)) {
        ContactPlan plan;
        plan.id = row.get<ContactPlanId>(0);
        plan.whom = row.text(1);
        plan.way = row.text(2);
        plan.every_days = row.get<int>(3);
        plan.safety = row.text(4);
        plan.next_on = row.get<std::optional<Date>>(5);
        plan.ended_on = row.get<std::optional<Date>>(6);
        plan.words = open_words(key, kTable, plan.id.str(), row.blob(7));
        plan.version = row.get<int>(8);
        all.push_back(std::move(plan));
    }
    for (auto& plan : all) {
        for (const auto row : work.db.query("SELECT id, held_on, took_place, words_sealed, noted_by FROM contacts WHERE plan_id = $1 ORDER BY held_on DESC, id DESC LIMIT 20", plan.id)) {
            Contact contact{row.get<ContactId>(0), row.get<Date>(1), row.get<bool>(2), {}, row.get<access::AccountId>(4)};
            contact.words = open_words(key, "contacts", contact.id.str(), row.blob(3));
            plan.contacts.push_back(std::move(contact));
        }
    }
    return all;
}

}  // namespace homeward::casework::children
