#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// Courses, trainings, who takes part, certificates; and for everybody the catalogue and the check of a certificate.
void training_routes(http::Router& router, const Program& program);
/// Its parts: who takes part, and certificates.
void application_routes(http::Router& router);
void certificate_routes(http::Router& router, const Program& program);

}  // namespace homeward::council
