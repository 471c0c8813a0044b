#include "base/icalendar.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"

namespace homeward {
namespace {

CalendarEvent an_event() {
    CalendarEvent event;
    event.uid = "0190aaaa-0000-7000-8000-000000000000@homeward";
    event.stamped_at = *Instant::parse("2024-05-01T08:00:00Z");
    event.first_day = *Date::parse("2024-05-14");
    event.last_day = *Date::parse("2024-05-15");
    event.summary = "First meeting";
    return event;
}

std::string text_of_event(const CalendarEvent& event) { return write_calendar("Council", {event}); }

std::string unfolded(std::string text) {
    for (std::size_t at; (at = text.find("\r\n ")) != std::string::npos;) text.erase(at, 3);
    return text;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (const auto part : split(text, '\n')) {
        if (!part.empty()) lines.emplace_back(part);
    }
    return lines;
}

TEST(Calendar, WholeDaysEndOnTheDayAfter) {
    const std::string text = text_of_event(an_event());
    EXPECT_NE(text.find("DTSTART;VALUE=DATE:20240514\r\n"), std::string::npos);
    EXPECT_NE(text.find("DTEND;VALUE=DATE:20240516\r\n"), std::string::npos);
    EXPECT_NE(text.find("DTSTAMP:20240501T080000Z\r\n"), std::string::npos);
    EXPECT_NE(text.find("STATUS:CONFIRMED\r\n"), std::string::npos);
    EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    EXPECT_TRUE(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
}

TEST(Calendar, TimesStandInUtc) {
    CalendarEvent event = an_event();
    event.begins = *Instant::parse("2024-05-14T04:30:00Z");
    event.ends = *Instant::parse("2024-05-14T12:00:00Z");
    const std::string text = text_of_event(event);
    EXPECT_NE(text.find("DTSTART:20240514T043000Z\r\nDTEND:20240514T120000Z\r\n"), std::string::npos);
    event.ends = event.begins;  // an end that is not after the beginning would be refused by readers
    EXPECT_EQ(text_of_event(event).find("DTEND"), std::string::npos);
}

TEST(Calendar, NoValueCanBeginALineOfItsOwn) {
    for (const std::string line_break : {"\n", "\r\n", "\r"}) {
        CalendarEvent event = an_event();
        const std::string attack = "Meeting" + line_break + "END:VEVENT" + line_break + "BEGIN:VALARM";
        event.summary = event.location = event.description = event.uid = attack;
        event.url = "https://council.example/" + attack;
        event.categories = {attack};
        const auto lines = lines_of(write_calendar(attack, {event}));
        EXPECT_EQ(std::ranges::count(lines, "END:VEVENT\r"), 1);
        EXPECT_EQ(std::ranges::count_if(lines, [](const auto& line) { return line.starts_with("BEGIN:VALARM"); }), 0);
        // A carriage return stands at the end of lines alone.
        for (const auto& line : lines) EXPECT_EQ(line.find('\r'), line.size() - 1) << line;
    }
}

TEST(Calendar, CharactersWithAMeaningAreEscapedAndControlsLeftOut) {
    CalendarEvent event = an_event();
    event.summary = "a,b;c\\d\te\x01\x7f";
    EXPECT_NE(text_of_event(event).find("SUMMARY:a\\,b\\;c\\\\d e\r\n"), std::string::npos);
}

TEST(Calendar, LongLinesAreFoldedByOctetsAndNeverWithinACharacter) {
    CalendarEvent event = an_event();
    for (int i = 0; i < 40; ++i) event.summary += " реабилитация и реинтеграция";
    for (int shift = 0; shift < 8; ++shift) {
        event.summary.insert(0, "x");
        const std::string text = text_of_event(event);
        for (const auto& line : lines_of(text)) {
            EXPECT_LE(line.size() - 1, 75u);
            EXPECT_TRUE(is_utf8(line)) << line;
        }
        EXPECT_NE(unfolded(text).find("SUMMARY:" + event.summary + "\r\n"), std::string::npos);
    }
}

TEST(Calendar, ACancelledEventKeepsItsNameAndCountsItsChanges) {
    CalendarEvent event = an_event();
    event.sequence = 4;
    event.cancelled = true;
    const std::string text = text_of_event(event);
    EXPECT_NE(text.find("UID:0190aaaa-0000-7000-8000-000000000000@homeward\r\n"), std::string::npos);
    EXPECT_NE(text.find("SEQUENCE:4\r\n"), std::string::npos);
    EXPECT_NE(text.find("STATUS:CANCELLED\r\n"), std::string::npos);
}

}  // namespace
}  // namespace homeward
