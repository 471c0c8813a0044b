#pragma once

#include <stdexcept>
#include <string>

#include "base/result.h"

namespace homeward::apps {

/// The value of what a rule allowed, in data that a program makes by itself: a demo, or what a benchmark measures.
/// Throws std::runtime_error when those data break the rule.
template <class T>
T done(Result<T> result) {
    if (!result) {
        const Error& error = result.error();
        std::string where = error.field;
        for (const auto& [name, value] : error.params) where += " " + name + " " + value;
        throw std::runtime_error("data made here break a rule: " + error.key + " " + where);
    }
    return std::move(result).value();
}

}  // namespace homeward::apps
