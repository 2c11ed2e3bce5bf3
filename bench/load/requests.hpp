// The bytes of requests, built beforehand: one text for each buyer's token, with room for a fresh Idempotency-Key.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "load/target.hpp"

namespace gelora::bench {

class Requests {
 public:
  // GETs when there is no body, else POSTs of each in turn, as JSON. One request a token in turn; none: requests without a token.
  // `run` makes the keys of this run different from those of any other; at most 20 visible characters.
  Requests(const Target& target, const std::vector<std::string>& bodies, const std::vector<std::string>& tokens,
           std::string_view run);

  // The next request, valid until its turn comes again.
  std::string_view next();

 private:
  struct Text {
    std::string bytes;
    std::size_t key_digits = 0;  // where they end; 0: no key
  };
  std::vector<Text> texts_;
  std::size_t turn_ = 0;
  std::uint64_t key_ = 0;
};

}  // namespace gelora::bench
