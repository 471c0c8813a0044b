#include <malloc.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "http/json_reply.h"
#include "people/area_routes.h"
#include "people/arrival_person.h"
#include "people/arrival_refused.h"
#include "people/import_bodies.h"
#include "people/sheet_words.h"

namespace homeward::people {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct RowsBody {
    std::vector<RowBody> items;
    std::optional<std::string> next;
    int total;
};
BOOST_DESCRIBE_STRUCT(RowsBody, (), (items, next, total))
struct PairsBody {
    std::vector<PairBody> items;
    std::optional<std::string> next;
    int total;
};
BOOST_DESCRIBE_STRUCT(PairsBody, (), (items, next, total))

struct ColumnInput {
    int number;
    std::string meaning;
};
BOOST_DESCRIBE_STRUCT(ColumnInput, (), (number, meaning))
struct CorrectionInput {
    std::optional<std::vector<ColumnInput>> columns;
    std::optional<int> header_row;
    std::optional<std::string> sheet;
    std::optional<Date> as_of;
    std::optional<std::string> stage_id;
};
BOOST_DESCRIBE_STRUCT(CorrectionInput, (), (columns, header_row, sheet, as_of, stage_id))

struct DecisionInput {
    std::string pair;
    PairDecision decision;
};
BOOST_DESCRIBE_STRUCT(DecisionInput, (), (pair, decision))
struct CommitInput {
    std::string stage_id;
    std::vector<DecisionInput> decisions;
    std::optional<bool> again;
};
BOOST_DESCRIBE_STRUCT(CommitInput, (), (stage_id, decisions, again))

/// The name of the file as the browser told it: percent-encoded UTF-8. For showing only.
std::string file_name(const Request& request) {
    std::string name;
    const auto encoded = request.header("x-file-name");
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        const auto byte = encoded[i] == '%' ? from_hex(encoded.substr(i + 1, 2)) : std::nullopt;
        if (byte && byte->size() == 1) {
            name += static_cast<char>(byte->front());
            i += 2;
        } else {
            name += encoded[i];
        }
    }
    std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return is_utf8(name) && !name.empty() ? shortened(name, 200) : "list";
}

/// The day of arrival on which ages are counted.
Done check_as_of(Date as_of, Date today) {
    if (as_of > today) return invalid("person.arrived_in_future", "as_of");
    if (as_of.year < 1990) return invalid("person.arrived_too_early", "as_of");
    return {};
}

/// Drafts and what is done with them; the routes share one.
class Imports {
public:
    explicit Imports(Register& reg) : reg_(reg) {}

    Result<Reply> preview(Work& work, const Request& request) {
        TRY(access::require(work.actor, Permission::import_arrivals));
        ImportDraft draft;
        draft.id = ImportBatchId::make(work.now);
        draft.owner = work.actor.id;
        draft.bytes = std::make_shared<const std::string>(request.body);
        draft.sha256 = to_hex(sha256(request.body));
        draft.stage_id = std::string(request.query("stage_id").value_or(""));
        const auto stage = reg_.find_stage(draft.stage_id);
        if (!draft.stage_id.empty() && !stage) return invalid("person.unknown_stage", "stage_id");
        const auto stated = TRY(http::date_query(request, "as_of"));
        const Date as_of = stated ? *stated : stage && stage->on_date ? *stage->on_date : work.today();
        return keep(work, std::move(draft), file_name(request), as_of);
    }

    Result<Reply> correct(Work& work, const Request& request) {
        ImportDraft draft = *TRY(find(work, request));
        const auto input = TRY(http::body_as<CorrectionInput>(request));
        for (const auto& column : input.columns.value_or(std::vector<ColumnInput>())) {
            const auto meaning = column_meaning_from(column.meaning);
            if (!meaning) return invalid("import.unknown_meaning", "columns", {{"column", std::to_string(column.number)}});
            draft.corrections[column.number] = *meaning;
        }
        if (input.header_row) draft.header_row = *input.header_row;
        if (input.sheet && *input.sheet != draft.sheet) {
            // Another sheet has other columns.
            draft.sheet = *input.sheet;
            draft.corrections.clear();
            draft.header_row.reset();
        }
        if (input.stage_id) draft.stage_id = *input.stage_id;
        if (!draft.stage_id.empty() && !reg_.find_stage(draft.stage_id)) return invalid("person.unknown_stage", "stage_id");
        const Date as_of = input.as_of.value_or(draft.verdict.as_of);
        const std::string file = draft.verdict.file;
        return keep(work, std::move(draft), file, as_of);
    }

    Result<Reply> show(Work& work, const Request& request) { return http::ok(body_of(work.db, *TRY(find(work, request)))); }

    Result<Reply> rows(Work& work, const Request& request) {
        const auto draft = TRY(find(work, request));
        const int limit = TRY(http::int_query(request, "limit", 100, 1, 200));
        const int after = TRY(http::int_query(request, "cursor", 0, 0, 1'000'000));
        const auto status = std::string(request.query("status").value_or(""));
        if (!status.empty() && !json::enum_from<RowStatus>(status)) return invalid("json.wrong_type", "status");
        const auto doubtful = rows_in_pairs(draft->verdict);
        RowsBody body{{}, std::nullopt, 0};
        for (const auto& row : draft->verdict.rows) {
            if (!status.empty() && status != to_string(row.status)) continue;
            ++body.total;
            if (row.row <= after || body.next) continue;
            if (body.items.size() == static_cast<std::size_t>(limit)) body.next = std::to_string(body.items.back().row);
            else body.items.push_back(body_of(draft->verdict, row, reg_, doubtful.contains(row.row)));
        }
        return http::ok(body);
    }

    Result<Reply> pairs(Work& work, const Request& request) {
        const auto draft = TRY(find(work, request));
        const int limit = TRY(http::int_query(request, "limit", 50, 1, 200));
        const int from = TRY(http::int_query(request, "cursor", 0, 0, 1'000'000));
        std::map<int, const ArrivalRow*> rows;
        for (const auto& row : draft->verdict.rows) rows[row.row] = &row;
        const auto all = pairs_of(draft->verdict);
        PairsBody body{{}, std::nullopt, static_cast<int>(all.size())};
        for (int i = from; i < body.total && i < from + limit; ++i) {
            if (auto pair = pair_body(work, *draft, all[static_cast<std::size_t>(i)], rows)) body.items.push_back(std::move(*pair));
        }
        if (from + limit < body.total) body.next = std::to_string(from + limit);
        return http::ok(body);
    }

    Result<Reply> commit(Work& work, const Request& request) {
        TRY(access::require(work.actor, Permission::import_arrivals));
        const auto id = TRY(http::id_of<ImportBatchId>(request, "draft_id"));
        const auto input = TRY(http::body_as<CommitInput>(request));
        // A second click may come when the draft has gone: what was done is told again.
        if (const auto done = find_import(work.db, id)) return http::ok(body_of(*done));
        const auto draft = TRY(drafts_.find(work.actor.id, id, work.now));
        ImportOrder order{id, draft->sha256, input.stage_id, {}, input.again.value_or(false)};
        for (const auto& each : input.decisions) {
            if (!order.decisions.emplace(each.pair, each.decision).second) {
                return invalid("import.decided_twice", "decisions", {{"pair", each.pair}});
            }
        }
        const auto result = TRY(commit_arrivals(work, reg_, draft->verdict, order));
        work.after_commit([this, owner = work.actor.id, id] {
            drafts_.keep_refused_only(owner, id);
            malloc_trim(0);
        });
        return http::ok(body_of(result));
    }

    Result<Reply> refused_sheet(Work& work, const Request& request) {
        const auto draft = TRY(find(work, request));
        const std::string language(request.query("language").value_or(work.actor.language));
        const auto words = [&](std::string_view key) { return sheet_word(key, language); };
        std::string sheet = TRY(refused_rows_xlsx(draft->verdict, *draft->bytes, words));
        return http::download("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "refused-rows.xlsx", std::move(sheet));
    }

    Result<Reply> drop(Work& work, const Request& request) {
        TRY(access::require(work.actor, Permission::import_arrivals));
        drafts_.drop(work.actor.id, TRY(http::id_of<ImportBatchId>(request, "draft_id")));
        return http::no_content();
    }

private:
    Result<DraftPtr> find(Work& work, const Request& request) {
        TRY(access::require(work.actor, Permission::import_arrivals));
        return drafts_.find(work.actor.id, TRY(http::id_of<ImportBatchId>(request, "draft_id")), work.now);
    }

    Result<Reply> keep(Work& work, ImportDraft draft, const std::string& file, Date as_of) {
        TRY(check_as_of(as_of, work.latest_today()));
        {
            // One list at a time: reading a hostile one may take 100 MB.
            const std::lock_guard one(reading_);
            draft.verdict = TRY(read_against_register(reg_, *draft.bytes, {file, as_of, draft.corrections, draft.header_row, draft.sheet}, work.latest_today()));
        }
        const auto kept = TRY(drafts_.keep(std::move(draft), work.now));
        return http::ok(body_of(work.db, *kept));
    }

    static std::set<int> rows_in_pairs(const ArrivalVerdict& verdict) {
        std::set<int> rows;
        for (const auto& pair : pairs_of(verdict)) {
            rows.insert(pair.row);
            if (pair.other_row != 0) rows.insert(pair.other_row);
        }
        return rows;
    }

    /// Nothing for somebody of the register who has gone since, or whom this reader may not list.
    std::optional<PairBody> pair_body(Work& work, const ImportDraft& draft, const ImportPair& pair, const std::map<int, const ArrivalRow*>& rows) {
        const auto& row = *rows.at(pair.row);
        PairBody body{pair.key, pair.score, {}, body_of(draft.verdict, row, reg_, true), std::nullopt, std::nullopt};
        identity::Description other;
        std::vector<std::string> numbers;
        if (pair.other_row != 0) {
            body.other = body_of(draft.verdict, *rows.at(pair.other_row), reg_, true);
            other = description_of(rows.at(pair.other_row)->person);
            numbers = document_numbers_of(rows.at(pair.other_row)->person);
        } else {
            const auto entry = reg_.entry(*pair.person);
            if (!entry || !access::may(work.actor, Permission::list_register, {entry->region, entry->assigned_to})) return std::nullopt;
            body.person = body_of(*reg_.find(*pair.person), work.today());
            other = {entry->names, entry->sex, entry->born_on};
            numbers = entry->document_numbers;
        }
        const auto ties = ties_of(document_numbers_of(row.person), numbers);
        for (const auto reason : identity::compare(description_of(row.person), other, ties).reasons) body.reasons.emplace_back(identity::to_string(reason));
        return body;
    }

    Register& reg_;
    ImportDrafts drafts_;
    std::mutex reading_;
};

}  // namespace

void import_routes(http::Router& router, Register& reg) {
    const auto imports = std::make_shared<Imports>(reg);
    const http::RouteOptions file{.max_body_bytes = DraftLimits{}.file_bytes, .content_types = {"application/octet-stream"}};
    using Step = Result<Reply> (Imports::*)(Work&, const Request&);
    const auto step = [&imports](Step what) {
        return [imports, what](Work& work, const Request& request) { return ((*imports).*what)(work, request); };
    };
    // Drafts are no part of the database: only the commit writes.
    router.read("POST", "/api/imports/preview", step(&Imports::preview), file);
    router.read("GET", "/api/imports/{draft_id}", step(&Imports::show));
    router.read("GET", "/api/imports/{draft_id}/rows", step(&Imports::rows));
    router.read("GET", "/api/imports/{draft_id}/duplicates", step(&Imports::pairs));
    router.read("GET", "/api/imports/{draft_id}/refused.xlsx", step(&Imports::refused_sheet));
    router.read("POST", "/api/imports/{draft_id}/columns", step(&Imports::correct));
    router.read("DELETE", "/api/imports/{draft_id}", step(&Imports::drop));
    // Decisions on a long list are a long body.
    router.write("POST", "/api/imports/{draft_id}/commit", step(&Imports::commit), {.max_body_bytes = 4u << 20, .content_types = {"application/json"}});
}

}  // namespace homeward::people
