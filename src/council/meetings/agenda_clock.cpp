#include "council/meetings/agenda_clock.h"

#include <map>

namespace homeward::council {

std::optional<int> minutes_of_clock(std::string_view text) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return std::nullopt;
    const int hours = (text[0] - '0') * 10 + (text[1] - '0');
    const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
    if (hours > 23 || minutes > 59) return std::nullopt;
    return hours * 60 + minutes;
}

std::string clock_of_minutes(int minutes) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

std::vector<ItemTime> times_of(const Session& session) {
    std::vector<ItemTime> times;
    std::map<Date, std::optional<int>> next;  // when the item before has ended, by day
    next[session.starts_on] = minutes_of_clock(session.opens_at);
    std::map<Date, int> latest;  // end of whatever is on that day so far
    for (const auto& item : session.agenda) {
        const Date day = item.held_on.value_or(session.starts_on);
        ItemTime time{day, minutes_of_clock(item.starts_at), std::nullopt, false};
        if (!time.begins) time.begins = next[day];
        if (time.begins && item.minutes > 0) time.ends = *time.begins + item.minutes;
        const auto until = latest.find(day);
        time.overlaps = time.begins && until != latest.end() && *time.begins < until->second;
        if (time.begins) latest[day] = std::max(latest[day], time.ends.value_or(*time.begins));
        next[day] = time.ends;  // after an item of no known length nothing is known
        times.push_back(time);
    }
    return times;
}

Instant instant_of(const Session& session, Date day, int minutes) {
    return Instant{(day.days() * 1440 + minutes - session.utc_offset_minutes) * 60'000};
}

}  // namespace homeward::council
