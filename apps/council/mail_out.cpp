#include "council/mail_out.h"

#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "base/text.h"

namespace homeward::apps {
namespace {

/// Without the line's end that an editor leaves behind it.
std::string password_in(const std::filesystem::path& file) {
    if (file.empty()) return {};
    struct stat found{};
    std::ifstream in(file);
    if (!in || ::stat(file.c_str(), &found) != 0) throw SetUpError("Cannot read the mail password in " + file.string() + ".");
    if (found.st_mode & (S_IRWXG | S_IRWXO)) throw SetUpError(file.string() + " holds a password and may be read by others: chmod 600 it.");
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    return std::string(trim(text));
}

mail::Security security_of(const std::string& name) {
    return name == "tls" ? mail::Security::tls : name == "none" ? mail::Security::none : mail::Security::starttls;
}

}  // namespace

std::unique_ptr<mail::Postman> postman_of(CouncilProgram& council, const std::atomic<bool>& stopping) {
    const Config& config = council.instance.config;
    if (delivery_of(config) != mail::Delivery::server) return nullptr;
    const MailConfig& mail = config.mail;
    if (!mail::is_address(mail.from)) throw SetUpError(config.file.string() + ": [mail] from must be one plain address: council@example.org.");
    mail::Smtp smtp{.server = mail.server, .port = mail.port, .security = security_of(mail.security), .user = mail.user, .password = password_in(mail.password_file),
                    .ca_file = mail.ca_file.string(), .hello = mail.from.substr(mail.from.find('@') + 1)};
    return std::make_unique<mail::Postman>(council.instance.works, mail::smtp_transport(std::move(smtp), stopping),
                                           mail::Sender{mail.from, mail.from_name}, council.links);
}

}  // namespace homeward::apps
