#include "access/accounts.h"
#include "casework/complaints/complaint.h"
#include "printing/dates.h"
#include "printing/document.h"

namespace homeward::casework {
namespace {

struct ReceiptWords {
    const char *title, *reference, *received_on, *received_by, *answer_by, *via, *what_next, *keep, *how, *free, *higher, *place;
    const char* vias[5];
};

constexpr ReceiptWords kEnglish{
    "Receipt for your complaint or suggestion", "Reference", "Received on", "Received by", "You get an answer by", "It came",
    "What happens next", "Keep this page. With the reference you can ask how far it has come; nobody needs your name for that.",
    "You are answered by the day above, in a language that you read, in the way that you asked for.",
    "To complain costs nothing, and takes nothing away: every service that you receive goes on.",
    "If the answer does not help, say so. It then goes to the coordinator of the programme, who answers anew.",
    "For your safety this page does not say what you told us.",
    {"in person", "by telephone", "by letter", "by the box for complaints", "through another body"}};
constexpr ReceiptWords kRussian{
    "Расписка о получении жалобы или предложения", "Номер", "Получено", "Принято", "Ответ будет дан до", "Способ",
    "Что будет дальше", "Сохраните этот лист. По номеру можно узнать, как продвигается дело; имя для этого называть не нужно.",
    "Вам ответят до указанного дня, на понятном вам языке и тем способом, о котором вы попросили.",
    "Подать жалобу можно бесплатно. Вы ничего не теряете: вся помощь, которую вы получаете, продолжается.",
    "Если ответ не помог, скажите об этом. Тогда дело передадут координатору программы, и он ответит заново.",
    "Ради вашей безопасности на этом листе не указано, о чём вы рассказали.",
    {"лично", "по телефону", "письмом", "через ящик для жалоб", "через другую организацию"}};

}  // namespace

std::string complaint_receipt(access::Work& work, const Complaint& complaint, const std::string& language) {
    const bool russian = language == "ru";
    const ReceiptWords& words = russian ? kRussian : kEnglish;
    const std::string code = russian ? "ru" : "en";
    const auto receiver = access::get_account(work.db, complaint.received_by);
    printing::Document document{.title = words.title, .language = code, .header = {}, .footer = complaint.reference};
    document.blocks.push_back(printing::Heading{1, words.title});
    document.blocks.push_back(printing::Paragraph{complaint.reference, printing::Paragraph::Style::large_centred});
    document.blocks.push_back(printing::Facts{{{words.reference, complaint.reference},
                                               {words.received_on, printing::long_date(complaint.received_on, code)},
                                               {words.via, words.vias[static_cast<std::size_t>(complaint.via)]},
                                               {words.received_by, receiver ? receiver->name : ""},
                                               {words.answer_by, printing::long_date(complaint.answer_by, code)}}});
    document.blocks.push_back(printing::Heading{2, words.what_next});
    document.blocks.push_back(printing::Bullets{{words.how, words.higher, words.free, words.keep}});
    document.blocks.push_back(printing::Paragraph{words.place, printing::Paragraph::Style::small});
    return printing::to_pdf(document, work.now);
}

}  // namespace homeward::casework
