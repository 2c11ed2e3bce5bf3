#include "booking/api/message_forms.hpp"

#include "mail/mime.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

// What a text may be, so that a mail with it stays small whatever stands for its placeholders.
struct Bounds {
  std::size_t bytes, paragraphs, placeholders;
};
constexpr Bounds of_subject{150, 1, 5}, of_body{5000, 100, 50};

constexpr std::uint32_t with_tickets =
    bit_of(BookingStatus::confirmed) | bit_of(BookingStatus::partially_refunded) | bit_of(BookingStatus::substituted);

std::uint32_t read_statuses(http::ObjectReader& reader, http::FieldFaults& faults) {
  std::uint32_t statuses = 0;
  const auto* list = reader.array("statuses", 1, 8);
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const std::string_view name = (*list)[i].is_string() ? std::string_view{(*list)[i].get_string()} : std::string_view{};
    const auto* found = std::find_if(std::begin(all_statuses), std::end(all_statuses),
                                     [name](auto one) { return name_of(one) == name && may_be_written_to(one); });
    if (found != std::end(all_statuses)) statuses |= bit_of(*found);
    else faults.add(reader.pointer_of("statuses") + "/" + std::to_string(i), "is no status of those who may be written to");
  }
  return statuses;
}

void read_filter(http::ObjectReader& reader, const Show& show, http::FieldFaults& faults, MessageContent& content) {
  MessageFilter& filter = content.filter;
  if (reader.has("statuses")) filter.statuses = read_statuses(reader, faults);
  if (reader.has("zone_id") && !reader.is_null("zone_id")) {
    const auto id = reader.id("zone_id");
    filter.zone = {id.value_or(0)};
    const bool known =
        std::any_of(show.zones.begin(), show.zones.end(), [&filter](const auto& zone) { return zone.id == filter.zone; });
    if (id && !known) reader.fault("zone_id", "this show has no such zone");
    if (content.whole_concert) reader.fault("zone_id", "is of one show only");
  }
  if (reader.has("admitted") && !reader.is_null("admitted")) {
    const auto came = reader.optional_boolean("admitted");
    filter.admitted = came.value_or(false) ? Admitted::yes : Admitted::not_yet;
  }
  if (reader.has("language") && !reader.is_null("language")) {
    filter.language = reader.optional_text("language", 2, 2).value_or("");
    if (filter.language != "id" && filter.language != "en") reader.fault("language", "must be id or en");
  }
}

void read_whom(http::ObjectReader& reader, const Show& show, http::FieldFaults& faults, MessageContent& content) {
  content.filter.statuses = with_tickets;
  content.whole_concert = reader.optional_boolean("whole_concert").value_or(false);
  if (!reader.has("filter")) return;
  const auto* object = reader.object("filter");
  if (object == nullptr) return;
  http::ObjectReader filter(*object, "/filter", faults);
  read_filter(filter, show, faults, content);
  filter.unknown_members();
}

std::string read_words(http::ObjectReader& reader, std::string_view name, Bounds most) {
  auto text = reader.text(name, 0, most.bytes);
  if (!text) return {};
  const auto unknown = unknown_placeholders(*text);
  if (!unknown.empty()) reader.fault(name, "has the unknown placeholder " + unknown.front());
  if (paragraphs_of(*text).size() > most.paragraphs)
    reader.fault(name, "has more than " + std::to_string(most.paragraphs) + " paragraphs");
  if (count_placeholders(*text) > most.placeholders)
    reader.fault(name, "has more than " + std::to_string(most.placeholders) + " placeholders");
  return std::move(*text);
}

// {"id", "en"}
std::pair<std::string, std::string> read_both(http::ObjectReader& reader, std::string_view name, Bounds most,
                                              http::FieldFaults& faults) {
  if (!reader.has(name)) {
    reader.fault(name, "is missing");
    return {};
  }
  const auto* object = reader.object(name);
  if (object == nullptr) return {};
  http::ObjectReader both(*object, reader.pointer_of(name), faults);
  auto id = read_words(both, "id", most);
  auto en = read_words(both, "en", most);
  both.unknown_members();
  return {std::move(id), std::move(en)};
}

json::object filter_json(const MessageFilter& filter) {
  json::array statuses;
  for (const auto name : names_of_statuses(filter.statuses)) statuses.emplace_back(name);
  json::value zone = nullptr, admitted = nullptr, language = nullptr;
  if (filter.zone) zone = filter.zone.text();
  if (filter.admitted != Admitted::whoever) admitted = filter.admitted == Admitted::yes;
  if (!filter.language.empty()) language = filter.language;
  return {{"statuses", std::move(statuses)},
          {"zone_id", std::move(zone)},
          {"admitted", std::move(admitted)},
          {"language", std::move(language)}};
}

json::value time_json(std::optional<Instant> at) {
  if (!at) return nullptr;
  return json::value(to_rfc3339(*at));
}

}  // namespace

std::variant<MessageContent, Answer> read_message(const Request& request, const Show& show) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  MessageContent content;
  read_whom(reader, show, faults, content);
  auto& words = content.words;
  std::tie(words.subject_id, words.subject_en) = read_both(reader, "subject", of_subject, faults);
  std::tie(words.body_id, words.body_en) = read_both(reader, "body", of_body, faults);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return content;
}

std::variant<MessageContent, Answer> read_audience(const Request& request, const Show& show) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  MessageContent content;
  read_whom(reader, show, faults, content);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return content;
}

json::object message_json(const Message& message) {
  const auto& words = message.content.words;
  return {{"id", message.id.text()},
          {"show_id", message.show.text()},
          {"whole_concert", message.content.whole_concert},
          {"status", name_of(message.status)},
          {"subject", {{"id", words.subject_id}, {"en", words.subject_en}}},
          {"body", {{"id", words.body_id}, {"en", words.body_en}}},
          {"filter", filter_json(message.content.filter)},
          {"version", message.version},
          {"tested", message.tested},
          {"total", message.total},
          {"sent", message.sent},
          {"left_out", message.left_out},
          {"created_at", to_rfc3339(message.created_at)},
          {"updated_at", to_rfc3339(message.updated_at)},
          {"begun_at", time_json(message.begun_at)},
          {"finished_at", time_json(message.finished_at)}};
}

}  // namespace gelora::booking
