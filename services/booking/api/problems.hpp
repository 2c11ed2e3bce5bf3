// Every outcome of the use cases as an answer. A new outcome without a line here does not compile.
#pragma once
#include "booking/app/ask_receipt.hpp"
#include "booking/app/book_hold.hpp"
#include "booking/app/hold_seats.hpp"
#include "booking/app/messages.hpp"
#include "booking/app/sell_at_counter.hpp"
#include "booking/app/transfers.hpp"
#include "http/problem.hpp"

namespace gelora::booking {

using http::Answer;

// 404 for whatever an address names that is not there, or not yours.
Answer nothing_here();

Answer answer(const NoSuchShow&);
Answer answer(const WishIsWrong&);
Answer answer(const seats::SeatsTaken&);
Answer answer(const seats::NotEnoughSeats&);
Answer answer(const seats::TooManyTickets&);
Answer answer(const seats::UnknownPlaces&);
Answer answer(const SaleNotOpen&);
Answer answer(const SaleClosed&);
Answer answer(const CoolingDown&);
Answer answer(const NetworkIsFull&);
Answer answer(const NotYourTurn&);
Answer answer(const KeyReused&);
Answer answer(const KeyInFlight&);
Answer answer(const NoSuchHold&);
Answer answer(const HoldReleased&);
Answer answer(const HoldExpired&);
Answer answer(const HoldAlreadyBooked&);
Answer answer(const UnknownAttendeeSeat&);
Answer answer(const NoSuchBooking&);
Answer answer(const NotCancellable&);
Answer answer(const NotDeclinable&);
Answer answer(const PromoInvalid&);
Answer answer(const TooManyGuesses&);
Answer answer(const MailPromised&);
Answer answer(const NoValidTicket&);
Answer answer(const AskedTooOften&);
Answer answer(const NoSuchTicket&);
Answer answer(const NotTransferable&);
Answer answer(const TransferOpen&);
Answer answer(const TransferGone&);
Answer answer(const OwnTicket&);
Answer answer(const OwnAddress&);
Answer answer(const OfferTakenBack&);
Answer answer(const GoneFree&);
Answer answer(const NotKept&);
Answer answer(const PriceIsAnother&);
Answer answer(const CodesRotate&);
Answer answer(const NotMovable&);
Answer answer(const OtherZone&);
Answer answer(const NotTested&);
Answer answer(const NobodyToTell&);

// Every outcome but the one that is answered with what was done.
template <class Done, class Outcome>
Answer refusal(const Outcome& outcome) {
  return std::visit(
      [](const auto& one) -> Answer {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, Done>) return nothing_here();
        else return answer(one);
      },
      outcome);
}

// 409: what was asked of a message does not go with its status.
Answer wrong_status_of_message(std::string_view status);

}  // namespace gelora::booking
