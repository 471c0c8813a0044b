#include "access/program_for_tests.h"
#include "casework/attachments/attachment.h"
#include "casework/attachments/sealed_content.h"
#include "casework/notes/compartment.h"
#include "casework/notes/note.h"
#include "history/history.h"
#include "people/circle.h"
#include "people/create_person.h"

namespace homeward::casework {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct AttachmentsTest : access::ProgramTest {
    people::Register people{"UZ"};
    Actor worker, other_worker, supervisor, psychologist, other_psychologist;
    people::PersonId person;
    CaseId file;
    int requests = 0;

    AttachmentsTest()
        : ProgramTest(*Instant::parse("2024-05-14T09:00:00Z"), {vault::schema(), history::schema(), people::schema(), schema()}, access::Holds::records) {
        people.load(*store, vault);
        worker = staff("worker", Role::social_worker, "UZ-FA");
        other_worker = staff("worker2", Role::social_worker, "UZ-FA");
        supervisor = staff("supervisor", Role::supervisor, "UZ-FA");
        psychologist = staff("psychologist", Role::psychologist, "UZ-FA");
        other_psychologist = staff("psychologist2", Role::psychologist, "UZ-FA");
        people::NewPerson returnee;
        returnee.names = {{"Family", "Given", ""}};
        returnee.region = "UZ-FA";
        returnee.stage_id = "uz-mehr-5";
        returnee.born_on = PartialDate{2016, 0, 0, false};
        returnee.assigned_to = worker.id;
        person = *act<people::PersonId>(system, [&](Work& work) { return create_person(work, people, returnee); });
        file = *act<CaseId>(worker, [&](Work& work) { return open_case(work, people, person); });
        for (const auto& each : {psychologist, other_psychologist}) {
            EXPECT_TRUE(act<people::NamingId>(supervisor, [&](Work& work) { return name_in_circle(work, person, each.id, people::CirclePart::psychologist); }));
        }
    }
    NewAttachment certificate() {
        Instant at = now;
        at.ms += ++requests;
        NewAttachment attachment;
        attachment.request_id = to_string(make_uuid(at));
        attachment.file_name = "Family Given.txt";
        attachment.kind = AttachmentKind::birth_certificate;
        attachment.note = "brought by the grandmother";
        return attachment;
    }
    NewAttachment psychosocial() {
        auto attachment = certificate();
        attachment.kind = AttachmentKind::medical;
        attachment.compartment = AttachmentCompartment::psychosocial;
        return attachment;
    }
    static files::Inspected text(std::string content = "What the paper says") { return {"text", "text/plain; charset=utf-8", "", std::move(content)}; }

    Result<AttachmentId> attach(const Actor& who, const NewAttachment& attachment, const files::Inspected& inspected = text()) {
        return act<AttachmentId>(who, [&](Work& work) { return add_attachment(work, file, attachment, inspected); });
    }
    Result<std::string> look(const Actor& who, AttachmentId id, int page = 0) {
        return act<std::string>(who, [&](Work& work) -> Result<std::string> {
            const auto opened = TRY(open_attachment(work, id, page));
            return read_content(work.db, opened.key, id.str(), opened.attachment.size);
        });
    }
    Done remove(const Actor& who, AttachmentId id, const std::string& reason = "of another family") {
        return act<void>(who, [&](Work& work) { return delete_attachment(work, id, reason); });
    }
    std::vector<Attachment> seen_by(const Actor& who) {
        return act<std::vector<Attachment>>(who, [&](Work& work) -> Result<std::vector<Attachment>> {
            return TRY(attachments_of(work, TRY(require_case(work, file, access::Permission::read_case)), std::nullopt, 50)).items;
        }).value();
    }
};

TEST_F(AttachmentsTest, AreReadAsTheyCameAndEachLookLeavesALine) {
    const auto id = *attach(worker, certificate());
    EXPECT_EQ(leaves("attachment.read"), 0);
    EXPECT_EQ(*look(worker, id), "What the paper says");
    EXPECT_EQ(*look(supervisor, id), "What the paper says");
    EXPECT_EQ(leaves("attachment.read"), 2);
    EXPECT_EQ(look(other_worker, id).error().code, ErrorCode::forbidden);
}

TEST_F(AttachmentsTest, LieSealedInPartsThatCannotBeCutOff) {
    const auto id = *attach(worker, certificate(), text(std::string(600'000, 'x')));
    EXPECT_EQ(number("SELECT count(*) FROM case_contents"), 3);
    EXPECT_EQ(number("SELECT count(*) FROM case_contents WHERE instr(content_sealed, 'xxxx') > 0"), 0);
    EXPECT_EQ(look(worker, id)->size(), 600'000U);
    run("DELETE FROM case_contents WHERE number = 2");
    run("UPDATE case_attachments SET size = 500000");
    EXPECT_THROW((void)look(worker, id), std::runtime_error);
}

TEST_F(AttachmentsTest, AreGoneWithThePersonsKey) {
    const auto id = *attach(worker, certificate());
    store->write([&](store::Connection& db) { vault.destroy_key(db, person.uuid); return true; });
    EXPECT_EQ(look(worker, id).error().key, "person.erased");
}

TEST_F(AttachmentsTest, AreSavedUnderANameThatNamesNobody) {
    const auto id = *attach(worker, certificate());
    const auto name = *act<std::string>(worker, [&](Work& work) -> Result<std::string> { return TRY(open_attachment(work, id, 0)).name; });
    EXPECT_TRUE(name.starts_with("UZ-"));
    EXPECT_TRUE(name.ends_with("-birth_certificate-2024-05-14.txt")) << name;
    EXPECT_EQ(name.find("Family"), std::string::npos);
}

TEST_F(AttachmentsTest, OfAPsychologistOpenForThemAndWhoFollowsThemAlone) {
    const auto id = *attach(psychologist, psychosocial());
    EXPECT_EQ(*look(psychologist, id), "What the paper says");
    for (const auto& other : {worker, supervisor, other_psychologist}) EXPECT_EQ(look(other, id).error().key, "attachment.sealed");
    const auto seen = seen_by(worker);
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].note, "");
    EXPECT_EQ(seen[0].size, 0);
    EXPECT_EQ(seen[0].kind, AttachmentKind::other);
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action = 'attachment.added' AND details <> '{}'"), 0) << "nor does the log say what it is";
    EXPECT_EQ(attach(worker, psychosocial()).error().code, ErrorCode::forbidden);
    EXPECT_EQ(attach(psychologist, certificate()).error().code, ErrorCode::forbidden);
    run("INSERT INTO note_successors VALUES ('n', '" + file.str() + "', '" + psychologist.id.str() + "', '" + other_psychologist.id.str() + "', 'x', '2024-05-14T09:00:00Z')");
    EXPECT_EQ(*look(other_psychologist, id), "What the paper says");
}

TEST_F(AttachmentsTest, SentTwiceAreKeptOnce) {
    const auto attachment = certificate();
    const auto id = *attach(worker, attachment);
    EXPECT_EQ(*attach(worker, attachment), id);
    EXPECT_EQ(number("SELECT count(*) FROM case_attachments"), 1);
    EXPECT_EQ(attach(supervisor, attachment).error().key, "attachment.request");
}

TEST_F(AttachmentsTest, AreDeletedWithAReasonThatStays) {
    const auto id = *attach(worker, certificate());
    EXPECT_EQ(remove(worker, id, " ").error().key, "attachment.reason_missing");
    EXPECT_EQ(remove(psychologist, id).error().key, "attachment.not_yours");
    ASSERT_TRUE(remove(supervisor, id));
    EXPECT_EQ(number("SELECT count(*) FROM case_contents"), 0);
    EXPECT_EQ(look(worker, id).error().code, ErrorCode::not_found);
    const auto seen = seen_by(worker);
    EXPECT_EQ(seen.at(0).reason, "of another family");
    EXPECT_EQ(leaves("attachment.deleted"), 1);
    const auto changes = *act<std::vector<history::Change>>(worker, [&](Work& work) {
        const history::Compartment record[] = {history::Compartment::record};
        return history::changes_of(work, person.uuid, record, id.str(), std::nullopt, 20);
    });
    EXPECT_TRUE(std::ranges::any_of(changes, [](const auto& change) { return change.field == "reason" && change.after == "of another family"; }));
}

TEST_F(AttachmentsTest, OfAChildsFaceSayWhatTheyAreKeptFor) {
    auto photo = certificate();
    photo.kind = AttachmentKind::photo;
    photo.note = "";
    EXPECT_EQ(attach(worker, photo).error().key, "attachment.photo_of_child");
    photo.note = "for the identity card";
    EXPECT_TRUE(attach(worker, photo));
}

TEST_F(AttachmentsTest, HaveOnlyThePagesThatTheyHave) {
    auto pdf = text("%PDF");
    pdf.kind = "pdf";
    pdf.pages = 2;
    const auto id = *attach(worker, certificate(), pdf);
    EXPECT_TRUE(look(worker, id, 2));
    EXPECT_EQ(look(worker, id, 3).error().key, "attachment.no_page");
}

}  // namespace
}  // namespace homeward::casework
