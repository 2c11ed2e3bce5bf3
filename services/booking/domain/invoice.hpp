// Invoices and credit notes: how they are numbered. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace gelora::booking {

// Numbers are those of the database.
enum class InvoiceKind : std::uint8_t { invoice = 1, credit_note = 2 };

// "NADA-2026-000123": the first letters of who sells, the year, and the seller's next number. Numbers of one seller are gapless
// and go on through the years; invoices and credit notes share them.
std::string invoice_number(std::string_view seller, int year, std::uint64_t number);

}  // namespace gelora::booking
