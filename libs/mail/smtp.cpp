#include "mail/smtp.hpp"

#include <curl/curl.h>

#include <cstring>
#include <memory>
#include <stdexcept>

namespace gelora::mail {
namespace {

struct Free {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t read_some(char* to, std::size_t size, std::size_t count, void* from) {
  auto& rest = *static_cast<std::string_view*>(from);
  const std::size_t bytes = std::min(size * count, rest.size());
  std::memcpy(to, rest.data(), bytes);
  rest.remove_prefix(bytes);
  return bytes;
}

}  // namespace

SmtpSettings read_settings(base::Environment& env) {
  SmtpSettings smtp{env.required("GELORA_SMTP_URL"), env.required("GELORA_MAIL_FROM")};
  if (!smtp.url.empty() && !smtp.url.starts_with("smtp://") && !smtp.url.starts_with("smtps://")) {
    env.fault("GELORA_SMTP_URL must begin with smtp:// or smtps://");
  }
  try {
    if (!smtp.from.empty()) address_of(smtp.from);
  } catch (const std::invalid_argument&) {
    env.fault("GELORA_MAIL_FROM must be an address of mail");
  }
  return smtp;
}

void send(const SmtpSettings& settings, const Message& message, std::string_view id, base::Instant now) {
  static const CURLcode global = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (global != CURLE_OK) throw std::runtime_error("libcurl cannot start");
  const std::string mime = to_mime(message, settings.from, id, now);
  const std::string sender = "<" + address_of(settings.from) + ">", recipient = "<" + address_of(message.to) + ">";
  std::string_view rest = mime;
  char reason[CURL_ERROR_SIZE] = "";
  const std::unique_ptr<CURL, Free> curl(curl_easy_init());
  const std::unique_ptr<curl_slist, Free> recipients(curl_slist_append(nullptr, recipient.c_str()));
  if (!curl || !recipients) throw std::runtime_error("out of memory");
  curl_easy_setopt(curl.get(), CURLOPT_URL, settings.url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, sender.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, &read_some);
  curl_easy_setopt(curl.get(), CURLOPT_READDATA, &rest);
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT_MS, 5000L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, 20'000L);
  curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, reason);
  const CURLcode result = curl_easy_perform(curl.get());
  if (result != CURLE_OK)
    throw std::runtime_error(std::string{"smtp: "} + (*reason != '\0' ? reason : curl_easy_strerror(result)));
}

}  // namespace gelora::mail
