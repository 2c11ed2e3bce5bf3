// Answers that are built when their data changes: plain, gzip and 304 in one set, chosen by two headers.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace gelora::http {

struct PreparedSet {
  std::string tag;  // without quotes; the gzip form adds "-gz"
  std::shared_ptr<const Prepared> plain, zipped, not_modified;
};

// A tag that is the same for the same text, also after a restart.
std::string tag_of(std::string_view text);

// `tag` must change whenever the body does. `cache` is the value of Cache-Control. `level` is zlib's, 0: no gzip form.
std::shared_ptr<const PreparedSet> prepare_set(std::string_view body, std::string_view tag, std::string_view cache, int level = 6,
                                               std::string_view type = "application/json");

// The member of the set that the request asks for.
Answer choose(const PreparedSet& set, const Request& request);

}  // namespace gelora::http
