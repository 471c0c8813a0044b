#include "mail/smtp.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace homeward::mail {
namespace {

/// One mail under way, as curl's callbacks see it.
struct Sending {
    std::string_view left;
    std::string command;  ///< said last, the good-bye aside
    int reply = 0;        ///< to it
    bool leaving = false;
    const std::atomic<bool>* stopping = nullptr;
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* sending_) {
    auto& sending = *static_cast<Sending*>(sending_);
    const auto part = sending.left.substr(0, size * count);
    part.copy(to, part.size());
    sending.left.remove_prefix(part.size());
    return part.size();
}

/// Notes what was said last and answered: whether the server refused the reader or us depends on it. Nothing is logged.
int listen(CURL*, curl_infotype type, char* data, std::size_t size, void* sending_) {
    auto& sending = *static_cast<Sending*>(sending_);
    const std::string_view line(data, size);
    if (type == CURLINFO_HEADER_OUT && line.starts_with("QUIT")) sending.leaving = true;
    if (sending.leaving) return 0;
    if (type == CURLINFO_HEADER_OUT) sending.command = line.substr(0, 4);
    if (type == CURLINFO_HEADER_IN) std::from_chars(data, data + std::min<std::size_t>(size, 3), sending.reply);
    return 0;
}

int watch(void* sending_, curl_off_t, curl_off_t, curl_off_t, curl_off_t) { return *static_cast<Sending*>(sending_)->stopping ? 1 : 0; }

Outcome outcome_of(CURLcode code, const Sending& sending) {
    using enum Outcome::Kind;
    if (code == CURLE_OK) return {sent, ""};
    const bool about_reader = sending.command == "RCPT", about_mail = sending.command == "DATA";
    switch (code) {
        case CURLE_ABORTED_BY_CALLBACK: return {unreachable, "mail.stopped"};
        case CURLE_USE_SSL_FAILED:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE: return {unreachable, "mail.no_tls"};
        case CURLE_LOGIN_DENIED: return {unreachable, "mail.sign_in"};
        case CURLE_COULDNT_CONNECT:
        case CURLE_COULDNT_RESOLVE_HOST: return {unreachable, "mail.no_server"};
        default: break;
    }
    if (about_reader && sending.reply >= 500) return {refused, "mail.refused_address"};
    if ((about_reader || about_mail) && sending.reply >= 400) return {not_now, "mail.not_now"};
    return {unreachable, "mail.broke_off"};
}

struct Free {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void set_up(CURL* curl, const Smtp& smtp) {
    const bool tls = smtp.security == Security::tls;
    const std::string url = std::string(tls ? "smtps://" : "smtp://") + smtp.server + ":" + std::to_string(smtp.port) + "/" + smtp.hello;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(smtp.security == Security::none ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!smtp.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, smtp.ca_file.c_str());
    if (!smtp.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, smtp.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, smtp.password.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(smtp.connect_s));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(smtp.answer_s));
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, listen);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, watch);
}

}  // namespace

Transport smtp_transport(Smtp smtp, const std::atomic<bool>& stopping) {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::shared_ptr<CURL> curl(started == CURLE_OK ? curl_easy_init() : nullptr, Free{});
    if (!curl) throw std::runtime_error("the mail library does not start");
    set_up(curl.get(), smtp);
    return [curl, &stopping](const std::string& from, const std::string& to, const std::string& message) {
        Sending sending{message, {}, 0, false, &stopping};
        const std::unique_ptr<curl_slist, Free> readers(curl_slist_append(nullptr, ("<" + to + ">").c_str()));
        if (!readers) throw std::bad_alloc();
        curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, ("<" + from + ">").c_str());
        curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, readers.get());
        curl_easy_setopt(curl.get(), CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(message.size()));
        for (const auto option : {CURLOPT_READDATA, CURLOPT_DEBUGDATA, CURLOPT_XFERINFODATA}) curl_easy_setopt(curl.get(), option, &sending);
        return outcome_of(curl_easy_perform(curl.get()), sending);
    };
}

}  // namespace homeward::mail
