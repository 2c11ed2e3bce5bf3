#include <algorithm>

#include "booking/api/api.hpp"
#include "booking/api/lasting_ticket.hpp"
#include "booking/api/problems.hpp"
#include "booking/app/ask_receipt.hpp"
#include "booking/app/invoicing.hpp"
#include "booking/storage/invoices.hpp"

namespace gelora::booking {

Answer pdf_answer(std::string pdf, const std::string& name) {
  Answer answer;
  answer.content_type = "application/pdf";
  answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + ".pdf\"");
  answer.headers.emplace_back("Cache-Control", "private, no-store");
  answer.body = std::move(pdf);
  return answer;
}

Task<Answer> get_ticket_pdf(Api& api, Request& request) {
  const auto found = co_await lasting_ticket(api, request, answer(CodesRotate{}));
  if (const auto* refused = std::get_if<Answer>(&found)) co_return *refused;
  const auto& purchase = std::get<Purchase>(found);
  const Language language = l10n::language_of(request.header(http::FieldName::accept_language));
  auto draw = [title = tickets_title(purchase, language), sheets = ticket_sheets(purchase, api.signer, language),
               made = purchase.booking.created_at] { return pdf::ticket_pdf(title, sheets, made); };
  auto pdf = co_await api.printing.for_person(request.caller->user, std::move(draw));
  if (!pdf) co_return http::too_many_requests(1);
  co_return pdf_answer(std::move(*pdf), "gelora-" + purchase.tickets.front().id.text());
}

Task<Answer> get_invoice_pdf(Api& api, Request& request) {
  const auto id = parse_id_as<BookingId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto invoice = co_await find_invoice(api.app.pool, *id, request.caller->user);
  if (!invoice) co_return nothing_here();
  auto draw = [document = invoice->document, at = invoice->issued_at] { return print_invoice(document, at); };
  auto pdf = co_await api.printing.for_person(request.caller->user, std::move(draw));
  if (!pdf) co_return http::too_many_requests(1);
  co_return pdf_answer(std::move(*pdf), "invoice-" + sheet_of(invoice->document).number.value);
}

Task<Answer> create_receipt(Api& api, Request& request) {
  const auto id = parse_id_as<BookingId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto outcome = co_await ask_receipt(api.app, *id, request.caller->user);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

}  // namespace gelora::booking
