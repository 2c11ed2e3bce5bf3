// A body is refused whole, or its fields are read or complained of; a complaint is an answer that can be sent.
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/json_text.hpp"
#include "fuzz/fuzz.hpp"
#include "http/body.hpp"

using namespace gelora::http;

namespace {

void must_be_sendable(const Answer& answer) {
  CHECK(answer.status >= 400 && answer.status < 500 && answer.problem && answer.problem->type.status == answer.status);
  CHECK(boost::json::parse(boost::json::serialize(answer.problem->extras)).as_object() == answer.problem->extras);
}

void read_item(ObjectReader& reader) {
  const auto id = reader.optional_id("id");
  CHECK(!id || *id > 0);
  const auto count = reader.optional_integer("count", -5, 5);
  CHECK(!count || (*count >= -5 && *count <= 5));
  reader.unknown_members();
}

}  // namespace

FUZZ(bytes) {
  // what we write ourselves, Boost reads as it was meant, if it is UTF-8 at all
  std::string ours;
  gelora::base::append_json_string(ours, bytes);
  boost::system::error_code not_utf8, ignored;
  boost::json::parse(boost::json::serialize(boost::json::value(bytes)), not_utf8);
  const auto read = boost::json::parse(ours, ignored);
  CHECK(not_utf8 || read == boost::json::value(bytes));

  Request request;
  request.headers.push_back({FieldName::content_type, "Content-Type", "application/json"});
  request.body = bytes;
  JsonBody body(request);
  if (body.refused()) return must_be_sendable(*body.refused());
  FieldFaults faults;
  auto reader = body.reader(faults);
  const auto name = reader.text("name", 2, 10);
  CHECK(!name || (name->size() >= 2 && name->size() <= 10));
  CHECK(!name || reader.has("name"));
  reader.optional_boolean("yes");
  reader.id("show");
  reader.integer("amount", 1, INT64_MAX);
  if (const auto* object = reader.object("best")) {
    ObjectReader best(*object, "/best", faults);
    read_item(best);
  }
  if (const auto* list = reader.array("list", 1, 4)) {
    CHECK(!list->empty() && list->size() <= 4);
    for (const auto& one : *list) {
      if (!one.is_object()) continue;
      ObjectReader item(one.get_object(), "/list/0", faults);
      read_item(item);
    }
  }
  reader.unknown_members();
  if (!faults.none()) must_be_sendable(faults.problem());
}
