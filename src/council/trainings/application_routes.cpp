// Who takes part in a training, and certificates.
#include "council/requests.h"
#include "council/trainings/training_json.h"
#include "council/trainings/training_routes.h"
#include "http/json_reply.h"

namespace homeward::council {

struct IssuedBody {
    int issued = 0;
};
BOOST_DESCRIBE_STRUCT(IssuedBody, (), (issued))
/// What whoever holds the paper may know: all but the name, which they have before them and may ask about.
struct CheckedBody {
    std::string code;
    bool valid = false;
    std::string title_en, title_ru, host_name, place;
    Date starts_on, ends_on;
    int hours = 0;
    Date issued_on;
    std::optional<Date> revoked_on;
    std::optional<bool> name_matches;
};
BOOST_DESCRIBE_STRUCT(CheckedBody, (), (code, valid, title_en, title_ru, host_name, place, starts_on, ends_on, hours, issued_on, revoked_on, name_matches))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct TraineeInput {
    std::string member, name, employer;
    std::optional<std::string> role;
};
BOOST_DESCRIBE_STRUCT(TraineeInput, (), (member, name, employer, role))
struct ApplyInput {
    TraineeId trainee_id;
};
BOOST_DESCRIBE_STRUCT(ApplyInput, (), (trainee_id))
struct DecideInput {
    bool accept;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(DecideInput, (), (accept, reason))
struct AttendanceInput {
    std::vector<Date> days;
};
BOOST_DESCRIBE_STRUCT(AttendanceInput, (), (days))
struct FollowUpInput {
    std::string answer;
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(FollowUpInput, (), (answer, comment))
struct RevokeInput {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RevokeInput, (), (reason))

Result<Reply> checked(Work& work, const Request& request) {
    const auto certificate = TRY(check_certificate(work.db, request.path_parameter("code")));
    CheckedBody body{certificate.code, !certificate.revoked_at, certificate.title_en, certificate.title_ru,
                     name_of(work.db, certificate.host, certificate.starts_on, paper_language(request)), certificate.place,
                     certificate.starts_on, certificate.ends_on, certificate.hours, Date::of(certificate.issued_at), std::nullopt, std::nullopt};
    if (certificate.revoked_at) body.revoked_on = Date::of(*certificate.revoked_at);
    if (const auto name = request.query("name"); name && !name->empty()) body.name_matches = is_name_of(certificate, *name);
    return http::ok(body);
}

/// A change of one application; the reply is empty, the page asks for the training again.
template <class Input>
void change(http::Router& router, const char* method, const char* end, Done (*act)(Work&, ApplicationId, const Input&)) {
    router.write(method, std::string("/api/training-applications/{application_id}/") + end, [act](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<ApplicationId>(request, "application_id"));
        TRY(act(work, id, TRY(http::body_as<Input>(request))));
        return http::no_content();
    });
}

}  // namespace

void application_routes(http::Router& router) {
    router.write("POST", "/api/trainees", [](Work& work, const Request& request) -> Result<Reply> {
        const auto in = TRY(http::body_as<TraineeInput>(request));
        Trainee trainee{{}, in.member, in.name, in.employer, in.role.value_or("")};
        trainee.id = TRY(add_trainee(work, trainee));
        return http::created("/api/trainees/" + trainee.id.str(), trainee);
    });
    router.write("POST", "/api/trainings/{training_id}/applications", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<TrainingId>(request, "training_id"));
        TRY(apply(work, id, TRY(http::body_as<ApplyInput>(request)).trainee_id));
        return http::no_content();
    });
    change<DecideInput>(router, "POST", "decision", [](Work& work, ApplicationId id, const DecideInput& in) {
        return decide_application(work, id, in.accept, in.reason.value_or(""));
    });
    change<AttendanceInput>(router, "PUT", "attendance", [](Work& work, ApplicationId id, const AttendanceInput& in) { return record_attendance(work, id, in.days); });
    change<FollowUpInput>(router, "PUT", "follow-up", [](Work& work, ApplicationId id, const FollowUpInput& in) {
        return record_follow_up(work, id, in.answer, in.comment.value_or(""));
    });
    router.write("POST", "/api/training-applications/{application_id}/withdrawal", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(withdraw_application(work, TRY(http::id_of<ApplicationId>(request, "application_id"))));
        return http::no_content();
    });
}

void certificate_routes(http::Router& router, const Program& program) {
    router.write("POST", "/api/trainings/{training_id}/certificates", [](Work& work, const Request& request) -> Result<Reply> {
        return http::ok(IssuedBody{TRY(issue_certificates(work, TRY(http::id_of<TrainingId>(request, "training_id"))))});
    });
    router.read("GET", "/api/certificates/{certificate_id}/pdf", [url = program.public_url](Work& work, const Request& request) -> Result<Reply> {
        const auto certificate = TRY(get_certificate(work, TRY(http::id_of<CertificateId>(request, "certificate_id"))));
        const std::string language = paper_language(request);
        const auto document = document_of(certificate, url, name_of(work.db, certificate.host, certificate.starts_on, language), language);
        return http::download("application/pdf", "certificate-" + certificate.code + ".pdf", printing::to_pdf(document, certificate.issued_at));
    });
    router.write("POST", "/api/certificates/{certificate_id}/revocation", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(revoke_certificate(work, TRY(http::id_of<CertificateId>(request, "certificate_id")), TRY(http::body_as<RevokeInput>(request)).reason));
        return http::no_content();
    });
    router.open_read("GET", "/api/public/certificates/{code}", checked);
}

}  // namespace homeward::council
