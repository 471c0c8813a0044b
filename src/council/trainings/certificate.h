#pragma once

#include "council/trainings/application.h"
#include "printing/document.h"

namespace homeward::council {

struct CertificateTag;
using CertificateId = Id<CertificateTag>;

/// What a certificate says today.
///
/// code     16 letters and digits that nobody guesses; on paper in groups of four
struct Certificate {
    CertificateId id;
    std::string code;
    ApplicationId application_id;
    std::string name;
    std::string title_en, title_ru;
    std::string host;
    std::string place;
    Date starts_on, ends_on;
    int hours = 0;
    Instant issued_at;
    std::optional<Instant> revoked_at;
};

/// Issues a certificate for everybody who took part and has none, once the training is over.
/// returns   how many
/// errors    forbidden without edit_council; not_found; conflict `training.cancelled`, `training.not_over`
Result<int> issue_certificates(access::Work& work, TrainingId training);
/// errors    forbidden without edit_council; not_found `certificate.not_found`; conflict `certificate.revoked`;
///           invalid `council.text_missing`
Done revoke_certificate(access::Work& work, CertificateId id, const std::string& reason);

/// For the secretariat and the State or body that sent the holder.
/// errors    not_found `certificate.not_found`
Result<Certificate> get_certificate(access::Work& work, CertificateId id);

/// By its code, for everybody who holds the paper. Spaces and hyphens in the code do not count.
/// errors    not_found `certificate.unknown`
Result<Certificate> check_certificate(store::Connection& db, std::string_view code);
/// Whether a name is the one on the certificate, whatever its case, accents or script's apostrophes. The name itself is
/// never shown to who only has the code.
bool is_name_of(const Certificate& certificate, std::string_view name);

/// As it is printed. public_url: where the code is verified; host_name: of the body that held the training.
printing::Document document_of(const Certificate& certificate, const std::string& public_url, const std::string& host_name,
                               const std::string& language);

}  // namespace homeward::council
