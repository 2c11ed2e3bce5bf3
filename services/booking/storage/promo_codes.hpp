// Promo codes of shows, and who uses them. A use is claimed for a booking before the booking is made, and stays if and only if
// the booking comes to have tickets, whatever becomes of them.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.hpp"
#include "booking/domain/pricing.hpp"
#include "booking/storage/catalogue_changes.hpp"

namespace gelora::booking {

struct PromoCode {
  std::uint64_t id = 0;
  ShowId show;
  std::string code;
  Discount::Kind kind = Discount::Kind::percent;
  std::int64_t value = 0;
  std::uint32_t max_uses = 0, per_person = 0, used = 0;
  Instant starts_at, ends_at;
  std::vector<ZoneId> zones;  // empty: all
  bool ended = false;         // by its organiser
};

// Why a code does not work, as the contract names it: unknown, not_started, ended, used_up, per_person, zones.
struct PromoInvalid {
  std::string_view reason;
};

// Upper and lower case are the same.
Task<std::optional<PromoCode>> find_promo_code(mysql::Pool& pool, ShowId show, std::string code);

struct PromoClaim {
  BookingId booking;  // that will have the use
  HoldId hold;
  UserId user;
  Instant now;
};
struct Claimed {};
struct ClaimedBefore {};  // for this hold, by another request
// Within its limits, however many ask at the same moment.
Task<std::variant<Claimed, ClaimedBefore, PromoInvalid>> claim_use(mysql::Pool& pool, PromoCode code, PromoClaim claim);
// The booking has not come to be. Again changes nothing.
Task<> give_use_back(mysql::Pool& pool, BookingId booking);
// The booking is paid after its end: whether it still has its use, or gets one again within the code's limits. Its organiser may
// have ended the code, or its time may be over.
Task<bool> claim_use_again(mysql::Pool& pool, std::uint64_t promo, PromoClaim claim);
// Uses of bookings with tickets stay for good. Given back are those of bookings that ended without any, that never came to be
// within 20 s, or that were not sold within a minute after their use was claimed again. How many rows were settled.
Task<std::size_t> settle_uses(mysql::Pool& pool, Instant now);

// For organisers; every statement is scoped to the organisation. False or nothing when it has no such show.
Task<std::optional<std::vector<PromoCode>>> list_promo_codes(mysql::Pool& pool, ShowId show, std::uint64_t organisation);
enum class PromoCreated { created, code_taken, no_such_show };
Task<PromoCreated> create_promo_code(mysql::Pool& pool, IdGenerator& ids, Author author, PromoCode code, Currency currency);
Task<bool> end_promo_code(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId show, std::uint64_t id);

}  // namespace gelora::booking
