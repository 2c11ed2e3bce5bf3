#include "sheet/sheet.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "base/check.hpp"

namespace gelora::sheet {
namespace {

constexpr std::size_t longest_text = 32'767;  // of a cell, in bytes here and so never more characters
constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                         "\n";
constexpr std::uint32_t most_rows = 1'048'576;
constexpr std::string_view spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package = "http://schemas.openxmlformats.org/package/2006";
constexpr std::string_view workbook_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
// Style 1 is a moment, style 2 a head.
constexpr std::string_view styles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>)";

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// "_x0041_" is how a sheet writes a character by its number (part 1, 22.9.2.19): who means the seven characters escapes the
// first.
bool is_escape(std::string_view text) {
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' && is_hex(text[2]) && is_hex(text[3]) &&
         is_hex(text[4]) && is_hex(text[5]);
}

std::string xml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (is_escape(text.substr(i))) out += "_x005F_";
    else if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') out += "\uFFFD";  // XML has no way to say it
    else out += c;
  }
  return out;
}

// What a cell has beside its address.
std::string text_cell(std::string_view text, std::string_view style = "") {
  std::size_t length = std::min(text.size(), longest_text);
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;  // no half a character
  return std::string{style} + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml(text.substr(0, length)) + "</t></is></c>";
}

// "A" to "Z", "AA" to "ZZ".
std::string column_name(std::size_t column) {
  CHECK(column < 26 * 27);
  std::string name;
  if (column >= 26) name += static_cast<char>('A' + column / 26 - 1);
  return name + static_cast<char>('A' + column % 26);
}

// Days since 1899-12-30, as a sheet counts them.
std::string serial(const WallClock& moment) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0;
  CHECK(std::sscanf(moment.text.c_str(), "%d-%d-%dT%d:%d", &year, &month, &day, &hour, &minute) == 5);
  namespace chrono = std::chrono;
  const chrono::sys_days date{chrono::year{year} / month / day};
  const auto days = (date - chrono::sys_days{chrono::year{1899} / 12 / 30}).count();
  char number[32];
  std::snprintf(number, sizeof number, "%.9f", static_cast<double>(days) + (hour * 60 + minute) / 1440.0);
  return number;
}

struct Write {
  std::string operator()(const std::string& text) const { return text.empty() ? "" : text_cell(text); }
  std::string operator()(std::int64_t number) const { return "><v>" + std::to_string(number) + "</v></c>"; }
  std::string operator()(const WallClock& moment) const { return " s=\"1\"><v>" + serial(moment) + "</v></c>"; }
};

}  // namespace

Workbook::Workbook(std::string name, const std::vector<Column>& columns) : name_(std::move(name)) {
  part("xl/styles.xml", styles);
  head_ = fmt::format(R"(<worksheet xmlns="{}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" )"
                      R"(activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>)",
                      spreadsheet);
  for (std::size_t i = 1; i <= columns.size(); ++i)
    head_ += fmt::format(R"(<col min="{0}" max="{0}" width="{1}" customWidth="1"/>)", i, columns[i - 1].width);
  head_ += "</cols><sheetData>";
  for (const auto& column : columns) heads_.push_back(text_cell(column.head, " s=\"2\""));
  begin_sheet();
}

void Workbook::part(const std::string& path, std::string_view content) {
  zip_.begin(path);
  zip_.write(declaration);
  zip_.write(content);
}

void Workbook::begin_sheet() {
  rows_ = 0;
  part(fmt::format("xl/worksheets/sheet{}.xml", ++sheets_), head_ + row(heads_));
}

void Workbook::end_sheet() { zip_.write("</sheetData></worksheet>"); }

std::string Workbook::row(std::span<const std::string> cells) {
  const std::string number = std::to_string(++rows_);
  std::string line = "<row r=\"" + number + "\">";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].empty()) line += "<c r=\"" + column_name(i) + number + "\"" + cells[i];
  }
  return line + "</row>";
}

void Workbook::add(std::span<const Cell> cells) {
  std::vector<std::string> written;
  written.reserve(cells.size());
  for (const auto& cell : cells) written.push_back(std::visit(Write{}, cell));
  if (rows_ == most_rows) {
    end_sheet();
    begin_sheet();
  }
  zip_.write(row(written));
}

void Workbook::end() {
  end_sheet();
  std::string sheets, links, parts;
  for (int i = 1; i <= sheets_; ++i) {
    const std::string name = i == 1 ? name_ : fmt::format("{} {}", name_, i);
    sheets += fmt::format(R"(<sheet name="{0}" sheetId="{1}" r:id="rId{1}"/>)", xml(name), i);
    links += fmt::format(R"(<Relationship Id="rId{0}" Type="{1}/worksheet" Target="worksheets/sheet{0}.xml"/>)", i, relation);
    parts += fmt::format(R"(<Override PartName="/xl/worksheets/sheet{}.xml" ContentType="{}worksheet+xml"/>)", i, workbook_type);
  }
  part("xl/workbook.xml",
       fmt::format(R"(<workbook xmlns="{}" xmlns:r="{}"><sheets>{}</sheets></workbook>)", spreadsheet, relation, sheets));
  part("xl/_rels/workbook.xml.rels",
       fmt::format(R"(<Relationships xmlns="{}/relationships">{}<Relationship Id="rId{}" Type="{}/styles" Target="styles.xml"/>)"
                   "</Relationships>",
                   package, links, sheets_ + 1, relation));
  part("_rels/.rels", fmt::format(R"(<Relationships xmlns="{}/relationships"><Relationship Id="rId1" Type="{}/officeDocument" )"
                                  R"(Target="xl/workbook.xml"/></Relationships>)",
                                  package, relation));
  part("[Content_Types].xml",
       fmt::format(R"(<Types xmlns="{0}/content-types"><Default Extension="rels" )"
                   R"(ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" )"
                   R"(ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{1}sheet.main+xml"/>)"
                   R"(<Override PartName="/xl/styles.xml" ContentType="{1}styles+xml"/>{2}</Types>)",
                   package, workbook_type, parts));
  zip_.end();
}

}  // namespace gelora::sheet
