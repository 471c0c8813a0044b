#include "base/icalendar.h"

#include "base/text.h"

namespace homeward {
namespace {

constexpr std::size_t kLineOctets = 75;

/// TEXT of RFC 5545 §3.3.11. Line breaks of any kind become `\n`, so that no value can begin a line of its own.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r') {
            if (i + 1 < text.size() && text[i + 1] == '\n') continue;
            out += "\\n";
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
            out += c;
        } else if (c == '\t') {
            out += ' ';
        }
    }
    return out;
}

/// URI: what could end the line or is no character of an address is left out.
std::string uri(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) > 0x20 && c != 0x7f) out += c;
    }
    return out;
}

/// Adds a content line, folded where it grows longer than a line may be.
void add_line(std::string& out, std::string_view line) {
    std::size_t room = kLineOctets;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xc0) == 0x80) --cut;
        out += line.substr(0, cut);
        out += "\r\n ";
        line.remove_prefix(cut);
        room = kLineOctets - 1;  // the space in front counts
    }
    out += line;
    out += "\r\n";
}

std::string day(const Date& date) {
    const std::string text = date.str();
    return text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2);
}

std::string moment(const Instant& instant) {
    const std::string text = instant.str();  // 2024-05-14T09:30:00.000Z
    return day(Date::of(instant)) + "T" + text.substr(11, 2) + text.substr(14, 2) + text.substr(17, 2) + "Z";
}

void add_times(std::string& out, const CalendarEvent& event) {
    if (event.begins) {
        add_line(out, "DTSTART:" + moment(*event.begins));
        if (event.ends && *event.ends > *event.begins) add_line(out, "DTEND:" + moment(*event.ends));
        return;
    }
    add_line(out, "DTSTART;VALUE=DATE:" + day(event.first_day));
    // The end of an event of whole days is the day after it.
    add_line(out, "DTEND;VALUE=DATE:" + day(event.last_day.plus_days(1)));
}

void add_event(std::string& out, const CalendarEvent& event) {
    add_line(out, "BEGIN:VEVENT");
    add_line(out, "UID:" + escaped(event.uid));
    add_line(out, "DTSTAMP:" + moment(event.stamped_at));
    add_line(out, "SEQUENCE:" + std::to_string(event.sequence));
    add_times(out, event);
    add_line(out, "SUMMARY:" + escaped(event.summary));
    if (!event.location.empty()) add_line(out, "LOCATION:" + escaped(event.location));
    if (!event.description.empty()) add_line(out, "DESCRIPTION:" + escaped(event.description));
    if (!event.url.empty()) add_line(out, "URL:" + uri(event.url));
    if (!event.categories.empty()) {
        std::string all;
        for (const auto& each : event.categories) all += (all.empty() ? "" : ",") + escaped(each);
        add_line(out, "CATEGORIES:" + all);
    }
    add_line(out, std::string("STATUS:") + (event.cancelled ? "CANCELLED" : event.tentative ? "TENTATIVE" : "CONFIRMED"));
    add_line(out, "END:VEVENT");
}

}  // namespace

std::string write_calendar(std::string_view name, const std::vector<CalendarEvent>& events) {
    std::string out;
    add_line(out, "BEGIN:VCALENDAR");
    add_line(out, "VERSION:2.0");
    add_line(out, "PRODID:-//Homeward//Homeward//EN");
    add_line(out, "CALSCALE:GREGORIAN");
    add_line(out, "METHOD:PUBLISH");
    add_line(out, "NAME:" + escaped(name));
    add_line(out, "X-WR-CALNAME:" + escaped(name));
    for (const auto& event : events) add_event(out, event);
    add_line(out, "END:VCALENDAR");
    return out;
}

}  // namespace homeward
