#include "http/json_reply.h"
#include "people/area_routes.h"
#include "people/assignment.h"
#include "people/export_register.h"
#include "people/register_bodies.h"

namespace homeward::people {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct ListBody {
    std::vector<RegisterItemBody> items;
    std::optional<PersonId> next;
    std::size_t total;
};
BOOST_DESCRIBE_STRUCT(ListBody, (), (items, next, total))

struct StageBody {
    std::string id, operation;
    std::optional<int> stage;
    std::string name;
    std::optional<Date> on_date;
};
BOOST_DESCRIBE_STRUCT(StageBody, (), (id, operation, stage, name, on_date))
struct RegionBody {
    std::string id, name;
};
BOOST_DESCRIBE_STRUCT(RegionBody, (), (id, name))
struct ChoicesBody {
    std::vector<StageBody> stages;
    std::vector<RegionBody> regions;
    std::vector<std::string> document_kinds, relationships, export_reasons;
    std::vector<WorkerBody> workers;
};
BOOST_DESCRIBE_STRUCT(ChoicesBody, (), (stages, regions, document_kinds, relationships, export_reasons, workers))

struct LookalikesInput {
    std::vector<NameInput> names;
    Sex sex;
    std::optional<PartialDate> born_on;
    std::optional<std::vector<std::string>> document_numbers;
};
BOOST_DESCRIBE_STRUCT(LookalikesInput, (), (names, sex, born_on, document_numbers))
struct LookalikeBody {
    RegisterItemBody person;
    double score;
    std::vector<std::string> reasons;
};
BOOST_DESCRIBE_STRUCT(LookalikeBody, (), (person, score, reasons))
struct LookalikesBody {
    std::vector<LookalikeBody> items;
};
BOOST_DESCRIBE_STRUCT(LookalikesBody, (), (items))

std::vector<std::string> texts(const std::vector<std::string_view>& codes) { return {codes.begin(), codes.end()}; }

/// Regions in the reader's language; those of the State's own other languages read the State's name.
std::string name_for(const Region& region, const std::string& language) {
    return language == "en" ? region.name_en : language == "ru" ? region.name_ru : region.name_own;
}

/// Whose social workers a reader may see by name: those of the reader's own region, or of all.
std::vector<WorkerBody> workers_for(Work& work) {
    std::vector<WorkerBody> bodies;
    if (access::reach_of(work.actor, Permission::list_register) == access::Reach::own) {
        bodies.push_back({work.actor.id, work.actor.name, std::string(access::name_of(work.actor.role))});
        return bodies;
    }
    for (const auto& account : assignable_workers(work.db, work.actor.region)) {
        bodies.push_back({account.id, account.name, std::string(access::name_of(account.role))});
    }
    return bodies;
}

Result<Reply> choices(Work& work, const Register& reg, const Request& request) {
    TRY(access::require(work.actor, Permission::list_register));
    const std::string language(request.query("language").value_or(work.actor.language));
    ChoicesBody body;
    for (const auto& stage : reg.stages()) body.stages.push_back({stage.id, stage.operation, stage.stage, stage.name, stage.on_date});
    for (const auto& region : reg.regions()) body.regions.push_back({region.id, name_for(region, language)});
    body.document_kinds = texts(document_kinds());
    body.relationships = texts(relationships());
    body.export_reasons = texts(export_reasons());
    body.workers = workers_for(work);
    return http::ok(body);
}

Result<Reply> search(Work& work, const Register& reg, const Request& request) {
    const auto input = TRY(http::body_as<SearchInput>(request));
    const int limit = input.limit.value_or(50);
    if (limit < 1 || limit > 200) return invalid("http.out_of_range", "limit", {{"min", "1"}, {"max", "200"}});
    const auto filter = TRY(filter_from(input, work.actor));
    const auto page = TRY(reg.page(work.actor, filter, input.cursor, limit, work.today()));
    ListBody body{{}, page.next, page.total};
    for (const auto& item : page.items) body.items.push_back(body_of(item, work.today()));
    return http::ok(body);
}

Result<Reply> lookalikes(Work& work, const Register& reg, const Request& request) {
    TRY(access::require(work.actor, Permission::edit_person));
    const auto input = TRY(http::body_as<LookalikesInput>(request));
    LookalikesBody body;
    for (const auto& each : reg.lookalikes({names_from(input.names), input.sex, input.born_on},
                                           input.document_numbers.value_or(std::vector<std::string>()))) {
        const auto item = reg.find(each.id);
        if (!item || !access::may(work.actor, Permission::list_register, {item->region, item->assigned_to})) continue;
        LookalikeBody found{body_of(*item, work.today()), each.verdict.score, {}};
        for (const auto reason : each.verdict.reasons) found.reasons.emplace_back(identity::to_string(reason));
        body.items.push_back(std::move(found));
    }
    return http::ok(body);
}

Result<Reply> send_export(Work& work, const Register& reg, access::Works& works, const Request& request) {
    const auto input = TRY(http::body_as<ExportInput>(request));
    const auto format = export_format_from(input.format);
    if (!format) return invalid("json.wrong_type", "format", {{"expected", "csv, xlsx"}});
    return export_register(work, reg, works, {TRY(filter_from(input, work.actor)), *format, input.reason, input.language.value_or(work.actor.language)});
}

}  // namespace

Result<RegisterFilter> filter_from(const FilterInput& input, const access::Actor& actor) {
    RegisterFilter filter;
    filter.query = input.query.value_or("");
    if (filter.query.size() > 400) return invalid("register.query_too_long", "query");
    filter.step = input.step;
    filter.operation = input.operation.value_or("");
    filter.stage_id = input.stage_id.value_or("");
    filter.region = input.region.value_or("");
    filter.sex = input.sex;
    filter.family_id = input.family_id;
    if (input.age_from || input.age_to) {
        const AgeBand band{input.age_from.value_or(0), input.age_to.value_or(200)};
        if (band.from < 0 || band.to > 200 || band.from > band.to) return invalid("register.age", "age_from");
        filter.age = band;
    }
    if (const auto& who = input.assigned_to; who && *who == "me") {
        filter.assigned_to = actor.id;
    } else if (who && *who == "nobody") {
        filter.unassigned = true;
    } else if (who && !who->empty()) {
        const auto account = access::AccountId::parse(*who);
        if (!account) return invalid("json.wrong_type", "assigned_to", {{"expected", "an id, me or nobody"}});
        filter.assigned_to = *account;
    }
    return filter;
}

void register_routes(http::Router& router, Register& reg, access::Works& works) {
    router.read("GET", "/api/register/choices", [&reg](Work& work, const Request& request) { return choices(work, reg, request); });
    // A POST, since a name never stands in an address (ASVS 14.2.1).
    router.read("POST", "/api/register/search", [&reg](Work& work, const Request& request) { return search(work, reg, request); });
    router.read("POST", "/api/register/lookalikes", [&reg](Work& work, const Request& request) { return lookalikes(work, reg, request); });
    router.write("POST", "/api/register/export", [&reg, &works](Work& work, const Request& request) {
        return send_export(work, reg, works, request);
    });
}

}  // namespace homeward::people
