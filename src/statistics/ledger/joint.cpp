#include "statistics/ledger/joint.h"

#include "base/json.h"
#include "exchange/envelope.h"

namespace homeward::statistics {

struct StepText {
    std::int64_t position = 1;
    std::string previous, entry;
    Instant added_at;
};
BOOST_DESCRIBE_STRUCT(StepText, (), (position, previous, entry, added_at))

std::string write_step(const JointEntry& joint) {
    return json::write(StepText{joint.position, joint.previous, hash_of(joint.signed_entry), joint.added_at});
}

std::string write_joint(const JointEntry& joint) {
    std::string text = R"({"step":)" + write_step(joint) + R"(,"signature":)";
    json::append(text, joint.signature);
    return text + R"(,"signed":)" + write_signed(joint.signed_entry) + "}";
}

LedgerHead head_of(const JointEntry& joint) { return {joint.position, exchange::hash_of(write_step(joint))}; }

namespace {

/// The three parts of a line; `signed` is no name for a member of a struct.
struct Parts {
    StepText step;
    std::string signature, entry;
};

Result<Parts> parts_of(std::string_view text) {
    const boost::json::value line = TRY(json::parse(text));
    if (!line.is_object()) return json::wrong_type("", "object");
    const auto& object = line.get_object();
    for (const char* name : {"step", "signature", "signed"}) {
        if (!object.contains(name)) return json::missing(name);
    }
    if (object.size() != 3) return json::unknown("");
    return Parts{TRY(json::from_value<StepText>(object.at("step"), "step")), TRY(json::from_value<std::string>(object.at("signature"), "signature")),
                 json::write(object.at("signed"))};
}

Error at(const char* key, const JointEntry& joint) { return invalid(key, {}, {{"position", std::to_string(joint.position)}}); }

}  // namespace

Result<JointEntry> read_joint(std::string_view text) {
    const Parts parts = TRY(parts_of(text));
    const JointEntry joint{parts.step.position, parts.step.previous, parts.step.added_at, parts.signature, TRY(read_signed(parts.entry))};
    if (parts.step.entry != hash_of(joint.signed_entry)) return at("ledger.entry_hash", joint);
    if (write_joint(joint) != text) return invalid("ledger.not_canonical");
    return joint;
}

Done check_signatures(const JointEntry& joint, const MemberKeys& keys) {
    if (!is_signed_by(the_council, step_signature, write_step(joint), joint.signature, keys)) {
        Error forged = at("ledger.council_signature", joint);
        forged.code = ErrorCode::forbidden;
        return forged;
    }
    return check_signature(joint.signed_entry, keys);
}

Done Chain::check(const JointEntry& joint, const MemberKeys& keys) const {
    const LedgerHead before = head();
    if (joint.position != before.position + 1) {
        Error error = at("ledger.position", joint);
        error.params["expected"] = std::to_string(before.position + 1);
        return error;
    }
    if (joint.previous != before.hash) return at("ledger.broken_link", joint);
    TRY(check_signatures(joint, keys));
    return check(joint.signed_entry.entry);
}

void Chain::add(const JointEntry& joint) {
    const Entry& entry = joint.signed_entry.entry;
    add(head_of(joint).hash, entry.id, known_of(entry), {entry.place, hash_of(joint.signed_entry)}, entry.replaces);
}

}  // namespace homeward::statistics
