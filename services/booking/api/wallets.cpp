// Tickets for the wallets of phones, where there is a key for it. See docs/wallets.md.
#include "booking/api/wallets.hpp"

#include "booking/api/lasting_ticket.hpp"
#include "booking/app/wallet_pass.hpp"
#include "http/problem.hpp"
#include "wallet/apple_pass.hpp"

namespace gelora::booking {
namespace {

constexpr http::ProblemType not_configured{404, "wallet-not-configured", "This wallet is not offered here"};
constexpr http::ProblemType code_rotates{409, "ticket-code-rotates", "The code of this ticket changes"};

Answer no_key(std::string_view wallet) {
  return http::problem(not_configured,
                       "This site has no key for " + std::string{wallet} + ". The ticket in My tickets is as good.");
}

// Wallets show one code, or would have to be told the secret of those that change.
Answer rotates() { return http::problem(code_rotates, "A wallet cannot change it: show it on a phone, in My tickets."); }

}  // namespace

boost::json::array wallets_of(const wallet::Keys& keys, const TicketView& ticket, const Show& show, Instant now) {
  boost::json::array names;
  if (!can_be_shown(ticket.status) || show.codes == TicketCodes::rotating) return names;
  if (keys.has_apple(now)) names.emplace_back("apple");
  if (keys.google) names.emplace_back("google");
  return names;
}

Task<Answer> get_apple_pass(Api& api, Request& request) {
  Answer no = rotates();
  const auto found = co_await lasting_ticket(api, request, std::move(no));
  if (const auto* refused = std::get_if<Answer>(&found)) co_return *refused;
  if (!api.wallets.has_apple(request.now)) co_return no_key("Apple Wallet");
  auto make = [pass = wallet_pass(std::get<Purchase>(found), api.signer, api.public_url), &key = *api.wallets.apple] {
    return wallet::apple_pass(pass, key);
  };
  auto file = co_await api.printing.for_person(request.caller->user, std::move(make));
  if (!file) co_return http::too_many_requests(1);
  Answer answer;
  answer.content_type = "application/vnd.apple.pkpass";
  answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"gelora-" +
                                                         std::get<Purchase>(found).tickets.front().id.text() + ".pkpass\"");
  answer.headers.emplace_back("Cache-Control", "private, no-store");
  answer.body = std::move(*file);
  co_return answer;
}

Task<Answer> get_google_pass(Api& api, Request& request) {
  Answer no = rotates();
  const auto found = co_await lasting_ticket(api, request, std::move(no));
  if (const auto* refused = std::get_if<Answer>(&found)) co_return *refused;
  if (!api.wallets.google) co_return no_key("Google Wallet");
  auto make = [pass = wallet_pass(std::get<Purchase>(found), api.signer, api.public_url), &key = *api.wallets.google,
               origin = api.public_url, now = request.now] { return key.save_url(pass, origin, now); };
  const auto link = co_await api.printing.for_person(request.caller->user, std::move(make));
  if (!link) co_return http::too_many_requests(1);
  Answer answer = http::json_answer(http::to_text(boost::json::object{{"save_url", *link}}));
  answer.headers.emplace_back("Cache-Control", "private, no-store");
  co_return answer;
}

}  // namespace gelora::booking
