// What is on sale: a show, its zones and prices, and the hall it is in. Immutable once loaded, shared by readers.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/money.hpp"
#include "base/time.hpp"
#include "booking/domain/draw.hpp"
#include "booking/domain/pricing.hpp"
#include "booking/domain/ticket_code.hpp"
#include "seat_inventory/layout.hpp"

namespace gelora::booking {

using namespace base;  // ids, money and time are the vocabulary of every file here

// The seating plan: where places are and what they are called.
struct Hall {
  struct ZoneText {
    std::string name, colour;
  };
  PlanId id;
  seats::Layout layout;
  std::vector<ZoneText> zones;
  std::vector<std::string> row_names;    // of each row of the layout, with its section: "Tribun 1 · A"
  std::vector<std::string> seat_labels;  // of each seat: "A-12"
  std::string document;                  // the plan as imported

  // "Tribun 1 · A-12"; for a standing place the zone's name.
  std::string full_label(seats::SeatNo place) const;
  // "A-12"; for a standing place the zone's name.
  std::string short_label(seats::SeatNo place) const;
};

struct ShowZone {
  ZoneId id;
  Money price, fee;
  std::optional<std::uint32_t> tax_bp{};    // none: the show's rate
  std::optional<std::uint32_t> capacity{};  // of a standing zone that may have fewer than in the plan; none: the plan's
};

// Until when a buyer may give tickets back, and whether the fees stay with the organiser.
struct RefundRule {
  Duration before_start{};
  bool keeps_fees = false;
};

// Of a show that sells through a waiting room, or did: its seed stays.
struct WaitingRoomRules {
  std::uint32_t shoppers = 0;  // that may choose places at the same time; 0: everybody may, without waiting
  Duration turn{}, gathers{};  // how long a turn lasts; how long before the sale opens one may enter
  Hash256 seed{};              // of its draw
};

// Before the sale opens to everybody, those who have the code may buy.
struct Presale {
  Instant opens_at;
  std::string code;  // letters, digits, - and _

  bool is_code(std::string_view given) const;  // whatever the case of its letters
};

enum class ShowState : std::uint8_t { as_planned, postponed, cancelled };

struct Show {
  ShowId id;
  ConcertId concert;
  std::shared_ptr<const Hall> hall;
  Instant starts_at, opens_at, closes_at;
  Currency currency;
  std::uint32_t max_tickets = 0;
  Duration hold_ttl{}, pay_ttl{};
  Duration offer_ttl = std::chrono::minutes{30};  // of holds that are offered to the waitlist
  ShowState state = ShowState::as_planned;
  std::uint64_t organisation = 0;         // whose it is; 0: nobody's yet
  Tax tax{};                              // of zones that have no rate of their own
  std::optional<RefundRule> refund_rule;  // none: tickets are not taken back
  TicketCodes codes = TicketCodes::fixed;
  bool reentry = false;                                        // who went out may come in again
  std::map<std::string, std::vector<seats::ZoneIndex>> gates;  // that do not lead everywhere
  std::optional<WaitingRoomRules> room{};
  std::optional<Presale> presale{};
  std::uint64_t revision = 0;   // grows with every change of what is said above
  std::vector<ShowZone> zones;  // by zone index of the layout

  // How many places may be taken: of a zone, by its index, and of all.
  std::uint32_t capacity_of(std::size_t zone) const;
  std::uint64_t capacity() const;
  const ShowZone& zone_of(seats::SeatNo place) const { return zones[hall->layout.zone_of(place)]; }
  bool has_room() const { return room && room->shoppers > 0; }
  bool in_presale(Instant now) const { return presale && presale->opens_at <= now && now < opens_at; }
  bool leads_to(const std::string& gate, seats::SeatNo place) const;
  Tax tax_of(const ShowZone& zone) const { return {zone.tax_bp.value_or(tax.rate_bp), tax.included}; }
};

enum class SaleStatus { upcoming, on_sale, sold_out, closed, postponed, cancelled };

// `free` is the number of places that are free now; held ones count as taken.
SaleStatus sale_status(const Show& show, Instant now, std::uint64_t free);
std::string_view name_of(SaleStatus status);

}  // namespace gelora::booking
