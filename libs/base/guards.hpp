// Guards that `./gelora test guards` takes away one by one, to see that the tests notice. Constants everywhere else: no other
// build can switch one off.
#pragma once

namespace gelora::base::guards {

#ifdef GELORA_GUARDS
#define GELORA_GUARD inline bool
#else
#define GELORA_GUARD inline constexpr bool
#endif

GELORA_GUARD answer_after_commit = true;
GELORA_GUARD only_valid_tickets_enter = true;
GELORA_GUARD only_turns_hold = true;      // where there is a waiting room
GELORA_GUARD never_below_sold = true;     // is the capacity of a standing zone
GELORA_GUARD signatures_count = true;     // a webhook without the right one is refused
GELORA_GUARD events_act_once = true;      // an event that was taken is not taken again
GELORA_GUARD amounts_match = true;        // money that is not what was asked for confirms nothing
GELORA_GUARD intent_comes_first = true;   // the payment is durable before the provider is called
GELORA_GUARD refunds_are_limited = true;  // to what was captured

#undef GELORA_GUARD

}  // namespace gelora::base::guards
