// Guards that `./gelora test guards` takes away one by one, to see that the tests notice. Constants everywhere else: no other
// build can switch one off.
#pragma once

namespace gelora::base::guards {

#ifdef GELORA_GUARDS
inline bool answer_after_commit = true;
#else
inline constexpr bool answer_after_commit = true;
#endif

}  // namespace gelora::base::guards
