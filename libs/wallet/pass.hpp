// A ticket as the wallet of a phone has it. All texts come worded; times are RFC 3339 by the venue's clock.
#pragma once
#include <string>

#include "pdf/poster.hpp"

namespace gelora::wallet {

struct Pass {
  std::string ticket, show;         // ids
  std::string artist, title;        // "Langit Karsa", "Tur Cakrawala"
  std::string venue, address;       // the address with its city
  std::string zone, section, seat;  // section and seat are empty where one stands
  std::string holder, reference;    // may be empty
  std::string starts_at, ends_at;   // after which it is put away
  std::string code;                 // what the QR says
  std::string link;                 // to the ticket on our pages
  pdf::Palette palette;
  std::uint32_t poster_seed = 0;
};

}  // namespace gelora::wallet
