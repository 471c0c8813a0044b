#include "council/trainings/certificate.h"

#include <sodium.h>

#include "council/members/fold.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

/// Letters and digits that are not taken for each other on paper.
constexpr std::string_view kAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
static_assert(kAlphabet.size() == 32);
constexpr std::size_t kCodeLength = 16;  // 80 bits

std::string new_code() {
    std::string code;
    while (code.size() < kCodeLength) code += kAlphabet[randombytes_uniform(static_cast<std::uint32_t>(kAlphabet.size()))];
    return code;
}

constexpr const char* kSelect =
    "SELECT k.id, k.code, a.id, p.name, c.title_en, c.title_ru, t.host, t.place, t.starts_on, t.ends_on, c.hours, k.issued_at, k.revoked_at"
    " FROM training_certificates k JOIN training_applications a ON a.id = k.application_id JOIN trainees p ON p.id = a.trainee_id"
    " JOIN trainings t ON t.id = a.training_id JOIN courses c ON c.id = t.course_id";

Certificate certificate_of(const store::Row& row) {
    return {row.get<CertificateId>(0), row.get<std::string>(1), row.get<ApplicationId>(2), row.get<std::string>(3), row.get<std::string>(4),
            row.get<std::string>(5), row.get<std::string>(6), row.get<std::string>(7), row.get<Date>(8), row.get<Date>(9), row.get<int>(10),
            row.get<Instant>(11), row.get<std::optional<Instant>>(12)};
}

}  // namespace

Result<int> issue_certificates(Work& work, TrainingId id) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Training training = TRY(get_training(work, id));
    if (training.cancelled_because) return conflict("training.cancelled");
    if (work.today() < training.ends_on) return conflict("training.not_over");
    int issued = 0;
    for (const auto& application : list_applications(work, id)) {
        if (application.state != "accepted" || application.certificate_id || !took_part(training, application.days.size())) continue;
        const auto certificate = CertificateId::make(work.now);
        work.db.run("INSERT INTO training_certificates (id, code, application_id, issued_by, issued_at) VALUES ($1, $2, $3, $4, $5)",
                    certificate, new_code(), application.id, work.actor.log_name(), work.now);
        work.record({"certificate.issued", "certificate", certificate.str(), {}, {{"training", id.str()}}});
        ++issued;
    }
    return issued;
}

Done revoke_certificate(Work& work, CertificateId id, const std::string& reason) {
    TRY(access::require(work.actor, Permission::edit_council));
    if (TRY(get_certificate(work, id)).revoked_at) return conflict("certificate.revoked");
    TRY(check_text(reason, 1000, "reason"));
    work.db.run("UPDATE training_certificates SET revoked_at = $2, revoked_because = $3 WHERE id = $1", id, work.now, reason);
    work.record({"certificate.revoked", "certificate", id.str()});
    return {};
}

Result<Certificate> get_certificate(Work& work, CertificateId id) {
    auto query = work.db.query(std::string(kSelect) + " WHERE k.id = $1", id);
    if (!query.next()) return not_found("certificate.not_found");
    const Certificate certificate = certificate_of(query.row());
    if (!get_application(work, certificate.application_id)) return not_found("certificate.not_found");
    return certificate;
}

Result<Certificate> check_certificate(store::Connection& db, std::string_view given) {
    std::string code;
    for (const char c : given) {
        if (c == ' ' || c == '-') continue;
        code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    auto query = db.query(std::string(kSelect) + " WHERE k.code = $1", code);
    if (!query.next()) return not_found("certificate.unknown");
    return certificate_of(query.row());
}

bool is_name_of(const Certificate& certificate, std::string_view name) { return folded(name) == folded(certificate.name); }

}  // namespace homeward::council
