#include "user/domain/password.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace gelora::user {
namespace {

constexpr std::size_t fewest_code_points = 12;

// Of 12 characters and more, among the most used of published breaches; in lower case, letters and digits only.
constexpr std::array common = {"000000000000",
                               "0123456789ab",
                               "0987654321ab",
                               "111111111111",
                               "112233445566",
                               "121212121212",
                               "123123123123",
                               "123321123321",
                               "1234567890ab",
                               "1234567890abc",
                               "1234567890qwe",
                               "1234567890qwerty",
                               "123456789012",
                               "1234567890123",
                               "12345678901234",
                               "123456789012345",
                               "1234567890123456",
                               "123456789101112",
                               "123456789abc",
                               "123456789qwe",
                               "123456qwerty",
                               "12345qwertasdfg",
                               "123qweasdzxc",
                               "147258369147",
                               "147852369147",
                               "1q2w3e4r5t6y",
                               "1q2w3e4r5t6y7u",
                               "1q2w3e4r5t6y7u8i",
                               "1qaz2wsx3edc",
                               "1qaz2wsx3edc4rfv",
                               "987654321098",
                               "a1b2c3d4e5f6",
                               "abc123abc123",
                               "abcdefghijkl",
                               "abcdefghijklm",
                               "abcdefghijklmnop",
                               "adminadmin12",
                               "adminadminadmin",
                               "administrator",
                               "administrator1",
                               "akusayangkamu",
                               "alhamdulillah",
                               "asdfasdfasdf",
                               "asdfghjkl123",
                               "asdfghjkl1234",
                               "astaghfirullah",
                               "baseball1234",
                               "bismillah123",
                               "bismillahirrahmanirrahim",
                               "changeme1234",
                               "charlie12345",
                               "chocolate123",
                               "computer1234",
                               "football1234",
                               "forgetmenot1",
                               "garudaindonesia",
                               "iloveyou1234",
                               "iloveyou12345",
                               "iloveyouforever",
                               "indonesia123",
                               "indonesia1234",
                               "indonesia45",
                               "indonesiaraya",
                               "jakarta12345",
                               "jesuschrist1",
                               "kartikasari1",
                               "katasandi123",
                               "katasandi1234",
                               "katasandiku1",
                               "letmeinletmein",
                               "letmein12345",
                               "liverpool123",
                               "manchester123",
                               "manchesterunited",
                               "masukmasuk123",
                               "michael12345",
                               "minecraft123",
                               "monkey123456",
                               "mypassword123",
                               "p4ssw0rd1234",
                               "passw0rd1234",
                               "passw0rd12345",
                               "password0000",
                               "password1111",
                               "password1212",
                               "password1234",
                               "password12345",
                               "password123456",
                               "password1234567",
                               "password12345678",
                               "password123456789",
                               "password2024",
                               "password2025",
                               "password2026",
                               "passwordpassword",
                               "persibbandung",
                               "persijajakarta",
                               "princess1234",
                               "q1w2e3r4t5y6",
                               "qazwsxedcrfv",
                               "qwe123qwe123",
                               "qweasdzxc123",
                               "qwerty123456",
                               "qwerty1234567",
                               "qwerty12345678",
                               "qwertyqwerty",
                               "qwertyuiop12",
                               "qwertyuiop123",
                               "qwertyuiop1234",
                               "qwertyuiopasdf",
                               "qwertyuiopasdfghjkl",
                               "rahasia12345",
                               "rahasiasekali",
                               "sayangkamu123",
                               "sayangsayang",
                               "secret123456",
                               "sunshine1234",
                               "superman1234",
                               "surabaya1234",
                               "test12345678",
                               "testtesttest",
                               "trustno1trustno1",
                               "welcome12345",
                               "welcome123456",
                               "whatever1234",
                               "zxcvbnm12345",
                               "zxcvbnmasdfghjkl"};

// Lower case; letters and digits of ASCII and whole characters beyond it. "Pass-Word 1234" is "password1234".
std::string folded(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (kept) out += c;
  }
  return out;
}

// Words of four letters or more that people who know the person would try.
std::vector<std::string> words_of(PasswordContext context) {
  std::vector<std::string> words{"gelora", "password", "katasandi"};
  const auto add = [&words](std::string_view text) {
    if (std::string word = folded(text); word.size() >= 4) words.push_back(std::move(word));
  };
  const auto at = context.email.rfind('@');
  add(context.email.substr(0, at));
  if (at != std::string_view::npos) add(context.email.substr(at + 1, context.email.find('.', at) - at - 1));
  add(context.name);
  for (std::string_view rest = context.name; !rest.empty();) {
    const auto space = std::min(rest.find(' '), rest.size());
    add(rest.substr(0, space));
    rest.remove_prefix(std::min(rest.size(), space + 1));
  }
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

// What is left of the password when the words and runs of digits such as a year are taken out.
std::size_t own_part(std::string text, PasswordContext context) {
  bool found = false;
  for (const auto& word : words_of(context)) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) {
      text.erase(at, word.size());
      found = true;
    }
  }
  if (!found) return text.size();
  std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return text.size();
}

}  // namespace

std::optional<Refused> check_password(std::string_view password, PasswordContext context) {
  if (password.size() > longest_password_bytes) return Refused{"must have at most 256 bytes"};
  if (code_points(password) < fewest_code_points) return Refused{"must have at least 12 characters"};
  const std::string plain = folded(password);
  if (std::set<char>(password.begin(), password.end()).size() < 5) return Refused{"is too simple: it repeats a few characters"};
  if (std::find(common.begin(), common.end(), plain) != common.end()) return Refused{"is one of the most used passwords"};
  if (own_part(plain, context) < 4) return Refused{"is too close to your name, your address or ours"};
  return std::nullopt;
}

}  // namespace gelora::user
