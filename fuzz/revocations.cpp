// A page of the feed of revocations, as the other services read it.
#include "fuzz/fuzz.hpp"
#include "http/access.hpp"

FUZZ(bytes) {
  gelora::auth::Revocations revocations;
  const auto page = gelora::http::take_revocations(bytes, revocations);
  if (page) CHECK(page->position == "0" || gelora::base::parse_id(page->position));
}
