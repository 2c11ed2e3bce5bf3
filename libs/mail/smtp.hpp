// Hands one mail to a mail server. Blocks: for a worker thread, never a loop.
#pragma once
#include <string>

#include "base/config.hpp"
#include "mail/mime.hpp"

namespace gelora::mail {

struct SmtpSettings {
  std::string url;   // smtp://host:port or smtps://…; STARTTLS is used where it is offered
  std::string from;  // "Name <address>"
};

// GELORA_SMTP_URL and GELORA_MAIL_FROM.
SmtpSettings read_settings(base::Environment& env);

// Throws std::runtime_error when the server did not take it; whether it did is not known after a lost connection.
void send(const SmtpSettings& settings, const Message& message, std::string_view id, base::Instant now);

}  // namespace gelora::mail
