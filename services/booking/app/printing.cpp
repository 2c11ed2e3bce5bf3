#include "booking/app/printing.hpp"

#include <sys/resource.h>

namespace gelora::booking {

// On Linux a thread has a niceness of its own.
void Printing::give_way() { static thread_local const int once [[maybe_unused]] = setpriority(PRIO_PROCESS, 0, 19); }

}  // namespace gelora::booking
