#include "booking/storage/batch_sql.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <unordered_map>

#include "base/encoding.hpp"
#include "booking/storage/booking_document.hpp"

namespace gelora::booking {
namespace {

// Appends numbers and hex literals; has no way to append text from outside.
class Sql {
 public:
  template <std::size_t size>
  Sql& operator<<(const char (&literal)[size]) {
    text_.append(literal, size - 1);
    return *this;
  }
  template <std::integral Number>
  Sql& operator<<(Number value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    text_.append(digits, end);
    return *this;
  }
  template <class Tag>
  Sql& operator<<(Id<Tag> id) {
    return *this << id.value;
  }
  Sql& operator<<(Instant at) { return *this << at.us; }
  Sql& hex(std::span<const std::uint8_t> bytes) {
    text_ += "x'";
    append_hex(text_, bytes);
    text_ += '\'';
    return *this;
  }
  Sql& hex(std::string_view bytes) { return hex(as_bytes(bytes)); }
  Sql& utf8(std::string_view text) {
    text_ += "_utf8mb4 ";
    return hex(text);
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

// INSERT INTO … VALUES (…),(…); with `row` writing what is between the parentheses.
template <std::size_t size, class Rows, class WriteRow>
void insert(Sql& sql, const char (&head)[size], const Rows& rows, WriteRow write_row) {
  if (rows.empty()) return;
  sql << head;
  bool first = true;
  for (const auto& row : rows) {
    if (first) sql << "(";
    else sql << ",(";
    first = false;
    write_row(row);
    sql << ")";
  }
  sql << ";";
}

// Places as hex without a detour through a string of bytes.
void append_places(Sql& sql, std::span<const seats::SeatNo> places) { sql.hex(places_blob(places)); }

struct PlaceKey {
  std::uint64_t show;
  seats::SeatNo place;
  friend bool operator==(const PlaceKey&, const PlaceKey&) = default;
};
struct HashPlace {
  std::size_t operator()(const PlaceKey& key) const {
    return (key.show * 0x9E3779B97F4A7C15ull) ^ (key.place * 0xC2B2AE3D27D4EB4Full);
  }
};

struct NetClaims {
  std::vector<const ClaimChange*> inserted, sold, freed;
};

// A place may change several times in one batch; the database sees only where it began and where it ended.
NetClaims net_effect(const std::vector<ClaimChange>& changes) {
  NetClaims net;
  bool only_taken = true;
  for (const auto& change : changes) only_taken = only_taken && change.from == seats::SeatState::available;
  if (only_taken) {
    for (const auto& change : changes) net.inserted.push_back(&change);
    return net;
  }
  std::unordered_map<PlaceKey, std::pair<const ClaimChange*, const ClaimChange*>, HashPlace> ends;
  std::vector<PlaceKey> order;
  for (const auto& change : changes) {
    const PlaceKey key{change.show.value, change.place};
    const auto [found, fresh] = ends.try_emplace(key, &change, &change);
    if (fresh) order.push_back(key);
    else found->second.second = &change;
  }
  for (const auto& key : order) {
    const auto [first, last] = ends.at(key);
    const bool was_taken = first->from != seats::SeatState::available, is_taken = last->to != seats::SeatState::available;
    const bool only_sold = was_taken && is_taken && first == last;
    if (only_sold) {
      net.sold.push_back(last);
    } else {
      if (was_taken) net.freed.push_back(first);
      if (is_taken) net.inserted.push_back(last);
    }
  }
  return net;
}

void append_place_lists(Sql& sql, const std::vector<const ClaimChange*>& changes, bool sold) {
  std::unordered_map<std::uint64_t, std::vector<seats::SeatNo>> by_show;
  for (const auto* change : changes) by_show[change->show.value].push_back(change->place);
  for (const auto& [show, places] : by_show) {
    if (sold) sql << "UPDATE seat_claims SET state=2 WHERE show_id=" << show << " AND seat_no IN (";
    else sql << "DELETE FROM seat_claims WHERE show_id=" << show << " AND seat_no IN (";
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (i != 0) sql << ",";
      sql << places[i];
    }
    sql << ");";
  }
}

void append_claims(Sql& sql, const Batch& batch) {
  const NetClaims net = net_effect(batch.claims);
  append_place_lists(sql, net.freed, false);
  append_place_lists(sql, net.sold, true);
  insert(sql, "INSERT INTO seat_claims(show_id,seat_no,hold_id,state)VALUES", net.inserted, [&](const ClaimChange* change) {
    sql << change->show << "," << change->place << "," << change->hold << "," << (change->to == seats::SeatState::sold ? 2 : 1);
  });
}

void append_hold_changes(Sql& sql, const Batch& batch) {
  std::unordered_map<std::uint64_t, HoldStatus> last;
  for (const auto& change : batch.hold_changes) last[change.id.value] = change.status;
  for (const HoldStatus status : {HoldStatus::booked, HoldStatus::released, HoldStatus::expired}) {
    bool any = false;
    for (const auto& [id, to] : last) {
      if (to != status) continue;
      if (any) sql << ",";
      else sql << "UPDATE holds SET status=" << static_cast<int>(status) << " WHERE id IN (";
      any = true;
      sql << id;
    }
    if (any) sql << ");";
  }
}

void append_booking_changes(Sql& sql, const Batch& batch) {
  std::unordered_map<std::uint64_t, BookingChange> last;
  for (const auto& change : batch.booking_changes) {
    const auto [found, fresh] = last.try_emplace(change.id.value, change);
    if (fresh) continue;
    found->second.status = change.status;
    if (change.payment) found->second.payment = change.payment;
  }
  if (last.empty()) return;
  sql << "UPDATE bookings SET status=CASE id";
  for (const auto& [id, change] : last) sql << " WHEN " << id << " THEN " << static_cast<int>(change.status);
  sql << " END,payment_id=CASE id";
  for (const auto& [id, change] : last) {
    if (change.payment) sql << " WHEN " << id << " THEN " << change.payment;
  }
  sql << " WHEN 0 THEN 0 ELSE payment_id END WHERE id IN (0";
  for (const auto& [id, change] : last) sql << "," << id;
  sql << ");";
}

// The show's version after this batch.
std::uint64_t version_after(const Batch& batch, ShowId show) {
  for (const auto& fence : batch.fences) {
    if (fence.show == show) return fence.version;
  }
  return 0;
}

void append_ticket_changes(Sql& sql, const Batch& batch) {
  std::map<std::pair<ShowId, TicketStatus>, std::vector<TicketId>> by_status;
  std::unordered_map<std::uint64_t, const TicketChange*> last;
  for (const auto& change : batch.ticket_changes) last[change.id.value] = &change;
  for (const auto& [id, change] : last) by_status[{change->show, change->status}].push_back({id});
  for (const auto& [what, ids] : by_status) {
    sql << "UPDATE tickets SET status=" << static_cast<int>(what.second) << ",version=" << version_after(batch, what.first)
        << ",changed_at_us=" << batch.at << " WHERE id IN (0";
    for (const auto id : ids) sql << "," << id;
    sql << ");";
  }
}

// In their order: a ticket may be renamed, and its name go on to another one, in the same batch.
void append_ticket_names(Sql& sql, const Batch& batch) {
  for (const auto& row : batch.ticket_names) {
    if (row.like) {
      sql << "UPDATE tickets n JOIN tickets o ON o.id=" << row.like << " SET n.attendee=o.attendee WHERE n.id=" << row.id << ";";
      continue;
    }
    sql << "UPDATE tickets SET version=" << version_after(batch, row.show) << ",attendee=";
    sql.utf8(row.name) << " WHERE id=" << row.id << ";";
  }
}

void append_house_seats(Sql& sql, const Batch& batch) {
  std::vector<const HoldRow*> kept;
  for (const auto& row : batch.holds) {
    if (row.kept) kept.push_back(&row);
  }
  insert(sql, "INSERT INTO house_seats(hold_id,show_id,kept_for,kept_by)VALUES", kept, [&](const HoldRow* row) {
    sql << row->id << "," << row->show << ",";
    sql.utf8(row->kept->name) << "," << row->kept->by;
  });
  insert(sql, "INSERT INTO deeds(show_id,version,at_us,kind,by_id,hold_id,booking_id,about_id,organisation_id,detail)VALUES",
         batch.deeds, [&](const DeedRow& row) {
           sql << row.show << "," << row.version << "," << batch.at << "," << static_cast<int>(row.kind) << "," << row.by << ","
               << row.hold << "," << row.booking << "," << row.about << "," << row.organisation << ",";
           // A name that was forgotten meanwhile is not written again.
           if (row.names_before > 0)
             sql << "IF((SELECT JSON_LENGTH(b.document,'$.attendees') FROM bookings b WHERE b.id=" << row.booking
                 << ")>=" << row.names_before << ",";
           sql.utf8(row.detail);
           if (row.names_before > 0) {
             sql << ",JSON_REMOVE(";
             sql.utf8(row.detail) << ",'$.before'))";
           }
         });
}

// Names that were forgotten meanwhile are not written again.
void append_bookings_moved(Sql& sql, const Batch& batch) {
  for (const auto& row : batch.bookings_moved) {
    sql << "UPDATE bookings SET hold_id=" << row.hold << ",decline_by_us=" << row.decline_by
        << ",document=IF(JSON_LENGTH(document,'$.attendees')<" << std::max<std::size_t>(1, row.names_before) << ",";
    sql.utf8(to_document({row.lines, row.if_forgotten, row.replaced})) << ",";
    sql.utf8(to_document({row.lines, row.attendees, row.replaced})) << ") WHERE id=" << row.id << ";";
  }
}

// Who came in for the first time is a new row, that the primary key refuses to a ticket that has one; who went out or came back
// changes it, even in the same batch.
void append_check_ins(Sql& sql, const Batch& batch) {
  std::unordered_map<std::uint64_t, const AdmissionRow*> last;
  for (const auto& row : batch.admissions) last[row.ticket.value] = &row;
  std::vector<const AdmissionRow*> first_ones;
  for (const auto& row : batch.admissions) {
    if (row.admission.entries == 1 && row.admission.inside) first_ones.push_back(&row);
  }
  insert(sql, "INSERT INTO admissions(ticket_id,show_id,first_at_us,gate,inside,entries)VALUES", first_ones,
         [&](const AdmissionRow* row) {
           sql << row->ticket << "," << row->show << "," << row->admission.first_at << ",";
           sql.utf8(row->admission.gate) << ",1,1";
         });
  for (const auto& [ticket, row] : last) {
    if (row->admission.entries == 1 && row->admission.inside) continue;
    sql << "UPDATE admissions SET inside=" << static_cast<int>(row->admission.inside) << ",entries=" << row->admission.entries
        << " WHERE ticket_id=" << ticket << ";";
  }
  insert(sql,
         "INSERT INTO scans(show_id,scan_id,body_hash,ticket_id,gate,direction,result,reason,since_us,first_gate,scanned_at_us,"
         "received_at_us,by_id,by_machine,by_hand)VALUES",
         batch.scans, [&](const ScanRow& row) {
           sql << row.show << ",";
           sql.utf8(row.id) << ",";
           sql.hex(row.body) << "," << row.decision.ticket << ",";
           sql.utf8(row.gate) << "," << static_cast<int>(row.direction) << "," << static_cast<int>(row.decision.verdict.result)
                              << "," << static_cast<int>(row.decision.verdict.refusal) << "," << row.decision.since << ",";
           sql.utf8(row.decision.gate) << "," << row.scanned_at << "," << batch.at << "," << row.by << ","
                                       << static_cast<int>(row.by_machine) << "," << static_cast<int>(row.by_hand);
         });
  std::vector<const ScanRow*> conflicts;
  for (const auto& row : batch.scans) {
    if (row.is_conflict()) conflicts.push_back(&row);
  }
  insert(sql, "INSERT INTO scan_conflicts(show_id,received_at_us,scan_id)VALUES", conflicts, [&](const ScanRow* row) {
    sql << row->show << "," << batch.at << ",";
    sql.utf8(row->id);
  });
  for (const auto& row : batch.gate_counts) {
    sql << "INSERT INTO gate_counts(show_id,gate,zone_no,admitted,entries,exits)VALUES(" << row.show << ",";
    sql.utf8(row.gate) << "," << row.zone << "," << row.admitted << "," << row.entries << "," << row.exits
                       << ")ON DUPLICATE KEY UPDATE admitted=admitted+VALUES(admitted),entries=entries+VALUES(entries),"
                          "exits=exits+VALUES(exits);";
  }
}

// The show before its lease, as everybody does who locks both. With another revision every instance reads the show anew.
void append_capacities(Sql& sql, const Batch& batch) {
  for (const auto& row : batch.capacities)
    sql << "UPDATE shows SET revision=revision+1 WHERE id=" << row.show << ";UPDATE show_zones SET capacity=" << row.capacity
        << " WHERE show_id=" << row.show << " AND zone_no=" << row.zone << ";";
}

// One place in the unique key of a ticket may be left and taken in one batch: what ends is written first, and an offer that
// was made in this batch as it stands at its end.
void append_offers(Sql& sql, const Batch& batch) {
  std::map<TransferId, OfferChange> last;
  for (const auto& change : batch.offer_changes) last[change.id] = change;
  for (const auto& [id, change] : last)
    sql << "UPDATE ticket_transfers SET status=" << static_cast<int>(change.status) << ",receiver_id=" << change.receiver
        << ",new_ticket_id=" << change.new_ticket << ",ended_at_us=" << batch.at << " WHERE id=" << id << ";";
  insert(sql,
         "INSERT INTO ticket_transfers(id,ticket_id,booking_id,show_id,sender_id,email,name,sender_name,token_hash,status,"
         "receiver_id,new_ticket_id,created_at_us,expires_at_us,ended_at_us)VALUES",
         batch.offers, [&](const OfferRow& row) {
           const OfferTicket& offer = row.offer;
           const auto ended = last.find(offer.id);
           const bool open = ended == last.end();
           const OfferChange now = open ? OfferChange{offer.id, TransferStatus::offered} : ended->second;
           sql << offer.id << "," << offer.ticket << "," << offer.booking << "," << row.show << "," << offer.user << ",";
           sql.utf8(offer.email) << ",";
           sql.utf8(offer.name) << ",";
           sql.utf8(offer.sender_name) << ",";
           sql.hex(offer.token) << "," << static_cast<int>(now.status) << "," << now.receiver << "," << now.new_ticket << ","
                                << batch.at << "," << offer.expires_at << "," << (open ? Instant{} : batch.at);
         });
  insert(sql, "INSERT INTO mail_outbox(id,recipient,subject,text_body,html_body,created_at_us)VALUES", batch.mails,
         [&](const MailRow& row) {
           sql << row.id << ",";
           sql.utf8(row.to) << ",";
           sql.utf8(row.subject) << ",";
           sql.utf8(row.text) << ",";
           sql.utf8(row.html) << "," << batch.at;
         });
}

// Who entered again has left before: that is written first, so that a person stands once in the unique key. Who entered and left
// in one batch was never in.
void append_waiting_rooms(Sql& sql, const Batch& batch) {
  std::set<std::pair<ShowId, std::uint32_t>> left;
  for (const auto& row : batch.room_left) {
    left.emplace(row.show, row.arrival);
    sql << "UPDATE room_entries SET user_id=NULL WHERE show_id=" << row.show << " AND arrival=" << row.arrival << ";";
  }
  insert(sql, "INSERT INTO room_entries(show_id,arrival,user_id,mark,joined_at_us)VALUES", batch.room_entries,
         [&](const RoomEntryRow& row) {
           sql << row.show << "," << row.arrival << ",";
           if (left.contains({row.show, row.arrival})) sql << "NULL";
           else sql << row.user;
           sql << ",";
           sql.hex(row.mark) << "," << batch.at;
         });
  insert(sql, "INSERT INTO room_draws(show_id,entries,root,drawn_at_us)VALUES", batch.room_draws, [&](const RoomDrawRow& row) {
    sql << row.show << "," << row.entries << ",";
    sql.hex(row.root) << "," << batch.at;
  });
  insert(sql, "INSERT INTO room_calls(show_id,through_no,called_at_us,basket_tenths)VALUES", batch.room_calls,
         [&](const RoomCallRow& row) {
           sql << row.show << "," << row.call.through << "," << row.call.at << "," << row.call.basket_tenths;
         });
}

}  // namespace

std::string places_blob(std::span<const seats::SeatNo> places) {
  std::string blob;
  blob.reserve(places.size() * 4);
  for (const auto place : places) {
    for (int shift = 24; shift >= 0; shift -= 8) blob += static_cast<char>(place >> shift & 0xff);
  }
  return blob;
}

std::vector<seats::SeatNo> read_places_blob(std::string_view blob) {
  std::vector<seats::SeatNo> places;
  places.reserve(blob.size() / 4);
  for (std::size_t i = 0; i + 4 <= blob.size(); i += 4) {
    seats::SeatNo place = 0;
    for (std::size_t k = 0; k < 4; ++k) place = place << 8 | static_cast<unsigned char>(blob[i + k]);
    places.push_back(place);
  }
  return places;
}

std::string to_sql(const Batch& batch, std::string_view owner) {
  Sql sql;
  sql << "START TRANSACTION;";
  append_capacities(sql, batch);
  auto fences = batch.fences;
  std::sort(fences.begin(), fences.end(), [](const Fence& a, const Fence& b) { return a.show < b.show; });
  for (const auto& fence : fences) {
    sql << "UPDATE show_leases SET version=" << fence.version << ",fence_ok=(owner=";
    sql.utf8(owner) << " AND epoch=" << fence.epoch << ") WHERE show_id=" << fence.show << ";";
  }
  insert(sql, "INSERT INTO inbox(sender,event_id,received_at_us)VALUES", batch.inbox,
         [&](const InboxRow& row) { sql.utf8(row.sender) << "," << row.event_id << "," << batch.at; });
  insert(sql,
         "INSERT INTO "
         "holds(id,show_id,user_id,status,placement,created_at_us,expires_at_us,places,key_hash,body_hash,offered)VALUES",
         batch.holds, [&](const HoldRow& row) {
           sql << row.id << "," << row.show << "," << row.user << "," << static_cast<int>(row.status) << ","
               << static_cast<int>(row.placement) << "," << row.created_at << "," << row.expires_at << ",";
           append_places(sql, row.places);
           sql << ",";
           sql.hex(row.intent.key) << ",";
           sql.hex(row.intent.body);
           sql << "," << (row.offered ? 1 : 0);
         });
  append_hold_changes(sql, batch);
  for (const auto& row : batch.hold_places) {
    sql << "UPDATE holds SET places=";
    append_places(sql, row.places);
    sql << " WHERE id=" << row.id << ";";
  }
  append_claims(sql, batch);
  append_house_seats(sql, batch);
  insert(
      sql,
      "INSERT INTO bookings(id,reference,show_id,user_id,hold_id,status,currency,fees_minor,discount_minor,tax_minor,total_minor,"
      "created_at_us,pay_by_us,promo_id,document,key_hash,body_hash)VALUES",
      batch.bookings, [&](const BookingRow& row) {
        sql << row.id << ",";
        sql.utf8(row.reference) << "," << row.show << "," << row.user << "," << row.hold << "," << static_cast<int>(row.status)
                                << ",";
        sql.utf8(row.price.total.currency.text())
            << "," << row.price.fees.amount_minor << "," << row.price.discount.amount_minor << "," << row.price.tax.amount_minor
            << "," << row.price.total.amount_minor << "," << row.created_at << "," << row.pay_by << "," << row.promo << ",";
        sql.utf8(to_document({row.lines, row.attendees, {}})) << ",";
        sql.hex(row.intent.key) << ",";
        sql.hex(row.intent.body);
      });
  insert(sql, "INSERT INTO counter_sales(booking_id,show_id,sold_by,method,reason,name,email,locale)VALUES", batch.counter_sales,
         [&](const CounterSaleRow& row) {
           sql << row.booking << "," << row.show << "," << row.by << "," << static_cast<int>(row.method) << ",";
           sql.utf8(row.reason) << ",";
           sql.utf8(row.buyer.name) << ",";
           sql.utf8(row.buyer.email) << ",";
           sql.utf8(row.buyer.locale);
         });
  append_booking_changes(sql, batch);
  append_bookings_moved(sql, batch);
  for (const auto& row : batch.bookings_money)
    sql << "UPDATE bookings SET refunded_minor=" << row.refunded_minor << ",kept_minor=" << row.kept_minor
        << " WHERE id=" << row.id << ";";
  for (const auto& row : batch.disputes_decided)
    sql << "UPDATE bookings SET dispute_decided=" << row.event_id << " WHERE id=" << row.id << ";";
  insert(sql, "INSERT INTO tickets(id,booking_id,show_id,user_id,seat_no,status,version,changed_at_us,attendee)VALUES",
         batch.tickets, [&](const TicketRow& row) {
           sql << row.id << "," << row.booking << "," << row.show << "," << row.user << "," << row.place << ",1,"
               << version_after(batch, row.show) << "," << batch.at << ",";
           sql.utf8(row.attendee);
         });
  append_ticket_changes(sql, batch);
  append_ticket_names(sql, batch);
  append_check_ins(sql, batch);
  append_offers(sql, batch);
  append_waiting_rooms(sql, batch);
  insert(sql, "INSERT INTO receipts(id,booking_id,user_id,kind,detail,created_at_us)VALUES", batch.receipts,
         [&](const ReceiptRow& row) {
           sql << row.id << "," << row.booking << "," << row.user << "," << static_cast<int>(row.kind) << ",";
           sql.utf8(row.detail) << "," << batch.at;
         });
  insert(sql, "INSERT INTO outbox(id,destination,type,body,created_at_us,traceparent)VALUES", batch.outbox,
         [&](const OutboxRow& row) {
           sql << row.id << ",";
           sql.utf8(row.destination) << ",";
           sql.utf8(row.type) << ",";
           sql.utf8(row.body) << "," << batch.at << ",";
           sql.utf8(row.traceparent);
         });
  insert(sql, "INSERT INTO journal(show_id,version,at_us,kind,batch_id,hold_id,booking_id,user_id,places)VALUES", batch.journal,
         [&](const JournalRow& row) {
           sql << row.show << "," << row.version << "," << batch.at << "," << static_cast<int>(row.kind) << "," << batch.id << ","
               << row.hold << "," << row.booking << "," << row.user << ",";
           append_places(sql, row.places);
         });
  sql << "COMMIT";
  return sql.take();
}

}  // namespace gelora::booking
