#include "booking/storage/booking_document.hpp"

#include <boost/json.hpp>

namespace gelora::booking {

namespace json = boost::json;

std::string to_document(const BookingDocument& document) {
  json::array items, names;
  for (const auto& line : document.lines) {
    items.push_back({{"seat_no", line.money.place},
                     {"label", line.label},
                     {"zone_id", line.zone.text()},
                     {"zone", line.zone_name},
                     {"price_minor", line.money.price},
                     {"fee_minor", line.money.fee},
                     {"discount_minor", line.money.discount},
                     {"tax_minor", line.money.tax},
                     {"tax_included", line.money.tax_included}});
  }
  for (const auto& [seat_no, name] : document.attendees) names.push_back({{"seat_no", seat_no}, {"name", name}});
  json::object out{{"lines", std::move(items)}, {"attendees", std::move(names)}};
  if (!document.replaced.empty()) out["replaced"] = json::array(document.replaced.begin(), document.replaced.end());
  return json::serialize(out);
}

BookingDocument read_document(const std::string& text) {
  const json::value document = json::parse(text);
  BookingDocument read;
  for (const auto& item : document.at("lines").as_array()) {
    const auto& line = item.as_object();
    const auto amount = [&line](const char* name) {
      const auto* value = line.if_contains(name);
      return value == nullptr ? 0 : value->to_number<std::int64_t>();
    };
    const auto* included = line.if_contains("tax_included");
    read.lines.push_back({{line.at("seat_no").to_number<seats::SeatNo>(), amount("price_minor"), amount("fee_minor"),
                           amount("discount_minor"), amount("tax_minor"), included == nullptr || included->as_bool()},
                          std::string{line.at("label").as_string()},
                          *parse_id_as<ZoneId>(std::string_view{line.at("zone_id").as_string()}),
                          std::string{line.at("zone").as_string()}});
  }
  for (const auto& one : document.at("attendees").as_array())
    read.attendees[one.at("seat_no").to_number<seats::SeatNo>()] = one.at("name").as_string();
  if (const auto* replaced = document.as_object().if_contains("replaced")) {
    for (const auto& label : replaced->as_array()) read.replaced.emplace_back(label.as_string());
  }
  return read;
}

}  // namespace gelora::booking
