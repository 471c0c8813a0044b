#pragma once

#include "http/router.h"

namespace homeward::forms {

/// Making and reading forms; what is answered belongs to the areas that ask.
void routes(http::Router& router);

}  // namespace homeward::forms
