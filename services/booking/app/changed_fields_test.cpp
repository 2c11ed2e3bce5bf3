#include "booking/app/changed_fields.hpp"

#include <gtest/gtest.h>
#include <boost/json.hpp>

namespace gelora::booking {
namespace {

namespace json = boost::json;

const std::map<std::string, std::string> zones{{"1", "VIP"}, {"2", "Lantai"}};

// "price VIP: 5 -> 6", a line each.
std::string told(const std::vector<ChangedField>& fields) {
  std::string text;
  for (const auto& one : fields) {
    text += one.field + (one.of.empty() ? "" : " " + one.of) + ": " + json::serialize(one.before) + " -> " +
            json::serialize(one.after) + "\n";
  }
  return text;
}
std::string told(std::string_view before, std::string_view after) {
  return told(changed_fields(json::parse(before), json::parse(after), zones));
}
std::string told(JournalKind kind, std::string_view detail) {
  return told(changed_fields_of_deed(kind, json::parse(detail).as_object()));
}

TEST(ChangedFields, AreThoseThatDiffer) {
  EXPECT_EQ(told(R"({"a":1,"b":"x","c":null})", R"({"a":2,"b":"x","c":""})"), "a: 1 -> 2\n");
}

TEST(ChangedFields, OfWhatIsNewOrGoneAreAllThatItHas) {
  EXPECT_EQ(told("null", R"({"id":"7","name":"Aula","city":"Bandung","address":""})"), "city: null -> \"Bandung\"\n");
  EXPECT_EQ(told(R"({"id":"7","name":"Aula","city":"Bandung"})", "null"), "city: \"Bandung\" -> null\n");
  EXPECT_EQ(told(R"({"id":"7","name":"Aula"})", R"({"id":"7","name":"Balai"})"), "name: \"Aula\" -> \"Balai\"\n");
}

TEST(ChangedFields, AreNotWhatIsKeptForOurselves) {
  EXPECT_EQ(told(R"({"_version":1,"revision":3,"id":"1"})", R"({"_version":2,"revision":4,"id":"1"})"), "");
}

TEST(ChangedFields, OfZonesNameTheZone) {
  EXPECT_EQ(told(R"({"zones":[{"id":"1","price":5,"fee":1},{"id":"2","price":7}]})",
                 R"({"zones":[{"id":"1","price":6,"fee":1},{"id":"2","price":7},{"id":"3","price":9}]})"),
            "price VIP: 5 -> 6\nprice: null -> 9\n");
  EXPECT_EQ(told(R"({"zones":[{"id":"1","price":5}],"a":1})", "null"), "a: 1 -> null\n") << "its zones are gone with it";
}

TEST(ChangedFields, OfGatesNameWhereTheyLead) {
  EXPECT_EQ(told(R"({"gates":{"A":["1"],"B":["1"]}})", R"({"gates":{"A":["1","2"],"C":["2"]}})"),
            "gate A: [\"VIP\"] -> [\"VIP\",\"Lantai\"]\ngate B: [\"VIP\"] -> null\ngate C: null -> [\"Lantai\"]\n");
  EXPECT_EQ(told("null", R"({"zone_ids":["2"],"zone_id":"1"})"), "zones: null -> [\"Lantai\"]\nzone: null -> \"VIP\"\n");
}

TEST(ChangedFields, OfEarlierReleasesAreRead) {
  EXPECT_EQ(told(R"({"opens_at_us":0,"zones":"0:5+1"})", R"({"opens_at_us":1000000,"zones":"0:6+1"})"),
            "opens_at: \"1970-01-01T00:00:00Z\" -> \"1970-01-01T00:00:01Z\"\n");
}

TEST(ChangedFields, OfDeedsAreReadFromTheirDetail) {
  EXPECT_EQ(told(JournalKind::kept, R"({"name":"Sponsor","places":["A-1"]})"), "places: null -> [\"A-1\"]\n");
  EXPECT_EQ(told(JournalKind::let_go, R"({"places":["A-1"]})"), "places: [\"A-1\"] -> null\n");
  EXPECT_EQ(told(JournalKind::moved, R"({"places":["A-1"],"to":["A-2"]})"), "places: [\"A-1\"] -> [\"A-2\"]\n");
  EXPECT_EQ(told(JournalKind::renamed, R"({"places":["A-1"],"before":"Ani","after":"Budi"})"),
            "attendee A-1: \"Ani\" -> \"Budi\"\n");
  EXPECT_EQ(told(JournalKind::renamed, R"({"places":["A-1"]})"), "attendee A-1: null -> null\n") << "names were forgotten";
}

}  // namespace
}  // namespace gelora::booking
