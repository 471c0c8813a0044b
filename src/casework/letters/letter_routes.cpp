#include "casework/letters/letter_routes.h"

#include "casework/attachments/sealed_content.h"
#include "casework/bodies.h"
#include "casework/letters/letter.h"
#include "http/json_reply.h"
#include "people/relation.h"

namespace homeward::casework {

struct LetterInput {
    std::string request_id, template_code, language;
    std::map<std::string, std::string> answers;
    std::vector<std::string> choices;
};
BOOST_DESCRIBE_STRUCT(LetterInput, (), (request_id, template_code, language, answers, choices))
struct TemplateWords {
    std::string title, hint;
    std::map<std::string, std::string> choices;
};
BOOST_DESCRIBE_STRUCT(TemplateWords, (), (title, hint, choices))
struct TemplateBody {
    std::string code;
    int version;
    std::string goes_to;
    std::vector<std::string> shows, asks, unchecked;
    std::map<std::string, TemplateWords> texts;
};
BOOST_DESCRIBE_STRUCT(TemplateBody, (), (code, version, goes_to, shows, asks, unchecked, texts))
struct LetterBody {
    LetterId id;
    std::string template_code;
    int template_version;
    std::string language, goes_to;
    std::optional<std::string> receiver;
    bool shared;
    std::int64_t size;
    StaffBody made_by;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(LetterBody, (), (id, template_code, template_version, language, goes_to, receiver, shared, size, made_by, made_at))
struct LettersAllow {
    bool make = false;
};
BOOST_DESCRIBE_STRUCT(LettersAllow, (), (make))
struct LettersBody {
    std::vector<LetterBody> items;
    std::optional<LetterId> next;
    std::vector<TemplateBody> templates;
    LettersAllow allows;
};
BOOST_DESCRIBE_STRUCT(LettersBody, (), (items, next, templates, allows))
/// One of its members is there.
struct PreviewBlock {
    std::optional<std::string> heading, paragraph, small;
    std::optional<std::vector<std::string>> bullets, columns;
    std::optional<std::vector<std::vector<std::string>>> facts, rows;
};
BOOST_DESCRIBE_STRUCT(PreviewBlock, (), (heading, paragraph, small, bullets, columns, facts, rows))
struct PreviewBody {
    std::string title, language;
    std::vector<PreviewBlock> blocks;
    std::optional<std::string> not_shared;  // the key of why
};
BOOST_DESCRIBE_STRUCT(PreviewBody, (), (title, language, blocks, not_shared))

namespace {

using access::Actor;
using access::Permission;
using access::Work;
using access::Works;
using http::Reply;
using http::Request;

Result<NewLetter> new_letter_of(const Request& request) {
    auto input = TRY(http::body_as<LetterInput>(request));
    return NewLetter{std::move(input.request_id), std::move(input.template_code), std::move(input.language), std::move(input.answers), std::move(input.choices)};
}

LetterBody body_of(Work& work, const Letter& letter) {
    return {letter.id, letter.code, letter.template_version, letter.language, letter.goes_to,
            letter.receiver.empty() ? std::nullopt : std::optional(letter.receiver), letter.disclosure.has_value(), letter.size,
            staff_body(work.db, letter.made_by), letter.made_at};
}

TemplateBody body_of(const LetterTemplate& kind) {
    TemplateBody body{kind.code, kind.version, kind.goes_to, kind.shows, kind.asks, kind.unchecked.value_or(std::vector<std::string>{}), {}};
    for (const auto& [language, text] : kind.texts) body.texts[language] = {text.title, text.hint, text.choices};
    return body;
}

std::optional<PreviewBlock> body_of(const printing::Block& block) {
    PreviewBlock body;
    if (const auto* heading = std::get_if<printing::Heading>(&block)) {
        if (heading->level == 1) return std::nullopt;
        body.heading = heading->text;
    } else if (const auto* paragraph = std::get_if<printing::Paragraph>(&block)) {
        (paragraph->style == printing::Paragraph::Style::small ? body.small : body.paragraph) = paragraph->text;
    } else if (const auto* bullets = std::get_if<printing::Bullets>(&block)) {
        body.bullets = bullets->items;
    } else if (const auto* facts = std::get_if<printing::Facts>(&block)) {
        body.facts.emplace();
        for (const auto& [term, value] : facts->items) body.facts->push_back({term, value});
    } else if (const auto* table = std::get_if<printing::Table>(&block)) {
        body.columns.emplace();
        for (const auto& column : table->columns) body.columns->push_back(column.label);
        body.rows = table->rows;
    }
    return body;
}

Result<Reply> list(Work& work, const Request& request) {
    const CaseFile file = TRY(require_case(work, TRY(http::id_of<CaseId>(request, "case_id")), Permission::read_case));
    const people::PersonRelation relation = TRY(people::relation_of(work.db, file.person_id));
    const int limit = TRY(http::int_query(request, "limit", 20, 1, 100));
    LettersBody body;
    body.allows.make = may(work.actor, Permission::print_letter, relation);
    // Whoever makes no letters learns of none: a receiver's name tells of a life.
    if (!body.allows.make) return http::ok(body);
    const LetterPage page = TRY(letters_of(work, file, TRY(http::id_query<LetterId>(request, "cursor")), limit));
    for (const auto& each : page.items) body.items.push_back(body_of(work, each));
    body.next = page.next;
    for (const auto& each : letter_templates()) body.templates.push_back(body_of(each));
    work.record({"letters.read", "case_file", file.id.str(), file.person_id.str()});
    return http::ok(body);
}

Result<Reply> preview(Work& work, const Request& request) {
    const auto id = TRY(http::id_of<CaseId>(request, "case_id"));
    const auto letter = TRY(new_letter_of(request));
    const auto document = TRY(compose_letter(work, id, letter));
    PreviewBody body{document.title, document.language, {}, {}};
    for (const auto& block : document.blocks) {
        if (auto shown = body_of(block)) body.blocks.push_back(std::move(*shown));
    }
    if (const auto refused = why_not_shared(work, id, letter)) body.not_shared = refused->key;
    work.record({"letter.previewed", "case_file", id.str(), TRY(get_case(work.db, id)).person_id.str(), {{"template", letter.code}}});
    return http::ok(body);
}

/// Setting a long case file takes a while, so it stands between reading and recording.
Result<Reply> make(Works& works, const Actor& actor, const Request& request) {
    const auto id = TRY(http::id_of<CaseId>(request, "case_id"));
    const auto letter = TRY(new_letter_of(request));
    const auto document = TRY(works.read<printing::Document>(actor, [&](Work& work) { return compose_letter(work, id, letter); }));
    const auto pdf = printing::to_pdf(document, works.now());
    const auto body = TRY(works.write<LetterBody>(actor, [&](Work& work) -> Result<LetterBody> {
        const auto made = TRY(record_letter(work, id, letter, pdf));
        return body_of(work, TRY(open_letter(work, made)).letter);
    }));
    return http::created("/api/letters/" + body.id.str() + "/content", body);
}

Result<Reply> content(Works& works, const Actor& actor, const Request& request) {
    const auto id = TRY(http::id_of<LetterId>(request, "letter_id"));
    auto opened = TRY(works.write<OpenedLetter>(actor, [&](Work& work) { return open_letter(work, id); }));
    return http::download("application/pdf", opened.name, content_reader(works.store(), std::move(opened.key), id.str(), opened.letter.size));
}

}  // namespace

void letter_routes(http::Router& router, Works& works) {
    router.write("GET", "/api/cases/{case_id}/letters", list);
    router.write("POST", "/api/cases/{case_id}/letters/preview", preview);
    router.task("POST", "/api/cases/{case_id}/letters", [&works](const Actor& actor, const Request& request) { return make(works, actor, request); });
    router.task("GET", "/api/letters/{letter_id}/content", [&works](const Actor& actor, const Request& request) { return content(works, actor, request); });
}

}  // namespace homeward::casework
