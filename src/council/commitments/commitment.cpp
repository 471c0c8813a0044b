#include "council/commitments/commitment.h"

#include <algorithm>
#include <array>

#include "council/audience.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Work;

constexpr const char* kDocuments = "SELECT d.id, d.kind, d.title_en, d.title_ru, d.state, d.adopted_on, d.expires_on, d.link, d.source, d.public, d.version"
                                   " FROM commitment_documents d";
constexpr const char* kCommitments = "SELECT id, document_id, clause, text_en, text_ru, pillar, topic, version FROM commitments";
constexpr const char* kActions = "SELECT id, commitment_id, state, status, what, evidence, evidence_link, reported_at FROM national_actions";

CommitmentDocument document_of(const store::Row& row) {
    return {row.get<CommitmentDocumentId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4),
            row.get<PartialDate>(5), row.get<std::optional<Date>>(6), row.get<std::string>(7), row.get<std::string>(8), row.get<bool>(9), row.get<int>(10)};
}
Commitment commitment_of(const store::Row& row) {
    return {row.get<CommitmentId>(0), row.get<CommitmentDocumentId>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4),
            row.get<std::string>(5), row.get<std::string>(6), row.get<int>(7)};
}
NationalAction action_of(const store::Row& row) {
    return {row.get<NationalActionId>(0), row.get<CommitmentId>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4),
            row.get<std::string>(5), row.get<std::string>(6), row.get<Instant>(7)};
}

/// Runs of digits compare as numbers, so that clause 2 stands before clause 10.
bool clause_before(std::string_view a, std::string_view b) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    while (!a.empty() && !b.empty()) {
        if (digit(a.front()) && digit(b.front())) {
            const auto number = [&](std::string_view& text) {
                std::string_view rest = text;
                while (!rest.empty() && digit(rest.front())) rest.remove_prefix(1);
                auto run = text.substr(0, text.size() - rest.size());
                while (run.size() > 1 && run.front() == '0') run.remove_prefix(1);
                text = rest;
                return run;
            };
            const auto left = number(a), right = number(b);
            if (left.size() != right.size()) return left.size() < right.size();
            if (left != right) return left < right;
            continue;
        }
        if (a.front() != b.front()) return a.front() < b.front();
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.size() < b.size();
}

}  // namespace

bool is_pillar(std::string_view code) { return code == "conditions" || code == "prevention" || code == "capacity" || code == "rights"; }

std::vector<CommitmentDocument> list_documents(Work& work) {
    std::vector<CommitmentDocument> documents;
    for (const auto row : work.db.query(std::string(kDocuments) + " WHERE " + visible_sql("commitment_document", "d.id", "$1") +
                                        " ORDER BY d.adopted_on DESC, d.id", json_words(work.actor))) {
        documents.push_back(document_of(row));
    }
    return documents;
}

Result<CommitmentDocument> get_document(Work& work, CommitmentDocumentId id) {
    TRY(require_to_see(work, "commitment_document", id.str(), "commitment.no_document"));
    auto query = work.db.query(std::string(kDocuments) + " WHERE d.id = $1", id);
    if (!query.next()) return not_found("commitment.no_document");
    return document_of(query.row());
}

std::vector<Commitment> list_commitments(store::Connection& db, CommitmentDocumentId document) {
    std::vector<Commitment> commitments;
    for (const auto row : db.query(std::string(kCommitments) + " WHERE document_id = $1", document)) commitments.push_back(commitment_of(row));
    std::ranges::sort(commitments, clause_before, &Commitment::clause);
    return commitments;
}

Result<Commitment> get_commitment(Work& work, CommitmentId id) {
    auto query = work.db.query(std::string(kCommitments) + " WHERE id = $1", id);
    if (!query.next()) return not_found("commitment.not_found");
    const Commitment commitment = commitment_of(query.row());
    TRY(require_to_see(work, "commitment_document", commitment.document_id.str(), "commitment.not_found"));
    return commitment;
}

std::vector<NationalAction> current_actions(store::Connection& db, CommitmentId id) {
    std::vector<NationalAction> actions;
    for (const auto row : db.query(std::string(kActions) + " n WHERE commitment_id = $1 AND NOT EXISTS (SELECT 1 FROM national_actions later"
                                   " WHERE later.commitment_id = n.commitment_id AND later.state = n.state"
                                   " AND (later.reported_at, later.id) > (n.reported_at, n.id)) ORDER BY state", id)) {
        actions.push_back(action_of(row));
    }
    return actions;
}

std::vector<NationalAction> history_of(store::Connection& db, CommitmentId id, std::string_view state) {
    std::vector<NationalAction> actions;
    for (const auto row : db.query(std::string(kActions) + " WHERE commitment_id = $1 AND state = $2 ORDER BY reported_at DESC, id DESC", id, state)) {
        actions.push_back(action_of(row));
    }
    return actions;
}

}  // namespace homeward::council
