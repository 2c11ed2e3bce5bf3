#include "sheet/sheet.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <map>

namespace gelora::sheet {
namespace {

std::map<std::string, std::string> unpacked(const std::string& bytes) {
  std::map<std::string, std::string> files;
  archive* zip = archive_read_new();
  archive_read_support_format_zip(zip);
  EXPECT_EQ(archive_read_open_memory(zip, bytes.data(), bytes.size()), ARCHIVE_OK);
  archive_entry* entry = nullptr;
  while (archive_read_next_header(zip, &entry) == ARCHIVE_OK) {
    std::string content;
    char part[4096];
    for (la_ssize_t count = 0; (count = archive_read_data(zip, part, sizeof part)) > 0;) content.append(part, count);
    files[archive_entry_pathname(entry)] = content;
  }
  archive_read_free(zip);
  return files;
}

std::string sheet_of(const std::vector<std::vector<Cell>>& rows) {
  Workbook book("Tickets", {{"a"}, {"b"}});
  for (const auto& row : rows) book.add(row);
  book.end();
  const std::string sheet = unpacked(book.take()).at("xl/worksheets/sheet1.xml");
  const auto first = sheet.find("</row>") + 6;
  return sheet.substr(first, sheet.find("</sheetData>") - first);
}

TEST(Sheet, WritesTextsNumbersAndMoments) {
  EXPECT_EQ(sheet_of({{Cell{"=1+1 & <b>"}, Cell{std::int64_t{-225000}}}}),
            "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1 &amp; &lt;b&gt;</t></is></c><c "
            "r=\"B2\"><v>-225000</v></c></row>");
  EXPECT_EQ(sheet_of({{Cell{WallClock{"2027-03-06T18:00"}}, Cell{""}}}),
            "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>46452.750000000</v></c></row>");
}

TEST(Sheet, KeepsWhatOnlyLooksLikeAnEscapeAndDropsWhatXmlCannotSay) {
  const std::string row = sheet_of({{Cell{"_x0041_ _x004_"}, Cell{std::string{"a\x01"
                                                                              "b"}}}});
  EXPECT_NE(row.find("_x005F_x0041_ _x004_"), std::string::npos);
  EXPECT_NE(row.find("a\uFFFDb"), std::string::npos);
}

TEST(Sheet, CutsATextThatNoCellCanHoldBetweenTwoCharacters) {
  std::string longest(32'766, 'x');
  const std::string row = sheet_of({{Cell{longest + "é"}}});
  EXPECT_NE(row.find(longest + "</t>"), std::string::npos);
}

TEST(Sheet, GoesOnInAnotherWhereOneIsFull) {
  Workbook book("Tickets", {{"a"}});
  const std::vector<Cell> row{Cell{std::int64_t{7}}};
  for (int i = 0; i < 1'048'576; ++i) book.add(row);  // one of them beside the heads is too many
  book.end();
  const auto files = unpacked(book.take());
  EXPECT_NE(files.at("xl/workbook.xml").find(R"(<sheet name="Tickets 2" sheetId="2" r:id="rId2"/>)"), std::string::npos);
  EXPECT_NE(files.at("xl/worksheets/sheet1.xml").find("r=\"A1048576\""), std::string::npos);
  EXPECT_NE(files.at("xl/worksheets/sheet2.xml").find("<c r=\"A2\"><v>7</v></c></row></sheetData>"), std::string::npos);
}

TEST(Sheet, IsSentWhileItIsMadeAndTakesNoMoreMemoryForMoreRows) {
  Workbook book("Tickets", {{"a"}});
  std::size_t largest = 0, all = 0;
  for (int i = 0; i < 200'000; ++i) {
    book.add(std::vector<Cell>{Cell{"seat " + std::to_string(i * 7919)}});
    if (i % 1000 == 999) {
      const std::size_t step = book.take().size();
      largest = std::max(largest, step);
      all += step;
    }
  }
  EXPECT_GT(all, 500'000);
  EXPECT_LT(largest, 100'000);
}

}  // namespace
}  // namespace gelora::sheet
