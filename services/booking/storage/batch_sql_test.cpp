#include "booking/storage/batch_sql.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace gelora::booking {
namespace {

using seats::SeatState;

Batch with_claims(std::vector<ClaimChange> claims) {
  Batch batch;
  batch.id = 9;
  batch.fences = {{ShowId{7}, 3, 41}};
  batch.claims = std::move(claims);
  return batch;
}

bool has(const std::string& sql, std::string_view part) { return sql.find(part) != std::string::npos; }

TEST(BatchSql, BeginsWithTheFenceAndEndsWithCommit) {
  const auto sql = to_sql(with_claims({}), "booking-1");
  EXPECT_TRUE(sql.starts_with("START TRANSACTION;UPDATE show_leases SET version=41,fence_ok=(owner=_utf8mb4 x'"));
  EXPECT_TRUE(sql.ends_with("COMMIT"));
}

TEST(BatchSql, WritesTheNetEffectOfAPlace) {
  const ShowId show{7};
  const HoldId first{1}, second{2};
  const auto taken = [&](HoldId hold) { return ClaimChange{show, 5, hold, SeatState::available, SeatState::held}; };
  const auto freed = ClaimChange{show, 5, {}, SeatState::held, SeatState::available};
  const auto sold = [&](HoldId hold) { return ClaimChange{show, 5, hold, SeatState::held, SeatState::sold}; };

  EXPECT_TRUE(has(to_sql(with_claims({taken(first)}), "x"), "(show_id,seat_no,hold_id,state)VALUES(7,5,1,1)"));
  const auto nothing = to_sql(with_claims({taken(first), freed}), "x");
  EXPECT_FALSE(has(nothing, "seat_claims"));
  const auto replaced = to_sql(with_claims({freed, taken(second)}), "x");
  EXPECT_LT(replaced.find("DELETE FROM seat_claims WHERE show_id=7 AND seat_no IN (5)"), replaced.find("VALUES(7,5,2,1)"));
  EXPECT_TRUE(has(to_sql(with_claims({sold(first)}), "x"), "UPDATE seat_claims SET state=2 WHERE show_id=7 AND seat_no IN (5)"));
  EXPECT_TRUE(has(to_sql(with_claims({taken(first), sold(first)}), "x"), "VALUES(7,5,1,2)"));
}

TEST(BatchSql, AnOfferThatEndsMakesRoomForTheNextOfItsTicket) {
  Batch batch = with_claims({});
  OfferRow first, second;
  first.offer.id = {10};
  second.offer.id = {11};
  batch.offers = {first, second};
  batch.offer_changes = {{{9}, TransferStatus::ended}, {{10}, TransferStatus::taken_back}};
  const auto sql = to_sql(batch, "x");
  EXPECT_LT(sql.find("UPDATE ticket_transfers SET status=4"), sql.find("INSERT INTO ticket_transfers"));
  EXPECT_TRUE(has(sql, "VALUES(10,0,0,0,0,"));
  EXPECT_TRUE(has(sql, ",3,0,0,0,0,0),(11,"));
}

TEST(BatchSql, ACapacityLocksTheShowBeforeItsLease) {
  Batch batch = with_claims({});
  batch.capacities = {{ShowId{7}, 2, 340}};
  EXPECT_TRUE(to_sql(batch, "x")
                  .starts_with("START TRANSACTION;UPDATE shows SET revision=revision+1 WHERE id=7;UPDATE show_zones SET "
                               "capacity=340 WHERE show_id=7 AND "
                               "zone_no=2;UPDATE show_leases "));
}

TEST(BatchSql, HouseSeatsAreARowBesideTheirHold) {
  Batch batch = with_claims({});
  HoldRow fan, kept;
  fan.id = {10};
  kept.id = {11};
  kept.show = {7};
  kept.kept = Kept{"Pers", {77}};
  batch.holds = {fan, kept};
  const auto sql = to_sql(batch, "x");
  EXPECT_TRUE(has(sql, "house_seats(hold_id,show_id,kept_for,kept_by)VALUES(11,7,_utf8mb4 x'50657273',77);"));
}

TEST(BatchSql, WhoLeavesAWaitingRoomAndEntersAgainStandsInItOnce) {
  const ShowId show{7};
  const UserId ayu{5};
  Batch batch = with_claims({});
  batch.room_entries = {{show, 1, ayu, {}}, {show, 2, ayu, {}}};  // entered, left, entered again
  batch.room_left = {{show, 1}};
  const auto sql = to_sql(batch, "x");
  EXPECT_LT(sql.find("UPDATE room_entries SET user_id=NULL WHERE show_id=7 AND arrival=1"), sql.find("INSERT INTO room_entries"));
  EXPECT_TRUE(has(sql, "VALUES(7,1,NULL,")) << sql;
  EXPECT_TRUE(has(sql, ",(7,2,5,")) << sql;
}

TEST(BatchSql, ANameGoesOnToAnotherTicketInTheOrderOfWhatWasDone) {
  Batch batch = with_claims({});
  batch.ticket_names = {{{10}, {7}, {}, "Sari"}, {{11}, {7}, {10}}};
  const auto sql = to_sql(batch, "x");
  const auto renamed = sql.find("UPDATE tickets SET version=41,attendee=_utf8mb4 x'53617269' WHERE id=10");
  EXPECT_LT(renamed, sql.find("UPDATE tickets n JOIN tickets o ON o.id=10 SET n.attendee=o.attendee WHERE n.id=11"));
  EXPECT_NE(renamed, std::string::npos);
}

TEST(BatchSql, WhatPeopleTypedIsHexOnly) {
  EXPECT_TRUE(rc::check([](const std::string& name, const std::string& reference) {
    Batch batch = with_claims({});
    BookingRow row;
    row.reference = reference;
    row.attendees[3] = name;
    batch.bookings.push_back(row);
    TicketRow ticket;
    ticket.attendee = name;
    batch.tickets.push_back(ticket);
    batch.receipts.push_back({5, {}, ReceiptKind::refund, name});
    HoldRow kept;
    kept.kept = Kept{name, {77}};
    batch.holds.push_back(kept);
    batch.ticket_names.push_back({{3}, {7}, {}, name});
    batch.deeds.push_back({{7}, 41, JournalKind::kept, {77}, {}, {}, {}, name});
    OfferRow offer;
    offer.offer.email = offer.offer.name = offer.offer.sender_name = name;
    batch.offers.push_back(offer);
    batch.mails.push_back({6, name, name, name, name});
    for (const char c : to_sql(batch, "owner")) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                         std::string_view{" _=(),;'-"}.find(c) != std::string_view::npos;
      RC_ASSERT(plain);
    }
  }));
}

TEST(PlacesBlob, RoundTrips) {
  const std::vector<seats::SeatNo> places{0, 1, 255, 256, 58'043, 0xffffffff};
  EXPECT_EQ(read_places_blob(places_blob(places)), places);
}

}  // namespace
}  // namespace gelora::booking
