#include "council/commitments/commitment_routes.h"

#include "council/commitments/commitment.h"
#include "council/requests.h"
#include "council/rights.h"
#include "http/json_reply.h"
#include "tabular/row_writer.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(NationalAction, (), (id, commitment_id, state, status, what, evidence, evidence_link, reported_at))

struct DocumentAllows {
    bool edit = false;
};
BOOST_DESCRIBE_STRUCT(DocumentAllows, (), (edit))
struct CommitmentDocumentBody {
    CommitmentDocumentId id;
    std::string kind, title_en, title_ru, state;
    PartialDate adopted_on;
    std::optional<Date> expires_on;
    bool expired = false;
    std::string link, source;
    bool is_public = true;
    int version = 0, clauses = 0;
    DocumentAllows allows;
};
BOOST_DESCRIBE_STRUCT(CommitmentDocumentBody, (), (id, kind, title_en, title_ru, state, adopted_on, expires_on, expired, link, source, is_public, version, clauses, allows))
struct CommitmentBody {
    CommitmentId id;
    std::string clause, text_en, text_ru, pillar, topic;
    int version = 0;
    std::vector<NationalAction> actions;  ///< the newest of each State
};
BOOST_DESCRIBE_STRUCT(CommitmentBody, (), (id, clause, text_en, text_ru, pillar, topic, version, actions))
struct DocumentsBody {
    std::vector<CommitmentDocumentBody> items;
    std::vector<std::string> may_edit;  ///< States for which this reader may write; `` for documents of all States
};
BOOST_DESCRIBE_STRUCT(DocumentsBody, (), (items, may_edit))
struct DocumentPage {
    CommitmentDocumentBody document;
    std::vector<CommitmentBody> commitments;
    std::vector<std::string> may_report;  ///< States
};
BOOST_DESCRIBE_STRUCT(DocumentPage, (), (document, commitments, may_report))
struct CommitmentPlace {
    CommitmentDocumentId document_id;
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(CommitmentPlace, (), (document_id, clause))
struct HistoryBody {
    std::vector<NationalAction> items;
};
BOOST_DESCRIBE_STRUCT(HistoryBody, (), (items))

namespace {

using access::Work;
using http::Reply;
using http::Request;

struct DocumentInput {
    std::string kind, title_en, title_ru, state;
    PartialDate adopted_on;
    std::optional<Date> expires_on;
    std::optional<std::string> link;
    std::string source;
    bool is_public;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(DocumentInput, (), (kind, title_en, title_ru, state, adopted_on, expires_on, link, source, is_public, version))
struct CommitmentInput {
    std::string clause, text_en;
    std::optional<std::string> text_ru;
    std::string pillar, topic;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(CommitmentInput, (), (clause, text_en, text_ru, pillar, topic, version))
struct ReportInput {
    std::string state, status, what;
    std::optional<std::string> evidence, evidence_link;
};
BOOST_DESCRIBE_STRUCT(ReportInput, (), (state, status, what, evidence, evidence_link))

CommitmentDocumentBody body_of(Work& work, const CommitmentDocument& d) {
    return {d.id, d.kind, d.title_en, d.title_ru, d.state, d.adopted_on, d.expires_on, d.expires_on && *d.expires_on < work.today(), d.link, d.source,
            d.is_public, d.version, static_cast<int>(list_commitments(work.db, d.id).size()), {may_edit_for(work.actor, d.state)}};
}

Result<DocumentPage> page_of(Work& work, const exchange::Exchange& exchange, CommitmentDocumentId id) {
    const auto document = TRY(get_document(work, id));
    DocumentPage page{body_of(work, document), {}, states_to_edit(work.actor, exchange)};
    if (!document.state.empty()) std::erase_if(page.may_report, [&](const auto& state) { return state != document.state; });
    for (const auto& c : list_commitments(work.db, id)) {
        page.commitments.push_back({c.id, c.clause, c.text_en, c.text_ru, c.pillar, c.topic, c.version, current_actions(work.db, c.id)});
    }
    return page;
}

Result<Reply> list(Work& work, const exchange::Exchange& exchange) {
    DocumentsBody body{{}, states_to_edit(work.actor, exchange)};
    if (may_edit_for(work.actor, "")) body.may_edit.insert(body.may_edit.begin(), "");
    for (const auto& document : list_documents(work)) body.items.push_back(body_of(work, document));
    return http::ok(body);
}

Result<CommitmentDocument> document_in(const Request& request, CommitmentDocumentId id, bool is_new) {
    const auto in = TRY(http::body_as<DocumentInput>(request));
    const int version = is_new ? 0 : TRY(version_in(in.version));
    return CommitmentDocument{id, in.kind, in.title_en, in.title_ru, in.state, in.adopted_on, in.expires_on, in.link.value_or(""), in.source, in.is_public,
                              version};
}

/// One row for each clause and State: what the catalogue of confidence-building measures asks of its members.
std::string csv_of(const DocumentPage& page) {
    std::string out;
    const auto writer = tabular::csv_writer(out);
    const auto row = [&](std::initializer_list<std::string_view> cells) {
        for (const auto cell : cells) writer->text(cell);
        writer->end_row();
    };
    row({"clause", "commitment", "pillar", "state", "status", "what", "evidence", "evidence_link", "reported_on"});
    for (const auto& c : page.commitments) {
        // A clause on which no State has reported stands there too: the export is whole.
        if (c.actions.empty()) row({c.clause, c.text_en, c.pillar, "", "", "", "", "", ""});
        for (const auto& a : c.actions) {
            row({c.clause, c.text_en, c.pillar, a.state, a.status, a.what, a.evidence, a.evidence_link, Date::of(a.reported_at).str()});
        }
    }
    writer->finish();
    return out;
}

void document_routes(http::Router& router, const exchange::Exchange& exchange) {
    const auto all = [&exchange](Work& work, const Request&) { return list(work, exchange); };
    const auto one = [&exchange](Work& work, const Request& request) -> Result<Reply> {
        return http::ok(TRY(page_of(work, exchange, TRY(http::id_of<CommitmentDocumentId>(request, "document_id")))));
    };
    router.read("GET", "/api/commitment-documents", all);
    router.open_read("GET", "/api/public/commitment-documents", all);
    router.read("GET", "/api/commitment-documents/{document_id}", one);
    router.open_read("GET", "/api/public/commitment-documents/{document_id}", one);
    router.write("POST", "/api/commitment-documents", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(save_document(work, exchange.members(), TRY(document_in(request, CommitmentDocumentId{}, true))));
        return http::created("/api/commitment-documents/" + id.str(), TRY(page_of(work, exchange, id)));
    });
    router.write("PUT", "/api/commitment-documents/{document_id}", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<CommitmentDocumentId>(request, "document_id"));
        TRY(save_document(work, exchange.members(), TRY(document_in(request, id, false))));
        return http::ok(TRY(page_of(work, exchange, id)));
    });
    router.read("GET", "/api/commitment-documents/{document_id}/csv", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto page = TRY(page_of(work, exchange, TRY(http::id_of<CommitmentDocumentId>(request, "document_id"))));
        return http::download("text/csv; charset=utf-8", "commitments-" + page.document.id.str().substr(0, 8) + ".csv", csv_of(page));
    });
}

}  // namespace

void commitment_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    document_routes(router, exchange);
    const auto save = [&exchange](Work& work, const Request& request, std::optional<CommitmentId> id) -> Result<Reply> {
        const auto in = TRY(http::body_as<CommitmentInput>(request));
        const int version = id ? TRY(version_in(in.version)) : 0;
        const auto document = id ? TRY(get_commitment(work, *id)).document_id : TRY(http::id_of<CommitmentDocumentId>(request, "document_id"));
        TRY(save_commitment(work, {id.value_or(CommitmentId{}), document, in.clause, in.text_en, in.text_ru.value_or(""), in.pillar, in.topic,
                                   version}));
        return http::ok(TRY(page_of(work, exchange, document)));
    };
    const auto place = [](Work& work, const Request& request) -> Result<Reply> {
        const auto commitment = TRY(get_commitment(work, TRY(http::id_of<CommitmentId>(request, "commitment_id"))));
        return http::ok(CommitmentPlace{commitment.document_id, commitment.clause});
    };
    router.read("GET", "/api/commitments/{commitment_id}", place);
    router.open_read("GET", "/api/public/commitments/{commitment_id}", place);
    router.write("POST", "/api/commitment-documents/{document_id}/commitments", [save](Work& work, const Request& request) { return save(work, request, std::nullopt); });
    router.write("PUT", "/api/commitments/{commitment_id}", [save](Work& work, const Request& request) -> Result<Reply> {
        return save(work, request, TRY(http::id_of<CommitmentId>(request, "commitment_id")));
    });
    router.write("POST", "/api/commitments/{commitment_id}/actions", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<CommitmentId>(request, "commitment_id"));
        const auto in = TRY(http::body_as<ReportInput>(request));
        TRY(report_national_action(work, exchange.members(), {{}, id, in.state, in.status, in.what, in.evidence.value_or(""), in.evidence_link.value_or(""), {}}));
        return http::ok(TRY(page_of(work, exchange, TRY(get_commitment(work, id)).document_id)));
    });
    router.read("GET", "/api/commitments/{commitment_id}/actions", [](Work& work, const Request& request) -> Result<Reply> {
        const auto commitment = TRY(get_commitment(work, TRY(http::id_of<CommitmentId>(request, "commitment_id"))));
        return http::ok(HistoryBody{history_of(work.db, commitment.id, request.query("state").value_or(""))});
    });
}

}  // namespace homeward::council
