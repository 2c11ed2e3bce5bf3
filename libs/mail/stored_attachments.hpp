// Attachments as they wait in a mail_outbox: JSON, the data in base64url.
#pragma once
#include <optional>

#include "mail/mime.hpp"

namespace gelora::mail {

// Nothing for no attachments.
std::optional<std::string> to_json(const std::vector<Attachment>& attachments);
// What to_json() made; none of an empty text. Throws for anything else.
std::vector<Attachment> attachments_of(const std::string& json);

}  // namespace gelora::mail
