// What the mails to those who watch or wait say.
#pragma once
#include "booking/app/letter.hpp"
#include "booking/app/purchase.hpp"
#include "booking/storage/waitlist.hpp"

namespace gelora::booking {

Letter notice_letter(const Notice& notice, const ShowText& show, Language language, const std::string& public_url);

}  // namespace gelora::booking
