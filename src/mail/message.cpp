#include "mail/message.h"

#include <sodium.h>

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "mail/post.h"

namespace homeward::mail {
namespace {

constexpr std::size_t kLongestLine = 76;

bool fits_a_head(std::string_view text) {
    return is_utf8(text) && std::ranges::none_of(text, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; });
}

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; }) && text.find("=?") == std::string_view::npos;
}

std::string base64(std::string_view text) {
    std::string out(sodium_base64_ENCODED_LEN(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), sodium_base64_VARIANT_ORIGINAL);
    out.pop_back();  // its closing zero
    return out;
}

/// A name in front of an address: quoted when plain, since it may hold commas and dots.
std::string display_name(std::string_view name, std::size_t used) {
    if (!is_plain(name)) return head_text(name, used);
    std::string quoted = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

std::string domain_of(const std::string& address) { return address.substr(address.find('@') + 1); }

}  // namespace

std::string head_text(std::string_view text, std::size_t used) {
    if (is_plain(text) && used + text.size() <= kLongestLine) return std::string(text);
    // 75 characters are the longest an encoded word may be; 12 of them are its frame.
    constexpr std::string_view begin = "=?UTF-8?B?", end = "?=";
    std::string out, piece;
    std::size_t room = kLongestLine - std::min(used, kLongestLine - 40) - begin.size() - end.size();
    const auto close = [&] {
        out += (out.empty() ? "" : "\r\n ") + std::string(begin) + base64(piece) + std::string(end);
        piece.clear();
        room = kLongestLine - 2 - begin.size() - end.size();
    };
    while (!text.empty()) {
        std::string letter;
        append_utf8(letter, next_code_point(text));
        // A word ends between letters, never inside one.
        if ((piece.size() + letter.size() + 2) / 3 * 4 > room) close();
        piece += letter;
    }
    if (!piece.empty()) close();
    return out;
}

std::string quoted_printable(std::string_view text) {
    constexpr const char* kHex = "0123456789ABCDEF";
    std::string out, line;
    const auto put = [&](const std::string& unit) {
        // The line must leave room for the = that says it goes on.
        if (line.size() + unit.size() > kLongestLine - 1) {
            out += line + "=\r\n";
            line.clear();
        }
        line += unit;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == '\n') {
            out += line + "\r\n";
            line.clear();
            continue;
        }
        const bool at_end = i + 1 == text.size() || text[i + 1] == '\n';
        const bool space = (c == ' ' || c == '\t') && !at_end;
        if (space || (c > 0x20 && c < 0x7F && c != '=')) put(std::string(1, static_cast<char>(c)));
        else put({'=', kHex[c >> 4], kHex[c & 15]});
    }
    return out + line;
}

std::string mail_date(Instant at) {
    constexpr const char* kDays[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};  // 1 January 1970 was a Thursday
    constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Date day = Date::of(at);
    const auto weekday = static_cast<std::size_t>((day.days() % 7 + 7) % 7);
    return std::string(kDays[weekday]) + ", " + std::to_string(day.day) + " " + kMonths[day.month - 1] + " " + std::to_string(day.year) + " " +
           at.str().substr(11, 8) + " +0000";
}

Result<std::string> write_message(const Message& m) {
    if (!is_address(m.to) || !is_address(m.from)) return invalid("mail.address");
    for (const auto* part : {&m.id, &m.from_name, &m.language, &m.subject, &m.stop_url}) {
        if (!fits_a_head(*part)) return invalid("mail.head");
    }
    if (!is_plain(m.id) || !is_plain(m.language) || !is_plain(m.stop_url) || m.stop_url.find_first_of("<> ") != std::string::npos) return invalid("mail.head");
    std::string out;
    const auto head = [&out](const char* name, const std::string& value) { out += std::string(name) + ": " + value + "\r\n"; };
    head("Date", mail_date(m.at));
    head("From", display_name(m.from_name, 6) + (m.from_name.size() + m.from.size() > 60 ? "\r\n <" : " <") + m.from + ">");
    head("To", "<" + m.to + ">");
    head("Message-ID", "<" + m.id + "@" + domain_of(m.from) + ">");
    head("Subject", head_text(m.subject, 9));
    head("MIME-Version", "1.0");
    head("Content-Type", "text/plain; charset=utf-8");
    head("Content-Transfer-Encoding", "quoted-printable");
    head("Content-Language", m.language);
    head("Auto-Submitted", "auto-generated");
    // The address is one word, and may make its line longer than the rest; 998 characters are allowed.
    head("List-Unsubscribe", "\r\n <" + m.stop_url + ">");
    head("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    return out + "\r\n" + quoted_printable(m.text);
}

}  // namespace homeward::mail
