// A fault that means "not now": something this process needs is away; asked again later, the call may succeed.
#pragma once
#include <stdexcept>

namespace gelora::base {

class Unavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace gelora::base
