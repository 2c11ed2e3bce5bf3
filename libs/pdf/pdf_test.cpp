#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "pdf/invoice_pdf.hpp"
#include "pdf/ticket_pdf.hpp"

namespace gelora::pdf {
namespace {

constexpr base::Instant made{1'795'348'800'000'000};  // 2026-11-22T12:00:00Z

TicketSheet ticket(const std::string& attendee, const std::string& code) {
  TicketSheet one;
  one.palette = {colour_of("#1b1464"), colour_of("#e84a5f"), colour_of("#ffd166")};
  one.poster_seed = 11;
  one.artist = "Langit Karsa";
  one.title = "Tur Cakrawala";
  one.when = "Sabtu, 28 November 2026 · 19.30 WIB";
  one.where = "Stadion Utama";
  one.address = "Jalan Pintu Satu, Jakarta";
  one.seat = {"Kursi", "A-12"};
  one.seat_detail = "Tribun 1 · Kategori 2";
  one.facts = {{"Atas nama", attendee}, {"Kode pesanan", "7K3QFM2A"}};
  one.code = code;
  one.scan_here = "Tunjukkan di gerbang";
  one.note = "Satu tiket untuk satu orang.";
  return one;
}

// A file in a folder of its own, and what the tools of the system say of it.
class PdfTest : public testing::Test {
 protected:
  PdfTest() { std::filesystem::create_directory(folder_); }
  ~PdfTest() override { std::filesystem::remove_all(folder_); }

  std::string keep(const std::string& pdf) {
    const auto path = folder_ / "one.pdf";
    std::ofstream(path, std::ios::binary) << pdf;
    return path.string();
  }
  std::string output_of(const std::string& command) {
    std::string out;
    FILE* pipe = popen(("cd " + folder_.string() + " && " + command + " 2>&1").c_str(), "r");
    std::array<char, 4096> some{};
    while (const auto size = fread(some.data(), 1, some.size(), pipe)) out.append(some.data(), size);
    status_ = pclose(pipe);
    return out;
  }
  static bool installed(const std::string& tool) { return std::system(("command -v " + tool + " >/dev/null").c_str()) == 0; }

  std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("gelora-pdf-" + std::to_string(getpid()));
  int status_ = 0;
};

TEST_F(PdfTest, IsTheSameForTheSame) {
  EXPECT_EQ(ticket_pdf("x", {ticket("Ayu", "GT1.a")}, made), ticket_pdf("x", {ticket("Ayu", "GT1.a")}, made));
  EXPECT_NE(ticket_pdf("x", {ticket("Ayu", "GT1.a")}, made), ticket_pdf("x", {ticket("Ayo", "GT1.a")}, made));
}

TEST_F(PdfTest, IsAWholeFileWithItsFontsAndTitle) {
  if (!installed("qpdf") || !installed("pdffonts")) GTEST_SKIP() << "qpdf and poppler-utils are not installed";
  const auto path = keep(ticket_pdf("Tiket 7K3QFM2A", {ticket("Ayu", "GT1.a"), ticket("Budi", "GT1.b")}, made));
  EXPECT_NE(output_of("qpdf --check " + path).find("No syntax or stream encoding errors"), std::string::npos);
  EXPECT_EQ(status_, 0);
  const auto info = output_of("pdfinfo " + path);
  EXPECT_NE(info.find("Tiket 7K3QFM2A"), std::string::npos) << info;
  EXPECT_NE(info.find("Pages:           2"), std::string::npos) << info;
  EXPECT_NE(info.find("(A4)"), std::string::npos) << info;
  std::string fonts = output_of("pdffonts " + path + " | tail -n +3");
  EXPECT_NE(fonts.find("NotoSans"), std::string::npos) << fonts;
  EXPECT_EQ(output_of("pdffonts " + path + " | tail -n +3 | grep -vE ' yes +yes +yes '"), "")
      << "embedded, subset, readable as text";
}

TEST_F(PdfTest, ItsCodeCanBeScannedFromPaper) {
  if (!installed("pdftoppm") || !installed("zbarimg")) GTEST_SKIP() << "poppler-utils and zbar-tools are not installed";
  const std::string code = "GT1." + std::string(114, 'Q');
  keep(ticket_pdf("x", {ticket("Ayu", code)}, made));
  EXPECT_EQ(output_of("pdftoppm -r 100 -png one.pdf page && zbarimg --raw -q page*.png | tail -n 1"), code + "\n");
}

TEST_F(PdfTest, WritesNamesOfAnyScript) {
  if (!installed("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  const std::vector<std::string> names{"Ayu Lestari", "محمد الأمين",       "王小明 金正", "สมชาย ใจดี",
                                       "ꦲꦏ꧀ꦱꦫꦗꦮ",     "Đặng Thị Ngọc Ánh", "ఆనంద్"};
  for (const auto& name : names) {
    keep(ticket_pdf(name, {ticket(name, "GT1.a")}, made));
    const auto fonts = output_of("pdffonts one.pdf");
    EXPECT_EQ(fonts.find(" no  "), std::string::npos) << name << fonts;
    if (name[0] == 'A' || name.starts_with("王") || name.starts_with("Đ")) {
      const auto text = output_of("pdftotext one.pdf - | tr '\\n' ' '");
      EXPECT_NE(text.find(name), std::string::npos) << text;
    }
  }
}

TEST_F(PdfTest, TakesWhateverTextThereIs) {
  std::string long_word(4000, 'W'), lines(300, '\n');
  for (const std::string& odd : {std::string{}, long_word, lines, std::string{"\xff\xfe\x80"}, std::string{"a\0b", 3},
                                 std::string{"\xe2\x80\xae"
                                             "desrever"},
                                 std::string{"🎸🎤"}}) {
    auto one = ticket(odd, "GT1.a");
    one.artist = one.title = one.seat.value = one.seat_detail = one.where = one.note = odd;
    EXPECT_TRUE(ticket_pdf(odd, {one}, made).starts_with("%PDF"));
  }
}

TEST_F(PdfTest, AnInvoiceOfManyLinesGoesOnToTheNextPage) {
  InvoiceSheet sheet{.seller = "Nada Nusantara",
                     .heading = "Faktur",
                     .number = {"Nomor", "NADA-2026-000123"},
                     .facts = {},
                     .buyer_label = "Untuk",
                     .buyer = {"Ayu"},
                     .subject = "Langit Karsa",
                     .text_head = "Uraian",
                     .amount_head = "Jumlah",
                     .lines = {},
                     .sums = {{"Total", "Rp1.500.000", true}},
                     .note = ""};
  for (int i = 0; i < 40; ++i) sheet.lines.push_back({"Tribun 1 · A-" + std::to_string(i), "Kategori 2", "Rp750.000"});
  const auto pdf = invoice_pdf("Faktur", sheet, made);
  EXPECT_EQ(pdf, invoice_pdf("Faktur", sheet, made));
  if (!installed("qpdf")) GTEST_SKIP() << "qpdf is not installed";
  keep(pdf);
  EXPECT_NE(output_of("qpdf --check one.pdf").find("No syntax or stream encoding errors"), std::string::npos);
  EXPECT_EQ(output_of("qpdf --show-npages one.pdf"), "3\n");
}

}  // namespace
}  // namespace gelora::pdf
