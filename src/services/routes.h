#pragma once

#include "http/router.h"
#include "people/register.h"
#include "services/survey.h"

namespace homeward::services {

/// Catalogue, providers, orders and surveys. All arguments outlive the router.
void routes(http::Router& router, people::Register& people, const SurveyDefinition& survey);

std::vector<store::Migration> schema();

}  // namespace homeward::services
