#include "booking/app/check_in.hpp"

#include <sodium.h>

namespace gelora::booking {
namespace {

constexpr std::size_t codes_in_a_row = 16;  // a signature takes 60 µs to check; then others have their turn

ScanRefusal refusal_of(CodeFault fault) {
  switch (fault) {
    case CodeFault::unknown: return ScanRefusal::unknown_code;
    case CodeFault::bad_signature: return ScanRefusal::bad_signature;
    case CodeFault::too_old: return ScanRefusal::code_too_old;
  }
  return ScanRefusal::unknown_code;
}

std::variant<TicketClaim, ScanRefusal> read_code(const TicketSigner& signer, const Show& show, const ScanWish& wish) {
  if (wish.by_hand) return TicketClaim{*wish.by_hand, show.id, 0};
  const auto found = signer.read(wish.code, show.codes, wish.at);
  if (const auto* fault = std::get_if<CodeFault>(&found)) return refusal_of(*fault);
  return std::get<TicketClaim>(found);
}

// Of what a scan asks; not of its time, which a gate that repeats it may leave away.
Hash128 hash_of(const ScanWish& wish) {
  std::string text = wish.by_hand ? "by hand " + wish.by_hand->text() : wish.code;
  text += '\n';
  text += wish.gate;
  text += wish.direction == Direction::in ? "\nin" : "\nout";
  Hash128 hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  return hash;
}

}  // namespace

Task<Scanned> check_in(App& app, const TicketSigner& signer, std::shared_ptr<const Show> show, GateKeeper keeper,
                       std::vector<ScanWish> wishes) {
  CheckIn command;
  command.scans.reserve(wishes.size());
  for (auto& wish : wishes) {
    const bool pause = !command.scans.empty() && command.scans.size() % codes_in_a_row == 0;
    if (pause) co_await loop::yield(app.box_office.loop());
    auto code = read_code(signer, *show, wish);
    const Hash128 body = hash_of(wish);
    command.scans.push_back({std::move(wish.id), body, code, wish.direction, std::move(wish.gate), wish.at, keeper.id,
                             keeper.machine, wish.by_hand.has_value(), wish.let_in});
  }
  auto outcome = co_await app.box_office.submit(show->id, std::move(command));
  co_return std::get<Scanned>(std::move(outcome));
}

}  // namespace gelora::booking
