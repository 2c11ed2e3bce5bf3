#include <gtest/gtest.h>

#include "mail/mime.hpp"
#include "mail/stored_attachments.hpp"

namespace gelora::mail {
namespace {

constexpr base::Instant noon{1'795'348'800'000'000};  // 2026-11-22T12:00:00Z

std::string mime_of(Message message, std::string_view from = "Gelora <tiket@gelora.test>") {
  return to_mime(message, from, "42", noon);
}

std::string header(const std::string& mime, const std::string& name) {
  const auto begin = mime.find("\r\n" + name + ": ") + name.size() + 4;
  return mime.substr(begin, mime.find("\r\n", begin) - begin);
}

TEST(ToMime, HasTheHeadersOfAMail) {
  const auto mime = mime_of({"ayu@example.com", "Halo", "teks", "<p>teks</p>"});
  EXPECT_TRUE(mime.starts_with("Date: Sun, 22 Nov 2026 12:00:00 +0000\r\n")) << mime;
  EXPECT_EQ(header(mime, "From"), "Gelora <tiket@gelora.test>");
  EXPECT_EQ(header(mime, "To"), "ayu@example.com");
  EXPECT_EQ(header(mime, "Subject"), "Halo");
  EXPECT_EQ(header(mime, "Message-ID"), "<42@gelora.test>");
  EXPECT_NE(mime.find("dGVrcw=="), std::string::npos);
}

TEST(ToMime, NothingPutInEndsAHeader) {
  const auto mime = mime_of({"ayu@example.com", "Halo\r\nBcc: everybody@example.com", "\r\n.\r\nQUIT", "x"});
  EXPECT_EQ(mime.find("\r\nBcc"), std::string::npos);
  EXPECT_EQ(mime.find("\r\n.\r\n"), std::string::npos);
  EXPECT_THROW(mime_of({"ayu@example.com\r\nBcc: x@example.com", "s", "t", "h"}), std::invalid_argument);
  EXPECT_THROW(mime_of({"ayu@example.com> SIZE=1 <x@example.com", "s", "t", "h"}), std::invalid_argument);
}

TEST(ToMime, EncodesWhatIsNotAsciiInWholeCharacters) {
  std::string subject;
  for (int i = 0; i < 40; ++i) subject += "é";
  const auto mime = mime_of({"ayu@example.com", subject, "t", "h"});
  const auto begin = mime.find("Subject: ");
  const auto folded = mime.substr(begin, mime.find("\r\nMessage-ID") - begin);
  EXPECT_NE(folded.find("=?UTF-8?B?"), std::string::npos);
  EXPECT_NE(folded.find("?=\r\n =?UTF-8?B?"), std::string::npos) << "a long one is folded";
  EXPECT_EQ(folded.find("é"), std::string::npos);
}

TEST(FirstCharacters, AreWholeOnes) {
  EXPECT_EQ(first_characters("Langit · Karsa", 8), "Langit ·");
  EXPECT_EQ(first_characters("🎉🎉🎉", 2), "🎉🎉");
  EXPECT_EQ(first_characters("abc", 3), "abc");
  EXPECT_EQ(first_characters("", 3), "");
}

TEST(ToMime, LinesAreShort) {
  const auto mime = mime_of({"ayu@example.com", std::string(500, 's'), std::string(5000, 't'), std::string(5000, 'h')});
  for (std::size_t at = 0; at < mime.size();) {
    const auto end = mime.find("\r\n", at);
    ASSERT_LE(end - at, 78u);
    at = end + 2;
  }
}

TEST(ToMime, HasNoLineEndThatIsNotCrlf) {
  const auto mime = mime_of({"ayu@example.com", "a\nb\rc", "one\ntwo\r", "h\n"});
  for (std::size_t i = 0; i < mime.size(); ++i) {
    ASSERT_TRUE(mime[i] != '\n' || mime[i - 1] == '\r') << i;
    ASSERT_TRUE(mime[i] != '\r' || mime[i + 1] == '\n') << i;
  }
}

Message with_files() {
  Message message{"ayu@example.com", "s", "t", "<img src=\"cid:qr-1\">"};
  message.attachments = {{"tiket.pdf", "application/pdf", std::string(1000, '\0')}, {"qr.png", "image/png", "png", "qr-1"}};
  return message;
}

TEST(ToMime, PutsPicturesBesideTheTextAndFilesBehindThem) {
  const auto mime = mime_of(with_files());
  const auto at = [&mime](std::string_view part) { return mime.find(part); };
  EXPECT_LT(at("multipart/mixed"), at("multipart/related"));
  EXPECT_LT(at("multipart/related"), at("multipart/alternative"));
  EXPECT_LT(at("multipart/alternative"), at("text/plain"));
  EXPECT_LT(at("text/html"), at("Content-ID: <qr-1>\r\nContent-Disposition: inline"));
  EXPECT_LT(at("Content-ID"), at("Content-Disposition: attachment;\r\n filename=\"tiket.pdf\""));
  EXPECT_TRUE(mime.ends_with("--=_gelora_mix_42--\r\n"));
}

TEST(ToMime, LinesOfFilesAreShortToo) {
  auto message = with_files();
  for (int i = 0; i < 30; ++i) message.attachments[0].filename += "тикет \"\r\n";
  const auto mime = mime_of(message);
  for (std::size_t at = 0; at < mime.size();) {
    const auto end = mime.find("\r\n", at);
    ASSERT_LE(end - at, 78u) << mime.substr(at, end - at);
    at = end + 2;
  }
  EXPECT_NE(mime.find(" filename*0*=UTF-8''tiket.pdf%d1%82"), std::string::npos);
  EXPECT_NE(mime.find(";\r\n filename*1*="), std::string::npos);
}

TEST(ToMime, NothingPutInEndsAPart) {
  auto message = with_files();
  message.attachments[0].content_type = "application/pdf\r\nX: y";
  EXPECT_THROW(mime_of(message), std::invalid_argument);
  message = with_files();
  message.attachments[1].content_id = "a>\r\nX: y";
  EXPECT_THROW(mime_of(message), std::invalid_argument);
  message = with_files();
  message.attachments[0].data = "--=_gelora_mix_42--\r\n";
  const auto mime = mime_of(message);
  EXPECT_EQ(mime.find("--=_gelora_mix_42--"), mime.size() - 21);
}

TEST(StoredAttachments, ComeBackAsTheyWere) {
  EXPECT_FALSE(to_json({}));
  EXPECT_TRUE(attachments_of("").empty());
  const auto files = with_files().attachments;
  const auto again = attachments_of(*to_json(files));
  ASSERT_EQ(again.size(), 2u);
  EXPECT_EQ(again[0].data, files[0].data);
  EXPECT_EQ(again[1].content_id, "qr-1");
  EXPECT_THROW(attachments_of("[{}]"), std::exception);
}

TEST(AddressOf, TakesTheAddressOutOfAMailbox) {
  EXPECT_EQ(address_of("Gelora <tiket@gelora.test>"), "tiket@gelora.test");
  EXPECT_EQ(address_of("tiket@gelora.test"), "tiket@gelora.test");
  EXPECT_THROW(address_of("nobody"), std::invalid_argument);
  EXPECT_THROW(address_of("@x"), std::invalid_argument);
}

TEST(EscapeHtml, LeavesNoMarkup) { EXPECT_EQ(escape_html(R"(<a href="x">'&')"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;"); }

}  // namespace
}  // namespace gelora::mail
