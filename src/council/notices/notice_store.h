#pragma once

#include "council/notices/notice.h"

namespace homeward::council {

/// As it is, whoever asks. errors  not_found `notice.not_found`
Result<Notice> get_notice(store::Connection& db, NoticeId id);
/// Everything but who may read it.
void insert_notice(access::Work& work, const Notice& notice);

/// Who may read it: those the marking names, with the sender's side beside the addressees'.
Audience readers_of(const Notice& notice);
/// What a reader sees of it.
Notice as_seen(Notice notice, const access::Actor& actor);
/// The notice in a letter.
struct News news_of(const char* kind, const Notice& notice);
/// The words of those who act for a State or body.
std::string focal_word(const std::string& code);

/// Rows of a SELECT that begins with the notices' columns, which are these.
extern const char* const kNoticeColumns;
Notice notice_of(store::Connection& db, const store::Row& row);

}  // namespace homeward::council
