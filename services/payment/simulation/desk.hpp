// booking-service as payment-service sees it: what a booking costs, and how its desk answers events (see services/booking/app/
// take_payment_event.hpp). It takes each event once, and tells its own until they are taken.
#pragma once
#include <algorithm>
#include <set>

#include "outbox/outbox.hpp"
#include "payment/clients/booking.hpp"
#include "payment/simulation/nature.hpp"

namespace gelora::payment::simulation {

class SimulatedBookings final : public Bookings {
 public:
  SimulatedBookings(Nature& nature, IdGenerator& ids) : wire(nature), nature_(nature), ids_(ids) {}

  Task<std::optional<AmountDue>> amount_due(BookingId booking, UserId user, std::string traceparent) override;
  Task<std::optional<RefundQuote>> refund_quote(BookingId booking, std::string traceparent) override;

  BookingId book(UserId user, Instant pay_by, bool seats_stay_free);
  // For cash: paid, and its tickets are valid, before payment-service hears of it.
  BookingId sell_at_counter();
  // By its buyer: what the rule leaves goes back.
  void cancel(BookingId id);
  // By its organiser: the show does not take place.
  void call_off(BookingId id);
  void use_a_ticket(BookingId id);
  // The seats of what was not paid are free a minute after pay_by, whatever payment-service says.
  void let_go_of_overdue();
  // False when it cannot be taken yet.
  bool take(std::uint64_t event_id, const std::string& type, const boost::json::object& data);

  enum class State { awaiting_payment, confirmed, partially_refunded, refund_pending, refunded, cancelled, expired };
  enum class TicketState { valid, used, frozen, voided };
  struct Ticket {
    TicketId id;
    std::int64_t amount_minor = 0;
    TicketState state = TicketState::valid;
  };
  struct Booking {
    UserId user;
    Money total;
    Instant pay_by;
    bool seats_stay_free = false;
    State state = State::awaiting_payment;
    PaymentId payment;
    std::vector<Ticket> tickets{};
    std::int64_t fee_kept = 0;       // by the show's rule, when its buyer cancelled it
    bool told_it_is_closed = false;  // without money
  };
  // Money that the desk asked payment-service to give back.
  struct Ask {
    PaymentId payment;
    std::string reason;
    std::optional<std::int64_t> amount_minor;
  };
  static bool has_tickets(const Booking& booking) {
    return std::any_of(booking.tickets.begin(), booking.tickets.end(),
                       [](const Ticket& one) { return one.state != TicketState::voided; });
  }
  static bool is_paid(State state) { return state == State::confirmed || state == State::partially_refunded; }

  Wire wire;
  std::map<BookingId, Booking> bookings;
  std::vector<Ask> asked;
  std::map<std::uint64_t, outbox::Event> outbox;

 private:
  static std::vector<Ticket*> live(Booking& booking);
  void tell(std::string type, BookingId booking, boost::json::object data);
  void ask(BookingId id, PaymentId payment, std::string reason, std::optional<std::int64_t> amount_minor);
  void captured(BookingId id, Booking& booking, PaymentId payment, Money money);
  void void_tickets(BookingId id, Booking& booking, PaymentId payment, const boost::json::object& data);
  void disputed(Booking& booking, PaymentId payment, const std::string& type);

  Nature& nature_;
  IdGenerator& ids_;
  std::set<std::uint64_t> inbox_;
  std::uint64_t events_ = 0;
};

}  // namespace gelora::payment::simulation
