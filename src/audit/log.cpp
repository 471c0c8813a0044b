#include "audit/log.h"

#include <algorithm>

#include "base/json.h"

namespace homeward::audit {
namespace {

void add(std::string& out, std::string_view part) {
    // Length first, so that no two lists of parts read the same.
    out += std::to_string(part.size());
    out += ':';
    out += part;
}

Hash hash_of(const Hash& before, std::int64_t seq, std::string_view at, std::string_view actor, std::string_view action,
             std::string_view subject, std::string_view subject_id, std::string_view person_id, std::string_view details) {
    std::string text;
    text.reserve(256);
    add(text, text_of(before));
    add(text, std::to_string(seq));
    for (const auto part : {at, actor, action, subject, subject_id, person_id, details}) add(text, part);
    return sha256(text);
}

Hash hash_from(std::span<const std::uint8_t> bytes) {
    Hash hash{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
    return hash;
}

Leaf leaf_of(const store::Row& row) {
    Leaf leaf;
    leaf.seq = row.integer(0);
    leaf.at = row.get<Instant>(1);
    leaf.actor = row.text(2);
    leaf.event = {std::string(row.text(3)), std::string(row.text(4)), std::string(row.text(5)), std::string(row.text(6)), {}};
    if (auto details = json::read<std::map<std::string, std::string>>(row.text(7))) leaf.event.details = std::move(*details);
    leaf.hash = hash_from(row.blob(8));
    return leaf;
}

Check broken(std::int64_t leaves, std::int64_t seq, std::string problem) { return {leaves, false, seq, std::move(problem)}; }

}  // namespace

Head head(store::Connection& db) {
    auto query = db.query("SELECT seq, hash FROM audit_leaves ORDER BY seq DESC LIMIT 1");
    if (!query.next()) return {};
    return {query.row().integer(0), hash_from(query.row().blob(1))};
}

Leaf append(store::Connection& db, Instant at, std::string_view actor, const Event& event) {
    const Head last = head(db);
    Leaf leaf{last.seq + 1, at, std::string(actor), event, {}};
    const std::string when = at.str(), details = json::write(event.details);
    leaf.hash = hash_of(last.hash, leaf.seq, when, actor, event.action, event.subject, event.subject_id, event.person_id, details);
    db.run("INSERT INTO audit_leaves (seq, at, actor, action, subject, subject_id, person_id, details, hash)"
           " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
           leaf.seq, when, actor, event.action, event.subject, event.subject_id, event.person_id, details, leaf.hash);
    return leaf;
}

std::vector<Leaf> leaves_of_person(store::Connection& db, std::string_view person_id, std::int64_t before, int most) {
    std::vector<Leaf> found;
    for (const auto row : db.query("SELECT seq, at, actor, action, subject, subject_id, person_id, details, hash FROM audit_leaves"
                                   " WHERE person_id = $1 AND ($2 = 0 OR seq < $2) ORDER BY seq DESC LIMIT $3",
                                   person_id, before, most)) {
        found.push_back(leaf_of(row));
    }
    return found;
}

std::vector<Leaf> leaves(store::Connection& db, std::int64_t before, int most) {
    std::vector<Leaf> found;
    for (const auto row : db.query("SELECT seq, at, actor, action, subject, subject_id, person_id, details, hash FROM audit_leaves"
                                   " WHERE $1 = 0 OR seq < $1 ORDER BY seq DESC LIMIT $2", before, most)) {
        found.push_back(leaf_of(row));
    }
    return found;
}

Check verify(store::Connection& db, const std::optional<Head>& noted) {
    Hash before{};
    std::int64_t seen = 0;
    for (const auto row : db.query("SELECT seq, at, actor, action, subject, subject_id, person_id, details, hash FROM audit_leaves ORDER BY seq")) {
        const std::int64_t seq = row.integer(0);
        if (seq != seen + 1) return broken(seen, seen + 1, "a line is missing");
        const Hash expected = hash_of(before, seq, row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7));
        before = hash_from(row.blob(8));
        if (row.blob(8).size() != before.size() || expected != before) return broken(seen, seq, "the line, or one before it, was changed");
        ++seen;
        if (noted && noted->seq == seq && noted->hash != before) return broken(seen, seq, "the chain was rewritten up to this line");
    }
    if (noted && noted->seq > seen) return broken(seen, seen + 1, "lines at the end were removed");
    return {seen, true, 0, {}};
}

}  // namespace homeward::audit
