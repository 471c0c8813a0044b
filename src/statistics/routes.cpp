#include "statistics/routes.h"

#include "access/accounts.h"
#include "http/json_reply.h"

namespace homeward::statistics {

BOOST_DESCRIBE_ENUM(Hidden, no, by_rule, protects_another)
BOOST_DESCRIBE_STRUCT(Dimension, (), (key, categories))

struct SignatureBody {
    std::string name, role;
    Instant signed_at;
};
BOOST_DESCRIBE_STRUCT(SignatureBody, (), (name, role, signed_at))
struct ReturnAllows {
    bool sign = false, release = false;
};
BOOST_DESCRIBE_STRUCT(ReturnAllows, (), (sign, release))
struct ReturnLine {
    ReturnId id;
    int year;
    Date reference_date;
    std::string state;  ///< draft, signed, released
    Instant prepared_at;
    std::optional<Instant> released_at;
    std::vector<SignatureBody> signatures;
    std::size_t cells, hidden_by_rule, hidden_to_protect;
    ReturnAllows allows;
};
BOOST_DESCRIBE_STRUCT(ReturnLine, (), (id, year, reference_date, state, prepared_at, released_at, signatures, cells, hidden_by_rule, hidden_to_protect, allows))
struct ReturnsBody {
    std::vector<ReturnLine> items;
    bool may_prepare = false;
};
BOOST_DESCRIBE_STRUCT(ReturnsBody, (), (items, may_prepare))

struct CellBody {
    std::optional<std::int64_t> persons;
    Hidden hidden;
};
BOOST_DESCRIBE_STRUCT(CellBody, (), (persons, hidden))
struct TableBody {
    std::string key, indicator, population;
    int version;
    std::vector<Dimension> dimensions;
    std::vector<CellBody> cells;
};
BOOST_DESCRIBE_STRUCT(TableBody, (), (key, indicator, version, population, dimensions, cells))
struct ReturnBody : ReturnLine {
    int floor = 10;
    std::vector<TableBody> tables;
};
BOOST_DESCRIBE_STRUCT(ReturnBody, (ReturnLine), (floor, tables))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct PrepareInput {
    int year;
    Date reference_date;
};
BOOST_DESCRIBE_STRUCT(PrepareInput, (), (year, reference_date))

ReturnLine line_of(Work& work, const AnnualReturn& annual) {
    ReturnLine line{annual.id, annual.release.year, annual.release.reference_date,
                    annual.released_at ? "released" : annual.signatures.size() >= kSignatures ? "signed" : "draft", annual.prepared_at,
                    annual.released_at, {}, annual.cells(), annual.hidden_cells(Hidden::by_rule), annual.hidden_cells(Hidden::protects_another), {}};
    bool signed_by_me = false;
    for (const auto& signature : annual.signatures) {
        const auto account = access::get_account(work.db, signature.by);
        line.signatures.push_back({account ? account->name : "", signature.role, signature.at});
        signed_by_me = signed_by_me || signature.by == work.actor.id;
    }
    line.allows.sign = line.state == "draft" && !signed_by_me && may(work.actor, Permission::sign_return);
    line.allows.release = line.state == "signed" && may(work.actor, Permission::release_return);
    return line;
}

ReturnBody body_of(Work& work, const AnnualReturn& annual) {
    ReturnBody body;
    static_cast<ReturnLine&>(body) = line_of(work, annual);
    body.floor = annual.release.rules.floor;
    for (std::size_t t = 0; t < annual.release.tables.size(); ++t) {
        const auto& table = annual.release.tables[t];
        body.tables.push_back({table.key, table.definition.indicator, table.population, table.definition.version, table.dimensions, {}});
        for (std::size_t c = 0; c < table.cells.size(); ++c) body.tables.back().cells.push_back({table.cells[c].persons, annual.hidden.at(t).at(c)});
    }
    return body;
}

Result<Reply> whole_return(Work& work, ReturnId id) { return http::ok(body_of(work, TRY(get_return(work.db, id)))); }

}  // namespace

void routes(http::Router& router, access::Works& works, exchange::Exchange& exchange, std::string state, FactSource facts) {
    router.read("GET", "/api/returns", [](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_returns));
        ReturnsBody body{{}, may(work.actor, Permission::prepare_return)};
        for (const auto& annual : list_returns(work.db)) body.items.push_back(line_of(work, annual));
        return http::ok(body);
    });
    // A reading route: the counting takes its time on a worker, and the writer is asked only to keep the result.
    router.read("POST", "/api/returns", [&works, state, facts](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<PrepareInput>(request));
        const auto id = TRY(prepare_return(works, work.actor, state, input.year, input.reference_date, facts, Rules{}));
        return http::created("/api/returns/" + id.str(), TRY(works.read<ReturnBody>(work.actor, [id](Work& after) -> Result<ReturnBody> {
            return body_of(after, TRY(get_return(after.db, id)));
        })));
    });
    router.read("GET", "/api/returns/{return_id}", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_returns));
        return whole_return(work, TRY(http::id_of<ReturnId>(request, "return_id")));
    });
    router.write("POST", "/api/returns/{return_id}/signature", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<ReturnId>(request, "return_id"));
        TRY(sign_return(work, id));
        return whole_return(work, id);
    });
    router.write("POST", "/api/returns/{return_id}/release", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<ReturnId>(request, "return_id"));
        TRY(release_return(work, exchange, id));
        return whole_return(work, id);
    });
}

}  // namespace homeward::statistics
