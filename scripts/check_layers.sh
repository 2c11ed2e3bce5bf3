#!/usr/bin/env bash
# Checks the arrows of docs/architecture.md on the include and import lines. Prints every wrong one.
#   C++: main → api → app → domain → base, seat_inventory; app drives box_office and books and calls storage, clients and providers, none
#        of which knows app; a rehearsal drives a copy of a desk; api → storage for plain reads, api → box_office to listen to it; no service includes another.
#   web: app → features → ui, lib; a feature does not import another feature.
set -euo pipefail
ROOT=${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)}

cxx_includes() { # FILE:INCLUDED, both from the repository's root
  cd "$ROOT"
  grep -RHnoE --include='*.hpp' --include='*.cpp' '^[[:space:]]*#[[:space:]]*include[[:space:]]*["<][^">]+[">]' libs services 2>/dev/null |
    sed -E 's/:([0-9]+):[[:space:]]*#[[:space:]]*include[[:space:]]*/ \1 /' || true
}

# shellcheck disable=SC2016
layers='
function bad(why) { printf "%s:%s includes %s: %s\n", file, line, included, why; wrong = 1 }
BEGIN {
  # what a library may include of the other libraries; testkit may include anything, tests may include testkit
  lib["base"] = ""; lib["seat_inventory"] = "base"
}
{
  file = $1; line = $2; included = substr($3, 2, length($3) - 2)
  test = file ~ /(_test\.cpp$|\/tests\/)/
  n = split(file, f, "/")
  # an include beside the file names no folder
  m = split(included, i, "/")

  if (f[1] == "libs") {
    own = f[2]
    if (i[1] == "booking" || i[1] == "payment" || i[1] == "user" || i[1] == "services") bad("a library knows no service")
    if (own in lib && !test) {
      if (m > 1 && i[1] != own && i[1] != "base" && index(lib[own], i[1]) == 0 && $3 ~ /^"/) bad(own " links only " (lib[own] == "" ? "nothing" : lib[own]))
      if (own == "base" && $3 ~ /^"/ && m > 1 && i[1] != "base") bad("base links nothing")
    }
  }
  pure = (f[1] == "libs" && f[2] == "seat_inventory") || (f[1] == "services" && f[3] == "domain")
  if (pure && !test) {
    if (included ~ /^(boost\/(asio|beast|mysql)|hiredis|curl|sys\/|unistd|fstream|iostream|thread|mutex|filesystem)/) bad("pure code knows no I/O and no threads")
    if (included ~ /^(http|mysql|redis|auth|outbox|mail|telemetry|loop)\//) bad("pure code knows no I/O")
    if (included ~ /^(booking|payment|user)\/(api|app|storage|clients|providers|box_office|rehearsal|books)\//) bad("domain knows no layer above it")
    if (included ~ /(^|\/)clock\.hpp$/) bad("pure code is given the time")
  }
  if (f[1] == "services" && !test) {
    service = f[2]; layer = n > 3 ? f[3] : "main"
    if (i[1] ~ /^(booking|payment|user)$/ && i[1] != service) bad("no service includes another: they meet in contracts/")
    to = (i[1] == service && m > 2) ? i[2] : ""
    if (included ~ /^\.\.\//) { to = i[2] }
    if (to ~ /^(api|app|domain|storage|clients|providers|box_office|rehearsal|books)$/ && layer != to && layer != "main") {
      ok["api"] = " app domain storage box_office rehearsal "; ok["app"] = " domain box_office rehearsal books storage clients providers "; ok["rehearsal"] = " domain box_office "; ok["domain"] = " "
      ok["storage"] = " domain box_office books "; ok["clients"] = " domain "; ok["providers"] = " domain "; ok["box_office"] = " domain "; ok["books"] = " domain "
      if ((layer in ok) && index(ok[layer], " " to " ") == 0) bad(layer " → " to " is no arrow")
    }
  }
}
END { exit wrong }
'

# shellcheck disable=SC2016
web_layers='
function bad(why) { printf "%s:%s imports %s: %s\n", file, line, path, why; wrong = 1 }
{
  file = $1; line = $2; path = $3
  k = split(file, f, "/")                      # web/src/<layer>/...
  layer = f[3]
  target = path
  if (path ~ /^@\//) sub(/^@\//, "", target)
  else if (path ~ /^\./) {
    depth = k - 1
    delete at; for (j = 1; j <= depth; j++) at[j] = f[j]
    p = split(path, s, "/")
    for (j = 1; j <= p; j++) { if (s[j] == "." || s[j] == "") continue; if (s[j] == "..") depth--; else at[++depth] = s[j] }
    target = ""
    for (j = 3; j <= depth; j++) target = target (j > 3 ? "/" : "") at[j]
  } else next
  split(target, t, "/")
  if (file ~ /\.test\.tsx?$/ || layer == "testing") next
  if (layer == "features" && t[1] == "app") bad("features → app is no arrow")
  if (layer == "features" && t[1] == "features" && t[2] != f[4]) bad("a feature does not import another feature")
  if ((layer == "ui" || layer == "lib" || layer == "contract") && (t[1] == "app" || t[1] == "features")) bad(layer " → " t[1] " is no arrow")
  if ((layer == "lib" || layer == "contract") && t[1] == "ui") bad(layer " → ui is no arrow")
}
END { exit wrong }
'

web_imports() {
  cd "$ROOT"
  grep -RHnE --include='*.ts' --include='*.tsx' "(from|import)[[:space:]]*\(?[[:space:]]*[\"'][^\"']+[\"']" web/src 2>/dev/null |
    sed -nE "s/^([^:]+):([0-9]+):.*(from|import)[[:space:]]*\(?[[:space:]]*[\"']([^\"']+)[\"'].*/\1 \2 \4/p" || true
}

status=0
cxx_includes | awk "$layers" || status=1
web_imports | awk "$web_layers" || status=1
exit "$status"
