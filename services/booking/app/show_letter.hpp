// What all mails about a show have.
#pragma once
#include "booking/app/letter.hpp"
#include "booking/app/purchase.hpp"

namespace gelora::booking {

std::string name_of_show(const ShowText& show);
// With the show's band; without words yet.
Letter letter_about(const ShowText& show, Language language);
// "Tribun 1 · Kategori 2", "Standing area".
std::string place_detail(const PlaceText& place, Language language);
// The content id of a ticket's picture.
std::string picture_of(const TicketView& ticket);
// The tickets that are good for an entry, with their codes.
void add_codes(Letter& letter, const Purchase& purchase, Language language);

}  // namespace gelora::booking
