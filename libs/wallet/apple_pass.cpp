#include "wallet/apple_pass.hpp"

#include <openssl/sha.h>

#include <boost/json.hpp>
#include <cmath>

#include "base/encoding.hpp"
#include "wallet/apple_pictures.hpp"
#include "zip/zip.hpp"

namespace gelora::wallet {
namespace {

namespace json = boost::json;

// The labels are English, and keys of the words in other languages.
constexpr std::string_view english =
    "\"STARTS\" = \"STARTS\";\n\"VENUE\" = \"VENUE\";\n\"SEAT\" = \"SEAT\";\n\"SECTION\" = \"SECTION\";\n\"ZONE\" = \"ZONE\";\n"
    "\"NAME\" = \"NAME\";\n\"ADDRESS\" = \"ADDRESS\";\n\"BOOKING\" = \"BOOKING\";\n\"TICKET NO.\" = \"TICKET NO.\";\n"
    "\"MY TICKETS\" = \"MY TICKETS\";\n\"GOOD TO KNOW\" = \"GOOD TO KNOW\";\n"
    "\"ONE PERSON, ONCE\" = \"The code lets one person in, once. Keep it to yourself: whoever shows it first gets in. A ticket "
    "that was given away or refunded since lets nobody in, also while this pass is still here.\";\n";
constexpr std::string_view indonesian =
    "\"STARTS\" = \"MULAI\";\n\"VENUE\" = \"TEMPAT\";\n\"SEAT\" = \"KURSI\";\n\"SECTION\" = \"BAGIAN\";\n\"ZONE\" = \"ZONA\";\n"
    "\"NAME\" = \"ATAS NAMA\";\n\"ADDRESS\" = \"ALAMAT\";\n\"BOOKING\" = \"KODE PESANAN\";\n\"TICKET NO.\" = \"NO. TIKET\";\n"
    "\"MY TICKETS\" = \"TIKET SAYA\";\n\"GOOD TO KNOW\" = \"PERLU DIKETAHUI\";\n"
    "\"ONE PERSON, ONCE\" = \"Kode ini berlaku untuk satu orang dan satu kali masuk. Jangan dibagikan: siapa pun yang lebih dulu "
    "menunjukkannya, dialah yang masuk. Tiket yang sudah diberikan atau dikembalikan tidak berlaku lagi, juga selama pas ini "
    "masih "
    "ada.\";\n";

std::string rgb(pdf::Colour colour) {
  const auto byte = [](double part) { return std::to_string(std::lround(part * 255)); };
  return "rgb(" + byte(colour.red) + ", " + byte(colour.green) + ", " + byte(colour.blue) + ")";
}

// A field without a value is left out.
void add(json::array& fields, std::string_view key, std::string_view label, std::string_view value) {
  if (!value.empty()) fields.push_back({{"key", key}, {"label", label}, {"value", value}});
}

json::object fields_of(const Pass& pass) {
  json::array primary, secondary, auxiliary, back;
  add(primary, "artist", pass.title, pass.artist);
  add(secondary, "venue", "VENUE", pass.venue);
  secondary.push_back({{"key", "starts"},
                       {"label", "STARTS"},
                       {"value", pass.starts_at},
                       {"dateStyle", "PKDateStyleMedium"},
                       {"timeStyle", "PKDateStyleShort"},
                       {"ignoresTimeZone", true}});
  add(auxiliary, "seat", "SEAT", pass.seat);
  add(auxiliary, "section", "SECTION", pass.section);
  add(auxiliary, "zone", "ZONE", pass.zone);
  add(back, "holder", "NAME", pass.holder);
  add(back, "address", "ADDRESS", pass.address);
  add(back, "reference", "BOOKING", pass.reference);
  add(back, "ticket", "TICKET NO.", pass.ticket);
  add(back, "link", "MY TICKETS", pass.link);
  add(back, "note", "GOOD TO KNOW", "ONE PERSON, ONCE");
  json::array header;
  add(header, "name", "NAME", pass.holder);
  return {{"headerFields", std::move(header)},
          {"primaryFields", std::move(primary)},
          {"secondaryFields", std::move(secondary)},
          {"auxiliaryFields", std::move(auxiliary)},
          {"backFields", std::move(back)}};
}

json::object semantics_of(const Pass& pass) {
  json::object seat{{"seatDescription", pass.zone}};
  if (!pass.section.empty()) seat["seatSection"] = pass.section;
  if (!pass.seat.empty()) seat["seatNumber"] = pass.seat;
  json::object tags{
      {"eventType", "PKEventTypeLivePerformance"}, {"eventName", pass.title}, {"performerNames", json::array{pass.artist}},
      {"eventStartDate", pass.starts_at},          {"venueName", pass.venue}, {"seats", json::array{std::move(seat)}}};
  if (!pass.holder.empty()) tags["attendeeName"] = pass.holder;
  return tags;
}

std::string manifest_of(const std::vector<std::pair<std::string, std::string>>& files) {
  json::object manifest;
  for (const auto& [name, bytes] : files) {
    unsigned char hash[SHA_DIGEST_LENGTH];
    SHA1(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash);
    manifest[name] = base::to_hex({hash, sizeof hash});
  }
  return json::serialize(manifest);
}

}  // namespace

std::string apple_json(const Pass& pass, std::string_view pass_type, std::string_view team) {
  const std::string text = rgb(pdf::readable_on(pass.palette[0]));
  json::array codes{json::object{{"format", "PKBarcodeFormatQR"}, {"message", pass.code}, {"messageEncoding", "iso-8859-1"}}};
  return json::serialize(
      json::object{{"formatVersion", 1},
                   {"passTypeIdentifier", pass_type},
                   {"teamIdentifier", team},
                   {"serialNumber", pass.ticket},
                   {"organizationName", "Gelora"},
                   {"description", pass.artist + " · " + pass.title},
                   {"groupingIdentifier", pass.show},
                   {"sharingProhibited", true},
                   {"relevantDate", pass.starts_at},
                   {"relevantDates", json::array{json::object{{"date", pass.starts_at}, {"relevantDate", pass.starts_at}}}},
                   {"expirationDate", pass.ends_at},
                   {"backgroundColor", rgb(pass.palette[0])},
                   {"foregroundColor", text},
                   {"labelColor", text},
                   {"barcodes", std::move(codes)},
                   {"semantics", semantics_of(pass)},
                   {"eventTicket", fields_of(pass)}});
}

std::string apple_pass(const Pass& pass, const AppleKey& key) {
  auto files = apple_pictures(pass);
  files.emplace_back("pass.json", apple_json(pass, key.pass_type(), key.team()));
  files.emplace_back("en.lproj/pass.strings", english);
  files.emplace_back("id.lproj/pass.strings", indonesian);
  std::string manifest = manifest_of(files);
  std::string signature = key.sign(manifest);
  files.emplace_back("manifest.json", std::move(manifest));
  files.emplace_back("signature", std::move(signature));
  return zip::pack(files);
}

}  // namespace gelora::wallet
