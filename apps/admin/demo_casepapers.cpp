#include "admin/demo_node.h"
#include "casework/attachments/attachment.h"
#include "casework/letters/letter.h"
#include "instance/done.h"
#include "people/person.h"

namespace homeward::apps {
namespace {

using access::Actor;
using access::Work;
using casework::AttachmentKind;
using casework::CaseId;

constexpr std::size_t kCases = 24;

/// A paper that says of itself that it is an example.
files::Inspected example_paper(const std::string& title, Instant now) {
    printing::Document paper{.title = title};
    paper.blocks = {printing::Heading{1, title}, printing::Paragraph{"An example, made for the demo region. It names nobody."}};
    return done(files::inspect(printing::to_pdf(paper, now), "example.pdf"));
}

/// Files and letters of some case files, brought and made days ago by the social worker.
class PaperStory {
public:
    PaperStory(store::Connection& db, Node& node, const DemoOptions& options)
        : db_(db), node_(node), today_(Date::of(options.now)), certificate_(example_paper("Birth certificate", options.now)), school_(example_paper("School report", options.now)) {}

    void tell(const Actor& worker, CaseId file, std::size_t number) {
        worker_ = &worker;
        attach(file, AttachmentKind::birth_certificate, certificate_, 60);
        if (number % 3 == 0) attach(file, AttachmentKind::school, school_, 20);
        letter(file, "own_summary", {}, {}, number % 2 == 0 ? "ru" : "en", 10);
        if (number % 4 == 0) letter(file, "invitation", {{"meeting_on", today_.plus_days(5).str()}, {"meeting_time", "10:00"}, {"meeting_place", "Family centre"}}, {}, "ru", 2);
        if (number % 2 == 0) letter(file, "school_support", {{"receiver", "District school"}}, {"language", "contact"}, "ru", 3);
    }

private:
    Work work_of(int days_ago) {
        return Work(db_, *worker_, Instant{today_.plus_days(-days_ago).days() * 86'400'000 + 39'600'000 + 1'000 * step_++}, &*node_.instance.vault);
    }
    void attach(CaseId file, AttachmentKind kind, const files::Inspected& paper, int days_ago) {
        Work work = work_of(days_ago);
        casework::NewAttachment attachment;
        attachment.request_id = to_string(make_uuid(work.now));
        attachment.kind = kind;
        done(casework::add_attachment(work, file, attachment, paper));
    }
    /// One to others is made where the person agreed to letters, and left undone everywhere else.
    void letter(CaseId file, const std::string& code, std::map<std::string, std::string> answers, std::vector<std::string> choices, const char* language, int days_ago) {
        Work work = work_of(days_ago);
        const casework::NewLetter letter{to_string(make_uuid(work.now)), code, language, std::move(answers), std::move(choices)};
        const auto document = done(casework::compose_letter(work, file, letter));
        if (casework::why_not_shared(work, file, letter)) return;
        done(casework::record_letter(work, file, letter, printing::to_pdf(document, work.now)));
    }

    store::Connection& db_;
    Node& node_;
    Date today_;
    files::Inspected certificate_, school_;
    const Actor* worker_ = nullptr;
    std::int64_t step_ = 0;
};

}  // namespace

void make_casepapers(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families) {
    done(node.instance.works.write<void>(Actor::program("system"), [&](Work& work) -> Done {
        PaperStory story(work.db, node, options);
        std::size_t number = 0;
        for (const auto& family : families) {
            if (family.region != staff.regions.front()) continue;
            for (const auto& id : family.members) {
                const auto file = casework::find_case_of(work.db, id);
                if (!file || done(casework::get_case(work.db, *file)).step == people::CaseStep::closed) continue;
                if (number == kCases) return {};
                story.tell(family.worker, *file, number++);
            }
        }
        return {};
    }));
}

}  // namespace homeward::apps
