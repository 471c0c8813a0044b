#include "forms/routes.h"

#include "access/permission.h"
#include "forms/answers_json.h"
#include "forms/store_json.h"
#include "forms/xlsform.h"
#include "http/json_reply.h"

namespace homeward::forms {

BOOST_DESCRIBE_STRUCT(Listed, (), (id, title, published, draft, published_at, retired_at, questions))
BOOST_DESCRIBE_STRUCT(LeftOut, (), (sheet, row, name, key, params))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct StaffBody {
    std::optional<std::string> id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(StaffBody, (), (id, name))

struct ListAllows {
    bool create = false;
};
BOOST_DESCRIBE_STRUCT(ListAllows, (), (create))
struct ListBody {
    std::vector<Listed> items;
    std::optional<std::string> next;
    ListAllows allows;
};
BOOST_DESCRIBE_STRUCT(ListBody, (), (items, next, allows))

struct VersionLineBody {
    int version;
    VersionState state;
    StaffBody created_by;
    Instant created_at;
    std::optional<StaffBody> published_by;
    std::optional<Instant> published_at;
};
BOOST_DESCRIBE_STRUCT(VersionLineBody, (), (version, state, created_by, created_at, published_by, published_at))
struct FormAllows {
    bool start_version = false, retire = false;
};
BOOST_DESCRIBE_STRUCT(FormAllows, (), (start_version, retire))
struct FormBody {
    std::string id;
    Texts title;
    std::optional<Instant> retired_at;
    std::vector<VersionLineBody> versions;
    FormAllows allows;
};
BOOST_DESCRIBE_STRUCT(FormBody, (), (id, title, retired_at, versions, allows))

struct VersionAllows {
    bool write = false, publish = false, drop = false;
};
BOOST_DESCRIBE_STRUCT(VersionAllows, (), (write, publish, drop))
struct VersionBody {
    VersionState state;
    int edit_version;
    Definition definition;
    std::vector<Problem> problems;
    StaffBody created_by;
    Instant created_at;
    std::optional<StaffBody> published_by;
    std::optional<Instant> published_at;
    VersionAllows allows;
};
BOOST_DESCRIBE_STRUCT(VersionBody, (), (state, edit_version, definition, problems, created_by, created_at, published_by, published_at, allows))

struct CopyInput {
    std::string form;
    int version;
};
BOOST_DESCRIBE_STRUCT(CopyInput, (), (form, version))
struct FormInput {
    std::string id;
    std::optional<Texts> title;
    std::optional<CopyInput> copy_of;
    std::optional<Definition> definition;
};
BOOST_DESCRIBE_STRUCT(FormInput, (), (id, title, copy_of, definition))
struct EditInput {
    int edit_version;
};
BOOST_DESCRIBE_STRUCT(EditInput, (), (edit_version))
struct VersionInput {
    int edit_version;
    Definition definition;
};
BOOST_DESCRIBE_STRUCT(VersionInput, (), (edit_version, definition))
struct TrialInput {
    Definition definition;
    boost::json::value answers;
};
BOOST_DESCRIBE_STRUCT(TrialInput, (), (definition, answers))
struct TrialBody {
    Date today;
    std::vector<Problem> problems;
    std::optional<EvaluationBody> evaluation;
};
BOOST_DESCRIBE_STRUCT(TrialBody, (), (today, problems, evaluation))
struct ConversionBody {
    Definition definition;
    std::vector<LeftOut> left_out;
    std::vector<Problem> problems;
};
BOOST_DESCRIBE_STRUCT(ConversionBody, (), (definition, left_out, problems))

const http::RouteOptions kDefinitionBody{.max_body_bytes = kLongestDefinition + 256 * 1024, .content_types = {"application/json"}};

/// Whoever works with case files reads the forms, and whoever makes them.
Done require_reader(const Work& work) {
    if (may(work.actor, Permission::read_case) || may(work.actor, Permission::edit_forms)) return {};
    return forbidden("access.not_allowed");
}

StaffBody staff_body(store::Connection& db, const std::optional<access::AccountId>& id) {
    if (!id) return {std::nullopt, "homeward"};
    return {id->str(), db.query("SELECT name FROM accounts WHERE id = $1", *id).value<std::string>().value_or("")};
}
std::optional<StaffBody> publisher(store::Connection& db, bool published, const std::optional<access::AccountId>& id) {
    return published ? std::optional(staff_body(db, id)) : std::nullopt;
}

Result<int> version_of(const Request& request) {
    const auto& text = request.path_parameter("version");
    int version = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), version);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || version < 1) return not_found("form.not_found");
    return version;
}

VersionBody version_body(Work& work, const Version& version) {
    const bool edits = may(work.actor, Permission::edit_forms), draft = version.state == VersionState::draft;
    VersionBody body{version.state, version.edit_version, version.definition, {}, staff_body(work.db, version.created_by), version.created_at,
                     publisher(work.db, version.published_at.has_value(), version.published_by), version.published_at, {}};
    if (draft) body.problems = problems_of(work.db, version);
    body.allows = {edits && draft, edits && draft && body.problems.empty(), edits && draft};
    return body;
}

Reply created_version(Work& work, const Version& version) {
    return http::created("/api/forms/" + version.form + "/versions/" + std::to_string(version.version), version_body(work, version));
}

/// A draft is for those who make forms: nobody should answer, or print, what is not decided.
Result<Version> readable_version(Work& work, const Request& request) {
    TRY(require_reader(work));
    Version version = TRY(get_version(work.db, request.path_parameter("form_id"), TRY(version_of(request))));
    if (version.state == VersionState::draft && !may(work.actor, Permission::edit_forms)) return not_found("form.not_found");
    return version;
}

Result<FormBody> form_body(Work& work, const std::string& id) {
    const Listed form = TRY(get_form(work.db, id));
    const bool edits = may(work.actor, Permission::edit_forms);
    FormBody body{form.id, form.title, form.retired_at, {}, {edits && !form.draft, edits && form.published}};
    for (const auto& line : versions_of(work.db, id)) {
        if (line.state == VersionState::draft && !edits) continue;
        body.versions.push_back({line.version, line.state, staff_body(work.db, line.created_by), line.created_at,
                                 publisher(work.db, line.published_at.has_value(), line.published_by), line.published_at});
    }
    if (body.versions.empty()) return not_found("form.not_found");
    return body;
}

Result<Definition> wanted(Work& work, FormInput input) {
    const int ways = (input.definition ? 1 : 0) + (input.copy_of ? 1 : 0);
    if (ways > 1 || (ways == 0 && !input.title)) return invalid("form.from_what", "title");
    Definition definition;
    if (input.definition) definition = std::move(*input.definition);
    else if (input.copy_of) definition = TRY(get_version(work.db, input.copy_of->form, input.copy_of->version)).definition;
    if (input.title) definition.title = std::move(*input.title);
    return definition;
}

void list_routes(http::Router& router) {
    router.read("GET", "/api/forms", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(require_reader(work));
        const int limit = TRY(http::int_query(request, "limit", 50, 1, 200));
        const bool edits = may(work.actor, Permission::edit_forms);
        const bool retired = edits && TRY(http::bool_query(request, "retired", false));
        ListBody body{list_forms(work.db, retired, edits, std::string(request.query("cursor").value_or("")), limit + 1), {}, {edits}};
        if (body.items.size() > static_cast<std::size_t>(limit)) {
            body.items.pop_back();
            body.next = body.items.back().id;
        }
        return http::ok(body);
    });
    router.write("POST", "/api/forms", [](Work& work, const Request& request) -> Result<Reply> {
        auto input = TRY(http::body_as<FormInput>(request));
        TRY(access::require(work.actor, Permission::edit_forms));
        const std::string id = input.id;
        return created_version(work, TRY(create_form(work, id, TRY(wanted(work, std::move(input))))));
    }, kDefinitionBody);
    router.read("GET", "/api/forms/{form_id}", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(require_reader(work));
        return http::ok(TRY(form_body(work, request.path_parameter("form_id"))));
    });
    router.write("POST", "/api/forms/{form_id}/retirement", [](Work& work, const Request& request) -> Result<Reply> {
        const auto& id = request.path_parameter("form_id");
        TRY(retire(work, id));
        return http::ok(TRY(form_body(work, id)));
    });
}

void version_routes(http::Router& router) {
    router.write("POST", "/api/forms/{form_id}/versions", [](Work& work, const Request& request) -> Result<Reply> {
        return created_version(work, TRY(start_version(work, request.path_parameter("form_id"))));
    });
    router.read("GET", "/api/forms/{form_id}/versions/{version}", [](Work& work, const Request& request) -> Result<Reply> {
        return http::ok(version_body(work, TRY(readable_version(work, request))));
    });
    router.write("PUT", "/api/forms/{form_id}/versions/{version}", [](Work& work, const Request& request) -> Result<Reply> {
        auto input = TRY(http::body_as<VersionInput>(request));
        TRY(access::require(work.actor, Permission::edit_forms));
        if (input.definition.id != request.path_parameter("form_id") || input.definition.version != TRY(version_of(request))) return invalid("form.other_form", "definition/id");
        return http::ok(version_body(work, TRY(save_draft(work, input.edit_version, std::move(input.definition)))));
    }, kDefinitionBody);
    router.write("DELETE", "/api/forms/{form_id}/versions/{version}", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(drop_draft(work, request.path_parameter("form_id"), TRY(version_of(request))));
        return http::no_content();
    });
    router.write("POST", "/api/forms/{form_id}/versions/{version}/publication", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<EditInput>(request));
        return http::ok(version_body(work, TRY(publish(work, request.path_parameter("form_id"), TRY(version_of(request)), input.edit_version))));
    });
    router.read("GET", "/api/forms/{form_id}/versions/{version}/xlsform", [](Work& work, const Request& request) -> Result<Reply> {
        const Version version = TRY(readable_version(work, request));
        return http::download("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                              version.form + "-" + std::to_string(version.version) + ".xlsx", write_xlsform(version.definition));
    });
}

void reading_routes(http::Router& router) {
    router.read("POST", "/api/forms/trial", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::edit_forms));
        auto input = TRY(http::body_as<TrialInput>(request));
        TRY(within_limits(input.definition));
        TrialBody body{work.today(), problems_of(input.definition), {}};
        std::vector<Problem> ignored;
        if (const auto form = Form::make(std::move(input.definition), ignored)) {
            std::vector<AnswerError> errors;
            const auto answers = TRY(read_answers(*form, json::write(input.answers), errors));
            auto evaluation = evaluate(*form, answers, body.today);
            evaluation.errors.insert(evaluation.errors.begin(), errors.begin(), errors.end());
            body.evaluation = evaluation_body(evaluation);
        }
        return http::ok(body);
    }, kDefinitionBody);
    router.task("POST", "/api/forms/conversion", [](const access::Actor& actor, const Request& request) -> Result<Reply> {
        TRY(access::require(actor, Permission::edit_forms));
        auto read = TRY(read_xlsform(request.body));
        auto problems = problems_of(read.definition);
        return http::ok(ConversionBody{std::move(read.definition), std::move(read.left_out), std::move(problems)});
    }, {.max_body_bytes = kLargestXlsForm, .content_types = {"*/*"}});
}

}  // namespace

void routes(http::Router& router) {
    list_routes(router);
    version_routes(router);
    reading_routes(router);
}

}  // namespace homeward::forms
