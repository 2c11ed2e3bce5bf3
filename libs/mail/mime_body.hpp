// What stands below the headers of a mail: its texts, pictures and files as MIME parts.
#pragma once
#include "mail/mime.hpp"

namespace gelora::mail {

// Appends the Content-Type header, the empty line and the parts. `id` is unique among our mails.
void append_body(std::string& out, const Message& message, std::string_view id);

}  // namespace gelora::mail
