// The picture of a concert for link previews: what is on it, and the pictures that were drawn lately.
#pragma once
#include <exception>
#include <memory>
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
  ShareCards(loop::Loop& loop, Printing& printing) : loop_(loop), printing_(printing) {}

  // Drawn when first asked for; who asks meanwhile waits for the same picture. Throws base::Unavailable when too much waits to be
  // printed.
  Task<std::shared_ptr<const http::PreparedSet>> find(pdf::ShareCard card);

 private:
  static constexpr std::size_t most_kept = 200;  // of about 60 KB
  using Kept = std::shared_ptr<const http::PreparedSet>;
  struct Drawing {
    explicit Drawing(loop::Loop& loop) : ended(loop) {}
    loop::Signal ended;
    Kept card;
    std::exception_ptr fault;
  };
  Task<> draw(pdf::ShareCard card, std::string version, std::shared_ptr<Drawing> drawing);

  loop::Loop& loop_;
  Printing& printing_;
  std::unordered_map<std::string, Kept> kept_;                         // by version
  std::unordered_map<std::string, std::shared_ptr<Drawing>> drawing_;  // by version
};

}  // namespace gelora::booking
