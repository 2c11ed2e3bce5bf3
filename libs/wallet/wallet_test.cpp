#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "base/encoding.hpp"
#include "testkit/certificates.hpp"
#include "wallet/apple_pass.hpp"
#include "wallet/apple_pictures.hpp"
#include "wallet/google_pass.hpp"

namespace gelora::wallet {
namespace {

using testing::HasSubstr;

constexpr base::Instant now{1'795'348'800'000'000};  // 2026-11-22T12:00:00Z
constexpr base::Duration day = std::chrono::hours{24};

Pass pass_of(const std::string& name) {
  Pass pass;
  pass.ticket = "7301444403200000901";
  pass.show = "7301444403200000201";
  pass.artist = pass.title = pass.venue = pass.address = pass.zone = pass.section = pass.holder = name;
  pass.seat = "A-12";
  pass.reference = "7K3QFM2A";
  pass.starts_at = "2027-03-06T19:30:00+07:00";
  pass.ends_at = "2027-03-07T07:30:00+07:00";
  pass.code = "GT1." + std::string(114, 'Q');
  pass.link = "https://gelora.example/tickets";
  pass.palette = {pdf::colour_of("#1b1464"), pdf::colour_of("#e84a5f"), pdf::colour_of("#ffd166")};
  pass.poster_seed = 11;
  return pass;
}

testkit::Certified apple_root(base::Instant ends = now + 900 * day) {
  return testkit::make_certificate({.subject = {{"CN", "Test WWDR"}}, .begins = now - day, .ends = ends});
}
testkit::CertificateWish pass_type() {
  return {.subject = {{"UID", "pass.test.gelora"}, {"CN", "Pass Type ID: pass.test.gelora"}, {"OU", "TEAM000001"}},
          .begins = now - day,
          .ends = now + 300 * day};
}

// What the key's constructor says against it.
std::string refusal(const std::string& certificate, const std::string& key, const std::string& intermediate,
                    base::Instant at = now) {
  try {
    AppleKey(certificate, key, intermediate, at);
    return "none";
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

TEST(ApplePass, SaysWhatTheTicketSays) {
  const auto json = boost::json::parse(apple_json(pass_of("Langit Karsa"), "pass.test.gelora", "TEAM000001")).as_object();
  EXPECT_EQ(json.at("formatVersion"), 1);
  EXPECT_EQ(json.at("serialNumber"), "7301444403200000901");
  EXPECT_EQ(json.at("passTypeIdentifier"), "pass.test.gelora");
  EXPECT_EQ(json.at("teamIdentifier"), "TEAM000001");
  EXPECT_EQ(json.at("barcodes").at(0).at("message"), boost::json::value(pass_of("x").code));
  EXPECT_EQ(json.at("barcodes").at(0).at("format"), "PKBarcodeFormatQR");
  EXPECT_EQ(json.at("relevantDate"), "2027-03-06T19:30:00+07:00");
  EXPECT_EQ(json.at("backgroundColor"), "rgb(27, 20, 100)");
  EXPECT_EQ(json.at("foregroundColor"), "rgb(255, 255, 255)");
  EXPECT_EQ(json.at("semantics").at("seats").at(0).at("seatNumber"), "A-12");
  EXPECT_EQ(json.at("semantics").at("performerNames").at(0), "Langit Karsa");
}

TEST(ApplePass, LeavesOutWhatThereIsNot) {
  Pass standing = pass_of("Festival");
  standing.section = standing.seat = standing.holder = standing.reference = "";
  const auto text = apple_json(standing, "pass.test.gelora", "TEAM000001");
  for (const auto* name : {"seatNumber", "seatSection", "attendeeName", "\"reference\"", "\"SEAT\"", "\"NAME\""})
    EXPECT_THAT(text, testing::Not(HasSubstr(name)));
}

class Names : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Hostile, Names,
                         testing::Values("<script>alert(1)</script>", "\"},{\"a\":\"b", "محمد الأمين \xe2\x80\xae gnirts",
                                         "🎸🎤👩‍👩‍👧", std::string(200, 'W'), std::string(200, '"'),
                                         "王小明 ꦲꦏ꧀ꦱꦫꦗꦮ"));

TEST_P(Names, StandInAnApplePassAsTheyAre) {
  const auto json = boost::json::parse(apple_json(pass_of(GetParam()), "pass.test.gelora", "TEAM000001")).as_object();
  EXPECT_EQ(json.size(), 17u);
  const auto& ticket = json.at("eventTicket").as_object();
  EXPECT_EQ(ticket.at("primaryFields").at(0).at("value"), boost::json::value(GetParam()));
  EXPECT_EQ(ticket.at("headerFields").at(0).at("value"), boost::json::value(GetParam()));
  EXPECT_EQ(json.at("semantics").at("attendeeName"), boost::json::value(GetParam()));
  EXPECT_EQ(json.at("description"), boost::json::value(GetParam() + " · " + GetParam()));
}

TEST_P(Names, MakeAShortLinkToGoogle) {
  const auto rsa = testkit::make_certificate(pass_type());
  const auto account =
      boost::json::serialize(boost::json::object{{"type", "service_account"},
                                                 {"client_email", "gelora@project-id-123456.iam.gserviceaccount.com"},
                                                 {"private_key_id", std::string(40, 'a')},
                                                 {"private_key", rsa.key}});
  const std::string link = GoogleKey(account, "3388000000012345678").save_url(pass_of(GetParam()), "https://gelora.example", now);
  ASSERT_THAT(link, testing::StartsWith("https://pay.google.com/gp/v/save/"));
  EXPECT_LT(link.size(), 4000u);
  const auto first = link.find('.', 34), second = link.find('.', first + 1);
  const auto claims = boost::json::parse(*base::from_base64url(std::string_view{link}.substr(first + 1, second - first - 1)));
  const auto& object = claims.at("payload").at("eventTicketObjects").at(0);
  EXPECT_EQ(object.at("barcode").at("value"), boost::json::value(pass_of("x").code));
  EXPECT_EQ(object.at("validTimeInterval").at("end").at("date"), "2027-03-07T07:30:00+07:00");
  const std::string holder{object.at("ticketHolderName").as_string()};
  EXPECT_TRUE(holder == GetParam() || GetParam().starts_with(holder.substr(0, holder.size() - std::string{"…"}.size())));
  EXPECT_EQ(claims.at("payload").at("eventTicketClasses").at(0).at("id"), object.at("classId"));
}

TEST(ApplePass, HasPicturesOfTheSizesThatWalletAsksFor) {
  const auto width_of = [](const std::string& png) {
    return static_cast<unsigned char>(png[18]) * 256 + static_cast<unsigned char>(png[19]);
  };
  std::map<std::string, int> widths;
  for (const auto& [name, png] : apple_pictures(pass_of("x"))) {
    EXPECT_TRUE(png.starts_with("\x89PNG")) << name;
    widths[name] = width_of(png);
  }
  EXPECT_EQ(widths, (std::map<std::string, int>{{"icon.png", 29},
                                                {"icon@2x.png", 58},
                                                {"icon@3x.png", 87},
                                                {"logo.png", 110},
                                                {"logo@2x.png", 220},
                                                {"strip.png", 375},
                                                {"strip@2x.png", 750}}));
}

TEST(AppleKey, TakesItsNamesFromTheCertificate) {
  const auto root = apple_root();
  const auto own = testkit::make_certificate(pass_type(), &root);
  const AppleKey key(own.certificate, own.key, root.certificate, now);
  EXPECT_EQ(key.pass_type(), "pass.test.gelora");
  EXPECT_EQ(key.team(), "TEAM000001");
  EXPECT_EQ(key.ends_at(), now + 300 * day);
  EXPECT_TRUE(apple_pass(pass_of("x"), key).starts_with("PK"));
}

TEST(AppleKey, SaysWhatIsWrong) {
  const auto root = apple_root(), other = apple_root();
  const auto own = testkit::make_certificate(pass_type(), &root);
  auto wish = pass_type();
  wish.elliptic = true;
  const auto elliptic = testkit::make_certificate(wish, &root);
  wish = pass_type();
  wish.subject = {{"CN", "somebody's web site"}};
  const auto site = testkit::make_certificate(wish, &root);
  EXPECT_EQ(refusal(own.certificate, own.key, root.certificate), "none");
  EXPECT_THAT(refusal("", own.key, root.certificate), HasSubstr("the pass certificate is no certificate"));
  EXPECT_THAT(refusal(own.certificate, own.key, "x"), HasSubstr("intermediate is no certificate"));
  EXPECT_THAT(refusal(own.certificate, "x", root.certificate), HasSubstr("no private key"));
  EXPECT_THAT(refusal(elliptic.certificate, elliptic.key, root.certificate), HasSubstr("not an RSA key"));
  EXPECT_THAT(refusal(own.certificate, root.key, root.certificate), HasSubstr("not that of the pass certificate"));
  EXPECT_THAT(refusal(own.certificate, own.key, other.certificate), HasSubstr("not issued by that intermediate"));
  EXPECT_THAT(refusal(own.certificate, own.key, root.certificate, now + 300 * day),
              HasSubstr("has expired at 2027-09-18T12:00:00Z"));
  EXPECT_THAT(refusal(own.certificate, own.key, root.certificate, now - 2 * day), HasSubstr("not valid before"));
  EXPECT_THAT(refusal(site.certificate, site.key, root.certificate), HasSubstr("not one of a pass type"));
}

TEST(GoogleKey, SaysWhatIsWrong) {
  const auto refused = [](std::string_view account, const std::string& issuer) -> std::string {
    try {
      GoogleKey(account, issuer);
      return "none";
    } catch (const std::runtime_error& error) {
      return error.what();
    }
  };
  const auto account = [](const std::string& key, const std::string& type = "service_account") {
    return boost::json::serialize(
        boost::json::object{{"type", type}, {"client_email", "a@b"}, {"private_key_id", "k"}, {"private_key", key}});
  };
  const auto rsa = testkit::make_certificate(pass_type()).key;
  auto wish = pass_type();
  wish.elliptic = true;
  EXPECT_EQ(refused(account(rsa), "338800"), "none");
  EXPECT_THAT(refused(account(rsa), "my issuer"), HasSubstr("not a number"));
  EXPECT_THAT(refused(account("x"), "1"), HasSubstr("not a private key"));
  EXPECT_THAT(refused(account(testkit::make_certificate(wish).key), "1"), HasSubstr("not an RSA key"));
  EXPECT_THAT(refused(account(rsa, "authorized_user"), "1"), HasSubstr("not service_account"));
  EXPECT_THAT(refused("-----BEGIN PRIVATE KEY-----", "1"), HasSubstr("not the JSON"));
  EXPECT_THAT(refused(R"({"type":"service_account"})", "1"), HasSubstr("no client_email"));
}

}  // namespace
}  // namespace gelora::wallet
