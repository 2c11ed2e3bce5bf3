#include "load/answer_reader.hpp"

#include <gtest/gtest.h>

namespace gelora::bench {
namespace {

const std::string ok = "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Length: 5\r\n\r\nhello";
const std::string empty = "HTTP/1.1 204 No Content\r\n\r\n";
const std::string created = "HTTP/1.1 201 Created\r\nContent-Length: 2\r\nX: y\r\n\r\n{}";

TEST(AnswerReader, ReadsAnswersOneAfterAnother) {
  AnswerReader reader;
  EXPECT_EQ(reader.take(ok), 200);
  EXPECT_EQ(reader.take(empty), 204);
  EXPECT_EQ(reader.take(created), 201);
}

TEST(AnswerReader, ReadsAnAnswerThatComesInTwoPiecesWhereverItIsCut) {
  AnswerReader reader;
  for (std::size_t cut = 1; cut < ok.size(); ++cut) {
    EXPECT_EQ(reader.take(std::string_view{ok}.substr(0, cut)), std::nullopt) << cut;
    EXPECT_EQ(reader.take(std::string_view{ok}.substr(cut)), 200) << cut;
  }
}

TEST(AnswerReader, ReadsAnAnswerThatComesByteByByte) {
  AnswerReader reader;
  std::optional<int> status;
  for (std::size_t i = 0; i < created.size(); ++i) {
    EXPECT_EQ(status, std::nullopt);
    status = reader.take(std::string_view{created}.substr(i, 1));
  }
  EXPECT_EQ(status, 201);
}

TEST(AnswerReader, RefusesWhatWouldFalsifyTheCount) {
  EXPECT_THROW(AnswerReader{}.take(ok + ok), BadAnswer);
  EXPECT_THROW(AnswerReader{}.take("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"), BadAnswer);
  EXPECT_THROW(AnswerReader{}.take("HTTP/1.1 abc\r\nContent-Length: 0\r\n\r\n"), BadAnswer);
  EXPECT_THROW(AnswerReader{}.take("HTTP/1.1 200 OK\r\n\r\n"), BadAnswer);
  EXPECT_THROW(AnswerReader{}.take("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"), BadAnswer);
  EXPECT_THROW(AnswerReader{}.take(std::string(20'000, 'x')), BadAnswer);
}

}  // namespace
}  // namespace gelora::bench
