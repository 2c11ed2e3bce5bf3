// A message of an organiser as the mail that a buyer gets.
#pragma once
#include "booking/app/letter.hpp"
#include "booking/app/purchase.hpp"
#include "booking/storage/messages.hpp"

namespace gelora::booking {

// What differs from buyer to buyer.
struct Addressee {
  std::string name, reference;
};

// `seller`: who writes, by name.
Letter message_letter(const MessageWords& words, const ShowText& show, const Addressee& to, const std::string& seller,
                      Language language, const std::string& public_url);

}  // namespace gelora::booking
