#include "user/app/mails.hpp"

namespace gelora::user {
namespace {

struct Words {
  std::string subject, heading, body, button, link, after;
};

std::string to_text(const Words& words) {
  std::string out = words.heading + "\n\n" + words.body + "\n\n";
  if (!words.link.empty()) out += words.button + ":\n" + words.link + "\n\n";
  return out + words.after + "\n\n-- \nGelora\n";
}

std::string to_html(const Words& words) {
  using mail::escape_html;
  std::string out =
      "<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"></head>"
      "<body style=\"margin:0;padding:32px 16px;background:#f4f2ee;font-family:-apple-system,'Segoe "
      "UI',Roboto,Helvetica,Arial,sans-serif;color:#1d1b16\">"
      "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr><td align=\"center\">"
      "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" "
      "style=\"max-width:520px;background:#ffffff;border-radius:16px\">"
      "<tr><td style=\"padding:28px 32px 0;font-size:20px;font-weight:800;letter-spacing:-0.02em\">Gelora</td></tr>"
      "<tr><td style=\"padding:16px 32px 0;font-size:24px;line-height:1.25;font-weight:700\">";
  out += escape_html(words.heading);
  out += "</td></tr><tr><td style=\"padding:12px 32px 0;font-size:16px;line-height:1.55\">";
  out += escape_html(words.body) + "</td></tr>";
  if (!words.link.empty()) {
    const std::string link = escape_html(words.link);
    out +=
        "<tr><td style=\"padding:24px 32px 0\"><a href=\"" + link +
        "\" "
        "style=\"display:inline-block;background:#1d1b16;color:#ffffff;text-decoration:none;font-weight:600;font-size:16px;"
        "padding:14px 24px;border-radius:10px\">" +
        escape_html(words.button) +
        "</a></td></tr><tr><td style=\"padding:16px 32px 0;font-size:13px;line-height:1.5;color:#6b665c;word-break:break-all\">" +
        link + "</td></tr>";
  }
  out += "<tr><td style=\"padding:20px 32px 32px;font-size:14px;line-height:1.5;color:#6b665c\">";
  out += escape_html(words.after);
  return out + "</td></tr></table></td></tr></table></body></html>";
}

mail::Message compose(const Email& to, const Words& words) { return {to.address, words.subject, to_text(words), to_html(words)}; }

}  // namespace

mail::Message verification_mail(const Email& to, Locale locale, const std::string& link) {
  if (locale == Locale::en) {
    return compose(to, {"Confirm your address for Gelora", "One more step",
                        "Open the link to confirm this address. Your account is ready right after.", "Confirm my address", link,
                        "The link is good for 24 hours and works once. If you did not register at Gelora, do nothing: without "
                        "the link there is no account."});
  }
  return compose(to, {"Konfirmasi alamat email Anda untuk Gelora", "Satu langkah lagi",
                      "Buka tautan ini untuk mengonfirmasi alamat email Anda. Akun Anda langsung siap dipakai.",
                      "Konfirmasi alamat saya", link,
                      "Tautan berlaku 24 jam dan hanya sekali pakai. Jika Anda tidak mendaftar di Gelora, abaikan saja: tanpa "
                      "tautan ini tidak ada akun yang dibuat."});
}

mail::Message already_registered_mail(const Account& to, const std::string& public_url) {
  if (to.locale == Locale::en) {
    return compose(to.email,
                   {"You already have a Gelora account", "Hello " + to.name,
                    "Somebody, probably you, tried to register with this address. You have an account already: just log in.",
                    "Log in", public_url + "/login",
                    "Forgot your password? You can set a new one on the log-in page. If it was not you, nothing has changed and "
                    "there is nothing to do."});
  }
  return compose(
      to.email,
      {"Anda sudah punya akun Gelora", "Halo " + to.name,
       "Seseorang, mungkin Anda sendiri, mencoba mendaftar dengan alamat ini. Anda sudah punya akun: silakan langsung masuk.",
       "Masuk", public_url + "/login",
       "Lupa kata sandi? Buat yang baru di halaman masuk. Jika bukan Anda, tidak ada yang berubah dan Anda tidak perlu melakukan "
       "apa pun."});
}

mail::Message password_reset_mail(const Account& to, const std::string& link) {
  if (to.locale == Locale::en) {
    return compose(
        to.email,
        {"Set a new password for Gelora", "Hello " + to.name,
         "Open the link to choose a new password. You will be logged out on all your devices.", "Choose a new password", link,
         "The link is good for one hour and works once. If you did not ask for it, do nothing: your password stays as it is."});
  }
  return compose(to.email, {"Buat kata sandi baru untuk Gelora", "Halo " + to.name,
                            "Buka tautan ini untuk memilih kata sandi baru. Anda akan keluar dari semua perangkat.",
                            "Pilih kata sandi baru", link,
                            "Tautan berlaku satu jam dan hanya sekali pakai. Jika Anda tidak memintanya, abaikan saja: kata "
                            "sandi Anda tidak berubah."});
}

mail::Message password_changed_mail(const Account& to, const std::string& public_url) {
  if (to.locale == Locale::en) {
    return compose(to.email, {"Your Gelora password was changed", "Hello " + to.name,
                              "The password of your account was just changed, and your other devices were logged out.", "Log in",
                              public_url + "/login",
                              "If it was not you, set a new password at once with “Forgot your password?” on the log-in page."});
  }
  return compose(to.email, {"Kata sandi Gelora Anda telah diubah", "Halo " + to.name,
                            "Kata sandi akun Anda baru saja diubah, dan perangkat Anda yang lain telah dikeluarkan.", "Masuk",
                            public_url + "/login",
                            "Jika bukan Anda, segera buat kata sandi baru lewat “Lupa kata sandi?” di halaman masuk."});
}

mail::Message second_factor_mail(const Account& to, const std::string& public_url, bool on) {
  const std::string link = public_url + "/account";
  if (to.locale == Locale::en) {
    return compose(
        to.email,
        {on ? "Two-step log-in is on" : "Two-step log-in is off", "Hello " + to.name,
         on ? "From now on your account asks for a code of your authenticator app as well. Keep the recovery codes "
              "where you find them without your telephone."
            : "Your account no longer asks for a code of your authenticator app.",
         "Your account", link, "If it was not you, set a new password at once with “Forgot your password?” on the log-in page."});
  }
  return compose(to.email,
                 {on ? "Verifikasi dua langkah aktif" : "Verifikasi dua langkah nonaktif", "Halo " + to.name,
                  on ? "Mulai sekarang akun Anda juga meminta kode dari aplikasi autentikator. Simpan kode pemulihan di tempat "
                       "yang dapat Anda temukan tanpa ponsel."
                     : "Akun Anda tidak lagi meminta kode dari aplikasi autentikator.",
                  "Akun Anda", link, "Jika bukan Anda, segera buat kata sandi baru lewat “Lupa kata sandi?” di halaman masuk."});
}

mail::Message new_device_mail(const Account& to, const std::string& public_url, const Place& place, Instant at) {
  const std::string where = place.address + " · " + place.user_agent + " · " + to_rfc3339(at);
  if (to.locale == Locale::en) {
    return compose(to.email,
                   {"New log-in to your Gelora account", "Hello " + to.name,
                    "Somebody just logged in to your account on a device that we had not seen before: " + where + ".",
                    "Your devices", public_url + "/account",
                    "If it was you, all is well. If not, set a new password at once with “Forgot your password?” on the "
                    "log-in page: that logs every device out."});
  }
  return compose(
      to.email,
      {"Masuk baru ke akun Gelora Anda", "Halo " + to.name,
       "Seseorang baru saja masuk ke akun Anda dari perangkat yang belum pernah kami lihat: " + where + ".", "Perangkat Anda",
       public_url + "/account",
       "Jika itu Anda, semuanya baik. Jika bukan, segera buat kata sandi baru lewat “Lupa kata sandi?” di halaman masuk: "
       "semua perangkat akan dikeluarkan."});
}

mail::Message session_copied_mail(const Account& to, const std::string& public_url) {
  if (to.locale == Locale::en) {
    return compose(to.email,
                   {"We logged one of your devices out", "Hello " + to.name,
                    "A log-in of yours was used from two places at once, as if somebody had copied it. To be safe we ended it.",
                    "Log in again", public_url + "/login",
                    "If you did not copy your browser's data yourself, set a new password and look at your devices."});
  }
  return compose(
      to.email,
      {"Salah satu perangkat Anda kami keluarkan", "Halo " + to.name,
       "Sesi masuk Anda dipakai dari dua tempat sekaligus, seolah ada yang menyalinnya. Demi keamanan, sesi itu kami akhiri.",
       "Masuk lagi", public_url + "/login",
       "Jika Anda tidak menyalin data peramban sendiri, buatlah kata sandi baru dan periksa perangkat Anda."});
}

mail::Message passkey_mail(const Account& to, const std::string& public_url, const std::string& name, bool added) {
  const std::string link = public_url + "/account";
  if (to.locale == Locale::en) {
    return compose(
        to.email,
        {added ? "A passkey was added" : "A passkey was removed", "Hello " + to.name,
         added ? "The passkey “" + name + "” opens your account from now on." : "A passkey no longer opens your account.",
         "Your account", link, "If it was not you, set a new password at once with “Forgot your password?” on the log-in page."});
  }
  return compose(to.email,
                 {added ? "Passkey ditambahkan" : "Passkey dihapus", "Halo " + to.name,
                  added ? "Passkey “" + name + "” kini dapat membuka akun Anda." : "Sebuah passkey tidak lagi membuka akun Anda.",
                  "Akun Anda", link, "Jika bukan Anda, segera buat kata sandi baru lewat “Lupa kata sandi?” di halaman masuk."});
}

namespace {

std::string spoken(Role role, Locale locale) {
  switch (role) {
    case Role::owner: return locale == Locale::en ? "owner" : "pemilik";
    case Role::manager: return locale == Locale::en ? "manager" : "manajer";
    case Role::box_office: return locale == Locale::en ? "box office" : "loket";
    case Role::gate: return locale == Locale::en ? "gate" : "petugas pintu";
  }
  return {};
}

}  // namespace

// The name is somebody's own text: it stands in quotes, in the body alone.
mail::Message invitation_mail(const Email& to, Locale locale, const std::string& organisation, Role role,
                              const std::string& link) {
  if (locale == Locale::en) {
    return compose(
        to,
        {"You are invited to work for an organiser on Gelora", "An invitation",
         "You are invited to work for “" + organisation + "” on Gelora. Your role: " + spoken(role, locale) + ".",
         "Accept the invitation", link,
         "The link works once, for seven days, for the account of this address. If you do not know who this is, do nothing."});
  }
  return compose(
      to, {"Anda diundang bekerja untuk penyelenggara di Gelora", "Sebuah undangan",
           "Anda diundang bekerja untuk “" + organisation + "” di Gelora. Peran Anda: " + spoken(role, locale) + ".",
           "Terima undangan", link,
           "Tautan berlaku sekali, selama tujuh hari, untuk akun dengan alamat ini. Jika Anda tidak mengenalnya, abaikan saja."});
}

mail::Message account_erased_mail(const Account& to, const std::string& public_url) {
  if (to.locale == Locale::en) {
    return compose(to.email,
                   {"Your Gelora account was erased", "Hello " + to.name,
                    "Your account and your personal data in it are gone, as you asked. Records of payments stay as long as the "
                    "law wants them, without your name.",
                    "Gelora", public_url + "/", "This is the last mail to this address."});
  }
  return compose(to.email, {"Akun Gelora Anda telah dihapus", "Halo " + to.name,
                            "Akun beserta data pribadi Anda telah dihapus sesuai permintaan. Catatan pembayaran disimpan selama "
                            "diwajibkan hukum, tanpa nama Anda.",
                            "Gelora", public_url + "/", "Ini surel terakhir ke alamat ini."});
}

}  // namespace gelora::user
