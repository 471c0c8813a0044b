#include "statistics/ledger/entry.h"

#include <algorithm>

#include "exchange/detached.h"
#include "exchange/envelope.h"
#include "statistics/ledger/entry_json.h"

namespace homeward::statistics {

struct HeadText {
    std::int64_t position = 0;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(HeadText, (), (position, hash))

struct SignOffLine {
    std::string role;
    Instant signed_at;
};
BOOST_DESCRIBE_STRUCT(SignOffLine, (), (role, signed_at))

struct EntryText {
    int format = 1;
    EntryId id;
    std::string member;
    EntryKind kind = EntryKind::release;
    std::int64_t place = 1;
    std::string previous;
    HeadText head;
    std::optional<EntryId> replaces;
    std::optional<std::string> reason, certificate, catalogue;
    std::optional<boost::json::value> release;
    std::optional<FigureText> figure;
    std::optional<std::vector<SignOffLine>> sign_offs;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(EntryText, (), (format, id, member, kind, place, previous, head, replaces, reason, certificate, catalogue, release, figure, sign_offs, made_at))

struct SignedText {
    boost::json::value entry;
    std::string signature;
};
BOOST_DESCRIBE_STRUCT(SignedText, (), (entry, signature))

namespace {

constexpr int known_format = 1;
constexpr std::size_t most_sign_offs = 20, longest_role = 100;

std::optional<std::string> unless_empty(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

Error wrong(const char* part) { return invalid("ledger.form", part, {{"part", part}}); }

bool is_hash(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    return text.size() == 43 && std::ranges::all_of(text, fits);
}

bool is_hexadecimal(std::string_view text) {
    return text.size() == 64 && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool shows_tables(EntryKind kind) { return kind == EntryKind::release || kind == EntryKind::correction; }
bool replaces_another(EntryKind kind) { return kind == EntryKind::correction || kind == EntryKind::withdrawal; }

Done check_place(const Entry& entry) {
    if (!exchange::is_member_id(entry.member)) return wrong("member");
    if (entry.place < 1 || (entry.place == 1) != entry.previous.empty()) return wrong("place");
    if (!entry.previous.empty() && !is_hash(entry.previous)) return wrong("previous");
    const bool begins = entry.head.position == 0;
    if (entry.head.position < 0 || begins != entry.head.hash.empty() || (!begins && !is_hash(entry.head.hash))) return wrong("head");
    return {};
}

Done check_kind(const Entry& entry) {
    if (replaces_another(entry.kind) != entry.replaces.has_value()) return wrong("replaces");
    if (replaces_another(entry.kind) ? !is_reason(entry.reason) : !entry.reason.empty()) return wrong("reason");
    if (shows_tables(entry.kind) != entry.release.has_value()) return wrong("release");
    if ((entry.kind == EntryKind::figure) != entry.figure.has_value()) return wrong("figure");
    for (const auto& [hash, part] : {std::pair(&entry.certificate, "certificate"), std::pair(&entry.catalogue, "catalogue")}) {
        if (!hash->empty() && (!shows_tables(entry.kind) || !is_hexadecimal(*hash))) return wrong(part);
    }
    const bool roles = std::ranges::all_of(entry.sign_offs, [](const auto& s) { return !s.role.empty() && s.role.size() <= longest_role; });
    if (!roles || entry.sign_offs.size() > most_sign_offs || (!entry.sign_offs.empty() && entry.kind != EntryKind::withdrawal)) return wrong("sign_offs");
    if (entry.figure) {
        if (const auto fault = fault_of(*entry.figure)) return invalid("ledger.form", *fault, {{"part", *fault}});
    }
    return {};
}

Result<Entry> entry_of(EntryText text) {
    if (text.format != known_format) return wrong("format");
    Entry entry{text.id, text.member, text.kind, text.place, text.previous, {text.head.position, text.head.hash}, text.replaces,
                text.reason.value_or(""), text.certificate.value_or(""), text.catalogue.value_or(""), {}, {}, {}, text.made_at};
    if (text.release) entry.release = TRY(read_release(json::write(*text.release)));
    if (text.figure) {
        entry.figure = figure_of(*text.figure);
        entry.figure->figure.id = entry.id.str();
    }
    for (const auto& line : text.sign_offs.value_or(std::vector<SignOffLine>{})) entry.sign_offs.push_back({line.role, line.signed_at});
    TRY(check_place(entry));
    TRY(check_kind(entry));
    return entry;
}

}  // namespace

bool is_reason(std::string_view text) {
    const auto shows = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; };
    return !trim(text).empty() && text.size() <= longest_reason && std::ranges::all_of(text, shows);
}

std::string write_entry(const Entry& entry) {
    EntryText text{known_format, entry.id, entry.member, entry.kind, entry.place, entry.previous, {entry.head.position, entry.head.hash},
                   entry.replaces, unless_empty(entry.reason), unless_empty(entry.certificate), unless_empty(entry.catalogue), {}, {}, {}, entry.made_at};
    if (entry.release) text.release = json::parse(write_release(*entry.release)).value();
    if (entry.figure) text.figure = text_of(*entry.figure);
    if (!entry.sign_offs.empty()) text.sign_offs.emplace();
    for (const auto& sign_off : entry.sign_offs) text.sign_offs->push_back({sign_off.role, sign_off.signed_at});
    return json::write(text);
}

std::string write_signed(const SignedEntry& entry) {
    std::string text = R"({"entry":)" + write_entry(entry.entry) + R"(,"signature":)";
    json::append(text, entry.signature);
    return text + "}";
}

std::string hash_of(const SignedEntry& entry) { return exchange::hash_of(write_signed(entry)); }

Result<SignedEntry> read_signed(std::string_view text) {
    if (text.size() > most_entry_bytes) return too_large("ledger.too_large");
    const SignedText outer = TRY(json::read<SignedText>(text));
    const SignedEntry entry{TRY(entry_of(TRY(json::from_value<EntryText>(outer.entry, "entry")))), outer.signature};
    if (write_signed(entry) != text) return invalid("ledger.not_canonical");
    return entry;
}

MemberKeys keys_of(const exchange::Membership& members) {
    MemberKeys keys;
    for (const auto& member : members.members()) keys.emplace(member.id, member.verify);
    return keys;
}

bool is_signed_by(const std::string& member, std::string_view typ, std::string_view text, std::string_view signature, const MemberKeys& keys) {
    const auto key = keys.find(member);
    if (key == keys.end()) return false;
    const std::string kid = key->second.kid();
    const auto find = [&](std::string_view asked) { return asked == kid ? std::optional(key->second) : std::nullopt; };
    return exchange::verify_detached(typ, text, signature, find).has_value();
}

Done check_signature(const SignedEntry& entry, const MemberKeys& keys) {
    if (is_signed_by(entry.entry.member, entry_signature, write_entry(entry.entry), entry.signature, keys)) return {};
    Error forged = forbidden("ledger.forged");
    forged.params = {{"member", entry.entry.member}, {"entry", entry.entry.id.str()}};
    return forged;
}

}  // namespace homeward::statistics
