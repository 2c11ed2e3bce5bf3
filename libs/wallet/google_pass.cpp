#include "wallet/google_pass.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>

namespace gelora::wallet {
namespace {

namespace json = boost::json;

// The whole link has to stay short: browsers and Google's own page cut long ones.
constexpr std::size_t longest_text = 64;  // characters

std::string cut(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t characters = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
    if (begins && characters++ == longest_text) return std::string{text.substr(0, at)} + "…";
  }
  return std::string{text};
}

json::object worded(std::string_view text) { return {{"defaultValue", {{"language", "id"}, {"value", cut(text)}}}}; }

struct Account {
  std::string email, key_id, key;
};

Account account_of(std::string_view text) {
  boost::system::error_code error;
  const json::value value = json::parse(text, error);
  const auto* object = value.if_object();
  if (error || object == nullptr) throw std::runtime_error("not the JSON of a service account's key");
  const auto member = [object](const char* name) {
    const auto* found = object->if_contains(name);
    if (found == nullptr || !found->is_string() || found->get_string().empty())
      throw std::runtime_error(std::string{"no "} + name + ": not the JSON of a service account's key");
    return std::string{found->get_string()};
  };
  if (member("type") != "service_account") throw std::runtime_error("its type is not service_account");
  return {member("client_email"), member("private_key_id"), member("private_key")};
}

json::object class_of(const Pass& pass, const std::string& id) {
  return {{"id", id},
          {"issuerName", "Gelora"},
          {"reviewStatus", "UNDER_REVIEW"},
          {"multipleDevicesAndHoldersAllowedStatus", "ONE_USER_ALL_DEVICES"},
          {"eventName", worded(pass.artist + " · " + pass.title)},
          {"venue", {{"name", worded(pass.venue)}, {"address", worded(pass.address)}}},
          {"dateTime", {{"start", pass.starts_at}}}};
}

json::object object_of(const Pass& pass, const std::string& id, const std::string& class_id) {
  json::object seat;
  if (!pass.seat.empty()) seat["seat"] = worded(pass.seat);
  seat["section"] = worded(pass.section.empty() ? pass.zone : pass.section);
  json::object ticket{{"id", id},
                      {"classId", class_id},
                      {"state", "ACTIVE"},
                      {"ticketNumber", pass.ticket},
                      {"ticketType", worded(pass.zone)},
                      {"seatInfo", std::move(seat)},
                      {"barcode", {{"type", "QR_CODE"}, {"value", pass.code}}},
                      {"validTimeInterval", {{"end", {{"date", pass.ends_at}}}}},
                      {"hexBackgroundColor", pdf::hex_of(pass.palette[0])}};
  if (!pass.holder.empty()) ticket["ticketHolderName"] = cut(pass.holder);
  if (!pass.reference.empty()) ticket["reservationInfo"] = json::object{{"confirmationCode", pass.reference}};
  return ticket;
}

}  // namespace

GoogleKey::GoogleKey(std::string_view account, std::string issuer)
    : issuer_(std::move(issuer)), email_(account_of(account).email), key_(account_of(account).key, account_of(account).key_id) {
  if (issuer_.empty() || !std::all_of(issuer_.begin(), issuer_.end(), [](char c) { return c >= '0' && c <= '9'; }))
    throw std::runtime_error("the issuer's id is not a number");
}

std::string GoogleKey::save_url(const Pass& pass, const std::string& origin, base::Instant now) const {
  const std::string class_id = issuer_ + ".show-" + pass.show, id = issuer_ + ".ticket-" + pass.ticket;
  return "https://pay.google.com/gp/v/save/" +
         key_.sign(json::serialize(json::object{{"iss", email_},
                                                {"aud", "google"},
                                                {"typ", "savetowallet"},
                                                {"iat", now.us / 1'000'000},
                                                {"origins", json::array{origin}},
                                                {"payload",
                                                 {{"eventTicketClasses", json::array{class_of(pass, class_id)}},
                                                  {"eventTicketObjects", json::array{object_of(pass, id, class_id)}}}}}));
}

}  // namespace gelora::wallet
