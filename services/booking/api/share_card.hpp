// The picture of a concert for link previews: what is on it, and the pictures that were drawn lately.
#pragma once
#include <mutex>
#include <unordered_map>

#include "booking/api/pages.hpp"
#include "booking/app/printing.hpp"
#include "pdf/share_card.hpp"

namespace gelora::booking {

pdf::ShareCard share_card_of(const Pages::Shared& concert);
// Another for every other picture: its ETag, and what makes its address a new one.
std::string version_of(const pdf::ShareCard& card);

class ShareCards {
 public:
  explicit ShareCards(Printing& printing) : printing_(printing) {}

  // Drawn when first asked for, once however many ask. Throws base::Unavailable when too much waits.
  Task<std::shared_ptr<const http::PreparedSet>> find(pdf::ShareCard card);

 private:
  static constexpr std::size_t most_kept = 200;  // of about 60 KB
  using Kept = std::shared_ptr<const http::PreparedSet>;

  Kept kept(const std::string& version);
  Kept draw(const pdf::ShareCard& card, const std::string& version);

  Printing& printing_;
  std::mutex mutex_;
  std::unordered_map<std::string, Kept> kept_;  // by version
};

}  // namespace gelora::booking
