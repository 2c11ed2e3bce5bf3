// How much of its organisers' words a site sends.
#pragma once
#include <cstdint>

namespace gelora::booking {

struct MessageLimits {
  std::uint32_t mails_a_minute = 300;  // of all messages together
  std::uint32_t a_day = 20;            // messages of one organisation
};

}  // namespace gelora::booking
