#pragma once
// What requests ask in the same way, whatever their subject.

#include <optional>
#include <string>
#include <string_view>

#include "access/work.h"
#include "http/router.h"

namespace homeward::council {

/// `?topic=family`; empty where it is absent.
std::string text_query(const http::Request& request, std::string_view name);
/// `?language=ru`, the language of the page that asks; without it the account's own, and English for whoever has none.
std::string language_of(const access::Work& work, const http::Request& request);
/// The same for what the server itself puts on paper: ru where it is asked for, else en.
std::string paper_language(const http::Request& request);

/// The version that a change is based on. What is there has been saved at least once, so it begins at 1.
/// errors    invalid `json.missing` where the body has none, `http.out_of_range` (params `min`, `max`) below 1
Result<int> version_in(std::optional<int> given);

/// A route that changes the thing its path names, and answers with how it stands then.
///
/// name   of the id in the pattern: session_id
/// act    (Work&, IdT, const Request&) → Done
/// show   (Work&, IdT, const Request&) → Result<Reply>
template <class IdT, class Act, class Show>
void change_route(http::Router& router, const char* method, const std::string& pattern, const char* name, Act act, Show show) {
    router.write(method, pattern, [name, act, show](access::Work& work, const http::Request& request) -> Result<http::Reply> {
        const auto id = TRY(http::id_of<IdT>(request, name));
        TRY(act(work, id, request));
        return show(work, id, request);
    });
}

}  // namespace homeward::council
